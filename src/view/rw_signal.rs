//! A value that changes, and that views follow.

use std::any::Any;

use leptos::prelude::{ReadUntracked, Update};
use leptos::reactive::signal;

use super::held::{Held, Holder};

/// What a signal holds.
type Boxed = Box<dyn Any + Send + Sync>;

/// Like leptos' `RwSignal`, of one type for all values.
pub type RwSignal<T> = Held<signal::RwSignal<Boxed>, T>;

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// A signal of the present owner.
    pub fn new(value: T) -> Self {
        Self::of(of_all(Box::new(value)))
    }

    /// Changes the value. Does nothing if the signal is gone.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let _ = self.try_update(change);
    }

    /// Changes the value and returns what `change` returns; `None` if the signal is gone.
    pub fn try_update<U>(self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        let (mut change, mut done) = (Some(change), None);
        write(self.holder, &mut |value| {
            done = change.take().zip(value.downcast_mut()).map(|(change, value)| change(value));
        });
        done
    }

    /// Replaces the value. Does nothing if the signal is gone.
    pub fn set(self, value: T) {
        let _ = self.try_set(value);
    }

    /// Replaces the value; if the signal is gone, the new one comes back.
    pub fn try_set(self, value: T) -> Option<T> {
        let mut value = Some(value);
        let _ = self.try_update(|place| {
            if let Some(value) = value.take() {
                *place = value;
            }
        });
        value
    }
}

fn of_all(value: Boxed) -> signal::RwSignal<Boxed> {
    signal::RwSignal::new(value)
}

fn write(signal: signal::RwSignal<Boxed>, change: &mut dyn FnMut(&mut dyn Any)) {
    let _ = signal.try_update(|value| change(&mut **value));
}

impl Holder for signal::RwSignal<Boxed> {
    type Read = <Self as ReadUntracked>::Value;

    #[inline(never)]
    fn read(self) -> Option<Self::Read> {
        self.try_read_untracked()
    }

    fn boxed(read: &Self::Read) -> &dyn Any {
        &***read
    }
}

#[cfg(test)]
mod tests {
    use crate::view::prelude::*;

    #[test]
    fn each_signal_has_a_value_of_its_own_type() {
        let owner = Owner::new();
        owner.set();
        let (number, text) = (RwSignal::new(1), RwSignal::new(String::from("a")));
        number.update(|number| *number += 1);
        text.set("b".to_owned());
        assert_eq!((number.get_untracked(), text.get_untracked()), (2, "b".to_owned()));
        assert_eq!(number.try_update(|number| std::mem::replace(number, 5)), Some(2));
        assert_eq!(number.with_untracked(|number| number * 2), 10);
        let signal: Signal<i32> = number.into();
        assert_eq!(signal.get_untracked(), 5);
    }

    #[test]
    fn a_signal_that_is_gone_says_so_and_gives_back_what_it_was_to_take() {
        let owner = Owner::new();
        let signal = owner.with(|| RwSignal::new(1));
        owner.cleanup();
        assert_eq!(signal.try_get_untracked(), None);
        assert_eq!(signal.try_update(|value| *value), None);
        assert_eq!(signal.try_set(2), Some(2));
        // As leptos does: a dialog that closes sets what closed with it.
        signal.set(2);
        signal.update(|value| *value += 1);
    }

    #[test]
    #[should_panic(expected = "was used that is gone")]
    fn to_read_a_signal_that_is_gone_is_a_mistake() {
        let owner = Owner::new();
        let signal = owner.with(|| RwSignal::new(1));
        owner.cleanup();
        signal.get_untracked();
    }
}
