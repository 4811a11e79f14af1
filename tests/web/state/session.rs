//! The session of a tab.

use std::time::Duration;

use domain::model::names::{AccountName, ProjectName, UserId, UserName};
use domain::model::user::Caller;
use domain::text::time::UnixMillis;
use js_sys::Function;
use swr_console::api::Token;
use swr_console::api::iam::IssuedToken;
use swr_console::api::stored::BeganWith;
use swr_console::state::clock::now;
use swr_console::state::session::heartbeat::Heartbeat;
use swr_console::state::session::{Resumed, Session, SessionState};
use swr_console::view::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::Stage;
use crate::support::clock::{clocks, come_back, minutes};
use crate::support::console::{one_region, two_regions};

fn issued(user: &str, token: &str, expires: Option<UnixMillis>) -> IssuedToken {
    IssuedToken {
        token: Token::new(token).unwrap(),
        caller: Caller {
            id: UserId::new(format!("id-of-{user}")),
            name: UserName::new(user),
            account: AccountName::new("demo"),
        },
        project: Some(ProjectName::new("local")),
        expires,
        issued: None,
    }
}

fn begin(session: Session, user: &str, token: &str) -> Resumed {
    session.begin(issued(user, token, None), &one_region().regions[0], BeganWith::Password)
}

/// All that the tab's storage holds, as one text.
fn stored() -> String {
    let storage = window().session_storage().unwrap().unwrap();
    (0..storage.length().unwrap())
        .filter_map(|index| storage.get_item(&storage.key(index).unwrap()?).unwrap())
        .collect()
}

fn epoch(session: Session) -> Option<u32> {
    session.state_untracked().active().map(|active| active.epoch)
}

fn is_ended(session: Session) -> bool {
    matches!(session.state_untracked(), SessionState::Ended(_))
}

#[wasm_bindgen_test]
fn a_reload_finds_the_session_and_signing_out_leaves_nothing_of_it() {
    let _stage = Stage::new();
    let session = Session::install(one_region());
    assert_eq!(begin(session, "admin", "token-canary"), Resumed::Nothing);
    let reloaded = Session::install(one_region());
    let active = reloaded.state_untracked().active().cloned().unwrap();
    assert_eq!((active.caller.name.as_str(), active.began_with), ("admin", BeganWith::Password));
    reloaded.sign_out();
    assert_eq!(reloaded.state_untracked(), SessionState::SignedOut);
    assert_eq!(stored(), "");
}

#[wasm_bindgen_test]
fn a_session_of_a_region_that_is_no_longer_configured_is_dropped() {
    let _stage = Stage::new();
    begin(Session::install(one_region()), "admin", "token");
    let session = Session::install(two_regions());
    assert_eq!(session.state_untracked(), SessionState::SignedOut);
    assert_eq!(stored(), "");
}

#[wasm_bindgen_test]
fn what_cannot_be_read_from_storage_is_dropped() {
    let _stage = Stage::new();
    begin(Session::install(one_region()), "admin", "token");
    let storage = window().session_storage().unwrap().unwrap();
    let key = storage.key(0).unwrap().unwrap();
    storage.set_item(&key, "{\"version\":0}").unwrap();
    assert_eq!(Session::install(one_region()).state_untracked(), SessionState::SignedOut);
    assert_eq!(stored(), "");
}

#[wasm_bindgen_test]
fn the_same_user_goes_on_and_another_starts_clean() {
    let _stage = Stage::new();
    let session = Session::install(one_region());
    begin(session, "admin", "first");
    let first = epoch(session);
    let client = session.state_untracked().active().unwrap().client.clone();
    session.ended(&client);
    assert!(is_ended(session));
    assert!(!stored().contains("first"), "a token that is no longer accepted is not kept");
    assert_eq!(begin(session, "admin", "second"), Resumed::SameUser);
    assert_eq!(epoch(session), first);
    assert_eq!(begin(session, "user01", "third"), Resumed::OtherUser);
    assert_ne!(epoch(session), first);
}

