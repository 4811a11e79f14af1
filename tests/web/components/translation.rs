//! Text that a browser's translation has put into other elements.

use swr_console::components::translation::survive_translation;
use swr_console::view::dynamic::dynamic;
use swr_console::view::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Node};

use crate::support::{Find, Stage, drain, until};

/// Puts each text of an element into a `<font>`, as a copy with a sign that shows that it is a translation.
fn translate(element: &Element) {
    let texts: Vec<Node> = (0..element.child_nodes().length())
        .filter_map(|index| element.child_nodes().get(index))
        .filter(|node| node.node_type() == Node::TEXT_NODE && node.text_content() != Some(String::new()))
        .collect();
    for text in texts {
        let font = document().create_element("font").unwrap();
        font.set_text_content(Some(&format!("~{}", text.text_content().unwrap())));
        element.replace_child(&font, &text).unwrap();
    }
}

#[wasm_bindgen_test]
async fn text_that_changes_takes_the_place_of_its_translation() {
    survive_translation();
    let mut stage = Stage::new();
    let count = RwSignal::new(4);
    stage.show(move || view! { <p>"Users: " {dynamic(move || count.get())}</p> });
    translate(&stage.get("p"));
    drain().await;
    assert_eq!(stage.get("p").text(), "~Users: ~4");
    count.set(1);
    until("the other count", || stage.get("p").text() == "~Users: 1").await;
}

// Two texts side by side: the program removed the second, and its neighbour's translation was taken for its own. The next
// change of the neighbour then left the translation where it was, or took it away while its text stayed empty.
#[wasm_bindgen_test]
async fn text_that_is_removed_leaves_the_translation_of_its_neighbour() {
    survive_translation();
    let mut stage = Stage::new();
    let (first, second) = (RwSignal::new("one"), RwSignal::new(true));
    stage.show(move || {
        view! { <p>{dynamic(move || first.get())} {dynamic(move || second.get().then_some("two"))}</p> }
    });
    let paragraph = stage.get("p");
    translate(&paragraph);
    drain().await;
    assert_eq!(paragraph.text(), "~one~two");
    second.set(false);
    until("the first alone", || paragraph.text() == "~one").await;
    second.set(true);
    until("the second again", || paragraph.text() == "~onetwo").await;
    // Not translated yet when it goes.
    second.set(false);
    until("the first alone", || paragraph.text() == "~one").await;
    first.set("three");
    until("the first again", || paragraph.text() == "three").await;
    assert_eq!(paragraph.query_selector_all("font").unwrap().length(), 0);
}

#[wasm_bindgen_test]
async fn what_is_not_to_be_translated_changes_as_ever() {
    survive_translation();
    let mut stage = Stage::new();
    let name = RwSignal::new("user01");
    stage.show(move || view! { <p translate="no">{dynamic(move || name.get())}</p> });
    name.set("user02");
    until("the other name", || stage.get("p").text() == "user02").await;
    assert!(stage.get("p").unchecked_into::<Element>().query_selector("font").unwrap().is_none());
}
