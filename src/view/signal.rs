//! A value that changes, and that views follow.

use std::any::Any;
use std::marker::PhantomData;

use leptos::prelude::{Signal, Track, Update, WithUntracked};
use leptos::reactive::signal;

/// What all signals hold.
type Erased = Box<dyn Any + Send + Sync>;

/// Like leptos' `RwSignal`, with the same functions, but compiled once and not once for each type of value.
pub struct RwSignal<T> {
    inner: signal::RwSignal<Erased>,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// A signal of the present owner.
    pub fn new(value: T) -> Self {
        Self { inner: of_all(Box::new(value)), holds: PhantomData }
    }

    /// Follows the value from here on.
    pub fn track(self) {
        self.inner.track();
    }

    /// Reads the value and follows it.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        self.track();
        self.with_untracked(look)
    }

    /// The same, unless the signal is gone.
    pub fn try_with<U>(self, look: impl FnOnce(&T) -> U) -> Option<U> {
        self.track();
        self.try_with_untracked(look)
    }

    /// Reads the value.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        self.try_with_untracked(look).unwrap_or_else(gone)
    }

    /// Reads the value, unless the signal is gone.
    pub fn try_with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> Option<U> {
        let (mut look, mut seen) = (Some(look), None);
        read(self.inner, &mut |value| {
            seen = look.take().zip(value.downcast_ref()).map(|(look, value)| look(value));
        });
        seen
    }

    /// Changes the value; a signal that is gone has nobody to tell.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let _ = self.try_update(change);
    }

    /// Changes the value, unless the signal is gone, and returns what `change` does.
    pub fn try_update<U>(self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        let (mut change, mut done) = (Some(change), None);
        write(self.inner, &mut |value| {
            done = change.take().zip(value.downcast_mut()).map(|(change, value)| change(value));
        });
        done
    }

    /// Replaces the value; a signal that is gone has nobody to tell.
    pub fn set(self, value: T) {
        let _ = self.try_set(value);
    }

    /// Replaces the value; if the signal is gone, the new one comes back.
    pub fn try_set(self, value: T) -> Option<T> {
        let mut value = Some(value);
        write(self.inner, &mut |place| {
            if let (Some(place), Some(value)) = (place.downcast_mut(), value.take()) {
                *place = value;
            }
        });
        value
    }
}

impl<T: Clone + Send + Sync + 'static> RwSignal<T> {
    /// A copy of the value, which is followed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// A copy of the value.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// A copy of the value, unless the signal is gone.
    pub fn try_get_untracked(self) -> Option<T> {
        self.try_with_untracked(T::clone)
    }
}

impl<T: Clone + Send + Sync + 'static> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::derive(move || signal.get())
    }
}

fn of_all(value: Erased) -> signal::RwSignal<Erased> {
    signal::RwSignal::new(value)
}

fn read(signal: signal::RwSignal<Erased>, look: &mut dyn FnMut(&dyn Any)) {
    let _ = signal.try_with_untracked(|value| look(&**value));
}

fn write(signal: signal::RwSignal<Erased>, change: &mut dyn FnMut(&mut dyn Any)) {
    let _ = signal.try_update(|value| change(&mut **value));
}

/// Something is read that went with its page, which leptos takes for a mistake too. After an `await` there are the functions
/// that try.
#[expect(clippy::panic, reason = "there is no value to go on with")]
fn gone<T>() -> T {
    panic!("a signal was used that is gone")
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
    #[should_panic(expected = "a signal was used that is gone")]
    fn to_read_a_signal_that_is_gone_is_a_mistake() {
        let owner = Owner::new();
        let signal = owner.with(|| RwSignal::new(1));
        owner.cleanup();
        signal.get_untracked();
    }
}
