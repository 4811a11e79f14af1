//! Doing what people do. Buttons and links are pressed with `click()`, which is the browser's own.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, Event, HtmlElement, HtmlInputElement, HtmlOptionElement, HtmlSelectElement};

use super::find::Find;

/// Makes an event of a kind (`"KeyboardEvent"`) that bubbles and can be prevented.
pub fn event(kind: &str, name: &str, details: &[(&str, JsValue)]) -> Event {
    let init = Object::new();
    for (key, value) in [("bubbles", JsValue::TRUE), ("cancelable", JsValue::TRUE)].iter().chain(details) {
        Reflect::set(&init, &(*key).into(), value).unwrap();
    }
    let constructor: Function = Reflect::get(&js_sys::global(), &kind.into()).unwrap().unchecked_into();
    let arguments = Array::of2(&name.into(), &init);
    Reflect::construct(&constructor, &arguments).unwrap().unchecked_into()
}

/// Types a text in the place of what a field holds.
pub fn type_into(field: &HtmlElement, text: &str) {
    let input: &HtmlInputElement = field.unchecked_ref();
    let _ = input.focus();
    input.set_value(text);
    let _ = input.dispatch_event(&event("InputEvent", "input", &[])).unwrap();
}

/// What a field holds.
pub fn value_of(field: &HtmlElement) -> String {
    field.unchecked_ref::<HtmlInputElement>().value()
}

/// Chooses an option by its text.
pub fn choose(select: &HtmlElement, option: &str) {
    let select: &HtmlSelectElement = select.unchecked_ref();
    let option: HtmlOptionElement = select.called("option", option).unchecked_into();
    select.set_value(&option.value());
    let _ = select.dispatch_event(&event("Event", "change", &[])).unwrap();
}

/// The text of the option that is chosen.
pub fn chosen(select: &HtmlElement) -> String {
    let select: &HtmlSelectElement = select.unchecked_ref();
    let index = usize::try_from(select.selected_index()).unwrap();
    select.all("option")[index].text()
}

/// Presses a key; `false` if the page took it for itself.
pub fn press(element: &HtmlElement, key: &str) -> bool {
    element.dispatch_event(&event("KeyboardEvent", "keydown", &[("key", key.into())])).unwrap()
}

/// Pastes a text; `false` if the page took it for itself.
pub fn paste(field: &HtmlElement, text: &str) -> bool {
    let data = DataTransfer::new().unwrap();
    data.set_data("text", text).unwrap();
    field.dispatch_event(&event("ClipboardEvent", "paste", &[("clipboardData", data.into())])).unwrap()
}

/// Leaves a field for none.
pub fn leave(field: &HtmlElement) {
    field.blur().unwrap();
}

/// Sends a form, as Enter in one of its fields does.
pub fn submit(form: &HtmlElement) {
    let _ = form.dispatch_event(&event("SubmitEvent", "submit", &[])).unwrap();
}
