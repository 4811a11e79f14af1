//! Levels as word and shape.

use domain::model::level::{Level, Permission};
use swr_console::components::level::PermissionLabel;
use swr_console::view::prelude::*;
use swr_console::words::Language;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Find, Stage, attribute, until};

#[wasm_bindgen_test]
fn a_level_is_told_by_word_meaning_and_shape() {
    for (level, word, meaning, key) in [
        (Level::Read, "Read", "Pull", "read"),
        (Level::Write, "Write", "Pull and push", "write"),
        (Level::Manage, "Manage", "Pull, push, delete, and grant permissions", "manage"),
    ] {
        let stage = Stage::with(move || view! { <PermissionLabel permission=level.into()/> });
        assert_eq!(stage.text(), word);
        assert_eq!(attribute(&stage.get(".permission"), "title").as_deref(), Some(meaning));
        let mark = stage.get(".level-mark");
        assert_eq!(attribute(&mark, "data-level").as_deref(), Some(key));
        assert_eq!(attribute(&mark, "aria-hidden").as_deref(), Some("true"));
    }
}

#[wasm_bindgen_test]
fn a_value_that_is_no_level_is_shown_as_it_is_and_never_as_a_level() {
    let stage = Stage::with(|| view! { <PermissionLabel permission=Permission::Unknown("2".to_owned())/> });
    assert_eq!(stage.text(), "Unknown (2)");
    assert!(stage.find(".level-mark").is_none());
    drop(stage);
    let stage = Stage::with(|| view! { <PermissionLabel permission=Permission::Missing/> });
    assert_eq!(stage.text(), "Missing");
}

#[wasm_bindgen_test]
async fn a_level_follows_the_language() {
    let stage = Stage::with(|| view! { <PermissionLabel permission=Level::Write.into()/> });
    stage.language.set(Language::Chinese);
    until("the Chinese word", || stage.text() == "编辑").await;
}
