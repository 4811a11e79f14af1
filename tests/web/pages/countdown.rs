//! The last minutes of a token.

use std::time::Duration;

use swr_emulator::PASSWORD;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::clock::{clocks, come_back, minutes};
use crate::support::{Console, Find, submit, type_into, until};

const IMAGE: &str = "/organizations/group/images/test";

fn countdown(console: &Console) -> Option<String> {
    console.find(".header__countdown").map(|countdown| countdown.text())
}

#[wasm_bindgen_test]
async fn the_end_of_a_token_is_counted_down_and_said_twice() {
    let clocks = clocks();
    let console = Console::open_for("admin", 660, IMAGE);
    console.row("user01").await;
    assert_eq!(countdown(&console), None);
    clocks.pass(minutes(1) + Duration::from_millis(500));
    come_back();
    until("the countdown", || countdown(&console).as_deref() == Some("Session ends in 10 min")).await;
    until("the word", || console.announced() == "Session ends in 10 min").await;
    clocks.pass(minutes(5));
    come_back();
    until("the countdown", || countdown(&console).as_deref() == Some("Session ends in 5 min")).await;
    assert_eq!(console.announced(), "Session ends in 10 min", "not every minute is said");
    clocks.pass(minutes(4));
    come_back();
    until("the last minute", || countdown(&console).is_some_and(|text| text.ends_with(" s"))).await;
    until("the word", || console.announced() != "Session ends in 10 min").await;
    clocks.pass(minutes(1));
    come_back();
    console.dialog("Sign in again").await;
    assert_eq!(countdown(&console), None);
}

#[wasm_bindgen_test]
async fn where_the_end_is_not_known_nothing_is_said_of_it() {
    let clocks = clocks();
    let console = Console::open_as("admin", IMAGE);
    console.row("user01").await;
    clocks.pass(minutes(10));
    come_back();
    assert_eq!(countdown(&console), None);
}

#[wasm_bindgen_test]
async fn one_can_sign_in_again_before_the_end() {
    let console = Console::open_for("admin", 300, IMAGE);
    console.row("user01").await;
    console.button("Sign in again").click();
    let dialog = console.dialog("Sign in again").await;
    assert_eq!(dialog.alert(), None, "nothing has failed");
    dialog.button("Not now").click();
    until("the end of the dialog", || console.find_dialog("Sign in again").is_none()).await;
    console.button("Sign in again").click();
    let dialog = console.dialog("Sign in again").await;
    type_into(&dialog.field("Password"), PASSWORD);
    submit(&dialog.get("form"));
    until("the end of the dialog", || console.find_dialog("Sign in again").is_none()).await;
    until("the new end", || countdown(&console).is_none()).await;
    assert_eq!(console.cells().len(), 4);
}
