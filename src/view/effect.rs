//! Work that is done again whenever a signal changes that it has read.

use leptos::prelude::Effect;

/// Does something, and does it again whenever a signal changes that it has read: leptos' `Effect`, of one type.
pub fn effect(work: impl FnMut() + 'static) {
    let work: Box<dyn FnMut()> = Box::new(work);
    Effect::new(work);
}

/// Does something whenever a number has changed, and not for the first one.
pub fn at_each_change(mut number: impl FnMut() -> u64 + 'static, run: impl Fn() + 'static) {
    let mut earlier = None;
    effect(move || {
        let number = number();
        if earlier.replace(number).is_some_and(|earlier| earlier != number) {
            run();
        }
    });
}
