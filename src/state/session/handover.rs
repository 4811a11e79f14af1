//! The way from one program of the console to the other, as events of the page: the script that starts them
//! (`start/programs.js`) hears that the whole is wanted, fetches it and starts it; the
//! whole says that it takes over, and the front leaves.
//!
//! The session lies in the storage of the tab, where the whole finds it. Where the browser keeps nothing, the front
//! says it while it leaves, in an event of the page, which no other page can hear.

use std::cell::RefCell;

use leptos::prelude::{window, window_event_listener_untyped};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, MessageEventInit};

use crate::by_name::{property, set_property};

/// The whole is wanted.
pub const WANTED: &str = "swr-console:whole";

/// It could not be fetched.
pub const FAILED: &str = "swr-console:whole-failed";

/// A program is there and takes the place of the one before it.
pub const TAKE_OVER: &str = "swr-console:take-over";

/// The property of the window that says that the program which comes is to open an export.
const EXPORT: &str = "swrExport";

/// What the program that leaves has in memory alone.
const LEFT: &str = "swr-console:left";

thread_local! {
    /// What the program before this one has left.
    static LEFT_HERE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Tells one of them to anyone who listens in this page.
pub fn dispatch(name: &str) {
    if let Ok(event) = Event::new(name) {
        let _ = window().dispatch_event(&event);
    }
}

/// Has the program which comes open the export of its page.
pub fn want_export() {
    set_property(&window(), EXPORT, &JsValue::TRUE);
}

/// Whether the program before this one asked to open an export. It answers once.
pub fn is_export_wanted() -> bool {
    let is_wanted = property(&window(), EXPORT).is_truthy();
    set_property(&window(), EXPORT, &JsValue::FALSE);
    is_wanted
}

/// Takes the place of the program before this one, if there is one, with what it leaves.
pub fn take_over() {
    let listener = window_event_listener_untyped(LEFT, |event| {
        let text = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
        LEFT_HERE.set(text);
    });
    dispatch(TAKE_OVER);
    listener.remove();
}

/// Leaves a text to the program that takes this one's place.
pub(super) fn leave(text: &str) {
    let init = MessageEventInit::new();
    init.set_data(&text.into());
    if let Ok(event) = MessageEvent::new_with_event_init_dict(LEFT, &init) {
        let _ = window().dispatch_event(&event);
    }
}

/// What the program before this one has left; it is there once.
pub(super) fn left() -> Option<String> {
    LEFT_HERE.take()
}
