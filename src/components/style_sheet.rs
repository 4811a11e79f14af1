//! Style sheets that come with a part of the program. The policy forbids styles in the page's text, and not these: they are
//! made by the program itself, from a text that is compiled in.

use std::cell::RefCell;

use crate::view::prelude::document;
use js_sys::Array;
use wasm_bindgen::JsValue;

use crate::by_name::{call, construct, property, set_property};

thread_local! {
    static ADOPTED: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// Gives the document a style sheet, once. A browser that can't take it (Safari before 16.4) shows the page plainer.
pub fn adopt(text: &'static str) {
    let is_new = ADOPTED.with_borrow_mut(|adopted| {
        let is_new = !adopted.contains(&text);
        adopted.extend(is_new.then_some(text));
        is_new
    });
    if !is_new {
        return;
    }
    let document: JsValue = document().into();
    let Ok(sheet) = construct("CSSStyleSheet", &Array::new()) else { return };
    let adopted = property(&document, "adoptedStyleSheets");
    if !adopted.is_object() || call(&sheet, "replaceSync", &text.into()).is_err() {
        return;
    }
    let sheets = Array::from(&adopted);
    let _ = call(&sheets, "push", &sheet);
    set_property(&document, "adoptedStyleSheets", &sheets);
}
