//! Starting asynchronous work from a view.

use std::future::Future;
use std::pin::Pin;

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
