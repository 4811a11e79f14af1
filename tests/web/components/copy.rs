//! The button that copies.

use js_sys::{Array, Function, Object, Reflect};
use swr_console::components::copy::CopyButton;
use swr_console::view::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Find, Stage, until};

/// A clipboard in the place of the browser's, which asks for a permission that no test can give.
struct Clipboard {
    written: Array,
}

impl Clipboard {
    fn install(allows: bool) -> Self {
        let written = Array::new();
        let answer = if allows { "Promise.resolve()" } else { "Promise.reject(new Error('no'))" };
        let code = format!("return {{ writeText: text => {{ written.push(text); return {answer}; }} }};");
        let made = Function::new_with_args("written", &code).call1(&JsValue::UNDEFINED, &written).unwrap();
        let property = Object::new();
        Reflect::set(&property, &"value".into(), &made).unwrap();
        Reflect::set(&property, &"configurable".into(), &JsValue::TRUE).unwrap();
        Reflect::define_property(&window().navigator(), &"clipboard".into(), &property).unwrap();
        Self { written }
    }
}

impl Drop for Clipboard {
    fn drop(&mut self) {
        // The browser's own is on the prototype and shows again.
        Reflect::delete_property(&window().navigator(), &"clipboard".into()).unwrap();
    }
}

fn button(text: RwSignal<String>) -> impl IntoView {
    view! { <CopyButton text label=Signal::stored("Copy user ID".to_owned())/> }
}

#[wasm_bindgen_test]
async fn a_click_copies_what_the_text_is_at_that_moment() {
    let clipboard = Clipboard::install(true);
    let mut stage = Stage::new();
    let text = RwSignal::new("old".to_owned());
    stage.show(move || button(text));
    text.set("new".to_owned());
    stage.button("Copy user ID").click();
    until("the word", || stage.said() == ["Copied"]).await;
    assert_eq!(clipboard.written.to_vec(), [JsValue::from("new")]);
}

#[wasm_bindgen_test]
async fn the_sign_of_success_comes_and_goes() {
    let _clipboard = Clipboard::install(true);
    let mut stage = Stage::new();
    let text = RwSignal::new("text".to_owned());
    stage.show(move || button(text));
    let drawing = || stage.get("button").inner_html();
    let before = drawing();
    stage.button("Copy user ID").click();
    until("the tick", || drawing() != before).await;
    until("the sheets again", || drawing() == before).await;
}

#[wasm_bindgen_test]
async fn a_browser_that_forbids_copying_is_met_with_advice() {
    let _clipboard = Clipboard::install(false);
    let mut stage = Stage::new();
    let text = RwSignal::new("text".to_owned());
    stage.show(move || button(text));
    stage.button("Copy user ID").click();
    until("the advice", || stage.said() == ["The browser does not allow copying. Select the text instead."])
        .await;
}

#[wasm_bindgen_test]
async fn a_page_without_a_clipboard_is_met_with_advice_too() {
    // Over plain http a browser has no `navigator.clipboard` at all, and asking it for one threw.
    let clipboard = Clipboard::install(true);
    let property = Object::new();
    Reflect::set(&property, &"value".into(), &JsValue::UNDEFINED).unwrap();
    Reflect::set(&property, &"configurable".into(), &JsValue::TRUE).unwrap();
    Reflect::define_property(&window().navigator(), &"clipboard".into(), &property).unwrap();
    let mut stage = Stage::new();
    let text = RwSignal::new("text".to_owned());
    stage.show(move || button(text));
    stage.button("Copy user ID").click();
    until("the advice", || stage.said() == ["The browser does not allow copying. Select the text instead."])
        .await;
    assert_eq!(clipboard.written.length(), 0);
}