#[wasm_bindgen_test]
fn an_answer_to_an_earlier_token_does_not_end_the_session() {
    // A slow 401 to the token of before came after the user had signed in again, and asked for the password again.
    let _stage = Stage::new();
    let session = Session::install(one_region());
    begin(session, "admin", "first");
    let earlier = session.state_untracked().active().unwrap().client.clone();
    begin(session, "admin", "second");
    session.ended(&earlier);
    assert!(!is_ended(session));
    assert!(stored().contains("second"));
}

#[wasm_bindgen_test]
fn a_session_ends_by_the_clock() {
    let _stage = Stage::new();
    let clocks = clocks();
    let session = Session::install(one_region());
    let _heartbeat = Heartbeat::install(session);
    let soon = Some(UnixMillis(now().0 + 60_000));
    session.begin(issued("admin", "token", soon), &one_region().regions[0], BeganWith::Password);
    clocks.pass(Duration::from_secs(59));
    come_back();
    assert!(!is_ended(session));
    clocks.pass(Duration::from_secs(1));
    come_back();
    assert!(is_ended(session));
    assert_eq!(stored(), "");
}

#[wasm_bindgen_test]
fn a_clock_of_an_earlier_token_does_not_end_a_later_session() {
    let _stage = Stage::new();
    let clocks = clocks();
    let session = Session::install(one_region());
    let _heartbeat = Heartbeat::install(session);
    let region = &one_region().regions[0];
    session.begin(issued("admin", "first", Some(UnixMillis(now().0 + 20_000))), region, BeganWith::Password);
    session.begin(
        issued("admin", "second", Some(UnixMillis(now().0 + 400_000))),
        region,
        BeganWith::Password,
    );
    clocks.pass(minutes(5));
    come_back();
    assert!(!is_ended(session));
    clocks.pass(Duration::from_secs(100));
    come_back();
    assert!(is_ended(session));
}

#[wasm_bindgen_test]
fn a_computer_whose_clock_is_a_day_ahead_can_sign_in() {
    let _stage = Stage::new();
    let clocks = clocks();
    let issued_now = now();
    clocks.leap(minutes(24 * 60));
    let session = Session::install(one_region());
    let _heartbeat = Heartbeat::install(session);
    let region = &one_region().regions[0];
    let an_hour = UnixMillis(issued_now.0 + 3_600_000);
    let token = IssuedToken { issued: Some(issued_now), ..issued("admin", "by-password", Some(an_hour)) };
    session.begin(token, region, BeganWith::Password);
    come_back();
    assert!(!is_ended(session));
    assert_eq!(
        Session::install(one_region()).state_untracked().active().map(|_| ()),
        Some(()),
        "after a reload too"
    );
    session.begin(issued("admin", "pasted", Some(an_hour)), region, BeganWith::Token);
    come_back();
    assert!(!is_ended(session), "what IAM has just vouched for has not ended");
}

#[wasm_bindgen_test]
fn where_the_browser_keeps_nothing_the_session_lives_in_memory() {
    let _stage = Stage::new();
    let session = Session::install(one_region());
    begin(session, "admin", "first");
    assert!(!untrack(|| session.is_not_persisted()));
    let full = Full::install();
    begin(session, "admin", "second");
    assert!(untrack(|| session.is_not_persisted()));
    assert!(session.state_untracked().active().is_some());
    assert_eq!(stored(), "", "nor is the token of before kept");
    drop(full);
    begin(session, "admin", "third");
    assert!(!untrack(|| session.is_not_persisted()));
}

/// A storage that takes nothing more, until this is dropped.
struct Full;

impl Full {
    fn install() -> Self {
        Self::run(
            "Storage.prototype.own = Storage.prototype.setItem;
             Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
        );
        Self
    }

    fn run(code: &str) {
        let _ = Function::new_no_args(code).call0(&JsValue::UNDEFINED).unwrap();
    }
}

impl Drop for Full {
    fn drop(&mut self) {
        Self::run("Storage.prototype.setItem = Storage.prototype.own; delete Storage.prototype.own;");
    }
}
