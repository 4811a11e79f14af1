//! Language and theme.

use domain::text::export::FileKind;
use swr_console::state::preferences::{Preferences, Theme, file_kind, keep_file_kind};
use swr_console::view::prelude::*;
use swr_console::words::Language;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Stage, drain, until};

fn root(attribute: &str) -> Option<String> {
    document().document_element().unwrap().get_attribute(attribute)
}

fn kept() -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "what is kept there is what this test is about")]
    let storage = window().local_storage().unwrap().unwrap();
    storage.get_item("swr-console.preferences").unwrap()
}

#[wasm_bindgen_test]
async fn the_document_follows_and_a_choice_is_remembered() {
    let _stage = Stage::new();
    let preferences = Preferences::install();
    until("the attributes", || root("data-theme").as_deref() == Some("system")).await;
    drain().await;
    assert_eq!(kept(), None, "who never chose goes on following the browser");
    preferences.language.set(Language::Chinese);
    preferences.theme.set(Theme::Dark);
    until("the attributes", || root("data-theme").as_deref() == Some("dark")).await;
    assert_eq!(root("lang").as_deref(), Some("zh-CN"));
    assert_eq!(kept().as_deref(), Some("zh-CN dark"));
    keep_file_kind(preferences, FileKind::Excel);
    preferences.theme.set(Theme::Light);
    until("the attributes", || root("data-theme").as_deref() == Some("light")).await;
    assert_eq!(kept().as_deref(), Some("zh-CN light excel"));
    assert_eq!(file_kind(), Some(FileKind::Excel), "another theme does not forget the kind of files");
    preferences.theme.set(Theme::Dark);
    until("the attributes", || root("data-theme").as_deref() == Some("dark")).await;
    let again = Preferences::install();
    assert_eq!(again.language.get_untracked(), Language::Chinese);
    assert_eq!(again.theme.get_untracked(), Theme::Dark);
    preferences.language.set(Language::English);
    preferences.theme.set(Theme::System);
    until("the attributes as before", || root("lang").as_deref() == Some("en")).await;
}
