//! SHA-256 by the browser.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::by_name::{call, construct, property};
use crate::view::prelude::*;

/// The hash of a text in UTF-8, in hexadecimal.
///
/// # Errors
/// The browser has no `crypto.subtle` for this page, as over plain http.
pub async fn sha256(text: &str) -> Result<String, JsValue> {
    let subtle = property(&property(&window(), "crypto"), "subtle");
    let bytes = call(&construct("TextEncoder", &Array::new())?, "encode", &text.into())?;
    let digest: Function = property(&subtle, "digest").dyn_into()?;
    let hash: Promise = digest.apply(&subtle, &Array::of2(&"SHA-256".into(), &bytes))?.dyn_into()?;
    let hash = construct("Uint8Array", &Array::of1(&JsFuture::from(hash).await?))?;
    // As text: copying into memory would be one more thing that the program asks of the browser.
    let bytes = call(&hash, "join", &" ".into())?.as_string().unwrap_or_default();
    let byte = |byte: &str| byte.parse::<u8>().map(|byte| format!("{byte:02x}"));
    bytes.split(' ').map(byte).collect::<Result<_, _>>().map_err(|_| JsValue::NULL)
}
