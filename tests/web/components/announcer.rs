//! The live region.

use std::cell::Cell;
use std::rc::Rc;

use swr_console::components::announcer::{Announce, LiveRegion};
use swr_console::components::dialog::Dialog;
use swr_console::state::announcer::{Announcer, Audience};
use swr_console::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Find, Stage, hurry, until};

#[wasm_bindgen_test]
async fn the_region_is_there_before_anything_is_said() {
    let announce = Rc::new(Cell::new(None));
    let given = Rc::clone(&announce);
    let stage = Stage::with(move || {
        given.set(Some(expect_context::<Announce>()));
        view! { <LiveRegion visible=true/> }
    });
    let region = stage.get("[role=status]");
    assert_eq!(region.text(), "");
    announce.get().unwrap().toast("Creation successful. Granted Read to user01.");
    until("the sentence", || region.text() == "Creation successful. Granted Read to user01.").await;
    assert!(region.is_connected(), "the region itself stays, only its text changes");
}

#[wasm_bindgen_test]
async fn what_is_only_said_is_not_shown() {
    let visible = RwSignal::new(true);
    let stage = Stage::with(move || view! { <LiveRegion visible/> });
    let region = stage.get("[role=status]");
    assert!(!region.class_list().contains("announcer--said"));
    visible.set(false);
    until("the class", || region.class_list().contains("announcer--said")).await;
}

/// The region, and two dialogs that can lie over the page.
fn region_and_dialogs(first: RwSignal<bool>, second: RwSignal<bool>) -> impl IntoView {
    let title = |text: &str| Signal::stored(text.to_owned());
    view! {
        <LiveRegion visible=true/>
        <Show when=first>
            <Dialog title=title("First")>"content"</Dialog>
        </Show>
        <Show when=second>
            <Dialog title=title("Second")>"content"</Dialog>
        </Show>
    }
}

#[wasm_bindgen_test]
async fn the_region_is_always_in_the_uppermost_dialog() {
    // A modal dialog makes everything outside it inert, and a screen reader says nothing that is said there.
    let mut stage = Stage::new();
    let (first, second) = (RwSignal::new(false), RwSignal::new(false));
    stage.show(move || region_and_dialogs(first, second));
    let region = stage.get("[role=status]");
    let speaks_in = |name: &str| stage.find_dialog(name).is_some_and(|dialog| dialog.contains(Some(&region)));
    first.set(true);
    until("the region in the dialog", || speaks_in("First")).await;
    second.set(true);
    until("the region in the dialog above", || speaks_in("Second")).await;
    second.set(false);
    until("the region in the dialog below", || speaks_in("First")).await;
    first.set(false);
    until("no dialog", || stage.find("dialog").is_none()).await;
    assert!(region.is_connected(), "it has not gone with the dialog");
    stage.clear();
    assert!(!region.is_connected(), "but goes with the page");
}

#[wasm_bindgen_test]
async fn the_same_sentence_twice_is_said_twice_and_both_are_gone_after_a_while() {
    let _hurry = hurry();
    let _stage = Stage::new();
    let announcer = Announcer::new();
    let present = || announcer.present().get_untracked();
    announcer.announce("Copied", Audience::ScreenReaders);
    let first = present().number;
    announcer.announce("Copied", Audience::Everyone);
    assert_eq!((present().text.as_str(), present().audience), ("Copied", Audience::Everyone));
    assert!(present().number > first);
    until("silence", || present().text.is_empty()).await;
}
