//! Time that flies, for what a person would wait for.

use std::time::Duration;

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How many times as fast.
const FASTER: u32 = 100;

/// Waits for a timer. One that was set before, for as long, has gone off by then.
pub async fn later(wait: Duration) {
    let milliseconds = i32::try_from(wait.as_millis()).unwrap();
    let passed = Promise::new(&mut |done, _| {
        let timer = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
        timer.unwrap();
    });
    JsFuture::from(passed).await.unwrap();
}

/// Timers are fast until this is dropped.
#[must_use = "time flies only while this lives"]
pub struct Hurry {
    own: JsValue,
}

/// Lets every timer that is set from now on go off a hundred times as early.
pub fn hurry() -> Hurry {
    let own = Reflect::get(&js_sys::global(), &"setTimeout".into()).unwrap();
    let code =
        format!("return (then, wait = 0, ...rest) => own.call(globalThis, then, wait / {FASTER}, ...rest);");
    let faster = Function::new_with_args("own", &code).call1(&JsValue::UNDEFINED, &own).unwrap();
    set(&faster);
    Hurry { own }
}

fn set(timer: &JsValue) {
    assert!(timer.is_instance_of::<Function>());
    Reflect::set(&js_sys::global(), &"setTimeout".into(), timer).unwrap();
}

impl Drop for Hurry {
    fn drop(&mut self) {
        set(&self.own);
    }
}
