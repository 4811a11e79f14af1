//! The dialog that asks before a change or revocation is sent.

use swr_emulator::PASSWORD;
use swr_emulator::switches::Batch;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use super::change_row::{changes, put};
use super::grant::{PATH, TEST};
use super::selection::revocations;
use crate::support::act::value_of;
use crate::support::console::request_in;
use crate::support::{Console, Find, appears, attribute, choose, type_into, until};

/// Asks to take someone's permission away.
async fn ask(console: &Console, user: &str) -> HtmlElement {
    console.row(user).await.button(&format!("Revoke {user}")).click();
    console.dialog("Revoke permission").await
}

/// Asks to change everyone but the caller.
async fn ask_about_all(console: &Console) -> HtmlElement {
    console.row("user01").await;
    console.field("Select all").click();
    until("the ticks", || console.get(".bar").text().contains("selected")).await;
    console.button("Change selected").click();
    console.dialog("Change permission").await
}

/// What is said of each person.
fn lines(dialog: &HtmlElement) -> Vec<String> {
    dialog.all(".difference").iter().map(Find::text).collect()
}

#[wasm_bindgen_test]
async fn a_revocation_says_what_is_lost_and_is_sent_once() {
    let console = Console::open_as("admin", TEST);
    let dialog = ask(&console, "user02").await;
    assert!(dialog.text().contains("on group/test"));
    assert_eq!(
        lines(&dialog),
        ["user02 Write → Nothing can no longer pull or push, unless the organization allows it"]
    );
    assert!(revocations(&console).is_empty());
    dialog.button("Revoke").click();
    dialog.button("Revoke").click();
    until("no dialog", || console.find("dialog").is_none()).await;
    until("no row", || console.find_row("user02").is_none()).await;
    assert_eq!(console.announced(), "Request succeeded. Revoked the permission of user02.");
    assert_eq!(revocations(&console), [format!(r#"["{}"]"#, console.id_of("user02"))]);
    assert_eq!(console.requests("GET", PATH).len(), 3);
}

#[wasm_bindgen_test]
async fn cancel_sends_nothing_and_an_ordinary_question_asks_for_no_typing() {
    let console = Console::open_as("admin", TEST);
    let dialog = ask(&console, "user03").await;
    assert!(dialog.find_field("Type test to confirm").is_none());
    dialog.button("Cancel").click();
    until("no dialog", || console.find("dialog").is_none()).await;
    assert!(revocations(&console).is_empty());
    assert_eq!(console.requests("GET", PATH).len(), 1);
}

#[wasm_bindgen_test]
async fn the_last_manage_is_taken_only_after_typing_the_name() {
    let console = Console::open_as("admin", "/organizations/group/images/busybox");
    let path = "/v2/manage/namespaces/group/repos/busybox/access";
    let dialog = ask(&console, "admin").await;
    assert!(dialog.text().contains("No user on the list will have Manage on the image"), "{}", dialog.text());
    assert!(dialog.text().contains("This is your own permission."));
    let name = dialog.field("Type busybox to confirm");
    for typed in ["", "busyboxes"] {
        type_into(&name, typed);
        dialog.button("Revoke").click();
        until("the remark", || dialog.text().contains("Type the name exactly as it is shown.")).await;
    }
    assert!(console.requests("DELETE", path).is_empty());
    type_into(&name, "busybox");
    until("no remark", || !dialog.text().contains("Type the name exactly")).await;
    dialog.button("Revoke").click();
    until("no dialog", || console.find("dialog").is_none()).await;
    until("an empty list", || console.text().contains("No users")).await;
    assert_eq!(console.requests("DELETE", path).len(), 1);
}

#[wasm_bindgen_test]
async fn the_differences_and_the_gravity_follow_the_level() {
    let console = Console::open_as("admin", TEST);
    let dialog = ask_about_all(&console).await;
    until("two to lower", || lines(&dialog).len() == 2).await;
    assert_eq!(
        lines(&dialog),
        [
            "user01 Manage → Read can no longer push, delete or grant permissions, unless the organization allows it",
            "user02 Write → Read can no longer push, unless the organization allows it"
        ]
    );
    choose(&dialog.field("Permission"), "Manage");
    until("two to raise", || lines(&dialog) == ["user02 Write → Manage", "user03 Read → Manage"]).await;
    let request = request_in(&dialog).await.text_content().unwrap();
    dialog.button("Change").click();
    until("no dialog", || console.find("dialog").is_none()).await;
    assert!(request.ends_with(&changes(&console)[0]), "what is shown is what is sent: {request}");
}

#[wasm_bindgen_test]
async fn what_somebody_else_changed_meanwhile_is_asked_about_anew() {
    let mut console = Console::open_as("admin", TEST);
    let dialog = ask(&console, "user03").await;
    put(&mut console, "user03", swr_emulator::Level::Manage);
    dialog.button("Revoke").click();
    let said = appears("the alert", || dialog.alert()).await;
    assert!(said.contains("Nothing was sent") && said.ends_with("user03: now Manage, was Read"), "{said}");
    assert!(revocations(&console).is_empty());
    until("the new difference", || lines(&dialog)[0].starts_with("user03 Manage → Nothing")).await;
    dialog.button("Revoke").click();
    until("the revocation", || console.stored_level("user03").is_none()).await;
    console.looked_again().await;
}

#[wasm_bindgen_test]
async fn what_failed_can_be_tried_again_and_only_that() {
    let mut console = Console::open_as("admin", TEST);
    console.row("user01").await;
    put(&mut console, "denied", swr_emulator::Level::Read);
    console.cloud.with(|emulator| emulator.switches_mut().batch = Batch::Partial);
    console.button("Refresh").click();
    console.row("denied").await;
    let dialog = ask_about_all(&console).await;
    choose(&dialog.field("Permission"), "Manage");
    dialog.button("Change").click();
    let said = appears("the alert", || dialog.alert()).await;
    assert!(said.starts_with("Permission denied."), "{said}");
    let outcomes: Vec<_> = dialog.all(".outcome").iter().map(Find::text).collect();
    let applied = outcomes.iter().filter(|outcome| *outcome == "Applied").count();
    assert!(applied < outcomes.len() && outcomes.contains(&"Not applied".to_owned()), "{outcomes:?}");
    let open = outcomes.len() - applied;
    dialog.button("Retry what failed").click();
    until("the second request", || changes(&console).len() == 2).await;
    assert_eq!(changes(&console)[1].matches("user_id").count(), open);
    dialog.button("Cancel");
    console.looked_again().await;
}

#[wasm_bindgen_test]
async fn while_an_answer_is_awaited_the_dialog_stays() {
    let console = Console::open_slowly_as("admin", TEST);
    let dialog = ask_about_all(&console).await;
    choose(&dialog.field("Permission"), "Manage");
    dialog.button("Change").click();
    until("the request", || changes(&console).len() == 1).await;
    assert_eq!(attribute(&dialog.get("form"), "aria-busy").as_deref(), Some("true"));
    dialog.button("Cancel").click();
    dialog.button("Change").click();
    assert!(dialog.is_connected());
    until("no dialog", || console.find("dialog").is_none()).await;
    assert_eq!(changes(&console).len(), 1);
}

#[wasm_bindgen_test]
async fn a_session_that_ends_in_the_middle_keeps_the_question() {
    let mut console = Console::open_as("admin", "/organizations/group/images/busybox");
    let path = "/v2/manage/namespaces/group/repos/busybox/access";
    let dialog = ask(&console, "admin").await;
    type_into(&dialog.field("Type busybox to confirm"), "busybox");
    console.cloud.with(swr_emulator::Emulator::end_sessions);
    dialog.button("Revoke").click();
    let again = console.dialog("Sign in again").await;
    assert_eq!(dialog.alert(), None, "only one of them speaks of it");
    type_into(&again.field("Password"), PASSWORD);
    again.button("Sign in").click();
    until("the dialog to go", || console.find_dialog("Sign in again").is_none()).await;
    assert!(console.requests("DELETE", path).is_empty());
    assert_eq!(value_of(&dialog.field("Type busybox to confirm")), "busybox");
    dialog.button("Revoke").click();
    until("the revocation", || console.requests("DELETE", path).len() == 1).await;
    console.looked_again().await;
}
