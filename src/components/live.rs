//! A part of a view that follows what it reads, and work that does.

use leptos::prelude::*;

/// Draws again whenever something changes that `draw` has read.
///
/// A bare closure in a view does the same, but each one is a type of its own, and leptos compiles everything that it
/// does with views once per type. Behind this door they are all one type, which is worth a tenth of the bundle.
pub fn live<V: IntoView + 'static>(draw: impl Fn() -> V + Send + 'static) -> AnyView {
    let drawn: Box<dyn FnMut() -> AnyView + Send> = Box::new(move || draw().into_any());
    drawn.into_any()
}

/// Does something, and does it again whenever something changes that it has read.
///
/// It is an `Effect`; behind this door all of them are one type, and the machinery around them is compiled once.
/// `state::follow` is the same door, of the same type.
pub fn follow(work: impl FnMut() + 'static) {
    let work: Box<dyn FnMut()> = Box::new(work);
    Effect::new(work);
}
