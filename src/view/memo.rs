//! A value that follows from signals, computed again when they change.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::{Get, GetUntracked, Signal, Track};
use leptos::reactive::computed;

/// What all memos hold.
#[derive(Clone)]
struct Erased {
    value: Arc<dyn Any + Send + Sync>,
    equals: fn(&dyn Any, &dyn Any) -> bool,
}

impl Erased {
    fn new<T: PartialEq + Send + Sync + 'static>(value: T) -> Self {
        let equals = |one: &dyn Any, other: &dyn Any| one.downcast_ref::<T>() == other.downcast_ref::<T>();
        Self { value: Arc::new(value), equals }
    }
}

impl PartialEq for Erased {
    fn eq(&self, other: &Self) -> bool {
        (self.equals)(&*self.value, &*other.value)
    }
}

/// Like leptos' `Memo`, with the same functions, but compiled once and not once for each type of value.
pub struct Memo<T> {
    inner: computed::Memo<Erased>,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// Computes a value now and whenever a signal changes that was read for it. Whatever reads the memo is done again only
    /// if the value differs from the one before, which is handed in.
    pub fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let inner = of_all(Box::new(move |earlier| {
            Erased::new(compute(earlier.and_then(|earlier| earlier.value.downcast_ref())))
        }));
        Self { inner, holds: PhantomData }
    }
}

type Compute = Box<dyn Fn(Option<&Erased>) -> Erased + Send + Sync>;

fn of_all(compute: Compute) -> computed::Memo<Erased> {
    computed::Memo::new(compute)
}

impl<T: Send + Sync + 'static> Memo<T> {
    /// Follows the value from here on.
    pub fn track(self) {
        self.inner.track();
    }

    /// Reads the value and follows it.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read_as(&self.inner.get(), read)
    }

    /// Reads the value.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read_as(&self.inner.get_untracked(), read)
    }

    /// Reads the value, unless the memo is gone.
    pub fn try_with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> Option<U> {
        self.inner.try_get_untracked().map(|value| read_as(&value, read))
    }
}

impl<T: Clone + Send + Sync + 'static> Memo<T> {
    /// A copy of the value, which is followed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// A copy of the value.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// A copy of the value, unless the memo is gone.
    pub fn try_get_untracked(self) -> Option<T> {
        self.try_with_untracked(T::clone)
    }
}

impl<T: Clone + Send + Sync + 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Self::derive(move || memo.get())
    }
}

#[expect(clippy::expect_used, reason = "a memo holds what its own `new` has computed, which is a `T`")]
fn read_as<T: 'static, U>(value: &Erased, read: impl FnOnce(&T) -> U) -> U {
    read(value.value.downcast_ref().expect("of the memo's type"))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use crate::view::prelude::*;

    #[test]
    fn what_reads_a_memo_is_done_again_only_for_another_value() {
        static RUNS: AtomicU32 = AtomicU32::new(0);
        let owner = Owner::new();
        owner.set();
        let number = RwSignal::new(1);
        let is_large = Memo::new(move |_| number.get() > 10);
        let text = Memo::new(move |_| {
            RUNS.fetch_add(1, Ordering::Relaxed);
            if is_large.get() { "large" } else { "small" }
        });
        for (value, expected, runs) in [(1, "small", 1), (9, "small", 1), (11, "large", 2), (12, "large", 2)]
        {
            number.set(value);
            assert_eq!((text.get_untracked(), RUNS.load(Ordering::Relaxed)), (expected, runs), "{value}");
        }
    }

    #[test]
    fn the_value_before_is_handed_in() {
        let owner = Owner::new();
        owner.set();
        let number = RwSignal::new(1);
        let seen = Memo::new(move |earlier: Option<&Vec<i32>>| {
            earlier.into_iter().flatten().copied().chain([number.get()]).collect::<Vec<_>>()
        });
        assert_eq!(seen.get_untracked(), [1]);
        number.set(2);
        assert_eq!(seen.with_untracked(Vec::len), 2);
        assert_eq!(seen.try_get_untracked(), Some(vec![1, 2]));
    }

    #[test]
    fn a_memo_that_is_gone_says_so() {
        let owner = Owner::new();
        let memo = owner.with(|| Memo::new(|_| 1));
        owner.cleanup();
        assert_eq!(memo.try_get_untracked(), None);
    }
}
