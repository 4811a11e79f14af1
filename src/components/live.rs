//! A part of a view that follows what it reads.

use crate::prelude::*;

/// Draws again whenever something changes that `draw` has read.
///
/// A bare closure in a view does the same, but each one is a type of its own, and leptos compiles everything that it
/// does with views once per type. Behind this door they are all one type, which is worth a tenth of the bundle.
pub fn live<V: IntoView + 'static>(draw: impl Fn() -> V + Send + 'static) -> AnyView {
    let drawn: Box<dyn FnMut() -> AnyView + Send> = Box::new(move || draw().into_any());
    drawn.into_any()
}
