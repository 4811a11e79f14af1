//! Between the browser's objects and the core's plain data.

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, Response as JsResponse, ResponseInit};

use crate::body_stream::BodyStream;
use crate::http::{Delivery, Request, Response};

use super::errors::network_error;
use super::streaming;

/// Whatever `fetch` may be called with, as a `Request`; the browser itself judges and normalizes it.
pub(super) fn request(input: &JsValue, init: &JsValue) -> Result<web_sys::Request, JsValue> {
    let arguments = if init.is_undefined() { Array::of1(input) } else { Array::of2(input, init) };
    streaming::construct("Request", &arguments)?.dyn_into()
}

/// The target of a request to the API; `None` for anything else.
pub(super) fn api_target(request: &web_sys::Request) -> Option<String> {
    let url = request.url();
    let (_, after_scheme) = url.split_once("://")?;
    let target = after_scheme.find('/').map_or("/", |start| after_scheme.get(start..).unwrap_or("/"));
    let target = target.split_once('#').map_or(target, |(target, _)| target);
    let path = target.split_once('?').map_or(target, |(path, _)| path);
    let is_api = ["/v2", "/v3", "/v3.0"]
        .iter()
        .any(|root| path.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')));
    is_api.then(|| target.to_owned())
}

/// The request as the core wants it.
pub(super) async fn received(request: &web_sys::Request, target: String) -> Result<Request, JsValue> {
    let mut headers = Vec::new();
    for pair in js_sys::try_iter(&request.headers())?.into_iter().flatten() {
        let pair = Array::from(&pair?);
        headers.extend(pair.get(0).as_string().zip(pair.get(1).as_string()));
    }
    let body = JsFuture::from(request.array_buffer()?).await?;
    let body = Uint8Array::new(&body).to_vec();
    Ok(Request { method: request.method(), target, headers, body, source: None })
}

/// The answer as the page wants it. What a page can't be shown is what it would be told of it: that nothing came. That
/// goes for redirects too, which only the browser itself can hand over.
pub(super) fn sent(response: Response) -> Result<JsValue, JsValue> {
    let is_redirect = matches!(response.status, 301..=303 | 307 | 308);
    if response.delivery == Delivery::Reset || is_redirect {
        return Err(network_error());
    }
    let headers = Headers::new()?;
    for (name, value) in &response.headers {
        headers.append(name, value)?;
    }
    let init = ResponseInit::new();
    init.set_status(response.status);
    init.set_headers_headers(&headers);
    if response.delivery != Delivery::Whole {
        let body = BodyStream::new(response.body, response.delivery);
        if let Some(length) = body.length() {
            headers.set("Content-Length", &length.to_string())?;
        }
        return streaming::construct("Response", &Array::of2(&streaming::stream(body)?, &init));
    }
    // The constructor refuses even an empty body beside a status that never has one.
    let may_have_body = !matches!(response.status, 204 | 205 | 304);
    let body = may_have_body.then(|| Uint8Array::from(response.body.as_slice()));
    JsResponse::new_with_opt_buffer_source_and_init(body.as_deref(), &init).map(JsValue::from)
}

/// Hands a request to another `fetch`.
pub(super) fn call(fetch: &JsValue, request: &web_sys::Request) -> Promise {
    let called = fetch.dyn_ref::<Function>().map(|fetch| fetch.call1(&js_sys::global(), request));
    match called {
        Some(Ok(promise)) => Promise::resolve(&promise),
        Some(Err(error)) => Promise::reject(&error),
        None => Promise::reject(&network_error()),
    }
}
