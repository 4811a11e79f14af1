//! Properties and functions of the browser's objects, by name. Each one that `web_sys` names costs the first load of
//! every visit some bytes, also where only a later part of the program uses it; by name it costs nothing there.

use js_sys::{Array, Function, Reflect, global};
use wasm_bindgen::{JsCast, JsValue};

/// A property; undefined where there is none.
pub fn property(of: &JsValue, key: &str) -> JsValue {
    Reflect::get(of, &key.into()).unwrap_or_default()
}

/// Sets a property.
pub fn set_property(of: &JsValue, key: &str, value: &JsValue) {
    let _ = Reflect::set(of, &key.into(), value);
}

/// Calls a method of an object or a string.
///
/// # Errors
/// What it throws, and that there is no such method.
pub fn call(of: &JsValue, method: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    // Properties can be read of objects alone.
    let object = if of.is_string() { construct("String", &Array::of1(of))? } else { of.clone() };
    // What is no function throws too.
    property(&object, method).unchecked_into::<Function>().call1(of, argument)
}

/// Makes an object of a class of the browser, which may be in a namespace: `Intl.Collator`.
///
/// # Errors
/// What its constructor throws, and that there is no such class.
pub fn construct(class: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    let class = class.split('.').fold(global().into(), |of: JsValue, key| property(&of, key));
    Reflect::construct(&class.unchecked_into::<Function>(), arguments)
}
