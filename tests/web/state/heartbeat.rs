//! A session's time: sleep, clocks that someone sets, idling.

use std::time::Duration;

use domain::model::names::{AccountName, UserId, UserName};
use domain::model::user::Caller;
use domain::text::time::UnixMillis;
use swr_console::api::Token;
use swr_console::api::iam::IssuedToken;
use swr_console::api::stored::BeganWith;
use swr_console::state::clock::now;
use swr_console::state::session::heartbeat::Heartbeat;
use swr_console::state::session::{Session, SessionState, SignOutReason};
use swr_console::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::Stage;
use crate::support::act::event;
use crate::support::clock::{clocks, come_back, minutes};
use crate::support::console::one_region;

/// A session whose token is good for an hour. It ends after 15 minutes without activity.
fn session(expires: Option<UnixMillis>) -> (Session, Heartbeat) {
    let session = Session::install(one_region());
    let heartbeat = Heartbeat::install(session);
    let issued = IssuedToken {
        token: Token::new("token").unwrap(),
        caller: Caller {
            id: UserId::new("1"),
            name: UserName::new("admin"),
            account: AccountName::new("demo"),
        },
        project: None,
        expires,
        issued: None,
    };
    session.begin(issued, &one_region().regions[0], BeganWith::Password);
    (session, heartbeat)
}

fn in_an_hour() -> UnixMillis {
    UnixMillis(now().0 + 3_600_000)
}

fn is_signed_in(session: Session) -> bool {
    matches!(session.state_untracked(), SessionState::SignedIn(_))
}

fn is_idle_over(session: Session) -> bool {
    session.state_untracked() == SessionState::SignedOut
        && untrack(|| session.sign_out_reason()) == Some(SignOutReason::Idle)
}

/// Someone moves the mouse.
fn move_mouse() {
    window().dispatch_event(&event("Event", "pointermove", &[])).unwrap();
}

#[wasm_bindgen_test]
fn after_a_long_sleep_idling_is_over_at_once_and_nothing_is_kept() {
    let _stage = Stage::new();
    let clocks = clocks();
    let (session, _) = session(Some(in_an_hour()));
    clocks.leap(minutes(30));
    come_back();
    assert!(is_idle_over(session));
    assert_eq!(window().session_storage().unwrap().unwrap().length(), Ok(0));
}

#[wasm_bindgen_test]
fn the_movement_that_wakes_the_computer_comes_too_late() {
    let _stage = Stage::new();
    let clocks = clocks();
    let (session, _) = session(None);
    clocks.pass(minutes(16));
    move_mouse();
    assert!(is_idle_over(session));
}

#[wasm_bindgen_test]
fn activity_keeps_the_session() {
    let _stage = Stage::new();
    let clocks = clocks();
    let (session, heartbeat) = session(None);
    for _ in 0..4 {
        clocks.pass(minutes(10));
        come_back();
        move_mouse();
        assert!(is_signed_in(session));
        assert_eq!(untrack(|| heartbeat.idle.left()), None);
    }
}

#[wasm_bindgen_test]
fn under_the_warning_only_its_button_counts() {
    let _stage = Stage::new();
    let clocks = clocks();
    let (session, heartbeat) = session(None);
    clocks.pass(Duration::from_secs(14 * 60 + 30));
    come_back();
    let left = untrack(|| heartbeat.idle.left()).unwrap();
    assert!((29..=30).contains(&left), "{left}");
    heartbeat.idle.set_shown(true);
    move_mouse();
    assert!(untrack(|| heartbeat.idle.left()).is_some());
    heartbeat.idle.stay();
    assert_eq!(untrack(|| heartbeat.idle.left()), None);
    clocks.pass(minutes(13));
    come_back();
    assert!(is_signed_in(session));
}

// The warning is in a part of the program that is fetched when it is first needed. Without a network it did not come, and
// nobody could press its button.
#[wasm_bindgen_test]
fn as_long_as_the_warning_is_not_on_the_page_activity_counts() {
    let _stage = Stage::new();
    let clocks = clocks();
    let (_, heartbeat) = session(None);
    clocks.pass(Duration::from_secs(14 * 60 + 30));
    come_back();
    assert!(untrack(|| heartbeat.idle.left()).is_some());
    move_mouse();
    assert_eq!(untrack(|| heartbeat.idle.left()), None);
}

#[wasm_bindgen_test]
fn a_token_that_ends_during_sleep_is_asked_for_on_return() {
    let _stage = Stage::new();
    let clocks = clocks();
    let (session, _) = session(Some(UnixMillis(now().0 + 600_000)));
    clocks.leap(minutes(11));
    come_back();
    assert!(matches!(session.state_untracked(), SessionState::Ended(_)));
}

#[wasm_bindgen_test]
fn a_wall_clock_that_is_set_back_does_not_prolong_a_session() {
    let _stage = Stage::new();
    let clocks = clocks();
    let (session, _) = session(Some(UnixMillis(now().0 + 600_000)));
    clocks.set_back(minutes(24 * 60));
    come_back();
    assert!(is_signed_in(session));
    clocks.pass(minutes(11));
    come_back();
    assert!(matches!(session.state_untracked(), SessionState::Ended(_)));
}

#[wasm_bindgen_test]
fn what_is_left_of_a_token_is_counted_down() {
    let _stage = Stage::new();
    let clocks = clocks();
    let (_, heartbeat) = session(Some(UnixMillis(now().0 + 700_000)));
    come_back();
    assert_eq!(untrack(|| heartbeat.expiry.shown()), None);
    clocks.pass(Duration::from_secs(150));
    come_back();
    assert_eq!(untrack(|| heartbeat.expiry.shown()), Some(600));
    clocks.pass(Duration::from_secs(520));
    come_back();
    let left = untrack(|| heartbeat.expiry.shown()).unwrap();
    assert!((28..=30).contains(&left), "{left}");
}

#[wasm_bindgen_test]
fn a_token_longer_than_a_timer_can_count_ends_by_no_timer() {
    let _stage = Stage::new();
    let days = 40 * 24 * 3_600_000;
    let (session, heartbeat) = session(Some(UnixMillis(now().0 + days)));
    come_back();
    assert!(is_signed_in(session));
    assert_eq!(untrack(|| heartbeat.expiry.shown()), None);
}

// The computer can't know whether a jump was sleep. Setting the clock forward used to keep the session;
// it took 450 lines, a request, and a page that was hidden until the answer came.
#[wasm_bindgen_test]
fn a_wall_clock_that_jumps_forward_counts_as_sleep() {
    let _stage = Stage::new();
    let clocks = clocks();
    let (session, _) = session(Some(in_an_hour()));
    clocks.set_back(minutes(60));
    come_back();
    assert!(is_signed_in(session));
    clocks.leap(minutes(60));
    come_back();
    assert!(is_idle_over(session));
}
