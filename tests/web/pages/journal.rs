//! `/journal`: what was sent in this session, and the way back from it.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use super::change_row::{edit, put};
use super::grant::{PATH, TEST, discard, fill, open, row};
use super::selection::{revocations, tick};
use crate::support::clock::later;
use crate::support::console::{SLOWLY, address};
use crate::support::saving::catch_files;
use crate::support::{Console, Find, appears, attribute, choose, drain, type_into, until};

/// Follows the link in the head of the console.
async fn go_to_journal(console: &Console) {
    console.called("header a", "Journal").click();
    console.heading("Journal").await;
}

/// An entry by its heading.
async fn entry(console: &Console, heading: &str) -> HtmlElement {
    let find = || console.all(".journal > li").into_iter().find(|entry| entry.get("h2").text() == heading);
    appears(heading, find).await
}

/// Takes someone's permission away and goes to the journal.
async fn revoke(console: &Console, user: &str) {
    console.row(user).await.button(&format!("Revoke {user}")).click();
    console.dialog("Revoke permission").await.button("Revoke").click();
    until("no row", || console.find("dialog").is_none() && console.find_row(user).is_none()).await;
    go_to_journal(console).await;
}

/// Lets someone be changed and goes to the journal.
async fn change(console: &Console, user: &str, level: &str) {
    choose(&edit(console, user).await, level);
    console.button("Save").click();
    until("the word", || console.announced().starts_with("Update succeeded.")).await;
    go_to_journal(console).await;
}

#[wasm_bindgen_test]
async fn a_journal_without_entries_says_what_will_be_there() {
    let console = Console::open_as("admin", "/journal");
    console.heading("Journal").await;
    assert!(console.text().contains("Nothing was changed yet"));
    assert!(console.find_button("Export").is_none());
}

#[wasm_bindgen_test]
async fn every_write_is_an_entry_the_newest_first() {
    let console = Console::open_as("admin", TEST);
    let dialog = open(&console).await;
    fill(&console, &dialog, 1, "user05").await;
    dialog.button("Grant").click();
    console.row("user05").await;
    change(&console, "user02", "Read").await;
    entry(&console, "2. Changed 1 permission on group/test").await;
    let headings: Vec<_> = console.all(".journal h2").iter().map(Find::text).collect();
    assert_eq!(headings, ["2. Changed 1 permission on group/test", "1. Granted 1 permission on group/test"]);
    let lines: Vec<_> = console.all(".journal .difference").iter().map(Find::text).collect();
    assert_eq!(lines, ["user02 Write → Read Applied", "user05 Nothing → Read Applied"]);
    let first = entry(&console, "1. Granted 1 permission on group/test").await;
    assert!(first.text().contains("by admin") && first.text().contains("1 of 1 applied"), "{}", first.text());
    first.called("a", "group/test").click();
    console.row("user05").await;
    assert_eq!(address(), TEST);
}

#[wasm_bindgen_test]
async fn a_write_that_failed_is_an_entry_with_the_reason() {
    let console = Console::open_as("admin", TEST);
    let dialog = open(&console).await;
    let row = row(&dialog, 1).await;
    type_into(&row.field("User name"), "denied");
    type_into(&row.field("User ID"), &"0".repeat(32));
    dialog.button("Grant").click();
    until("the failure", || dialog.alert().is_some()).await;
    dialog.button("Cancel").click();
    discard(&console).await;
    until("no dialog", || console.find("dialog").is_none()).await;
    go_to_journal(&console).await;
    let entry = entry(&console, "1. Granted 1 permission on group/test").await;
    assert!(entry.text().contains("Permission denied.") && entry.text().contains("0 of 1 applied"));
    assert!(entry.text().contains("denied Nothing → Read Not applied"), "{}", entry.text());
}

