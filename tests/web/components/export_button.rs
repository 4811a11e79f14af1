//! The button that saves what is on the screen.

use domain::text::export::FileKind;
use swr_console::components::export_button::ExportButton;
use swr_console::components::file_kinds::{FileKinds, Saved};
use swr_console::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::saving::catch_files;
use crate::support::{Find, Stage, attribute, has_focus, press, until};

fn button() -> Stage {
    Stage::with(|| {
        let save = Callback::new(|kind| {
            let (text, rows) = match kind {
                FileKind::Excel | FileKind::Csv => ("a,b\r\n", 1),
                FileKind::Json => ("[1,2]", 2),
            };
            Saved { name: "permissions-group-test".to_owned(), text: text.to_owned(), rows }
        });
        let remembered = Callback::new(|()| FileKind::Json);
        let kinds = Callback::new(move |on_saved| view! { <FileKinds remembered save on_saved/> }.into_any());
        view! { <ExportButton kinds/> }
    })
}

fn is_open(stage: &Stage) -> bool {
    let says = attribute(&stage.button("Export"), "aria-expanded").as_deref() == Some("true");
    assert_eq!(says, stage.find_button("CSV").is_some() && stage.find_button("JSON").is_some());
    says
}

async fn open(stage: &Stage) {
    stage.button("Export").click();
    until("the kinds", || stage.find_button("CSV").is_some()).await;
}

#[wasm_bindgen_test]
async fn a_click_shows_the_kinds_and_another_hides_them() {
    let stage = button();
    assert!(!is_open(&stage));
    open(&stage).await;
    assert!(is_open(&stage));
    let controls = attribute(&stage.button("Export"), "aria-controls").unwrap();
    assert!(document().get_element_by_id(&controls).unwrap().contains(Some(&stage.button("JSON"))));
    stage.button("Export").click();
    until("nothing", || !is_open(&stage)).await;
}

#[wasm_bindgen_test]
async fn escape_hides_the_kinds_and_is_left_to_others_when_there_are_none() {
    let stage = button();
    open(&stage).await;
    assert!(!press(&stage.button("CSV"), "Escape"), "taken");
    until("nothing", || !is_open(&stage)).await;
    assert!(press(&stage.button("Export"), "Escape"), "left to a dialog around");
}

#[wasm_bindgen_test]
async fn each_kind_is_a_file_and_is_told() {
    let (stage, saving) = (button(), catch_files());
    open(&stage).await;
    stage.button("CSV").click();
    until("the word", || stage.said() == ["Exported 1 row."]).await;
    until("nothing", || !is_open(&stage)).await;
    open(&stage).await;
    stage.button("JSON").click();
    until("the other word", || stage.said().last().is_some_and(|said| said == "Exported 2 rows.")).await;
    let files = saving.files().await;
    let names: Vec<_> = files.iter().map(|file| (file.name.as_str(), file.text.as_str())).collect();
    assert_eq!(names, [("permissions-group-test.csv", "a,b\r\n"), ("permissions-group-test.json", "[1,2]")],);
    assert_eq!(
        (files[0].mime.as_str(), files[1].mime.as_str()),
        ("text/csv;charset=utf-8", "application/json")
    );
}

#[wasm_bindgen_test]
async fn the_kind_that_was_chosen_last_has_the_focus() {
    let stage = button();
    open(&stage).await;
    until("the focus", || has_focus(&stage.button("JSON"))).await;
    assert!(stage.find_button("CSV for Excel").is_some());
}
