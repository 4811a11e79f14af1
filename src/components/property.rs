//! Properties of the browser's objects, by name. Each property that `web_sys` names costs the first load of every visit
//! some bytes, also where only a page of the whole program reads it; by name they cost nothing there.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// A property; undefined where there is none.
pub fn property(of: &JsValue, key: &str) -> JsValue {
    Reflect::get(of, &key.into()).unwrap_or_default()
}

/// Sets a property.
pub fn set_property(of: &JsValue, key: &str, value: &JsValue) {
    let _ = Reflect::set(of, &key.into(), value);
}
