//! A part of a view that reacts to signals.

use super::prelude::*;

/// Draws again whenever a signal changes that `draw` has read.
///
/// A bare closure in a view does the same, but each one is a type of its own, and leptos compiles everything that it
/// does with views once per type. Boxed, they are all one type (`docs/decisions/0009-erased-types.md`).
pub fn dynamic<V: IntoView + 'static>(draw: impl Fn() -> V + Send + 'static) -> AnyView {
    let drawn: Box<dyn FnMut() -> AnyView + Send> = Box::new(move || draw().into_any());
    drawn.into_any()
}
