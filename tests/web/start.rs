//! Starting: the configuration, where an answer with it is on its way before the program is there.

use gloo_net::http::Response;
use js_sys::{Array, Promise};
use leptos::prelude::window_event_listener_untyped;
use swr_console::api::host::{ConfigError, TAKEN, config};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::MessageEvent;

/// `config.json` read where this promise is what the start of the page has to give; it gives it to the first who asks.
async fn read(given: Promise) -> Result<Vec<String>, ConfigError> {
    let listener = window_event_listener_untyped(TAKEN, move |event| {
        let list: Array = event.dyn_into::<MessageEvent>().unwrap().data().unchecked_into();
        list.push(&given);
    });
    let config = config("/nowhere/").await;
    listener.remove();
    config.map(|config| config.regions.iter().map(|region| region.id.to_string()).collect())
}

#[wasm_bindgen_test]
async fn an_answer_that_is_on_its_way_is_read() {
    let response =
        Response::builder().body(Some(r#"{"regions":[{"id":"early","swr":"","iam":""}]}"#)).unwrap();
    let given = Promise::resolve(&JsValue::from(web_sys::Response::from(response)));
    assert_eq!(read(given).await, Ok(vec!["early".to_owned()]));
}

#[wasm_bindgen_test]
async fn an_answer_that_never_came_is_asked_for_again() {
    for useless in [Promise::reject(&"no network".into()), Promise::resolve(&JsValue::NULL)] {
        assert_eq!(read(useless).await, Err(ConfigError::Status(404)), "what the server of the tests says");
    }
}
