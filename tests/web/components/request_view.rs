//! The request behind a form.

use domain::text::request_format::RequestFormat;
use swr_console::components::request_view::{RequestFold, RequestText};
use swr_console::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Find, Stage, appears, attribute, choose, until};

/// A request about someone, which KooCLI can't express; nothing while nobody is named.
fn request(name: RwSignal<&'static str>) -> Stage {
    let mut stage = Stage::new();
    let shown = Callback::new(move |format| match (name.get(), format) {
        ("", _) | (_, RequestFormat::KooCli) => String::new(),
        (name, RequestFormat::Http) => format!("POST /{name}"),
        (name, _) => format!("curl /{name}"),
    });
    let inside = Callback::new(move |()| view! { <RequestText shown/> }.into_any());
    stage.show(move || view! { <RequestFold inside/> });
    stage
}

/// The same, opened.
async fn opened(name: RwSignal<&'static str>) -> Stage {
    let stage = request(name);
    stage.get("summary").click();
    appears("what is inside", || stage.find("pre")).await;
    stage
}

fn shown(stage: &Stage) -> String {
    stage.get("pre").text_content().unwrap()
}

#[wasm_bindgen_test]
async fn a_request_is_closed_at_first_and_follows_what_it_is_about() {
    let name = RwSignal::new("one");
    let stage = request(name);
    assert_eq!(attribute(&stage.get("details"), "open"), None);
    assert_eq!(stage.get("summary").text(), "Request");
    assert!(stage.find("pre").is_none(), "nothing is drawn while it is closed");
    stage.get("summary").click();
    appears("what is inside", || stage.find("pre")).await;
    until("the request", || shown(&stage) == "POST /one").await;
    name.set("two");
    until("the other request", || shown(&stage) == "POST /two").await;
}

#[wasm_bindgen_test]
async fn a_keyboard_reaches_the_text_to_scroll_it() {
    let stage = opened(RwSignal::new("one")).await;
    let text = stage.called("[role=group]", "Request");
    assert_eq!(attribute(&text, "tabindex").as_deref(), Some("0"));
}

#[wasm_bindgen_test]
async fn each_form_has_its_text_and_what_one_has_to_know() {
    let stage = opened(RwSignal::new("one")).await;
    let format = stage.field("Format");
    let forms: Vec<_> = format.all("option").iter().map(Find::text).collect();
    assert_eq!(forms, ["HTTP", "curl", "PowerShell", "KooCLI", "Terraform"]);
    choose(&format, "curl");
    until("the command", || shown(&stage) == "curl /one").await;
    until("the hint", || stage.text().contains("variable SWR_TOKEN")).await;
    stage.button("Copy");
}

#[wasm_bindgen_test]
async fn a_form_that_cannot_express_it_says_so_and_offers_nothing_to_copy() {
    let stage = opened(RwSignal::new("one")).await;
    choose(&stage.field("Format"), "KooCLI");
    until("the word", || shown(&stage) == "This request can't be written for KooCLI.").await;
    until("nothing to copy", || stage.find_button("Copy").is_none()).await;
}

#[wasm_bindgen_test]
async fn without_a_request_there_is_a_word_about_it_in_every_form() {
    let stage = opened(RwSignal::new("")).await;
    for format in ["HTTP", "KooCLI", "Terraform"] {
        choose(&stage.field("Format"), format);
        until(format, || shown(&stage) == "Complete the fields to see the request.").await;
        assert!(stage.find_button("Copy").is_none());
    }
}
