//! A value that views follow, wherever it comes from.

use leptos::prelude::{IntoRender, untrack};

use super::held::{Held, Holder};
use super::stored::StoredValue;

/// Like leptos' `Signal`, compiled once for all types of values (`docs/decisions/0009-erased-types.md`).
pub struct Signal<T> {
    source: StoredValue<Source<T>>,
}

/// Where the value comes from.
enum Source<T> {
    Fixed(T),
    Derived(Box<dyn Fn() -> T>),
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T: 'static> Signal<T> {
    /// A value that is computed whenever it is read; it follows what the function reads.
    pub fn derive(compute: impl Fn() -> T + 'static) -> Self {
        Self { source: StoredValue::new(Source::Derived(Box::new(compute))) }
    }

    /// A value that stays as it is.
    pub fn stored(value: T) -> Self {
        Self { source: StoredValue::new(Source::Fixed(value)) }
    }

    /// Reads the value and follows it.
    ///
    /// # Panics
    /// If the value is gone with its owner; after an `await`, use the function that begins with `try_`.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        self.source.with_value(|source| source.with(look))
    }

    /// Follows the value from here on. A derived value is computed for that.
    ///
    /// # Panics
    /// If the value is gone with its owner; after an `await`, use the function that begins with `try_`.
    pub fn track(self) {
        self.with(|_| ());
    }

    /// Reads the value.
    ///
    /// # Panics
    /// If the value is gone with its owner; after an `await`, use the function that begins with `try_`.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        untrack(|| self.with(look))
    }
}

impl<T: Clone + 'static> Signal<T> {
    /// A copy of the value, which is followed.
    ///
    /// # Panics
    /// If the value is gone with its owner; after an `await`, use the function that begins with `try_`.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The same; `None` if the value is gone.
    pub fn try_get(self) -> Option<T> {
        self.source.try_with_value(|source| source.with(T::clone))
    }

    /// A copy of the value.
    ///
    /// # Panics
    /// If the value is gone with its owner; after an `await`, use the function that begins with `try_`.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// A copy of the value, unless it is gone.
    pub fn try_get_untracked(self) -> Option<T> {
        untrack(|| self.try_get())
    }
}

impl<T> Source<T> {
    fn with<U>(&self, look: impl FnOnce(&T) -> U) -> U {
        match self {
            Self::Fixed(value) => look(value),
            Self::Derived(compute) => look(&compute()),
        }
    }
}

impl<H: Holder, T: Clone + Send + Sync + 'static> From<Held<H, T>> for Signal<T> {
    fn from(held: Held<H, T>) -> Self {
        Self::derive(move || held.get())
    }
}

impl<T: 'static> From<T> for Signal<T> {
    fn from(value: T) -> Self {
        Self::stored(value)
    }
}

/// A text in a view.
impl IntoRender for Signal<String> {
    type Output = Box<dyn FnMut() -> String + Send>;

    fn into_render(self) -> Self::Output {
        Box::new(move || self.get())
    }
}

#[cfg(test)]
mod tests {
    use crate::view::prelude::*;

    #[test]
    fn a_signal_shows_what_it_comes_from() {
        let owner = Owner::new();
        owner.set();
        let number = RwSignal::new(1);
        let doubled = Memo::new(move |_| number.get() * 2);
        let signals: [Signal<i32>; 4] =
            [7.into(), number.into(), doubled.into(), Signal::derive(move || number.get() + 10)];
        assert_eq!(signals.map(Signal::get_untracked), [7, 1, 2, 11]);
        number.set(3);
        assert_eq!(signals.map(Signal::get_untracked), [7, 3, 6, 13]);
        assert_eq!(signals[3].with_untracked(|number| number * 2), 26);
    }

    #[test]
    fn what_reads_a_signal_follows_its_source_unless_it_only_looks() {
        let owner = Owner::new();
        owner.set();
        let number = RwSignal::new(1);
        let signal: Signal<i32> = number.into();
        let follows = Memo::new(move |_| signal.get());
        let only_looks = Memo::new(move |_| signal.get_untracked());
        assert_eq!((follows.get_untracked(), only_looks.get_untracked()), (1, 1));
        number.set(2);
        assert_eq!((follows.get_untracked(), only_looks.get_untracked()), (2, 1));
    }

    #[test]
    fn a_signal_that_is_gone_says_so() {
        let owner = Owner::new();
        let signal = owner.with(|| Signal::stored(1));
        owner.cleanup();
        assert_eq!((signal.try_get(), signal.try_get_untracked()), (None, None));
    }
}
