//! The live region.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use swr_console::components::announcer::{Announce, AnnouncerEcho, AnnouncerRegion};
use swr_console::state::announcer::{Announcer, Shown};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Find, Stage, attribute, drain, until};

#[wasm_bindgen_test]
async fn the_region_is_there_before_anything_is_said() {
    let announce = Rc::new(Cell::new(None));
    let given = Rc::clone(&announce);
    let stage = Stage::with(move || {
        given.set(Some(expect_context::<Announce>()));
        view! { <AnnouncerRegion shown=true/> }
    });
    let region = stage.get("[role=status]");
    assert_eq!(region.text(), "");
    announce.get().unwrap().say("Creation successful. Granted Read to user01.");
    until("the sentence", || region.text() == "Creation successful. Granted Read to user01.").await;
    assert!(region.is_connected(), "the region itself stays, only its text changes");
}

#[wasm_bindgen_test]
async fn what_is_only_said_is_not_shown() {
    let shown = RwSignal::new(true);
    let stage = Stage::with(move || view! { <AnnouncerRegion shown/> });
    let region = stage.get("[role=status]");
    assert!(!region.class_list().contains("announcer--said"));
    shown.set(false);
    until("the class", || region.class_list().contains("announcer--said")).await;
}

#[wasm_bindgen_test]
async fn a_dialog_repeats_what_is_said_outside() {
    let announce = Rc::new(Cell::new(None));
    let given = Rc::clone(&announce);
    let stage = Stage::with(move || {
        given.set(Some(expect_context::<Announce>()));
        view! { <AnnouncerEcho/> }
    });
    announce.get().unwrap().whisper("Copied");
    let echo = stage.get("[aria-live=polite]");
    until("the echo", || echo.text() == "Copied").await;
    assert_eq!(attribute(&echo, "role"), None, "a second role=status would be a second announcement outside");
}

#[wasm_bindgen_test]
async fn the_same_sentence_twice_is_said_twice() {
    let _stage = Stage::new();
    let announcer = Announcer::new();
    announcer.say("Copied", Shown::Said);
    let first = announcer.present().get_untracked().number;
    announcer.say("Copied", Shown::Seen);
    let second = announcer.present().get_untracked();
    assert_eq!((second.text.as_str(), second.shown), ("Copied", Shown::Seen));
    assert!(second.number > first);
    drain().await;
}
