//! Waiting for the first data.

use swr_console::components::waiting::Waiting;
use swr_console::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Find, Stage, appears, hurry};

#[wasm_bindgen_test]
async fn a_long_wait_can_be_given_up_and_a_short_one_is_not_disturbed() {
    let _hurry = hurry();
    let mut stage = Stage::new();
    let cancelled = RwSignal::new(0);
    let on_cancel = Callback::new(move |()| cancelled.update(|cancelled| *cancelled += 1));
    stage.show(move || view! { <Waiting on_cancel/> });
    assert!(stage.find("[aria-busy=true]").is_some());
    assert!(stage.text().contains("Loading…"));
    assert!(stage.find_button("Cancel").is_none());
    let button = appears("the way out", || stage.find_button("Cancel")).await;
    assert!(stage.get("[aria-live=polite]").text().starts_with("Still working."));
    button.click();
    assert_eq!(cancelled.get_untracked(), 1);
}
