//! The dialog "Sign in again".

use leptos::prelude::window;
use swr_emulator::PASSWORD;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::support::act::value_of;
use crate::support::console::address;
use crate::support::{Console, Find, appears, attribute, has_focus, type_into, until};

/// A permission table whose session has ended, and the dialog over it.
async fn ended() -> (Console, HtmlElement) {
    let mut console = Console::open_as("user02", "/organizations/group/images/test");
    console.row("user01").await;
    console.cloud.with(swr_emulator::Emulator::end_sessions);
    console.button("Refresh").click();
    let dialog = console.dialog("Sign in again").await;
    (console, dialog)
}

#[wasm_bindgen_test]
async fn who_one_was_is_filled_in_and_only_the_password_is_asked_for() {
    let (console, dialog) = ended().await;
    assert!(dialog.alert().unwrap().starts_with("Authentication failed."));
    for (label, value) in [("Account", "demo"), ("User name", "user02")] {
        let field = dialog.field(label);
        until(label, || value_of(&field) == value).await;
        assert!(field.has_attribute("readonly"), "{label}");
    }
    let password = dialog.field("Password");
    until("the focus in the password", || has_focus(&password)).await;
    assert_eq!(console.cells().len(), 4, "what was on the screen stays");
}

#[wasm_bindgen_test]
async fn the_same_user_goes_on_and_reads_are_made_again() {
    let (console, dialog) = ended().await;
    let before = console.requests("GET", "/v2/manage/namespaces/group/repos/test/access").len();
    type_into(&dialog.field("Password"), PASSWORD);
    dialog.button("Sign in").click();
    until("the dialog to go", || console.find("dialog").is_none()).await;
    until("a new reading", || {
        console.requests("GET", "/v2/manage/namespaces/group/repos/test/access").len() == before + 1
    })
    .await;
    assert_eq!(address(), "/organizations/group/images/test");
    assert_eq!(console.cells().len(), 4);
}

#[wasm_bindgen_test]
async fn a_wrong_password_is_told_in_the_dialog() {
    let (_console, dialog) = ended().await;
    type_into(&dialog.field("Password"), "wrong");
    dialog.button("Sign in").click();
    until("the refusal", || dialog.text().contains("Sign-in refused.")).await;
    until("the password to be cleared", || value_of(&dialog.field("Password")).is_empty()).await;
}

#[wasm_bindgen_test]
async fn signing_out_leaves_nothing_on_the_page_and_in_the_tab() {
    let (console, dialog) = ended().await;
    dialog.button("Sign out").click();
    console.heading("Sign in").await;
    assert!(!console.text().contains("user01") && !console.text().contains("user02"), "{}", console.text());
    assert_eq!(window().session_storage().unwrap().unwrap().length().unwrap(), 0);
}

#[wasm_bindgen_test]
async fn a_reload_in_that_state_finds_no_session() {
    let (_console, _dialog) = ended().await;
    assert_eq!(window().session_storage().unwrap().unwrap().length().unwrap(), 0);
}

#[wasm_bindgen_test]
async fn a_session_that_began_with_a_token_asks_for_one_and_somebody_else_starts_clean() {
    let mut console = Console::open("/organizations/group/images/test");
    let token = console.cloud.sign_in("user02").unwrap().to_string();
    console.heading("Sign in").await;
    console.called("input[type=radio]", "Access token").click();
    let field = appears("the field", || console.find_called("input[type=text]", "Access token")).await;
    type_into(&field, &token);
    console.button("Sign in").click();
    console.row("user02").await;
    console.cloud.with(swr_emulator::Emulator::end_sessions);
    console.button("Refresh").click();
    let dialog = console.dialog("Sign in again").await;
    assert!(dialog.find_field("Password").is_none());
    let token = console.cloud.sign_in("user01").unwrap().to_string();
    type_into(&dialog.field("Access token"), &token);
    dialog.button("Sign in").click();
    console.heading("Organizations").await;
    assert_eq!(
        console.announced(),
        "You signed in as user01, so everything of the earlier session was cleared."
    );
    assert!(console.find("dialog").is_none());
    assert!(attribute(&console.get("h1"), "tabindex").is_some());
    assert!(console.get("header").text().contains("demo / user01"));
}
