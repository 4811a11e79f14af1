//! Several people at once.

use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement};

use super::change_row::changes;
use super::grant::{PATH, TEST};
use crate::support::{Console, Find, attribute, choose, event, type_into, until};
use wasm_bindgen::JsCast;

/// The bodies of the revocations that were sent.
pub(super) fn revocations(console: &Console) -> Vec<String> {
    let requests = console.requests("DELETE", PATH).into_iter();
    requests.map(|request| String::from_utf8(request.body).unwrap()).collect()
}

pub(super) async fn tick(console: &Console, user: &str) {
    console.row(user).await;
    console.field(&format!("Select {user}")).click();
}

fn tick_with_shift(console: &Console, user: &str) {
    let click = event("MouseEvent", "click", &[("shiftKey", JsValue::TRUE)]);
    let _ = console.field(&format!("Select {user}")).dispatch_event(&click).unwrap();
}

fn is_ticked(field: &HtmlElement) -> bool {
    field.unchecked_ref::<HtmlInputElement>().checked()
}

fn is_half(field: &HtmlElement) -> bool {
    field.unchecked_ref::<HtmlInputElement>().indeterminate()
}

async fn selected(console: &Console, says: &str) {
    until(says, || console.get(".bar").text().contains(says)).await;
}

#[wasm_bindgen_test]
async fn ticks_are_counted_and_nobody_ticks_themselves() {
    let console = Console::open_as("admin", TEST);
    tick(&console, "user01").await;
    selected(&console, "1 of 3 selected").await;
    assert!(console.find_field("Select admin").is_none());
    let all = console.field("Select all");
    until("the half of it", || is_half(&all) && !is_ticked(&all)).await;
    tick(&console, "user01").await;
    until("nothing", || !console.get(".bar").text().contains("selected,") && !is_half(&all)).await;
}

#[wasm_bindgen_test]
async fn shift_ticks_every_row_between_and_takes_the_ticks_away_likewise() {
    let console = Console::open_as("admin", TEST);
    tick(&console, "user03").await;
    tick_with_shift(&console, "user01");
    selected(&console, "3 of 3 selected").await;
    until("all", || is_ticked(&console.field("Select all"))).await;
    tick_with_shift(&console, "user02");
    selected(&console, "1 of 3 selected").await;
    until("who is left", || is_ticked(&console.field("Select user03"))).await;
    assert!(!is_ticked(&console.field("Select user01")));
}

#[wasm_bindgen_test]
async fn all_means_everybody_who_is_shown() {
    let console = Console::open_as("admin", TEST);
    console.row("user01").await;
    type_into(&console.field("Search users"), "user0");
    choose(&console.field("Level"), "Write");
    until("one row", || console.cells().len() == 1).await;
    console.field("Select all").click();
    selected(&console, "1 of 1 selected").await;
    choose(&console.field("Level"), "All levels");
    selected(&console, "1 of 3 selected").await;
    console.field("Select all").click();
    selected(&console, "3 of 3 selected").await;
    console.field("Select all").click();
    until("nobody", || !is_ticked(&console.field("Select user02"))).await;
}

#[wasm_bindgen_test]
async fn nobody_is_changed_unseen() {
    let console = Console::open_as("admin", TEST);
    tick(&console, "user01").await;
    tick(&console, "user02").await;
    selected(&console, "2 of 3 selected").await;
    type_into(&console.field("Search users"), "user02");
    selected(&console, "1 of 1 selected").await;
    console.button("Revoke selected").click();
    let dialog = console.dialog("Revoke permission").await;
    assert_eq!(dialog.all(".difference").len(), 1);
    dialog.button("Revoke").click();
    until("the revocation", || console.stored_level("user02").is_none()).await;
    assert_eq!(revocations(&console), [format!(r#"["{}"]"#, console.id_of("user02"))]);
    assert_eq!(console.stored_level("user01"), Some(7));
    console.looked_again().await;
}

#[wasm_bindgen_test]
async fn without_a_tick_there_is_nothing_to_ask() {
    let console = Console::open_as("admin", TEST);
    console.row("user01").await;
    for name in ["Change selected", "Revoke selected"] {
        let button = console.button(name);
        assert_eq!(attribute(&button, "aria-disabled").as_deref(), Some("true"));
        button.click();
    }
    assert!(console.find("dialog").is_none());
}

#[wasm_bindgen_test]
async fn several_are_revoked_by_one_request() {
    let console = Console::open_as("admin", TEST);
    tick(&console, "user02").await;
    tick(&console, "user03").await;
    selected(&console, "2 of 3 selected").await;
    console.button("Revoke selected").click();
    let dialog = console.dialog("Revoke permission").await;
    dialog.button("Revoke").click();
    until("no dialog", || console.find("dialog").is_none()).await;
    let ids = [console.id_of("user02"), console.id_of("user03")];
    assert_eq!(revocations(&console), [format!(r#"["{}","{}"]"#, ids[0], ids[1])]);
    assert_eq!(console.announced(), "Request succeeded. Revoked the permissions of 2 users.");
    until("two rows", || console.cells().len() == 2).await;
    until("no ticks", || !console.get(".bar").text().contains("1 selected")).await;
}

#[wasm_bindgen_test]
async fn several_are_changed_by_one_request_and_who_has_it_already_is_left_out() {
    let console = Console::open_as("admin", TEST);
    console.row("user01").await;
    console.field("Select all").click();
    selected(&console, "3 of 3 selected").await;
    console.button("Change selected").click();
    let dialog = console.dialog("Change permission").await;
    choose(&dialog.field("Permission"), "Manage");
    until("the remark", || dialog.text().contains("1 user already has this level and will be skipped."))
        .await;
    assert_eq!(dialog.all(".difference").len(), 2);
    dialog.button("Change").click();
    until("no dialog", || console.find("dialog").is_none()).await;
    assert_eq!(console.announced(), "Update succeeded. 2 users now have Manage.");
    let sent = changes(&console);
    assert_eq!(sent.len(), 1);
    assert!(!sent[0].contains(&console.id_of("user01")) && sent[0].contains(&console.id_of("user03")));
}

#[wasm_bindgen_test]
async fn who_may_not_change_is_told_so_in_place_of_a_dialog() {
    let console = Console::open_as("user02", TEST);
    until("the notice", || console.find_button("Try anyway").is_some()).await;
    tick(&console, "user03").await;
    selected(&console, "1 of 3 selected").await;
    console.button("Revoke selected").click();
    until("the reason", || console.announced().starts_with("You probably can't change")).await;
    assert!(console.find("dialog").is_none());
}
