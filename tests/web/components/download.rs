//! Saving a text as a file.

use leptos::prelude::document;
use swr_console::components::download::download;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::saving::{File, catch_files};
use crate::support::{Stage, drain};

#[wasm_bindgen_test]
async fn a_text_is_saved_as_it_is_under_its_name() {
    let _stage = Stage::new();
    let saving = catch_files();
    download("permissions.csv", "text/csv;charset=utf-8", "\u{feff}name\r\n镜像\r\n");
    let file = File {
        name: "permissions.csv".to_owned(),
        mime: "text/csv;charset=utf-8".to_owned(),
        text: "name\r\n镜像\r\n".to_owned(),
        is_marked: true,
    };
    assert_eq!(saving.files().await, [file]);
}

#[wasm_bindgen_test]
async fn saving_leaves_nothing_in_the_document() {
    let _stage = Stage::new();
    let saving = catch_files();
    download("a.json", "application/json", "[]");
    drain().await;
    assert!(document().query_selector("a[download]").unwrap().is_none());
    assert_eq!(saving.files().await.len(), 1);
}
