//! The one key of sessionStorage under which the tab keeps its session. Another console on the same origin, under another
//! path, has another one.

use leptos::prelude::window;
use web_sys::Storage;

use domain::paths::of_this_console;

/// The one key in sessionStorage.
const KEY: &str = "swr-console.session";

/// What is kept.
pub(super) fn text() -> Option<String> {
    storage()?.get_item(&of_this_console(KEY)).ok().flatten()
}

/// Keeps a text; returns whether the browser did.
pub(super) fn keep(text: &str) -> bool {
    let is_kept = storage().is_some_and(|storage| storage.set_item(&of_this_console(KEY), text).is_ok());
    if !is_kept {
        // Not the session of before either.
        forget();
    }
    is_kept
}

/// Keeps nothing any more.
pub(super) fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&of_this_console(KEY));
    }
}

fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}
