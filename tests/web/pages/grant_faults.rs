//! The grant dialog, when the service refuses or is silent. Whatever happens, what was typed stays.

use swr_emulator::PASSWORD;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use super::grant::{PATH, TEST, fill, open, row, sent};
use crate::support::act::value_of;
use crate::support::{Console, Find, appears, attribute, hurry, type_into, until};

/// Sends a grant to a user of any name, and waits for what is said about it.
async fn refused(console: &Console, user: &str) -> (HtmlElement, String) {
    console.row("user01").await;
    let dialog = open(console).await;
    let first = row(&dialog, 1).await;
    type_into(&first.field("User name"), user);
    type_into(&first.field("User ID"), &"0".repeat(32));
    dialog.button("Grant").click();
    let said = appears("the alert", || dialog.alert()).await;
    assert_eq!(value_of(&first.field("User name")), user, "what was typed is kept");
    assert!(attribute(&dialog, "open").is_some());
    (dialog, said)
}

fn reads(console: &Console) -> usize {
    console.requests("GET", PATH).len()
}

#[wasm_bindgen_test]
async fn each_status_has_its_documented_headline() {
    for (user, headline) in [
        ("denied", "Permission denied."),
        ("conflict", "The image permission already exists."),
        ("error-400", "Request error."),
        ("error-404", "The image does not exist."),
        ("error-500", "Internal error."),
    ] {
        let console = Console::open_as("admin", TEST);
        let (_, said) = refused(&console, user).await;
        assert!(said.starts_with(headline), "{user}: {said}");
        until("the list to be read again", || reads(&console) == 2).await;
    }
}

#[wasm_bindgen_test]
async fn a_draft_that_was_refused_can_be_corrected_and_sent() {
    let console = Console::open_as("admin", TEST);
    let (dialog, _) = refused(&console, "conflict").await;
    fill(&console, &dialog, 1, "user05").await;
    dialog.button("Grant").click();
    console.row("user05").await;
    assert_eq!(sent(&console).len(), 2);
}

#[wasm_bindgen_test]
async fn a_conflict_shows_who_holds_a_permission_already() {
    let mut console = Console::open_as("admin", TEST);
    console.row("user01").await;
    let id = console.id_of("user05");
    let dialog = open(&console).await;
    fill(&console, &dialog, 1, "user05").await;
    // Someone else is faster.
    console.cloud.with(|emulator| {
        let image = emulator.store_mut().image_mut("group", "test").unwrap();
        let grant = swr_emulator::store::Grant {
            user_id: swr_emulator::UserId::new(id),
            user_name: swr_emulator::UserName::new("user05"),
            level: swr_emulator::Level::Write,
        };
        image.grants.grant(grant).unwrap();
    });
    dialog.button("Grant").click();
    let said = appears("the alert", || dialog.alert()).await;
    assert!(said.starts_with("The image permission already exists."), "{said}");
    until("who it is", || dialog.text().contains("Already has Write.")).await;
    assert_eq!(console.stored_level("user05"), Some(3));
}

#[wasm_bindgen_test]
async fn a_grant_without_an_answer_may_have_been_done_and_the_table_tells() {
    let _hurry = hurry();
    let console = Console::open_as("admin", TEST);
    let (dialog, said) = refused(&console, "hang").await;
    assert!(said.starts_with("No answer in time."), "{said}");
    assert!(said.contains("check it before you try again"), "{said}");
    console.row("hang").await;
    assert!(dialog.is_connected());
}

#[wasm_bindgen_test]
async fn while_an_answer_is_awaited_the_dialog_can_be_neither_closed_nor_sent_again() {
    let console = Console::open_as("admin", TEST);
    console.row("user01").await;
    let dialog = open(&console).await;
    let first = row(&dialog, 1).await;
    type_into(&first.field("User name"), "slow");
    type_into(&first.field("User ID"), &"0".repeat(32));
    dialog.button("Grant").click();
    until("the request", || sent(&console).len() == 1).await;
    dialog.button("Cancel").click();
    dialog.button("Grant").click();
    assert_eq!(attribute(&dialog.button("Grant"), "aria-disabled").as_deref(), Some("true"));
    assert_eq!(attribute(&dialog.get("form"), "aria-busy").as_deref(), Some("true"));
    console.row("slow").await;
    assert_eq!(sent(&console).len(), 1);
    assert!(console.find("dialog").is_none());
}

#[wasm_bindgen_test]
async fn a_session_that_ends_in_the_middle_keeps_the_draft() {
    let mut console = Console::open_as("admin", TEST);
    console.row("user01").await;
    let dialog = open(&console).await;
    fill(&console, &dialog, 1, "user05").await;
    console.cloud.with(swr_emulator::Emulator::end_sessions);
    dialog.button("Grant").click();
    let again = console.dialog("Sign in again").await;
    assert!(again.alert().unwrap().starts_with("Authentication failed."));
    assert_eq!(dialog.alert(), None, "only one of them speaks of it");
    assert_eq!(value_of(&dialog.field("User name")), "user05");
    type_into(&again.field("Password"), PASSWORD);
    again.button("Sign in").click();
    until("the dialog to go", || console.find_dialog("Sign in again").is_none()).await;
    assert_eq!(sent(&console).len(), 1, "a write is not sent again by itself");
    assert_eq!(console.stored_level("user05"), None);
    assert_eq!(value_of(&dialog.field("User name")), "user05");
    dialog.button("Grant").click();
    console.row("user05").await;
    assert_eq!(console.stored_level("user05"), Some(1));
}
