//! One request on its way: asked, waited for, and given up when the page aborts it.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Date, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{AbortSignal, DomException};

use crate::http::Pace;
use crate::time::UnixMillis;

use super::errors::{millis, network_error};
use super::{State, conversion};

/// Answers a request, unless the page aborts it before.
pub(super) async fn answer(
    state: Rc<RefCell<State>>,
    request: web_sys::Request,
    target: String,
) -> Result<JsValue, JsValue> {
    let signal = request.signal();
    if signal.aborted() {
        return Err(reason(&signal));
    }
    let abortion = Abortion::of(signal);
    let answered = future_to_promise(answered(state, request, target));
    JsFuture::from(Promise::race(&Array::of2(&answered, &abortion.promise))).await
}

async fn answered(
    state: Rc<RefCell<State>>,
    request: web_sys::Request,
    target: String,
) -> Result<JsValue, JsValue> {
    let request = conversion::received(&request, target).await?;
    let response = {
        let mut state = state.borrow_mut();
        state.requests.push(request.clone());
        (!state.is_offline).then(|| state.emulator.answer(&request, now()))
    };
    let response = response.ok_or_else(network_error)?;
    match response.pace {
        Pace::Now => {}
        Pace::After(wait) => TimeoutFuture::new(millis(wait)).await,
        Pace::Never => std::future::pending().await,
    }
    conversion::sent(response)
}

/// A promise that rejects once a signal says so. It stops listening when dropped.
struct Abortion {
    signal: AbortSignal,
    promise: Promise,
    listener: Closure<dyn FnMut()>,
}

impl Abortion {
    fn of(signal: AbortSignal) -> Self {
        let mut reject = None;
        let promise = Promise::new(&mut |_, rejecting| reject = Some(rejecting));
        let listener = Closure::new({
            let signal = signal.clone();
            move || {
                if let Some(reject) = &reject {
                    // Calling a promise's own function cannot fail.
                    let _ = reject.call1(&JsValue::UNDEFINED, &reason(&signal));
                }
            }
        });
        // Every `EventTarget` takes listeners; one that does not could not be aborted anyway.
        let _ = signal.add_event_listener_with_callback("abort", Closure::as_ref(&listener).unchecked_ref());
        Self { signal, promise, listener }
    }
}

impl Drop for Abortion {
    fn drop(&mut self) {
        let listener = Closure::as_ref(&self.listener).unchecked_ref();
        let _ = self.signal.remove_event_listener_with_callback("abort", listener);
    }
}

/// What the page gave as the reason, which is an `AbortError` if it gave none.
fn reason(signal: &AbortSignal) -> JsValue {
    let given = signal.reason();
    if !given.is_undefined() {
        return given;
    }
    let error = DomException::new_with_message_and_name("The user aborted a request.", "AbortError");
    error.map_or_else(|error| error, JsValue::from)
}

/// The page's clock.
pub(super) fn now() -> UnixMillis {
    UnixMillis::new(0).after(Duration::try_from_secs_f64(Date::now() / 1000.0).unwrap_or_default())
}
