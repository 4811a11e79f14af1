//! Names from the service.

use swr_console::components::name::Name;
use swr_console::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Find, Stage};

#[wasm_bindgen_test]
fn markup_in_a_name_is_text() {
    let stage = Stage::with(|| view! { <Name text="<img src=x onerror=alert(1)>"/> });
    assert_eq!(stage.text(), "<img src=x onerror=alert(1)>");
    assert!(stage.find("img").is_none());
}

#[wasm_bindgen_test]
fn characters_that_cannot_be_seen_are_written_out() {
    let stage = Stage::with(|| view! { <Name text="ad\u{200B}min\u{202E}txt"/> });
    assert_eq!(stage.text(), "ad⟨U+200B⟩min⟨U+202E⟩txt");
    assert_eq!(stage.all(".hidden-char").len(), 2);
}

#[wasm_bindgen_test]
fn a_name_runs_in_its_own_direction() {
    let stage = Stage::with(|| view! { <Name text="مستخدم"/> });
    assert_eq!(stage.get(".name").tag_name(), "BDI");
}
