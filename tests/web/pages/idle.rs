//! A session in which nobody does anything.

use std::time::Duration;

use swr_console::view::prelude::*;
use swr_emulator::PASSWORD;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::clock::{clocks, come_back, minutes};
use crate::support::console::{KEY, address};
use crate::support::{Console, Find, has_focus, submit, type_into, until};

const IMAGE: &str = "/organizations/group/images/test?q=user0";
const WARNING: &str = "You will be signed out";

/// So long that the warning comes, and half of its time is left.
const ALMOST: Duration = Duration::from_secs(14 * 60 + 30);

fn stored() -> Option<String> {
    window().session_storage().unwrap().unwrap().get_item(KEY).unwrap()
}

#[wasm_bindgen_test]
async fn the_warning_can_be_answered_and_everything_is_as_it_was() {
    let clocks = clocks();
    let console = Console::open_as("admin", IMAGE);
    console.row("user01").await;
    clocks.pass(ALMOST);
    come_back();
    let warning = console.dialog(WARNING).await;
    let stay = warning.button("Stay signed in");
    until("the focus on staying", || has_focus(&stay)).await;
    assert!(warning.text().contains("after 15 minutes without activity"), "{}", warning.text());
    stay.click();
    until("the end of the warning", || console.find_dialog(WARNING).is_none()).await;
    assert_eq!(console.cells().len(), 3);
}

#[wasm_bindgen_test]
async fn at_the_end_nothing_is_left_and_one_comes_back_to_the_same_place() {
    let clocks = clocks();
    let console = Console::open_as("admin", IMAGE);
    console.row("user01").await;
    let before = address();
    clocks.pass(ALMOST);
    come_back();
    console.dialog(WARNING).await;
    clocks.pass(minutes(1));
    come_back();
    console.heading("Sign in").await;
    assert!(console.text().contains("Signed out after 15 minutes without activity."), "{}", console.text());
    assert!(!console.text().contains("user01"));
    assert_eq!(console.all("dialog").len(), 0);
    assert_eq!(stored(), None);
    for (label, text) in [("User name", "admin"), ("Password", PASSWORD)] {
        type_into(&console.field(label), text);
    }
    submit(&console.get("form"));
    console.row("user01").await;
    assert_eq!(address(), before);
}

#[wasm_bindgen_test]
async fn one_can_sign_out_from_the_warning() {
    let clocks = clocks();
    let console = Console::open_as("admin", IMAGE);
    console.row("user01").await;
    clocks.pass(ALMOST);
    come_back();
    console.dialog(WARNING).await.button("Sign out").click();
    console.heading("Sign in").await;
    assert_eq!(address(), "/sign-in");
    assert!(!console.text().contains("without activity"));
    assert_eq!(stored(), None);
}

#[wasm_bindgen_test]
async fn a_write_that_is_under_way_is_waited_for() {
    let clocks = clocks();
    let console = Console::open_slowly_as("admin", "/organizations/group/images/test");
    let row = console.row("user03").await;
    row.button("Change user03").click();
    until("the choice", || console.find_field("Permission of user03").is_some()).await;
    crate::support::choose(&console.field("Permission of user03"), "Write");
    console.button("Save").click();
    clocks.pass(minutes(20));
    come_back();
    let warning = console.dialog(WARNING).await;
    assert!(warning.text().contains("still being sent"), "{}", warning.text());
    until("the write", || console.stored_level("user03") == Some(3)).await;
    console.looked_again().await;
    until("the end", || {
        come_back();
        console.find_called("h1", "Sign in").is_some()
    })
    .await;
}
