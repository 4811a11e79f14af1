//! What tabs of one browser have in common.

use std::sync::Arc;

use swr_console::api::between_tabs::Message;
use swr_console::view::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::act::event;
use crate::support::clock::{clocks, come_back, minutes};
use crate::support::console::{KEY, address};
use crate::support::other_tab::{OtherTab, session_of};
use crate::support::{Console, Find, drain, frame, until};

const IMAGE: &str = "/organizations/group/images/test";

fn storage() -> web_sys::Storage {
    window().session_storage().unwrap().unwrap()
}

fn stored_text() -> String {
    storage().get_item(KEY).unwrap().unwrap_or_default()
}

/// The id of the session of this tab.
fn id() -> String {
    let text = stored_text();
    let rest = text.split("\"id\":\"").nth(1).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[wasm_bindgen_test]
async fn a_new_tab_goes_on_with_the_session_of_an_open_one() {
    let other = OtherTab::open();
    let mut console = Console::open(IMAGE);
    let tab = other.is_asked().await;
    assert!(console.find("h1").is_none(), "no page is shown before the answer");
    assert_eq!(address(), IMAGE);
    let stored = session_of(&mut console.cloud, "user02", "abc");
    other.say(&Message::Session { to: tab, stored });
    console.row("user01").await;
    assert_eq!(address(), IMAGE);
    assert_eq!(id(), "abc", "a reload finds the same session");
}

#[wasm_bindgen_test]
async fn without_an_answer_one_signs_in_and_comes_back() {
    let console = Console::open(IMAGE);
    console.heading("Sign in").await;
    assert_eq!(address(), "/sign-in");
    let back = window().history().unwrap().state().unwrap();
    assert_eq!(back.as_string().as_deref(), Some(IMAGE));
    assert!(!console.text().contains("another tab"));
}

#[wasm_bindgen_test]
async fn sessions_of_different_users_leave_the_choice_to_the_user() {
    let other = OtherTab::open();
    let mut console = Console::open(IMAGE);
    let tab = other.is_asked().await;
    for (user, id) in [("user02", "abc"), ("admin", "def")] {
        let stored = session_of(&mut console.cloud, user, id);
        other.say(&Message::Session { to: tab.clone(), stored });
    }
    console.heading("Sign in").await;
    assert_eq!(stored_text(), "");
}

#[wasm_bindgen_test]
async fn answers_to_others_and_other_texts_are_not_heard() {
    let other = OtherTab::open();
    let mut console = Console::open(IMAGE);
    let tab = other.is_asked().await;
    let stored = session_of(&mut console.cloud, "user02", "abc");
    other.say(&Message::Session { to: "another".to_owned(), stored });
    let mut stored = session_of(&mut console.cloud, "user02", "def");
    Arc::make_mut(&mut stored).region = domain::model::names::RegionId::new("nowhere");
    other.say(&Message::Session { to: tab.clone(), stored });
    for text in [
        "",
        "null",
        "{\"version\":1}",
        &format!("{{\"version\":1,\"kind\":\"session\",\"of\":\"{tab}\",\"with\":\"{{}}\"}}"),
    ] {
        other.say_text(text);
    }
    console.heading("Sign in").await;
    assert_eq!(stored_text(), "");
}

#[wasm_bindgen_test]
async fn who_stands_at_the_sign_in_page_is_handed_no_session() {
    let other = OtherTab::open();
    let console = Console::open("/sign-in");
    console.heading("Sign in").await;
    drain().await;
    assert_eq!(other.heard(), []);
}

#[wasm_bindgen_test]
async fn an_open_tab_hands_its_session_over_and_signed_out_it_does_not() {
    let other = OtherTab::open();
    let console = Console::open_as("admin", IMAGE);
    console.row("user01").await;
    other.say(&Message::Ask { tab: "new".to_owned() });
    let stored = other
        .hears("the session", |message| match message {
            Message::Session { to, stored } if to == "new" => Some(stored.clone()),
            _ => None,
        })
        .await;
    assert_eq!((stored.id.clone(), stored.caller.name.as_str()), (id(), "admin"));
    console.button("Sign out").click();
    let out = other
        .hears("the end", |message| match message {
            Message::Out { id, idle } => Some((id.clone(), *idle)),
            _ => None,
        })
        .await;
    assert_eq!(out, (stored.id.clone(), false));
    let before = other.heard().len();
    other.say(&Message::Ask { tab: "later".to_owned() });
    drain().await;
    frame().await;
    assert_eq!(other.heard().len(), before);
    // A tab that missed it hears it as soon as it appears.
    other.say(&Message::Active { id: stored.id.clone() });
    until("the answer", || other.heard().len() > before).await;
    assert_eq!(other.heard().last(), Some(&Message::Out { id: stored.id.clone(), idle: false }));
}

#[wasm_bindgen_test]
async fn signing_out_in_another_tab_ends_this_one_too() {
    let other = OtherTab::open();
    let console = Console::open_as("admin", IMAGE);
    console.row("user01").await;
    other.say(&Message::Out { id: "of another session".to_owned(), idle: false });
    other.say(&Message::Active { id: id() });
    drain().await;
    assert_eq!(console.cells().len(), 4);
    other.say(&Message::Out { id: id(), idle: false });
    console.heading("Sign in").await;
    assert!(console.text().contains("You signed out in another tab."), "{}", console.text());
    assert!(!console.text().contains("user01"));
    assert_eq!(stored_text(), "");
    let told = other.heard().into_iter().any(|message| matches!(message, Message::Out { .. }));
    assert!(!told, "what a tab heard is not sent again");
}

#[wasm_bindgen_test]
async fn activity_in_another_tab_counts() {
    let clocks = clocks();
    let other = OtherTab::open();
    let console = Console::open_as("admin", IMAGE);
    console.row("user01").await;
    clocks.pass(minutes(14) + std::time::Duration::from_secs(30));
    come_back();
    console.dialog("You will be signed out").await;
    other.say(&Message::Active { id: id() });
    until("the end of the warning", || console.find_dialog("You will be signed out").is_none()).await;
    clocks.pass(minutes(10));
    come_back();
    assert_eq!(console.cells().len(), 4);
}

#[wasm_bindgen_test]
async fn idling_that_ends_in_another_tab_is_said_here_too() {
    let other = OtherTab::open();
    let console = Console::open_as("admin", IMAGE);
    console.row("user01").await;
    other.say(&Message::Out { id: id(), idle: true });
    console.heading("Sign in").await;
    assert!(console.text().contains("Signed out after 15 minutes without activity."), "{}", console.text());
}

#[wasm_bindgen_test]
async fn a_session_that_is_renewed_in_another_tab_goes_on_here() {
    let other = OtherTab::open();
    let mut console = Console::open_as("admin", IMAGE);
    console.row("user01").await;
    console.cloud.with(swr_emulator::Emulator::end_sessions);
    console.button("Refresh").click();
    console.dialog("Sign in again").await;
    let to = other
        .hears("the first word", |message| match message {
            Message::Active { id } => Some(id.clone()),
            _ => None,
        })
        .await;
    // Another user's token is not taken under this user's data.
    let stranger = session_of(&mut console.cloud, "user02", &to);
    other.say(&Message::Session { to: to.clone(), stored: stranger });
    drain().await;
    frame().await;
    assert!(console.find_dialog("Sign in again").is_some());
    let stored = session_of(&mut console.cloud, "admin", &to);
    other.say(&Message::Session { to, stored });
    until("the end of the dialog", || console.find_dialog("Sign in again").is_none()).await;
    console.row("user01").await;
}

/// The browser shows the page again as it was left.
fn restore() {
    let _ = window()
        .dispatch_event(&event("PageTransitionEvent", "pageshow", &[("persisted", JsValue::TRUE)]))
        .unwrap();
}

#[wasm_bindgen_test]
async fn a_page_that_comes_back_after_signing_out_shows_nothing() {
    let console = Console::open_as("admin", IMAGE);
    console.row("user01").await;
    restore();
    drain().await;
    assert_eq!(console.cells().len(), 4, "nothing has happened meanwhile");
    storage().clear().unwrap();
    restore();
    console.heading("Sign in").await;
    assert!(!console.text().contains("user01"));
}

#[wasm_bindgen_test]
async fn a_page_that_comes_back_to_another_users_session_shows_nothing_of_its_own() {
    let other = OtherTab::open();
    let console = Console::open_as("admin", IMAGE);
    console.row("user01").await;
    storage().set_item(KEY, &stored_text().replace(&id(), "another")).unwrap();
    restore();
    console.heading("Sign in").await;
    let told = other.heard().into_iter().any(|message| matches!(message, Message::Out { .. }));
    assert!(!told, "other tabs of that session go on");
}

#[wasm_bindgen_test]
async fn a_session_that_is_over_by_the_clock_is_not_even_tried() {
    let console = Console::open_for("admin", -5, IMAGE);
    console.heading("Sign in").await;
    assert!(console.text().contains("Your session has expired."), "{}", console.text());
    assert_eq!((stored_text(), console.cloud.requests().len()), (String::new(), 0));
}
