//! Work that is done again whenever something changes that it has read: the one door to effects, for signals and for
//! views. What is done is not known here.

use leptos::prelude::Effect;

/// Does something, and does it again whenever something changes that it has read.
///
/// It is an `Effect`; behind this door all of them are one type, and the machinery around them is compiled once
/// (`docs/decisions/0009-erased-types.md`).
pub fn follow(work: impl FnMut() + 'static) {
    let work: Box<dyn FnMut()> = Box::new(work);
    Effect::new(work);
}
