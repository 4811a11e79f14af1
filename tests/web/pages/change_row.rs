//! Changing one person's level in their row.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use super::grant::{PATH, TEST};
use crate::support::act::chosen;
use crate::support::console::address;
use crate::support::{Console, Find, appears, attribute, choose, has_focus, press, type_into, until};

/// The bodies of the changes that were sent.
pub(super) fn changes(console: &Console) -> Vec<String> {
    let requests = console.requests("PATCH", PATH).into_iter();
    requests.map(|request| String::from_utf8(request.body).unwrap()).collect()
}

/// Gives someone a level behind the user's back, or puts someone on the list whom IAM need not know.
pub(super) fn put(console: &mut Console, name: &str, level: swr_emulator::Level) {
    console.cloud.with(|emulator| {
        let id = emulator.store().user_named(name).map(|user| user.id.clone());
        let user_id = id.unwrap_or_else(|| swr_emulator::UserId::new("0".repeat(32)));
        let user_name = swr_emulator::UserName::new(name);
        let grants = &mut emulator.store_mut().image_mut("group", "test").unwrap().grants;
        let grant = swr_emulator::store::Grant { user_id, user_name, level };
        grants.change(grant.clone()).or_else(|_| grants.grant(grant)).unwrap();
    });
}

/// Begins to change someone: the choice in their row.
pub(super) async fn edit(console: &Console, user: &str) -> HtmlElement {
    let row = console.row(user).await;
    row.button(&format!("Change {user}")).click();
    appears("the choice", || console.find_field(&format!("Permission of {user}"))).await
}