#[wasm_bindgen_test]
async fn undo_shows_the_way_back_and_sends_it_only_when_told_to() {
    let console = Console::open_as("admin", TEST);
    revoke(&console, "user03").await;
    let entry_1 = entry(&console, "1. Revoked 1 permission on group/test").await;
    let looks = || console.requests("GET", PATH).len();
    let before = looks();
    entry_1.button("Undo").click();
    let dialog = console.dialog("Undo").await;
    assert_eq!(dialog.get(".difference").text(), "user03 Nothing → Read");
    assert_eq!(looks(), before + 1, "one look at the list");
    assert_eq!(console.stored_level("user03"), None);
    dialog.button("Undo").click();
    until("no dialog", || console.find("dialog").is_none()).await;
    assert_eq!(console.stored_level("user03"), Some(1));
    assert_eq!(console.announced(), "Undone for 1 user.");
    let second = entry(&console, "2. Granted 1 permission on group/test").await;
    until("what it was for", || second.text().contains("Undoes entry 1.")).await;
    assert!(second.text().contains("1 of 1 applied"));
}

#[wasm_bindgen_test]
async fn an_undo_can_be_undone() {
    let console = Console::open_as("admin", TEST);
    revoke(&console, "user03").await;
    for (number, level) in [(1, Some(1)), (2, None), (3, Some(1))] {
        let verb = if number % 2 == 1 { "Revoked" } else { "Granted" };
        entry(&console, &format!("{number}. {verb} 1 permission on group/test")).await.button("Undo").click();
        console.dialog("Undo").await.button("Undo").click();
        until("the way back", || console.find("dialog").is_none()).await;
        assert_eq!(console.stored_level("user03"), level, "after undoing {number}");
    }
    assert_eq!(revocations(&console).len(), 2);
}

#[wasm_bindgen_test]
async fn what_is_as_before_already_needs_no_undo() {
    let mut console = Console::open_as("admin", TEST);
    change(&console, "user02", "Read").await;
    put(&mut console, "user02", swr_emulator::Level::Write);
    entry(&console, "1. Changed 1 permission on group/test").await.button("Undo").click();
    until("the word", || console.announced().starts_with("There is nothing to undo")).await;
    assert!(console.find("dialog").is_none());
}

#[wasm_bindgen_test]
async fn what_others_did_since_is_pointed_out_before_it_is_overwritten() {
    let mut console = Console::open_as("admin", TEST);
    change(&console, "user02", "Read").await;
    put(&mut console, "user02", swr_emulator::Level::Manage);
    entry(&console, "1. Changed 1 permission on group/test").await.button("Undo").click();
    let dialog = console.dialog("Undo").await;
    let line = dialog.get(".difference").text();
    assert!(line.starts_with("user02 Manage → Write"), "{line}");
    assert!(line.ends_with("Someone else changed this since. Undo overwrites their change."), "{line}");
    dialog.button("Undo").click();
    until("the level of before", || console.stored_level("user02") == Some(3)).await;
    console.looked_again().await;
}

#[wasm_bindgen_test]
async fn a_list_that_cannot_be_read_keeps_undo_from_guessing() {
    let mut console = Console::open_as("admin", TEST);
    revoke(&console, "user03").await;
    console.cloud.set_offline(true);
    let entry = entry(&console, "1. Revoked 1 permission on group/test").await;
    entry.button("Undo").click();
    let said = appears("the alert", || entry.alert()).await;
    assert!(said.starts_with("No connection."), "{said}");
    assert!(console.find("dialog").is_none());
    console.cloud.set_offline(false);
    entry.button("Undo").click();
    console.dialog("Undo").await;
}

#[wasm_bindgen_test]
async fn a_sign_out_while_undo_looks_is_no_fault() {
    // The caller was asked for after the answer, when the session was gone: the program stopped.
    let console = Console::open_slowly_as("admin", TEST);
    revoke(&console, "user03").await;
    let before = console.requests("GET", PATH).len();
    entry(&console, "1. Revoked 1 permission on group/test").await.button("Undo").click();
    until("the look", || console.requests("GET", PATH).len() > before).await;
    console.button("Sign out").click();
    console.heading("Sign in").await;
    later(SLOWLY).await;
    drain().await;
    assert!(console.find("dialog").is_none());
}

