//! Starting work: what runs to its end, and what is done again.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::Effect;

/// Runs a future to its end.
///
/// The future outlives the view that started it, so after an `await` it must set signals with `try_set` and the
/// like only. Contexts are to be taken before it starts.
pub(crate) fn spawn(future: impl Future<Output = ()> + 'static) {
    spawn_boxed(Box::pin(future));
}

/// Apart from [`spawn`], so that the machinery behind is compiled once and not once per future.
#[expect(clippy::disallowed_methods, reason = "this is the one place that the ban leads to")]
fn spawn_boxed(future: Pin<Box<dyn Future<Output = ()>>>) {
    wasm_bindgen_futures::spawn_local(future);
}

/// Does something, and does it again whenever something changes that it has read.
///
/// It is an `Effect`, of the same type as those of `components::live::follow`: the machinery around them is compiled
/// once for all.
pub(crate) fn follow(work: impl FnMut() + 'static) {
    let work: Box<dyn FnMut()> = Box::new(work);
    Effect::new(work);
}
