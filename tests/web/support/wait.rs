//! Patience: waiting until something holds, and never for a while.

use js_sys::{Function, Promise};
use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::find::Find;

/// Seconds after which waiting has failed. Long, because it costs nothing where all is well.
const PATIENCE: f64 = 15.0;

/// How often one looks, in milliseconds.
const PAUSE: i32 = 4;

/// Waits until a condition holds.
pub async fn until(what: &str, mut condition: impl FnMut() -> bool) {
    appears(what, || condition().then_some(())).await;
}

/// Waits until something is there.
pub async fn appears<T>(what: &str, mut find: impl FnMut() -> Option<T>) -> T {
    let end = now() + PATIENCE * 1000.0;
    loop {
        if let Some(found) = find() {
            return found;
        }
        assert!(now() < end, "waited {PATIENCE} s for {what}; there is only:\n{}", everything());
        pause().await;
    }
}

/// Lets everything run that can run without a timer or an answer from outside.
pub async fn drain() {
    // A message comes after all promises that are settled, and what they lead to.
    let code = "const { port1, port2 } = new MessageChannel();
        return new Promise(done => { port1.onmessage = done; port2.postMessage(0); });";
    let promise = Function::new_no_args(code).call0(&JsValue::UNDEFINED).unwrap();
    JsFuture::from(Promise::from(promise)).await.unwrap();
}

/// Waits until the browser has drawn.
pub async fn frame() {
    for _ in 0..2 {
        let drawn = Promise::new(&mut |done, _| {
            let _ = window().request_animation_frame(&done).unwrap();
        });
        JsFuture::from(drawn).await.unwrap();
    }
}

/// The clock that never goes back, in milliseconds.
pub fn now() -> f64 {
    window().performance().unwrap().now()
}

async fn pause() {
    let passed = Promise::new(&mut |done, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, PAUSE).unwrap();
    });
    JsFuture::from(passed).await.unwrap();
}

fn everything() -> String {
    document().query_selector("[data-stage]").unwrap().map(|stage| stage.text()).unwrap_or_default()
}
