//! Starting: the configuration, where an answer with it is on its way before the program is there.

use gloo_net::http::Response;
use js_sys::{Array, Promise};
use leptos::prelude::window_event_listener_untyped;
use swr_console::api::host::{ConfigError, TAKEN, config};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::MessageEvent;

/// `config.json` read where this promise is what the start of the page has to give; it gives it to the first who asks.
async fn read(given: Promise) -> (Result<Vec<String>, ConfigError>, Option<i64>) {
    let listener = window_event_listener_untyped(TAKEN, move |event| {
        let list: Array = event.dyn_into::<MessageEvent>().unwrap().data().unchecked_into();
        list.push(&given);
    });
    let (config, ahead) = config("/nowhere/").await;
    listener.remove();
    (config.map(|config| config.regions.iter().map(|region| region.id.to_string()).collect()), ahead)
}

fn answer(came: f64) -> Promise {
    let response = Response::builder()
        .header("date", "Sun, 22 Nov 2026 10:00:05 GMT")
        .body(Some(r#"{"regions":[{"id":"early","swr":"","iam":""}]}"#))
        .unwrap();
    let response = JsValue::from(web_sys::Response::from(response));
    Promise::resolve(&JsValue::from(Array::of2(&response, &came.into())))
}

#[wasm_bindgen_test]
async fn an_answer_that_is_on_its_way_is_read_and_told_the_time_when_it_came() {
    let came = js_sys::Date::parse("2026-11-22T10:00:00Z");
    let (config, ahead) = read(answer(came)).await;
    assert_eq!(config, Ok(vec!["early".to_owned()]));
    assert_eq!(ahead, Some(5_000), "however long the program took");
}

#[wasm_bindgen_test]
async fn an_answer_that_never_came_is_asked_for_again() {
    for useless in [
        Promise::reject(&"no network".into()),
        Promise::resolve(&JsValue::NULL),
        Promise::resolve(&JsValue::from(Array::of2(&JsValue::NULL, &JsValue::NULL))),
    ] {
        let (config, _) = read(useless).await;
        assert_eq!(config, Err(ConfigError::Status(404)), "what the server of the tests says");
    }
}