/// A batch for two users, once its outcomes are known. Until then it is drawn again with each of them.
async fn settled(console: &Console, heading: &str) -> HtmlElement {
    let find = || {
        let found = console.all(".journal > li").into_iter().find(|entry| entry.get("h2").text() == heading);
        found.filter(|entry| entry.text().contains("2 of 2 applied"))
    };
    appears(heading, find).await
}

/// Takes a permission away behind the user's back.
fn remove(console: &mut Console, user: &str) {
    console.cloud.with(|emulator| {
        let id = emulator.store().user_named(user).unwrap().id.clone();
        emulator.store_mut().image_mut("group", "test").unwrap().grants.revoke(&id).unwrap();
    });
}

// One click may need several requests. They were entries of their own, and one had to undo them one by one.
#[wasm_bindgen_test]
async fn the_requests_of_one_click_are_one_batch_and_are_undone_as_one() {
    let mut console = Console::open_as("admin", TEST);
    tick(&console, "user02").await;
    tick(&console, "user03").await;
    console.button("Change selected").click();
    let dialog = console.dialog("Change permission").await;
    choose(&dialog.field("Permission"), "Manage");
    dialog.button("Change").click();
    until("no dialog", || console.find("dialog").is_none()).await;
    remove(&mut console, "user03");
    go_to_journal(&console).await;
    entry(&console, "1. Changed 2 permissions on group/test").await.button("Undo").click();
    let dialog = console.dialog("Undo").await;
    assert_eq!(dialog.all(".difference").len(), 2);
    dialog.button("Undo").click();
    let batch = settled(&console, "2–3. 2 requests for 2 users on group/test").await;
    assert!(batch.find(".journal").is_none(), "it is drawn collapsed");
    let requests = batch.button("2 requests");
    assert_eq!(attribute(&requests, "aria-expanded").as_deref(), Some("false"));
    requests.click();
    until("the entries", || batch.all(".journal--inner h2").len() == 2).await;
    let headings: Vec<_> = batch.all(".journal--inner h2").iter().map(Find::text).collect();
    assert_eq!(headings, ["2. Granted 1 permission on group/test", "3. Changed 1 permission on group/test"]);
    requests.click();
    until("no entries", || batch.find(".journal--inner").is_none()).await;
    batch.button("Undo").click();
    let dialog = console.dialog("Undo").await;
    let lines: Vec<_> = dialog.all(".difference").iter().map(Find::text).collect();
    assert!(
        lines[0].starts_with("user03 Read → Nothing") && lines[1].starts_with("user02 Write → Manage"),
        "{lines:?}"
    );
    dialog.button("Undo").click();
    until("no dialog", || console.find("dialog").is_none()).await;
    assert_eq!((console.stored_level("user02"), console.stored_level("user03")), (Some(7), None));
    let last = settled(&console, "4–5. 2 requests for 2 users on group/test").await;
    last.button("2 requests").click();
    until("what it was for", || last.text().contains("Undoes entries 2–3.")).await;
}

#[wasm_bindgen_test]
async fn a_journal_is_saved_as_one_row_per_person() {
    let saving = catch_files();
    let console = Console::open_as("admin", TEST);
    revoke(&console, "user03").await;
    console.button("Export").click();
    appears("the kinds", || console.find_button("CSV")).await.click();
    until("the word", || console.announced() == "Exported 1 row.").await;
    let files = saving.files().await;
    assert!(files[0].name.starts_with("journal-local-"), "{}", files[0].name);
    let rows: Vec<_> = files[0].text.lines().collect();
    let about = "region,account,read_by,read_at,filter,sort,rows,of,";
    assert_eq!(
        rows[0].strip_prefix(about).unwrap(),
        "entry,time,by,target,action,user_id,user_name,account,before,after,answer,outcome,request_id,reason,planned_by"
    );
    let id = console.id_of("user03");
    assert!(
        rows[1].starts_with("local,demo,admin,")
            && rows[1].contains(&format!("revoke,{id},user03,,read,,success,applied")),
        "{rows:?}"
    );
    assert_eq!(console.requests("DELETE", PATH).len(), 1);
}
