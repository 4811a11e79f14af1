//! localStorage, which all tabs of an origin share. It keeps the preferences, and the random ids of sessions that are over;
//! no token and nothing about permissions.

use leptos::prelude::window;
use web_sys::Storage;

/// What is kept under a key; empty where nothing is.
pub(super) fn read(key: &str) -> String {
    storage().and_then(|storage| storage.get_item(key).ok().flatten()).unwrap_or_default()
}

/// Keeps a text under a key, if the browser lets us.
pub(super) fn keep(key: &str, text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, text);
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that may use localStorage")]
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
