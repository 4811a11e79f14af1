//! "Effective access": what everyone may do with an image in the end.

use swr_emulator::Level;
use wasm_bindgen_test::wasm_bindgen_test;

use super::change_row::put;
use super::grant::TEST;
use super::selection::revocations;
use crate::support::{Console, Find, attribute, choose, until};

const ORGANIZATION: &str = "/v2/manage/namespaces/group/access";

/// Opens the image and switches the view on.
async fn open(user: &str) -> Console {
    let console = Console::open_as(user, TEST);
    switch_on(&console).await;
    console
}

async fn switch_on(console: &Console) {
    console.row("user03").await;
    console.called("[role=switch]", "Effective access").click();
    until("the view", || console.find_called("table", "Effective access to group/test").is_some()).await;
}

/// Name, organization, image and result of each row.
fn rows(console: &Console) -> Vec<[String; 4]> {
    let row = |cells: Vec<String>| [cells[0].clone(), cells[2].clone(), cells[3].clone(), cells[4].clone()];
    console.cells().into_iter().map(row).collect()
}

fn row_of(console: &Console, user: &str) -> [String; 4] {
    rows(console).into_iter().find(|row| row[0].starts_with(user)).unwrap()
}

#[wasm_bindgen_test]
async fn both_lists_are_put_together_and_read_only_while_they_are_shown() {
    let console = Console::open_as("admin", TEST);
    console.row("user03").await;
    let switch = console.called("[role=switch]", "Effective access");
    assert_eq!(attribute(&switch, "aria-checked").as_deref(), Some("false"));
    assert!(console.requests("GET", ORGANIZATION).is_empty());
    switch_on(&console).await;
    assert_eq!(attribute(&switch, "aria-checked").as_deref(), Some("true"));
    let people = ["user01", "user02", "user03", "user04"].map(|user| row_of(&console, user));
    let row = |cells: [&str; 4]| cells.map(str::to_owned);
    assert_eq!(
        people,
        [
            row(["user01", "None", "Manage", "Manage"]),
            row(["user02", "None", "Write", "Write"]),
            row(["user03", "None", "Read", "Read"]),
            row(["user04", "Write", "None", "Write"]),
        ]
    );
    let own = row_of(&console, "admin");
    assert!(own[0].contains("You") && own[1] == "Manage" && own[2].starts_with("Manage"), "{own:?}");
    assert_eq!(console.requests("GET", ORGANIZATION).len(), 1);
    switch.click();
    until("the image's own list", || console.find_called("table", "Permissions of group/test").is_some())
        .await;
    assert_eq!(console.cells().len(), 4);
}

#[wasm_bindgen_test]
async fn why_is_said_in_a_sentence() {
    let console = open("admin").await;
    let why = console.cells().into_iter().find(|row| row[0] == "user04").unwrap().swap_remove(5);
    assert_eq!(why, "Write from organization group.");
    assert!(console.text().contains("5 users with access through the image or its organization."));
    assert!(console.text().contains("Account administrators and IAM policies can't be seen from here."));
    assert!(console.text().contains("Organization · updated "), "each part says how old it is");
}

#[wasm_bindgen_test]
async fn a_refresh_reads_both_lists_again() {
    let mut console = open("admin").await;
    put(&mut console, "user03", Level::Write);
    console.button("Refresh").click();
    until("the new level", || row_of(&console, "user03")[3] == "Write").await;
    until("the organization's list", || console.requests("GET", ORGANIZATION).len() == 2).await;
}

#[wasm_bindgen_test]
async fn search_and_level_hold_for_this_table_too() {
    let console = open("admin").await;
    choose(&console.field("Level"), "Write");
    until("two rows", || rows(&console).len() == 2).await;
    assert!(console.text().contains("2 of 5 users"), "{}", console.text());
}

