//! What goes wrong in the page beside everything that the program knows of: the browser throws where nobody catches,
//! a promise that nobody awaits is rejected, or the page's policy stops something. It is noted once, since more of it
//! says no more.

use crate::view::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

/// Schemes of scripts that belong to a browser's extension and not to the page: their trouble is theirs.
const EXTENSIONS: [&str; 4] =
    ["chrome-extension", "moz-extension", "safari-web-extension", "safari-extension"];

/// What was noticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UncaughtError {
    /// Whether the page's policy has stopped something.
    pub is_policy: bool,
    /// What the browser says of it.
    pub details: String,
}

/// The first trouble of the page, from now until the present owner goes.
pub fn watch() -> RwSignal<Option<UncaughtError>> {
    let uncaught = RwSignal::new(None);
    let is_reported = StoredValue::new(false);
    let notice = move |found: Option<UncaughtError>| {
        if found.is_some()
            && is_reported.try_update_value(|is_reported| std::mem::replace(is_reported, true)) == Some(false)
        {
            let _ = uncaught.try_set(found);
        }
    };
    let rejected =
        window_event_listener_untyped("unhandledrejection", move |event| notice(rejection(&event)));
    let thrown = window_event_listener_untyped("error", move |event| notice(exception(&event)));
    let blocked =
        window_event_listener_untyped("securitypolicyviolation", move |event| notice(violation(&event)));
    on_cleanup(move || {
        rejected.remove();
        thrown.remove();
        blocked.remove();
    });
    uncaught
}

fn violation(event: &Event) -> Option<UncaughtError> {
    let (directive, what) = (text(event, "effectiveDirective"), text(event, "blockedURI"));
    let source = text(event, "sourceFile");
    (!is_foreign(&source) && !is_foreign(&what)).then(|| {
        let at = if source.is_empty() { source } else { format!(" ({source})") };
        UncaughtError { is_policy: true, details: format!("{directive}: {what}{at}") }
    })
}

fn exception(event: &Event) -> Option<UncaughtError> {
    let source = text(event, "filename");
    (!is_foreign(&source)).then(|| UncaughtError { is_policy: false, details: text(event, "message") })
}

fn is_foreign(source: &str) -> bool {
    EXTENSIONS.iter().any(|scheme| source.starts_with(scheme))
}

/// A rejected promise that nobody awaited. What was given up is nobody's trouble.
fn rejection(event: &Event) -> Option<UncaughtError> {
    let reason = js_sys::Reflect::get(event, &JsValue::from_str("reason")).ok()?;
    let (name, message) = match reason.dyn_ref::<js_sys::Error>() {
        Some(error) => (String::from(error.name()), String::from(error.message())),
        None => (String::new(), reason.as_string().unwrap_or_else(|| "?".to_owned())),
    };
    let is_given_up = name == "AbortError" || text(&reason, "name") == "AbortError";
    (!is_given_up).then(|| UncaughtError { is_policy: false, details: format!("{name}: {message}") })
}

fn text(of: &JsValue, key: &str) -> String {
    js_sys::Reflect::get(of, &JsValue::from_str(key))
        .ok()
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}
