//! Pages that the browser translates.
//!
//! A browser's translation puts `<font>` elements in the place of text nodes. The program goes on with the nodes that it
//! made: it writes into text that nobody sees, removes what is no longer there, and inserts beside nodes without a parent,
//! which fails. Here each of its nodes comes back right before its translation, empty, so that its place is known; when
//! the program changes or removes it, the translation goes.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::view::prelude::*;
use js_sys::{Array, Object};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MutationObserver, Node};

use crate::by_name::{property, set_property};

/// The property of a text node that holds its translation.
const TRANSLATION: &str = "swrTranslation";

/// The property of a `<font>` that is some text's translation, and no other's.
const IS_PAIRED: &str = "swrIsPaired";

/// The property of a text node that has just been emptied here.
const EMPTIED: &str = "swrEmptied";

static IS_INSTALLED: AtomicBool = AtomicBool::new(false);

/// Looks after translated text from now on, once for the document.
pub fn survive_translation() {
    if IS_INSTALLED.swap(true, Ordering::Relaxed) {
        return;
    }
    let heal = Closure::<dyn FnMut(Array)>::new(|records: Array| {
        for record in records.iter() {
            heal(&record);
        }
    });
    let options = Object::new();
    for what in ["childList", "characterData", "subtree"] {
        set_property(&options, what, &JsValue::TRUE);
    }
    if let (Ok(observer), Some(body)) =
        (MutationObserver::new(heal.as_ref().unchecked_ref()), document().body())
    {
        let _ = observer.observe_with_options(&body, options.unchecked_ref());
    }
    // The document has it for as long as it is there.
    heal.forget();
}

fn heal(record: &JsValue) {
    let target: Node = property(record, "target").unchecked_into();
    if property(record, "type") == "characterData" {
        return changed(&target);
    }
    let beside = [property(record, "previousSibling"), property(record, "nextSibling")];
    let fonts = listed(&property(record, "addedNodes")).chain(beside);
    // Beside a text that the program removes may be the translation of the next one.
    let is_new = |node: &JsValue| is_named(node, "FONT") && !property(node, IS_PAIRED).is_truthy();
    let font: Option<Node> = fonts.into_iter().find(is_new).map(JsCast::unchecked_into);
    for text in listed(&property(record, "removedNodes")).filter(|node| is_named(node, "#text")) {
        let text: Node = text.unchecked_into();
        let translation = property(&text, TRANSLATION);
        match &font {
            // The program has removed it.
            _ if translation.is_object() && text.parent_node().is_none() => remove(translation),
            Some(font) if !translation.is_object() && font.is_connected() => pair(&target, &text, font),
            _ => {}
        }
    }
}

/// The nodes of a list.
fn listed(list: &JsValue) -> impl Iterator<Item = JsValue> + use<> {
    let list = list.clone();
    (0_u32..).map(move |index| property(&list, &index.to_string())).take_while(JsValue::is_object)
}

fn is_named(node: &JsValue, name: &str) -> bool {
    node.is_object() && property(node, "nodeName") == name
}

/// Puts a text node that a translation has replaced before it, empty.
fn pair(parent: &Node, text: &Node, translation: &Node) {
    // Some translations move the node into the element.
    if let Some(inside) = text.parent_node()
        && let Ok(copy) = text.clone_node()
    {
        let _ = inside.insert_before(&copy, Some(text));
    }
    if parent.insert_before(text, Some(translation)).is_ok() {
        set_property(text, TRANSLATION, translation);
        set_property(translation, IS_PAIRED, &JsValue::TRUE);
        set_property(text, EMPTIED, &JsValue::TRUE);
        set_property(text, "data", &JsValue::from_str(""));
    }
}

/// The text of a node has changed: its translation is one of the old text.
fn changed(text: &Node) {
    let translation = property(text, TRANSLATION);
    if !translation.is_object() {
        return;
    }
    if property(text, EMPTIED).is_truthy() {
        set_property(text, EMPTIED, &JsValue::FALSE);
        // Unless the program has written into it since.
        if property(text, "data") == "" {
            return;
        }
    }
    remove(translation);
    set_property(text, TRANSLATION, &JsValue::UNDEFINED);
}

fn remove(translation: JsValue) {
    translation.unchecked_into::<Element>().remove();
}