#[wasm_bindgen_test]
async fn the_table_is_sorted_by_what_results_with_oneself_first() {
    let console = open("admin").await;
    let order = || rows(&console).into_iter().map(|[user, .., level]| (user, level)).collect::<Vec<_>>();
    let is_sorted = |expected: [(&str, &str); 5]| {
        let rows = order();
        rows.len() == 5
            && rows
                .iter()
                .zip(expected)
                .all(|(row, (user, level))| row.0.starts_with(user) && row.1.starts_with(level))
    };
    console.button("Effective").click();
    until("the lowest level after oneself", || {
        is_sorted([
            ("admin", "Manage"),
            ("user03", "Read"),
            ("user02", "Write"),
            ("user04", "Write"),
            ("user01", "Manage"),
        ])
    })
    .await;
    console.button("Effective").click();
    until("the highest", || {
        is_sorted([
            ("admin", "Manage"),
            ("user01", "Manage"),
            ("user02", "Write"),
            ("user04", "Write"),
            ("user03", "Read"),
        ])
    })
    .await;
    // The image's own list has no such column, so it has its own order.
    console.called("[role=switch]", "Effective access").click();
    until("the image's own list", || console.find_called("table", "Permissions of group/test").is_some())
        .await;
    let names: Vec<String> = console.cells().into_iter().map(|row| row[0].clone()).collect();
    assert_eq!(names[1..], ["user01", "user02", "user03"]);
}

#[wasm_bindgen_test]
async fn a_list_that_one_may_not_read_leaves_open_what_it_could_add() {
    let console = open("user01").await;
    let note = "Couldn't read the permissions on organization group";
    until("the note", || console.text().contains(note)).await;
    let row = |cells: [&str; 4]| cells.map(str::to_owned);
    assert_eq!(row_of(&console, "user03"), row(["user03", "Unknown", "Read", "At least Read"]));
    let own = row_of(&console, "user01");
    assert_eq!(own[3], "Manage", "no level is higher");
    assert!(console.find_row("user04").is_none());
    assert_eq!(console.alert(), None, "not to be allowed is no fault");
}

#[wasm_bindgen_test]
async fn a_list_that_fails_is_told_as_a_failure_and_can_be_tried_again() {
    let mut console = Console::open_as("admin", TEST);
    console.row("user03").await;
    console.cloud.set_offline(true);
    console.called("[role=switch]", "Effective access").click();
    until("the failure", || console.alert().is_some_and(|said| said.starts_with("No connection."))).await;
    assert_eq!(row_of(&console, "user03")[3], "At least Read");
    console.cloud.set_offline(false);
    console.button("Try again").click();
    until("who was missing", || console.find_row("user04").is_some()).await;
    until("no failure", || console.alert().is_none()).await;
}

#[wasm_bindgen_test]
async fn a_grant_that_adds_nothing_is_marked_and_can_be_revoked() {
    let mut console = Console::open_as("admin", TEST);
    console.row("user03").await;
    put(&mut console, "user04", Level::Read);
    console.button("Refresh").click();
    console.row("user04").await;
    switch_on(&console).await;
    until("both parts", || row_of(&console, "user04")[1] == "Write").await;
    assert!(row_of(&console, "user04")[2].ends_with("Redundant"));
    console.row("user04").await.button("Revoke user04").click();
    let dialog = console.dialog("Revoke permission").await;
    dialog.button("Revoke").click();
    until("the revocation", || console.stored_level("user04").is_none()).await;
    until("the mark to go", || !row_of(&console, "user04")[2].contains("Redundant")).await;
    assert_eq!(revocations(&console).len(), 1);
}

#[wasm_bindgen_test]
async fn two_names_for_one_id_lead_to_the_row_that_is_to_be_changed() {
    let mut console = Console::open_as("admin", TEST);
    console.row("user03").await;
    console.cloud.with(|emulator| {
        let user_id = emulator.store().user_named("user04").unwrap().id.clone();
        let user_name = swr_emulator::UserName::new("mistyped");
        let grants = &mut emulator.store_mut().image_mut("group", "test").unwrap().grants;
        grants.grant(swr_emulator::store::Grant { user_id, user_name, level: Level::Manage }).unwrap();
    });
    console.button("Refresh").click();
    console.row("mistyped").await;
    switch_on(&console).await;
    until("the mark", || row_of(&console, "mistyped")[0].contains("Two names")).await;
    console.row("mistyped").await.button("Change mistyped").click();
    until("the choice", || console.find_field("Permission of mistyped").is_some()).await;
    console.called("table", "Permissions of group/test");
}

#[wasm_bindgen_test]
async fn an_organization_has_no_such_view() {
    let console = Console::open_as("admin", "/organizations/group/members");
    console.row("user04").await;
    assert!(console.find("[role=switch]").is_none());
}
