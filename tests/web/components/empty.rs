//! Empty regions.

use swr_console::components::empty::Empty;
use swr_console::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Find, Stage};

#[wasm_bindgen_test]
fn an_empty_region_says_so_and_offers_a_way_on() {
    let stage = Stage::with(|| {
        let (title, text) = (Signal::stored("No images".to_owned()), Signal::stored("Push one.".to_owned()));
        view! {
            <Empty title text>
                <button type="button">"Clear filter"</button>
            </Empty>
        }
    });
    assert_eq!(stage.text(), "No images Push one. Clear filter");
    stage.button("Clear filter");
}

#[wasm_bindgen_test]
fn an_explanation_is_not_needed() {
    let stage = Stage::with(|| view! { <Empty title=Signal::stored("Nothing".to_owned())/> });
    assert_eq!(stage.text(), "Nothing");
    assert_eq!(stage.all("p").len(), 1);
}
