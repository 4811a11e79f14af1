//! What `RwSignal` and `Memo` have in common: each holds a boxed value of any type, and returns it as its own type. So leptos'
//! code behind them is compiled once, not once for each type of value (`docs/decisions/0009-erased-types.md`).

use std::any::Any;
use std::marker::PhantomData;

use leptos::prelude::Track;

/// A value of leptos' that holds a boxed one.
pub trait Holder: Copy + Track + Send + Sync + 'static {
    /// What keeps the boxed value while it is read.
    type Read;

    /// Reads the boxed value, unless that is gone with its owner.
    fn read(self) -> Option<Self::Read>;

    /// The boxed value.
    fn boxed(read: &Self::Read) -> &dyn Any;
}

/// A value of the type `T` in a holder. It has the functions of leptos' own, with their names and meaning.
pub struct Held<H, T> {
    pub(super) holder: H,
    holds: PhantomData<fn() -> T>,
}

impl<H: Copy, T> Clone for Held<H, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<H: Copy, T> Copy for Held<H, T> {}

impl<H, T> Held<H, T> {
    /// A value in a holder of such values.
    pub(super) const fn of(holder: H) -> Self {
        Self { holder, holds: PhantomData }
    }
}

impl<H: Holder, T: Send + Sync + 'static> Held<H, T> {
    /// Follows the value from here on.
    pub fn track(self) {
        self.holder.track();
    }

    /// Reads the value and follows it.
    ///
    /// # Panics
    /// If the value is gone with its owner; after an `await`, use the function that begins with `try_`.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        self.track();
        self.with_untracked(look)
    }

    /// The same; `None` if the value is gone.
    pub fn try_with<U>(self, look: impl FnOnce(&T) -> U) -> Option<U> {
        self.track();
        self.try_with_untracked(look)
    }

    /// Reads the value.
    ///
    /// # Panics
    /// If the value is gone with its owner; after an `await`, use the function that begins with `try_`.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        match self.try_with_untracked(look) {
            Some(seen) => seen,
            None => gone(),
        }
    }

    /// Reads the value, unless it is gone.
    pub fn try_with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> Option<U> {
        let read = self.holder.read()?;
        H::boxed(&read).downcast_ref().map(look)
    }
}

impl<H: Holder, T: Clone + Send + Sync + 'static> Held<H, T> {
    /// A copy of the value, which is followed.
    ///
    /// # Panics
    /// If the value is gone with its owner; after an `await`, use the function that begins with `try_`.
    pub fn get(self) -> T {
        self.with(T::clone)
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
        self.try_with_untracked(T::clone)
    }
}

/// Stops the program: a value was read after its owner was gone. leptos treats that as a mistake too. After an `await`, use the
/// functions that begin with `try_`.
#[expect(clippy::panic, reason = "there is no value to go on with")]
#[cold]
pub(super) fn gone() -> ! {
    panic!("a signal or a stored value was used that is gone")
}
