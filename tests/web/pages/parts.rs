//! Parts of the program that are fetched later: the wait for them, and that they may not come.

use std::cell::Cell;

use swr_console::pages::parts::{AnyPart, Arriving, GRANTING, PartLoader, PartName, TABLES, linked_in};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Console, Find, appears, has_focus, until};

/// How a part answers that is asked for.
#[derive(Clone, Copy, PartialEq)]
enum Answer {
    Comes,
    Fails,
    NeverEnds,
}

thread_local! {
    static ANSWER: Cell<Answer> = const { Cell::new(Answer::Comes) };
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

fn answer(part: AnyPart) -> Arriving {
    ASKED.set(ASKED.get() + 1);
    match ANSWER.get() {
        Answer::Comes => Box::pin(async move { Some(part) }),
        Answer::Fails => Box::pin(async { None }),
        Answer::NeverEnds => Box::pin(std::future::pending()),
    }
}

fn late_tables(name: PartName) -> Arriving {
    if name == PartName::Tables { answer(&TABLES) } else { linked_in(name) }
}

fn late_granting(name: PartName) -> Arriving {
    if name == PartName::Granting { answer(&GRANTING) } else { linked_in(name) }
}

/// A console where one part answers like this.
fn open(loader: PartLoader, with: Answer, address: &str) -> Console {
    ANSWER.set(with);
    ASKED.set(0);
    Console::open_in_parts(loader, "admin", address)
}

const IMAGE: &str = "/organizations/group/images/test";

#[wasm_bindgen_test]
async fn a_page_whose_part_fails_can_be_tried_again() {
    let console = open(late_tables, Answer::Fails, IMAGE);
    let failure = "Part of the console failed to load.";
    until("the failure", || console.text().contains(failure)).await;
    assert!(console.find_button("Reload").is_some(), "the web server may have another version by now");
    ANSWER.set(Answer::Comes);
    console.button("Try again").click();
    console.row("user01").await;
    assert!(!console.text().contains(failure));
    assert_eq!(ASKED.get(), 2);
}

#[wasm_bindgen_test]
async fn a_dialog_whose_part_is_awaited_opens_when_it_comes_and_gives_the_focus_back() {
    let console = open(late_granting, Answer::Fails, IMAGE);
    console.row("user01").await;
    let opener = console.button("Grant permission");
    opener.focus().unwrap();
    opener.click();
    let again = appears("the way to try again", || console.find_button("Try again")).await;
    assert!(console.find("dialog").is_none() && has_focus(&opener));
    ANSWER.set(Answer::Comes);
    again.click();
    let dialog = console.dialog("Grant permission").await;
    dialog.button("Cancel").click();
    until("the end of the dialog", || console.find("dialog").is_none()).await;
}

#[wasm_bindgen_test]
async fn a_part_is_fetched_once_ahead_of_its_use() {
    let console = open(late_tables, Answer::Comes, "/organizations");
    console.row("group").await;
    until("the tables, ahead", || ASKED.get() == 1).await;
    console.called("a", "group").click();
    console.row("test").await;
    assert_eq!(ASKED.get(), 1);
}

#[wasm_bindgen_test]
async fn a_failed_fetch_ahead_is_not_shown_and_is_tried_again() {
    let console = open(late_tables, Answer::Fails, "/organizations");
    console.row("group").await;
    until("the tables, ahead", || ASKED.get() == 1).await;
    assert!(!console.text().contains("failed to load"));
    ANSWER.set(Answer::Comes);
    console.called("a", "group").click();
    console.row("test").await;
    assert_eq!(ASKED.get(), 2);
}

#[wasm_bindgen_test]
async fn a_part_that_never_comes_can_be_given_up() {
    let console = open(late_tables, Answer::NeverEnds, IMAGE);
    let cancel = appears("the way out", || console.find_button("Cancel")).await;
    cancel.click();
    appears("the way on", || console.find_button("Try again")).await;
}