#[wasm_bindgen_test]
async fn a_level_is_changed_by_one_request_after_a_look_at_the_list() {
    let console = Console::open_as("admin", TEST);
    let level = edit(&console, "user02").await;
    until("the focus on the choice", || has_focus(&level)).await;
    until("the present level", || chosen(&level) == "Write").await;
    choose(&level, "Read");
    assert!(changes(&console).is_empty(), "choosing sends nothing");
    console.button("Save").click();
    until("the word", || console.announced() == "Update succeeded. user02 now has Read.").await;
    let id = console.id_of("user02");
    assert_eq!(changes(&console), [format!(r#"[{{"user_id":"{id}","user_name":"user02","auth":1}}]"#)]);
    assert_eq!(console.stored_level("user02"), Some(1));
    assert_eq!(console.requests("GET", PATH).len(), 3, "to show, before writing, and after");
    let row = console.row("user02").await;
    assert!(row.text().contains("Read") && row.class_list().contains("row--new"));
    assert!(console.find("dialog").is_none(), "one change of one person needs no dialog");
}

#[wasm_bindgen_test]
async fn the_focus_is_back_on_the_button_of_the_row() {
    let console = Console::open_as("admin", TEST);
    let level = edit(&console, "user02").await;
    choose(&level, "Read");
    console.button("Save").click();
    until("the focus", || console.find_button("Change user02").is_some_and(|button| has_focus(&button)))
        .await;
}

#[wasm_bindgen_test]
async fn cancel_and_escape_leave_everything_as_it_was() {
    let console = Console::open_as("admin", TEST);
    for leaves_by_key in [false, true] {
        let level = edit(&console, "user02").await;
        choose(&level, "Manage");
        if leaves_by_key {
            assert!(!press(&level, "Escape"), "taken");
        } else {
            console.button("Cancel").click();
        }
        until("the row as before", || console.find_field("Permission of user02").is_none()).await;
        assert!(console.row("user02").await.text().contains("Write"));
        until("the focus", || has_focus(&console.button("Change user02"))).await;
    }
    assert!(changes(&console).is_empty());
}

#[wasm_bindgen_test]
async fn the_same_level_again_is_nothing_to_send() {
    let console = Console::open_as("admin", TEST);
    edit(&console, "user02").await;
    console.button("Save").click();
    until("the row as before", || console.find_field("Permission of user02").is_none()).await;
    assert!(changes(&console).is_empty());
    assert_eq!(console.requests("GET", PATH).len(), 1);
}

#[wasm_bindgen_test]
async fn what_somebody_else_changed_meanwhile_is_shown_before_it_is_overwritten() {
    let mut console = Console::open_as("admin", TEST);
    let level = edit(&console, "user02").await;
    choose(&level, "Read");
    put(&mut console, "user02", swr_emulator::Level::Manage);
    console.button("Save").click();
    let said = appears("the alert", || console.alert()).await;
    assert!(said.starts_with("Someone else changed these permissions. Nothing was sent."), "{said}");
    assert!(said.ends_with("user02: now Manage, was Write"), "{said}");
    assert!(changes(&console).is_empty());
    let level = appears("the choice as it was", || console.find_field("Permission of user02")).await;
    until("the level that was chosen", || chosen(&level) == "Read").await;
    console.button("Save").click();
    until("the change", || console.stored_level("user02") == Some(1)).await;
    until("no alert", || console.alert().is_none()).await;
    console.looked_again().await;
}

#[wasm_bindgen_test]
async fn a_change_that_is_refused_keeps_what_was_chosen_and_says_why() {
    let mut console = Console::open_as("admin", TEST);
    console.row("user01").await;
    put(&mut console, "denied", swr_emulator::Level::Read);
    console.button("Refresh").click();
    let level = edit(&console, "denied").await;
    choose(&level, "Manage");
    console.button("Save").click();
    let said = appears("the alert", || console.alert()).await;
    assert!(said.starts_with("Permission denied."), "{said}");
    until("the outcome", || console.text().contains("denied Not applied")).await;
    assert_eq!(chosen(&console.field("Permission of denied")), "Manage");
    console.button("Cancel").click();
    until("no alert", || console.alert().is_none()).await;
}

#[wasm_bindgen_test]
async fn lowering_oneself_is_asked_about_first() {
    let console = Console::open_as("user01", TEST);
    let level = edit(&console, "user01").await;
    choose(&level, "Read");
    console.button("Save").click();
    let dialog = console.dialog("Change permission").await;
    assert!(dialog.text().contains("This is your own permission."), "{}", dialog.text());
    assert_eq!(chosen(&dialog.field("Permission")), "Read");
    assert!(changes(&console).is_empty());
    type_into(&dialog.field("Type test to confirm"), "test");
    dialog.button("Change").click();
    until("the change", || console.stored_level("user01") == Some(1)).await;
    until("no dialog", || console.find("dialog").is_none()).await;
    until("the row as before", || console.find_field("Permission of user01").is_none()).await;
}

#[wasm_bindgen_test]
async fn a_page_that_is_left_while_a_row_is_saved_is_no_fault() {
    let console = Console::open_slowly_as("admin", TEST);
    choose(&edit(&console, "user02").await, "Read");
    console.button("Save").click();
    until("the request", || changes(&console).len() == 1).await;
    console.called("a", "Journal").click();
    console.heading("Journal").await;
    assert_eq!(address(), "/journal");
    until("the end of it", || console.text().contains("1 of 1 applied")).await;
}

#[wasm_bindgen_test]
async fn while_a_row_is_saved_it_is_neither_left_nor_saved_again() {
    let console = Console::open_slowly_as("admin", TEST);
    let level = edit(&console, "user02").await;
    choose(&level, "Read");
    console.button("Save").click();
    until("the request", || changes(&console).len() == 1).await;
    console.button("Save").click();
    console.button("Cancel").click();
    press(&level, "Escape");
    assert_eq!(attribute(&console.button("Save"), "aria-disabled").as_deref(), Some("true"));
    assert!(console.find_field("Permission of user02").is_some());
    until("the word", || console.announced() == "Update succeeded. user02 now has Read.").await;
    assert_eq!(changes(&console).len(), 1);
}

#[wasm_bindgen_test]
async fn who_may_not_change_by_what_is_listed_is_told_so_and_can_try() {
    let console = Console::open_as("user02", TEST);
    console.row("user03").await;
    until("the notice", || console.text().contains("You probably can't change permissions here")).await;
    let change = console.button("Change user03");
    assert_eq!(attribute(&change, "aria-disabled").as_deref(), Some("true"));
    change.click();
    until("the reason", || console.announced().starts_with("You probably can't change")).await;
    assert!(console.find_field("Permission of user03").is_none());
    console.button("Try anyway").click();
    until("no notice", || console.find_button("Try anyway").is_none()).await;
    assert_eq!(attribute(&change, "aria-disabled"), None);
    let level = edit(&console, "user03").await;
    choose(&level, "Write");
    console.button("Save").click();
    let said = appears("the alert", || console.alert()).await;
    assert!(said.starts_with("Permission denied."), "{said}");
    assert_eq!(changes(&console).len(), 1);
    assert_eq!(console.stored_level("user03"), Some(1));
}

#[wasm_bindgen_test]
async fn who_may_change_sees_no_notice() {
    for user in ["admin", "user01", "user04"] {
        let console = Console::open_as(user, TEST);
        console.row("user03").await;
        until("the button", || attribute(&console.button("Change user03"), "aria-disabled").is_none()).await;
        assert!(console.find_button("Try anyway").is_none(), "{user}");
    }
}
