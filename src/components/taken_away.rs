//! A part of the page that is taken out of the document for a while. It stays as it is, and lives on.

use crate::view::prelude::document;
use js_sys::Array;
use wasm_bindgen::JsValue;

use crate::by_name::{call, construct};

/// What was taken away, and what marks its place.
pub struct TakenAway(Option<(JsValue, JsValue)>);

/// Takes the first element that a selector finds out of the document.
pub fn take_away(selector: &str) -> TakenAway {
    let document: JsValue = document().into();
    let element = call(&document, "querySelector", &selector.into()).ok().filter(JsValue::is_object);
    let mark = construct("Comment", &Array::new()).ok();
    let taken = element.zip(mark).filter(|(element, mark)| call(element, "replaceWith", mark).is_ok());
    TakenAway(taken)
}

/// Puts it back. A dialog in it that was open is modal again.
pub fn give_back(TakenAway(taken): &TakenAway) {
    let Some((element, mark)) = taken else { return };
    let _ = call(mark, "replaceWith", element);
    let Ok(dialogs) = call(element, "querySelectorAll", &"dialog[open]".into()) else { return };
    for dialog in Array::from(&dialogs).iter() {
        // Out of the document it has ceased to be modal. Closing it would be taken for the user's wish.
        let _ = call(&dialog, "removeAttribute", &"open".into());
        let _ = call(&dialog, "showModal", &JsValue::UNDEFINED);
    }
}
