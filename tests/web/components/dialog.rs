//! The modal dialog.

use js_sys::{Function, Reflect};
use swr_console::components::dialog::Dialog;
use swr_console::view::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlDialogElement, HtmlElement};

use crate::support::{Find, Stage, appears, attribute, frame, has_focus, until};

fn title() -> Signal<String> {
    Signal::stored("Grant permission".to_owned())
}

/// Asks a dialog to close as the browser does for Escape.
fn escape(dialog: &HtmlElement) {
    let ask: Function = Reflect::get(dialog, &"requestClose".into()).unwrap().unchecked_into();
    ask.call0(dialog).unwrap();
}

fn is_modal(dialog: &HtmlElement) -> bool {
    dialog.matches(":modal").unwrap()
}

#[wasm_bindgen_test]
async fn a_dialog_opens_as_a_modal_one_under_its_title() {
    let stage = Stage::with(|| {
        let subtitle = Signal::stored("on group/test".to_owned());
        view! { <Dialog title=title() subtitle>"content"</Dialog> }
    });
    let dialog = appears("the dialog", || stage.find_dialog("Grant permission")).await;
    assert!(is_modal(&dialog));
    assert_eq!(dialog.get("h2").text(), "Grant permission");
    assert!(dialog.text().contains("on group/test") && dialog.text().contains("content"));
}

#[wasm_bindgen_test]
async fn escape_asks_to_dismiss_and_closes_nothing_by_itself() {
    let mut stage = Stage::new();
    let asked = RwSignal::new(0);
    let on_dismiss = Callback::new(move |()| asked.update(|asked| *asked += 1));
    stage.show(move || view! { <Dialog title=title() on_dismiss>"content"</Dialog> });
    let dialog = appears("the dialog", || stage.find_dialog("Grant permission")).await;
    assert_eq!(attribute(&dialog, "closedby").as_deref(), Some("closerequest"));
    escape(&dialog);
    until("the question", || asked.get_untracked() == 1).await;
    frame().await;
    assert!(is_modal(&dialog), "it leaves by leaving the document");
}

#[wasm_bindgen_test]
async fn a_dialog_that_cannot_be_put_off_stays_whatever_closes_it() {
    let stage = Stage::with(|| view! { <Dialog title=title()>"content"</Dialog> });
    let dialog = appears("the dialog", || stage.find_dialog("Grant permission")).await;
    assert_eq!(attribute(&dialog, "closedby").as_deref(), Some("none"));
    escape(&dialog);
    frame().await;
    assert!(is_modal(&dialog));
    // Some browsers close on a second Escape whatever the page says.
    dialog.unchecked_ref::<HtmlDialogElement>().close();
    until("the dialog to be back", || is_modal(&dialog)).await;
}

/// A button that opens a dialog, which closes by its own button.
fn opener_and_dialog(open: RwSignal<bool>) -> impl IntoView {
    view! {
        <button type="button" on:click=move |_| open.set(true)>"Open"</button>
        <button type="button">"Elsewhere"</button>
        <Show when=open>
            <Dialog title=title()>
                <button type="button" on:click=move |_| open.set(false)>"Close"</button>
            </Dialog>
        </Show>
    }
}

#[wasm_bindgen_test]
async fn the_focus_goes_into_the_dialog_and_back_to_what_opened_it() {
    let mut stage = Stage::new();
    let open = RwSignal::new(false);
    stage.show(move || opener_and_dialog(open));
    let opener = stage.button("Open");
    opener.focus().unwrap();
    opener.click();
    let close = appears("the dialog", || stage.find_dialog("Grant permission")?.find_button("Close")).await;
    until("the focus in the dialog", || has_focus(&close)).await;
    close.click();
    until("the focus on the opener", || has_focus(&opener)).await;
    assert!(stage.find("dialog").is_none());
}

#[wasm_bindgen_test]
async fn the_focus_is_not_taken_from_whom_has_it_after_the_dialog() {
    let mut stage = Stage::new();
    let open = RwSignal::new(false);
    stage.show(move || opener_and_dialog(open));
    let opener = stage.button("Open");
    opener.focus().unwrap();
    opener.click();
    appears("the dialog", || stage.find_dialog("Grant permission")).await;
    open.set(false);
    until("the dialog to go", || stage.find("dialog").is_none()).await;
    let elsewhere = stage.button("Elsewhere");
    elsewhere.focus().unwrap();
    frame().await;
    assert!(has_focus(&elsewhere));
}

#[wasm_bindgen_test]
async fn an_opener_that_is_gone_is_no_fault() {
    let mut stage = Stage::new();
    let open = RwSignal::new(false);
    stage.show(move || opener_and_dialog(open));
    let opener = stage.button("Open");
    opener.focus().unwrap();
    opener.click();
    appears("the dialog", || stage.find_dialog("Grant permission")).await;
    stage.clear();
    frame().await;
    assert!(stage.all("*").is_empty());
}
