//! A native select.

use domain::model::level::Level;
use swr_console::components::choice::Choice;
use swr_console::view::prelude::*;
use swr_console::words::Language;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::act::chosen;
use crate::support::{Find, Stage, choose, until};

fn levels(level: RwSignal<Level>) -> impl IntoView {
    view! {
        <Choice
            label=Signal::stored("Permission".to_owned())
            options=Level::ALL.to_vec()
            word=|level, words| words.levels.name(level).to_owned()
            value=level
            on_choose=Callback::new(move |chosen| level.set(chosen))
        />
    }
}

#[wasm_bindgen_test]
async fn a_choice_shows_its_value_and_tells_what_was_chosen() {
    let mut stage = Stage::new();
    let level = RwSignal::new(Level::Write);
    stage.show(move || levels(level));
    let select = stage.field("Permission");
    until("the value", || chosen(&select) == "Write").await;
    choose(&select, "Manage");
    assert_eq!(level.get_untracked(), Level::Manage);
    level.set(Level::Read);
    until("the value set from outside", || chosen(&select) == "Read").await;
}

#[wasm_bindgen_test]
async fn a_change_of_language_keeps_what_was_chosen() {
    let mut stage = Stage::new();
    let level = RwSignal::new(Level::Write);
    stage.show(move || levels(level));
    stage.language.set(Language::Chinese);
    let select = stage.field("Permission");
    until("the Chinese word", || chosen(&select) == "编辑").await;
    assert_eq!(select.all("option").iter().map(Find::text).collect::<Vec<_>>(), ["读取", "编辑", "管理"]);
    assert_eq!(level.get_untracked(), Level::Write);
}
