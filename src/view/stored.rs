//! A value that is kept for as long as its owner, and that nothing follows.

use std::any::Any;
use std::marker::PhantomData;
use std::ops::DerefMut;

use leptos::prelude::{LocalStorage, ReadValue, WriteValue};
use leptos::reactive::owner;

use super::held::gone;

/// What leptos keeps, for values of all types.
type Inner = owner::StoredValue<Box<dyn Any>, LocalStorage>;

/// Like leptos' `StoredValue`, of one type for all values (`docs/decisions/0009-erased-types.md`). It has the functions of
/// leptos' own, with their names and meaning; the value may be of a type that belongs to one thread.
pub struct StoredValue<T> {
    inner: Inner,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for StoredValue<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for StoredValue<T> {}

impl<T: 'static> StoredValue<T> {
    /// Keeps a value with the present owner.
    pub fn new(value: T) -> Self {
        Self { inner: of_all(Box::new(value)), holds: PhantomData }
    }

    /// Reads the value, unless it is gone.
    pub fn try_with_value<U>(self, look: impl FnOnce(&T) -> U) -> Option<U> {
        read(self.inner)?.downcast_ref().map(look)
    }

    /// Reads the value.
    ///
    /// # Panics
    /// If the value is gone with its owner; after an `await`, use the function that begins with `try_`.
    pub fn with_value<U>(self, look: impl FnOnce(&T) -> U) -> U {
        match self.try_with_value(look) {
            Some(seen) => seen,
            None => gone(),
        }
    }

    /// Changes the value and returns what `change` returns; `None` if it is gone.
    pub fn try_update_value<U>(self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        write(self.inner)?.downcast_mut().map(change)
    }

    /// Changes the value. Does nothing if it is gone.
    pub fn update_value(self, change: impl FnOnce(&mut T)) {
        let _ = self.try_update_value(change);
    }

    /// Replaces the value; if the old one is gone, the new one comes back.
    pub fn try_set_value(self, value: T) -> Option<T> {
        let mut value = Some(value);
        self.update_value(|place| {
            if let Some(value) = value.take() {
                *place = value;
            }
        });
        value
    }

    /// Replaces the value. Does nothing if the old one is gone.
    pub fn set_value(self, value: T) {
        let _ = self.try_set_value(value);
    }
}

impl<T: Clone + 'static> StoredValue<T> {
    /// A copy of the value.
    ///
    /// # Panics
    /// If the value is gone with its owner; after an `await`, use the function that begins with `try_`.
    pub fn get_value(self) -> T {
        self.with_value(T::clone)
    }

    /// A copy of the value, unless it is gone.
    pub fn try_get_value(self) -> Option<T> {
        self.try_with_value(T::clone)
    }
}

fn of_all(value: Box<dyn Any>) -> Inner {
    Inner::new_local(value)
}

#[inline(never)]
fn read(inner: Inner) -> Option<<Inner as ReadValue>::Value> {
    inner.try_read_value()
}

#[inline(never)]
fn write(inner: Inner) -> Option<impl DerefMut<Target = Box<dyn Any>>> {
    inner.try_write_value()
}

#[cfg(test)]
mod tests {
    use crate::view::prelude::*;

    #[test]
    fn each_value_is_of_its_own_type() {
        let owner = Owner::new();
        owner.set();
        let (number, text) = (StoredValue::new(1), StoredValue::new(String::from("a")));
        number.update_value(|number| *number += 1);
        text.set_value("b".to_owned());
        assert_eq!((number.get_value(), text.get_value()), (2, "b".to_owned()));
        assert_eq!(number.try_update_value(|number| std::mem::replace(number, 5)), Some(2));
        assert_eq!(number.with_value(|number| number * 2), 10);
        assert_eq!(number.try_set_value(6), None);
        assert_eq!(number.try_get_value(), Some(6));
    }

    #[test]
    fn a_value_that_is_gone_says_so_and_gives_back_what_it_was_to_take() {
        let owner = Owner::new();
        let value = owner.with(|| StoredValue::new(1));
        owner.cleanup();
        assert_eq!(value.try_get_value(), None);
        assert_eq!(value.try_update_value(|value| *value), None);
        assert_eq!(value.try_set_value(2), Some(2));
        // As leptos does: what ends after its page may note that.
        value.set_value(2);
        value.update_value(|value| *value += 1);
    }

    #[test]
    #[should_panic(expected = "was used that is gone")]
    fn to_read_a_value_that_is_gone_is_a_mistake() {
        let owner = Owner::new();
        let value = owner.with(|| StoredValue::new(1));
        owner.cleanup();
        value.get_value();
    }
}
