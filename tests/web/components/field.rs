//! Text fields.

use swr_console::components::field::{FieldKind, TextField};
use swr_console::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::act::value_of;
use crate::support::find::texts_of;
use crate::support::{Find, Stage, attribute, type_into, until};

fn label() -> Signal<String> {
    Signal::stored("Project".to_owned())
}

#[wasm_bindgen_test]
async fn a_field_holds_its_text_both_ways() {
    let mut stage = Stage::new();
    let value = RwSignal::new("local".to_owned());
    stage.show(move || view! { <TextField label=label() value/> });
    let field = stage.field("Project");
    until("the text", || value_of(&field) == "local").await;
    type_into(&field, "eu-de");
    assert_eq!(value.get_untracked(), "eu-de");
    value.set(String::new());
    until("the field to be cleared", || value_of(&field).is_empty()).await;
}

#[wasm_bindgen_test]
async fn hint_and_error_describe_the_field_the_error_first() {
    let mut stage = Stage::new();
    let (value, error) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let hint = Signal::stored("Usually the id of the region.".to_owned());
    stage.show(move || view! { <TextField label=label() value hint error/> });
    let field = stage.field("Project");
    let described = || attribute(&field, "aria-describedby").map(|ids| texts_of(&ids));
    assert_eq!(described().as_deref(), Some("Usually the id of the region."));
    assert_eq!(attribute(&field, "aria-invalid"), None);
    error.set(Some("Fill in this field.".to_owned()));
    until("the error", || {
        described().as_deref() == Some("Fill in this field. Usually the id of the region.")
    })
    .await;
    assert_eq!(attribute(&field, "aria-invalid").as_deref(), Some("true"));
    error.set(None);
    until("no error", || attribute(&field, "aria-invalid").is_none()).await;
}

#[wasm_bindgen_test]
async fn a_warning_describes_the_field_but_does_not_call_it_wrong() {
    let mut stage = Stage::new();
    let (value, warning) = (RwSignal::new(String::new()), RwSignal::new(Some("Check this one.".to_owned())));
    stage.show(move || view! { <TextField label=label() value error=warning only_warning=true/> });
    let field = stage.field("Project");
    let described = attribute(&field, "aria-describedby").unwrap();
    assert_eq!(texts_of(&described), "Check this one.");
    assert_eq!(attribute(&field, "aria-invalid"), None);
    assert!(stage.find(".field__message--warning").is_some());
}

#[wasm_bindgen_test]
fn a_secret_is_not_readable_and_a_given_text_cannot_be_changed() {
    let stage = Stage::with(|| {
        let value = RwSignal::new("secret".to_owned());
        view! { <TextField label=label() value kind=FieldKind::Password autocomplete="current-password" fixed=true/> }
    });
    let field = stage.field("Project");
    assert_eq!(attribute(&field, "type").as_deref(), Some("password"));
    assert_eq!(attribute(&field, "autocomplete").as_deref(), Some("current-password"));
    assert!(field.has_attribute("readonly"));
}

#[wasm_bindgen_test]
fn two_fields_never_share_an_id() {
    let stage = Stage::with(|| {
        let (one, other) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        view! {
            <TextField label=label() value=one/>
            <TextField label=label() value=other/>
        }
    });
    let fields = stage.all("input");
    assert_ne!(fields[0].id(), fields[1].id());
}
