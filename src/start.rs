//! Starting the console in a page, and what a page shows when the program breaks.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::api::{halt, host};
use crate::app::{App, DataOrigin};
use crate::pages::parts::PartLoader;
use crate::state::unsaved::hear_of_steps_first;
use domain::paths::BASE;

/// Says on the document that a program runs: the watchdog in `index.html` stops waiting.
const STARTED: &str = "data-started";

/// Says on the document that a file of the console could not be loaded: the watchdog has said so.
const FAILED: &str = "data-failed";

/// Fetches `config.json` and puts the console in the place of the static shell.
pub fn start(origin: DataOrigin, loader: PartLoader) {
    hear_of_steps_first();
    crate::state::spawn(async move {
        let config = host::config(BASE).await;
        let root = document().document_element();
        if root.as_ref().is_some_and(|root| root.has_attribute(FAILED)) {
            // Without its style sheet the page would be there and not be usable; the notice says why it is not.
            return;
        }
        if let Some(notice) = document().get_element_by_id("no-start") {
            // It came after all, only late.
            let _ = notice.set_attribute("hidden", "");
        }
        if let Some(shell) = document().get_element_by_id("shell") {
            shell.remove();
        }
        let Some(place) = document().get_element_by_id("console") else { return };
        mount_to(place.unchecked_into(), move || view! { <App config origin loader/> }).forget();
        if let Some(root) = root {
            let _ = root.set_attribute(STARTED, "");
        }
    });
}

/// A panic stops the program for good, and a page that no longer answers looks like one that works. So nothing more is
/// sent, and the page is covered by the notice in `index.html`, with what happened for anyone who mends it.
pub fn install_crash_notice() {
    std::panic::set_hook(Box::new(|info| {
        halt();
        let browser = window().navigator().user_agent().unwrap_or_default();
        let text = format!("{info}\n{}\n{browser}", env!("CARGO_PKG_VERSION"));
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
