//! What goes wrong in the page beside everything that the program knows of.

use js_sys::{Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use crate::support::{Console, Find, appears, drain, until};

/// Lets an event happen to the page whose constructor would be too long to write down.
fn happens(name: &str, details: &[(&str, JsValue)]) {
    let event = Event::new(name).unwrap();
    for (key, value) in details {
        let property = Object::new();
        Reflect::set(&property, &"value".into(), value).unwrap();
        Object::define_property(&event, &JsValue::from_str(key), &property);
    }
    window().dispatch_event(&event).unwrap();
}

fn violation(blocked: &str) {
    happens(
        "securitypolicyviolation",
        &[
            ("effectiveDirective", "connect-src".into()),
            ("blockedURI", blocked.into()),
            ("sourceFile", "".into()),
        ],
    );
}

fn error(name: &str) -> JsValue {
    let error = js_sys::Error::new("out of order");
    error.set_name(name);
    error.into()
}

async fn console() -> Console {
    let console = Console::open_as("admin", "/organizations");
    console.row("group").await;
    console
}

#[wasm_bindgen_test]
async fn what_the_policy_stops_is_told_once_with_its_name() {
    let console = console().await;
    violation("https://elsewhere.example");
    let said = appears("the notice", || console.alert()).await;
    assert!(said.starts_with("Something went wrong on this page. The security policy"), "{said}");
    assert!(
        console.get("details").text_content().unwrap().contains("connect-src: https://elsewhere.example")
    );
    violation("https://second.example");
    drain().await;
    assert_eq!(console.all("[role=alert]").len(), 1);
    console.button("Dismiss").click();
    until("the notice to go", || console.alert().is_none()).await;
    violation("https://third.example");
    drain().await;
    assert_eq!(console.alert(), None, "more of it says no more");
}

#[wasm_bindgen_test]
async fn a_rejection_that_nobody_awaits_is_told() {
    let console = console().await;
    happens("unhandledrejection", &[("reason", error("TypeError"))]);
    let said = appears("the notice", || console.alert()).await;
    assert!(said.contains("until you reload the page"), "{said}");
    assert!(console.get("details").text_content().unwrap().contains("TypeError: out of order"));
}

#[wasm_bindgen_test]
async fn what_an_extension_does_and_what_was_given_up_is_nobodys_trouble() {
    let console = console().await;
    violation("chrome-extension://abcdef/inject.js");
    happens("unhandledrejection", &[("reason", error("AbortError"))]);
    happens("error", &[("filename", "moz-extension://abc/x.js".into()), ("message", "x".into())]);
    drain().await;
    assert_eq!(console.alert(), None);
}
