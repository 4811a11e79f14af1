//! What `fetch` and timers need alike: the failure without an answer, and waits as the browser counts them.

use std::time::Duration;

use js_sys::TypeError;
use wasm_bindgen::JsValue;

/// What `fetch` rejects with when nothing comes back.
pub(super) fn network_error() -> JsValue {
    TypeError::new("Failed to fetch").into()
}

/// Timers of the browser take no longer waits than that.
pub(super) fn millis(wait: Duration) -> u32 {
    u32::try_from(wait.as_millis()).unwrap_or(u32::MAX)
}
