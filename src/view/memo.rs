//! A value that follows from signals, computed again when they change.

use std::any::Any;

use leptos::prelude::ReadUntracked;
use leptos::reactive::computed;

use super::held::{Held, Holder};

/// Like leptos' `Memo`, of one type for all values.
pub type Memo<T> = Held<computed::Memo<Computed>, T>;

/// What a memo holds.
pub struct Computed {
    value: Box<dyn Any + Send + Sync>,
    equals: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Computed {
    fn eq(&self, other: &Self) -> bool {
        (self.equals)(&*self.value, &*other.value)
    }
}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// Computes a value now and whenever a signal changes that was read for it. Whatever reads the memo is done again only
    /// if the value differs from the one before, which is handed in.
    pub fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let equals = |one: &dyn Any, other: &dyn Any| one.downcast_ref::<T>() == other.downcast_ref::<T>();
        Self::of(of_all(Box::new(move |earlier| {
            let earlier = earlier.and_then(|earlier| earlier.value.downcast_ref());
            Computed { value: Box::new(compute(earlier)), equals }
        })))
    }
}

type Compute = Box<dyn Fn(Option<&Computed>) -> Computed + Send + Sync>;

fn of_all(compute: Compute) -> computed::Memo<Computed> {
    computed::Memo::new(compute)
}

impl Holder for computed::Memo<Computed> {
    type Read = <Self as ReadUntracked>::Value;

    #[inline(never)]
    fn read(self) -> Option<Self::Read> {
        self.try_read_untracked()
    }

    fn boxed(read: &Self::Read) -> &dyn Any {
        &*read.value
    }
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
