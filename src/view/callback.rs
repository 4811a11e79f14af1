//! What a component calls when something happens in it.

use super::stored::StoredValue;

/// Like leptos' `Callback`, compiled once for all kinds of functions (`docs/decisions/0009-erased-types.md`).
pub struct Callback<In, Out = ()> {
    function: StoredValue<Box<dyn Fn(In) -> Out>>,
}

impl<In, Out> Clone for Callback<In, Out> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<In, Out> Copy for Callback<In, Out> {}

impl<In: 'static, Out: 'static> Callback<In, Out> {
    /// A function that belongs to the present owner.
    pub fn new(function: impl Fn(In) -> Out + 'static) -> Self {
        Self { function: StoredValue::new(Box::new(function)) }
    }

    /// Calls the function.
    ///
    /// # Panics
    /// If the value is gone with its owner; after an `await`, use the function that begins with `try_`.
    pub fn run(self, input: In) -> Out {
        self.function.with_value(|function| function(input))
    }

    /// Calls the function, unless it is gone with its owner.
    pub fn try_run(self, input: In) -> Option<Out> {
        self.function.try_with_value(|function| function(input))
    }
}

impl<In: 'static, Out: 'static, F: Fn(In) -> Out + 'static> From<F> for Callback<In, Out> {
    fn from(function: F) -> Self {
        Self::new(function)
    }
}

#[cfg(test)]
mod tests {
    use crate::view::prelude::*;

    #[test]
    fn a_callback_is_called_until_its_owner_is_gone() {
        let owner = Owner::new();
        let (double, half): (_, Callback<i32, i32>) =
            owner.with(|| (Callback::new(|number: i32| number * 2), (|number| number / 2).into()));
        assert_eq!((double.run(4), half.run(4)), (8, 2));
        owner.cleanup();
        assert_eq!(double.try_run(4), None);
    }
}
