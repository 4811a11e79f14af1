//! The grant dialog, when all goes well.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::support::act::{chosen, value_of};
use crate::support::console::request_in;
use crate::support::{Console, Find, appears, choose, has_focus, name_of, press, submit, type_into, until};

pub(super) const TEST: &str = "/organizations/group/images/test";
pub(super) const PATH: &str = "/v2/manage/namespaces/group/repos/test/access";

/// Opens the dialog.
pub(super) async fn open(console: &Console) -> HtmlElement {
    appears("the button", || console.find_button("Grant permission")).await.click();
    let dialog = console.dialog("Grant permission").await;
    row(&dialog, 1).await;
    dialog
}

/// Gives up what was typed, in answer to the question.
pub(super) async fn discard(console: &Console) {
    console.dialog("Discard what you typed?").await.button("Discard").click();
}

/// The fields of a user, counted from 1.
pub(super) async fn row(dialog: &HtmlElement, number: usize) -> HtmlElement {
    let name = format!("User {number}");
    appears(&name, || dialog.find_called("[role=group]", &name)).await
}

/// How many rows there are.
pub(super) fn rows(dialog: &HtmlElement) -> usize {
    dialog.all("[role=group]").iter().filter(|group| name_of(group).starts_with("User ")).count()
}

/// Types a user of the seed into a row.
pub(super) async fn fill(console: &Console, dialog: &HtmlElement, number: usize, user: &str) {
    let row = row(dialog, number).await;
    type_into(&row.field("User name"), user);
    type_into(&row.field("User ID"), &console.id_of(user));
}

/// The bodies of the grants that were sent.
pub(super) fn sent(console: &Console) -> Vec<String> {
    let requests = console.requests("POST", PATH).into_iter();
    requests.map(|request| String::from_utf8(request.body).unwrap()).collect()
}

fn entry(console: &Console, user: &str, auth: u8) -> String {
    format!(r#"{{"user_id":"{}","user_name":"{user}","auth":{auth}}}"#, console.id_of(user))
}

#[wasm_bindgen_test]
async fn one_user_is_granted_read_by_one_request() {
    let console = Console::open_as("admin", TEST);
    console.row("user01").await;
    let opener = console.button("Grant permission");
    opener.focus().unwrap();
    let dialog = open(&console).await;
    fill(&console, &dialog, 1, "user05").await;
    assert_eq!(chosen(&row(&dialog, 1).await.field("Permission")), "Read");
    dialog.button("Grant").click();
    let row = console.row("user05").await;
    assert!(row.class_list().contains("row--new"), "the new row is marked");
    assert!(console.find("dialog").is_none());
    assert_eq!(console.announced(), "Creation successful. Granted Read to user05.");
    assert_eq!(sent(&console), [format!("[{}]", entry(&console, "user05", 1))]);
    assert_eq!(console.stored_level("user05"), Some(1));
    until("the focus on the button again", || has_focus(&opener)).await;
}

#[wasm_bindgen_test]
async fn three_users_are_granted_by_one_request() {
    let console = Console::open_as("admin", TEST);
    let dialog = open(&console).await;
    for (number, user, level) in [(1, "user05", "Read"), (2, "user06", "Write"), (3, "user07", "Manage")] {
        if number > 1 {
            dialog.button("Add another user").click();
            let field = row(&dialog, number).await.field("User name");
            until("the focus in the new row", || has_focus(&field)).await;
        }
        fill(&console, &dialog, number, user).await;
        choose(&row(&dialog, number).await.field("Permission"), level);
    }
    dialog.button("Grant").click();
    console.row("user07").await;
    assert_eq!(console.announced(), "Creation successful. Granted permissions to 3 users.");
    let entries =
        [("user05", 1), ("user06", 3), ("user07", 7)].map(|(user, auth)| entry(&console, user, auth));
    assert_eq!(sent(&console), [format!("[{}]", entries.join(","))]);
    assert_eq!(console.all(".row--new").len(), 3);
}

#[wasm_bindgen_test]
async fn an_administrator_picks_from_the_accounts_users() {
    let console = Console::open_as("admin", TEST);
    let dialog = open(&console).await;
    let name = row(&dialog, 1).await.field("User name");
    type_into(&name, "user11");
    appears("the suggestion", || dialog.find("[role=option]")).await;
    press(&name, "ArrowDown");
    press(&name, "Enter");
    let id = row(&dialog, 1).await.field("User ID");
    until("the id", || value_of(&id) == console.id_of("user11")).await;
    assert_eq!(value_of(&name), "user11");
}

#[wasm_bindgen_test]
async fn who_may_not_list_users_types_and_is_offered_those_already_seen() {
    let console = Console::open_as("user01", TEST);
    console.row("user03").await;
    let dialog = open(&console).await;
    until("the word about it", || dialog.text().contains("You can't list the account's users")).await;
    let name = row(&dialog, 1).await.field("User name");
    type_into(&name, "user03");
    appears("somebody seen", || dialog.find("[role=option]")).await;
}

#[wasm_bindgen_test]
async fn the_request_is_shown_as_it_will_be_sent_with_the_token_hidden() {
    let console = Console::open_as("admin", TEST);
    let dialog = open(&console).await;
    let request = request_in(&dialog).await;
    assert_eq!(request.text_content().unwrap(), "Complete the fields to see the request.");
    fill(&console, &dialog, 1, "user05").await;
    until("the request", || request.text_content().unwrap().starts_with(&format!("POST {PATH}"))).await;
    let shown = request.text_content().unwrap();
    dialog.button("Grant").click();
    console.row("user05").await;
    let (head, body) = shown.split_once("\n\n").unwrap();
    assert_eq!(sent(&console), [body.to_owned()]);
    let token = console.requests("POST", PATH)[0].header("X-Auth-Token").unwrap().to_owned();
    assert!(!head.contains(&token) && head.contains("X-Auth-Token: ••••"), "{head}");
}

#[wasm_bindgen_test]
async fn sending_twice_by_any_means_grants_once() {
    let console = Console::open_as("admin", TEST);
    let dialog = open(&console).await;
    fill(&console, &dialog, 1, "user05").await;
    let form = dialog.get("form");
    dialog.button("Grant").click();
    dialog.button("Grant").click();
    submit(&form);
    submit(&form);
    console.row("user05").await;
    assert_eq!(sent(&console).len(), 1);
}

#[wasm_bindgen_test]
async fn the_advice_says_by_what_right_one_may_grant() {
    for (user, advice) in [
        ("user01", "You can grant here: you have Manage on this image."),
        ("user02", "You probably can't grant permissions here"),
        ("user04", "You can grant here: you have Write on the organization."),
    ] {
        let console = Console::open_as(user, TEST);
        console.row("admin").await;
        let dialog = open(&console).await;
        until(advice, || dialog.text().contains(advice)).await;
    }
}
