//! What passes by itself: a service that is short of breath, and a network that comes and goes.

use leptos::prelude::window;
use wasm_bindgen_test::wasm_bindgen_test;

use super::grant::{PATH, TEST, fill, open, sent};
use crate::support::act::event;
use crate::support::{Console, Find, appears, attribute, drain, until};

/// A console with the table of `group/test`, where from now on reads of it go wrong by a rule.
async fn with_rule(rule: &str) -> Console {
    let mut console = Console::open_as("admin", TEST);
    console.row("user01").await;
    let rules = format!(r#"[{{"path":"{PATH}",{rule}}}]"#);
    console.cloud.with(|emulator| emulator.faults_mut().read(rules.as_bytes()).unwrap());
    console.cloud.forget_requests();
    console
}

fn reads(console: &Console) -> usize {
    console.requests("GET", PATH).len()
}

fn happens(name: &str) {
    window().dispatch_event(&event("Event", name, &[])).unwrap();
}

#[wasm_bindgen_test]
async fn a_read_that_fails_twice_is_made_a_third_time_and_nothing_is_said() {
    let console = with_rule(r#""method":"GET","fault":"status","status":502,"times":2"#).await;
    console.button("Refresh").click();
    until("three reads", || reads(&console) == 3).await;
    until("the refresh to end", || console.find(".button--busy").is_none()).await;
    assert_eq!(console.alert(), None);
    assert_eq!(console.cells().len(), 4);
}

#[wasm_bindgen_test]
async fn a_read_is_made_three_times_at_most() {
    let console = with_rule(r#""method":"GET","fault":"status","status":502"#).await;
    console.button("Refresh").click();
    let said = appears("the alert", || console.alert()).await;
    assert!(said.starts_with("Service unavailable."), "{said}");
    drain().await;
    assert_eq!(reads(&console), 3);
    assert_eq!(console.cells().len(), 4, "what was there stays");
}

#[wasm_bindgen_test]
async fn a_write_is_never_made_again() {
    let console = with_rule(r#""method":"POST","fault":"status","status":503"#).await;
    let dialog = open(&console).await;
    fill(&console, &dialog, 1, "user05").await;
    dialog.button("Grant").click();
    appears("the alert", || dialog.alert()).await;
    console.looked_again().await;
    assert_eq!(sent(&console).len(), 1);
}

#[wasm_bindgen_test]
async fn a_service_that_asks_to_wait_is_waited_for_in_sight() {
    let console =
        with_rule(r#""method":"GET","fault":"status","status":429,"headers":{"Retry-After":"30"},"times":1"#)
            .await;
    console.button("Refresh").click();
    let now = appears("the wait", || console.find_button("Try now")).await;
    assert!(console.text().contains("The service is busy. Retrying in 30 s."));
    assert_eq!((console.announced().as_str(), reads(&console)), ("The service is busy.", 1));
    now.click();
    until("the wait to end", || console.find_button("Try now").is_none()).await;
    until("the second read", || reads(&console) == 2).await;
    until("the refresh to end", || console.find(".button--busy").is_none()).await;
    assert_eq!(console.alert(), None);
}

#[wasm_bindgen_test]
async fn a_wait_can_be_given_up() {
    let console =
        with_rule(r#""method":"GET","fault":"status","status":503,"headers":{"Retry-After":"30"}"#).await;
    console.button("Refresh").click();
    appears("the way out", || console.find_button("Cancel")).await.click();
    let said = appears("the alert", || console.alert()).await;
    assert!(said.starts_with("Cancelled."), "{said}");
    assert_eq!(reads(&console), 1);
    assert!(console.find_button("Try now").is_none());
}

#[wasm_bindgen_test]
async fn a_service_that_asks_for_too_much_is_taken_at_its_word() {
    for (asked, told) in [
        ("61", "61 seconds"),
        ("600", "10 minutes"),
        ("86400", "24 hours"),
        ("Fri, 31 Dec 2999 23:59:59 GMT", "hours"),
    ] {
        let rule =
            format!(r#""method":"GET","fault":"status","status":429,"headers":{{"Retry-After":"{asked}"}}"#);
        let console = with_rule(&rule).await;
        console.button("Refresh").click();
        let said = appears("the alert", || console.alert()).await;
        assert!(said.contains("The service asks to wait ") && said.contains(told), "{asked}: {said}");
        assert_eq!(reads(&console), 1, "{asked}");
    }
}

#[wasm_bindgen_test]
async fn without_a_network_nothing_is_sent_and_everything_is_read_again_when_it_is_back() {
    let console = Console::open_as("admin", TEST);
    console.row("user01").await;
    let dialog = open(&console).await;
    fill(&console, &dialog, 1, "user05").await;
    happens("offline");
    until("the line", || console.text().contains("What you see may be out of date")).await;
    let grant = dialog.button("Grant");
    assert_eq!(attribute(&grant, "aria-disabled").as_deref(), Some("true"));
    assert!(dialog.text().contains("You're offline, so changes can't be sent. What you entered is kept."));
    grant.click();
    drain().await;
    assert_eq!(sent(&console).len(), 0);
    let before = reads(&console);
    // The test page's own server answers, so the console finds the network there.
    happens("online");
    until("the line to go", || !console.text().contains("What you see may be out of date")).await;
    until("the read", || reads(&console) == before + 1).await;
    assert_eq!(console.announced(), "The connection is back.");
    grant.click();
    console.row("user05").await;
    assert_eq!(sent(&console).len(), 1, "what was entered is still there");
}

#[wasm_bindgen_test]
async fn a_row_is_not_saved_without_a_network() {
    let console = Console::open_as("admin", TEST);
    console.row("user03").await;
    console.button("Change user03").click();
    let save = appears("the button", || console.find_button("Save")).await;
    crate::support::choose(&console.field("Permission of user03"), "Write");
    happens("offline");
    until("the button to be off", || attribute(&save, "aria-disabled").as_deref() == Some("true")).await;
    save.click();
    drain().await;
    assert!(console.announced().starts_with("You're offline"), "{}", console.announced());
    assert_eq!(console.requests("PATCH", PATH).len(), 0);
    happens("online");
    until("the button to be on", || attribute(&save, "aria-disabled").is_none()).await;
}

#[wasm_bindgen_test]
async fn a_service_that_cannot_be_reached_is_not_taken_for_a_lost_network() {
    let mut console = Console::open_as("admin", TEST);
    console.row("user01").await;
    console.cloud.set_offline(true);
    console.button("Refresh").click();
    let said = appears("the alert", || console.alert()).await;
    assert!(said.starts_with("No connection."), "{said}");
    drain().await;
    assert!(!console.text().contains("What you see may be out of date"));
}

#[wasm_bindgen_test]
async fn what_is_missing_or_denied_has_a_way_on() {
    for (user, image) in [("admin", "missing"), ("user12", "test")] {
        let console = Console::open_as(user, &format!("/organizations/group/images/{image}"));
        appears("the alert", || console.alert()).await;
        let link = console.find_link("Go to organizations").unwrap();
        assert_eq!(attribute(&link, "href").as_deref(), Some("/organizations"));
        assert!(console.find_button("Try again").is_none());
    }
}
