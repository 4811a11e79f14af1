//! Work that is done again whenever a signal changes that it has read.

use leptos::prelude::Effect;

/// Does something, and does it again whenever a signal changes that it has read: leptos' `Effect`, of one type.
pub fn effect(work: impl FnMut() + 'static) {
    let work: Box<dyn FnMut()> = Box::new(work);
    Effect::new(work);
}
