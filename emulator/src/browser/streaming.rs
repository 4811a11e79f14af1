//! A body that comes step by step, as a stream of the browser's.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::future_to_promise;

use crate::body_stream::{BodyStream, Part, Step};

use super::errors::{millis, network_error};

/// A `ReadableStream` of the flow.
pub(super) fn stream(body: BodyStream) -> Result<JsValue, JsValue> {
    let body = Rc::new(RefCell::new(body));
    let pull = Closure::<dyn FnMut(JsValue) -> Promise>::new(move |controller: JsValue| {
        let step = body.borrow_mut().next();
        future_to_promise(take(step, controller))
    });
    let source = Object::new();
    // The stream owns it from here on.
    Reflect::set(&source, &"pull".into(), &pull.into_js_value())?;
    construct("ReadableStream", &Array::of1(&source))
}

/// The browser asks for the next step when this one is done, so one that never is ends the stream's life.
async fn take(Step { after, part }: Step, controller: JsValue) -> Result<JsValue, JsValue> {
    if after > Duration::ZERO {
        TimeoutFuture::new(millis(after)).await;
    }
    match part {
        Part::Bytes(bytes) => call(&controller, "enqueue", &Uint8Array::from(bytes.as_slice())),
        Part::End => call(&controller, "close", &JsValue::UNDEFINED),
        Part::Break => call(&controller, "error", &network_error()),
        Part::Silence => std::future::pending().await,
    }
}

fn call(controller: &JsValue, method: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(controller, &method.into())?.dyn_into()?;
    method.call1(controller, argument)
}

/// A new object of a global class.
pub(super) fn construct(class: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    let constructor: Function = Reflect::get(&js_sys::global(), &class.into())?.dyn_into()?;
    Reflect::construct(&constructor, arguments)
}
