//! Starting asynchronous work from a view.

use std::future::Future;

/// Runs a future to its end.
///
/// The future outlives the view that started it, so after an `await` it must set signals with `try_set` and the
/// like only. Contexts are to be taken before it starts.
#[expect(clippy::disallowed_methods, reason = "this is the one place that the ban leads to")]
pub(crate) fn spawn(future: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(future);
}
