//! Starting the console in a page, and what a page shows when the program breaks.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::api::host;
use crate::app::{App, DataOrigin};
use crate::paths::BASE;

/// Fetches `config.json` and puts the console in the place of the static shell.
pub fn start(origin: DataOrigin) {
    crate::state::spawn(async move {
        let config = host::config(BASE).await;
        if let Some(shell) = document().get_element_by_id("shell") {
            shell.remove();
        }
        mount_to_body(move || view! { <App config origin/> });
        if let Some(root) = document().document_element() {
            // The watchdog in `index.html` stops waiting.
            let _ = root.set_attribute("data-started", "");
        }
    });
}

/// A panic stops the program for good, and a page that no longer answers looks like one that works. So it is
/// covered by the notice in `index.html`, with what happened for whoever mends it.
pub fn install_crash_notice() {
    std::panic::set_hook(Box::new(|info| {
        let text = info.to_string();
        leptos::logging::error!("{text}");
        let Some(notice) = document().get_element_by_id("crash") else { return };
        if let Ok(Some(details)) = notice.query_selector("pre") {
            details.set_text_content(Some(&text));
        }
        if let Some(dialog) = notice.dyn_ref::<web_sys::HtmlDialogElement>() {
            let _ = dialog.show_modal();
        }
    }));
}
