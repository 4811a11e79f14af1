//! The rows of the grant dialog: pasting, removing, and what is said beside the fields.

use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use super::grant::{TEST, discard, fill, open, row, rows, sent};
use crate::support::act::{chosen, value_of};
use crate::support::find::texts_of;
use crate::support::wait::frame;
use crate::support::{Console, Find, attribute, has_focus, paste, type_into, until};

#[wasm_bindgen_test]
async fn what_is_typed_into_the_id_as_it_is_completed_stays() {
    // Leaving the name completes the id. That reached the field later than the focus did, and was selected later still:
    // a fast typist lost the first character of the id.
    let console = Console::open_as("admin", TEST);
    let dialog = open(&console).await;
    let row = row(&dialog, 1).await;
    let (name, id) = (row.field("User name"), row.field("User ID"));
    until("the account's users", || {
        type_into(&name, "");
        type_into(&name, "user06");
        id.focus().unwrap();
        value_of(&id) == console.id_of("user06")
    })
    .await;
    type_into(&id, "0");
    frame().await;
    frame().await;
    let input: &HtmlInputElement = id.unchecked_ref();
    assert_eq!((input.value(), input.selection_start().unwrap()), ("0".to_owned(), Some(1)));
    assert_eq!(input.selection_end().unwrap(), Some(1), "the next character would replace the first");
}

#[wasm_bindgen_test]
async fn pasted_lines_fill_rows() {
    // The new rows were made by the row into which they were pasted, and which they replace. Their signals were gone
    // with it, and the program stopped.
    let console = Console::open_as("admin", TEST);
    let dialog = open(&console).await;
    let lines = format!("user05,{},write\nuser06;{}\n", console.id_of("user05"), console.id_of("user06"));
    assert!(!paste(&row(&dialog, 1).await.field("User name"), &lines));
    let second = row(&dialog, 2).await;
    let first = row(&dialog, 1).await;
    until("the names", || value_of(&first.field("User name")) == "user05").await;
    assert_eq!(value_of(&second.field("User ID")), console.id_of("user06"));
    assert_eq!(
        (chosen(&first.field("Permission")), chosen(&second.field("Permission"))),
        ("Write".into(), "Read".into())
    );
    assert_eq!(rows(&dialog), 2);
    until("the word", || dialog.text().contains("2 users read.")).await;
}

#[wasm_bindgen_test]
async fn nothing_is_sent_while_something_is_missing() {
    let console = Console::open_as("admin", TEST);
    console.row("user01").await;
    let dialog = open(&console).await;
    let first = row(&dialog, 1).await;
    assert!(!dialog.text().contains("Enter the user's name."), "not before one has tried");
    dialog.button("Grant").click();
    until("the remarks", || {
        dialog.text().contains("Enter the user's name.") && dialog.text().contains("Enter the user's ID.")
    })
    .await;
    assert!(has_focus(&first.field("User name")));
    type_into(&first.field("User name"), &"x".repeat(65));
    until("the remark", || dialog.text().contains("A user name has at most 64 characters.")).await;
    assert!(sent(&console).is_empty());
}

#[wasm_bindgen_test]
async fn an_unusual_id_is_a_warning_and_no_stop() {
    let console = Console::open_as("admin", TEST);
    let dialog = open(&console).await;
    let first = row(&dialog, 1).await;
    type_into(&first.field("User name"), "somebody");
    let id = first.field("User ID");
    type_into(&id, "short");
    assert!(!dialog.text().contains("Check this one."), "not while it is being typed");
    first.field("User name").focus().unwrap();
    until("the warning", || dialog.text().contains("User IDs usually have 32 digits")).await;
    assert_eq!(attribute(&id, "aria-invalid"), None);
    assert!(texts_of(&attribute(&id, "aria-describedby").unwrap()).contains("Check this one."));
    dialog.button("Grant").click();
    console.row("somebody").await;
}

#[wasm_bindgen_test]
async fn who_is_there_twice_and_oneself_are_pointed_out() {
    let console = Console::open_as("admin", TEST);
    console.row("user01").await;
    let dialog = open(&console).await;
    fill(&console, &dialog, 1, "admin").await;
    until("the remark", || dialog.text().contains("This is you.")).await;
    fill(&console, &dialog, 1, "user05").await;
    dialog.button("Add another user").click();
    fill(&console, &dialog, 2, "user05").await;
    until("the remark", || dialog.text().contains("The same ID as user 1.")).await;
    dialog.button("Grant").click();
    until("the focus on the fault", || {
        dialog.find_called("[role=group]", "User 2").is_some_and(|row| has_focus(&row.field("User ID")))
    })
    .await;
    assert!(sent(&console).is_empty());
    dialog.button("Remove user 2").click();
    until("one row", || rows(&dialog) == 1).await;
    until("the focus in the row that is left", || has_focus(&dialog.field("User name"))).await;
}

#[wasm_bindgen_test]
async fn who_holds_a_permission_already_can_be_left_out() {
    let console = Console::open_as("admin", TEST);
    console.row("user02").await;
    let dialog = open(&console).await;
    fill(&console, &dialog, 1, "user02").await;
    until("the remark", || dialog.text().contains("Already has Write.")).await;
    dialog.button("Add another user").click();
    fill(&console, &dialog, 2, "user05").await;
    dialog.button("Leave this user out").click();
    until("one row", || rows(&dialog) == 1).await;
    until("who is left", || value_of(&dialog.field("User name")) == "user05").await;
    dialog.button("Grant").click();
    console.row("user05").await;
    assert_eq!(console.stored_level("user02"), Some(3), "nothing was changed behind anybody's back");
}

#[wasm_bindgen_test]
async fn a_blank_row_too_many_is_no_mistake() {
    let console = Console::open_as("admin", TEST);
    let dialog = open(&console).await;
    fill(&console, &dialog, 1, "user05").await;
    dialog.button("Add another user").click();
    row(&dialog, 2).await;
    dialog.button("Grant").click();
    console.row("user05").await;
}

#[wasm_bindgen_test]
async fn a_draft_is_gone_with_the_dialog_and_its_failure_too() {
    let console = Console::open_as("admin", TEST);
    let dialog = open(&console).await;
    type_into(&row(&dialog, 1).await.field("User name"), "denied");
    type_into(&row(&dialog, 1).await.field("User ID"), &"0".repeat(32));
    dialog.button("Grant").click();
    until("the failure", || dialog.alert().is_some()).await;
    dialog.button("Cancel").click();
    discard(&console).await;
    until("the dialog to close", || console.find("dialog").is_none()).await;
    let dialog = open(&console).await;
    assert_eq!(dialog.alert(), None);
    assert_eq!(value_of(&row(&dialog, 1).await.field("User name")), "");
}
