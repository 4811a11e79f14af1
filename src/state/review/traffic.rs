//! The requests that people make while a scan runs: they go first, and take their room.

use std::cell::{Cell, RefCell};

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

use crate::api::traffic::{Traffic, watch};
use crate::by_name::{call, property};
use crate::view::prelude::*;
use domain::review::pace::{Pace, Permit, Protocol, Sender, Signal as Heard};

/// How long an answer takes where nothing is known, in milliseconds.
const USUAL_WAIT: u64 = 150;

thread_local! {
    /// What has happened since it was passed on.
    static NOTED: RefCell<Vec<Traffic>> = const { RefCell::new(Vec::new()) };
    static PERMITS: RefCell<Vec<Permit>> = const { RefCell::new(Vec::new()) };
    static IS_WATCHED: Cell<bool> = const { Cell::new(false) };
}

fn note(traffic: Traffic) {
    NOTED.with_borrow_mut(|noted| noted.push(traffic));
}

/// Passes on to a pace what people have sent and received since the last time. `now` is by the pace's clock.
pub(super) fn pass_on(pace: &mut Pace, now: f64) {
    if !IS_WATCHED.replace(true) {
        watch(note);
    }
    for traffic in NOTED.take() {
        match traffic {
            Traffic::Begun => {
                let permit = pace.send(Sender::Person, now);
                PERMITS.with_borrow_mut(|permits| permits.push(permit));
            }
            Traffic::Ended { is_throttled } => {
                let heard = if is_throttled {
                    Heard::Complaint { retry_after: None, dice: js_sys::Math::random() }
                } else {
                    Heard::Answer
                };
                if let Some(permit) = PERMITS.with_borrow_mut(Vec::pop) {
                    pace.receive(permit, heard, now);
                }
            }
        }
    }
}

/// How long the service usually takes to answer, in milliseconds: the middle one of the last answers.
pub(super) fn usual_wait() -> u64 {
    let mut waits: Vec<u64> =
        of_api().iter().filter_map(|entry| whole(&property(entry, "duration"))).collect();
    waits.sort_unstable();
    waits.get(waits.len() / 2).copied().unwrap_or(USUAL_WAIT)
}

/// How the requests of this page are carried, as the browser's own record of them says.
pub(super) fn protocol() -> Protocol {
    let names = of_api();
    let last = names.iter().filter_map(|entry| property(entry, "nextHopProtocol").as_string()).next_back();
    last.map_or(Protocol::OneByOne, |name| Protocol::of(&name))
}

/// The browser's record of the requests to SWR.
fn of_api() -> Vec<JsValue> {
    let Some(performance) = window().performance() else { return Vec::new() };
    let is_of_api = |entry: &JsValue| {
        property(entry, "name").as_string().is_some_and(|name| name.contains("/v2/manage/"))
    };
    let entries = call(&performance, "getEntriesByType", &"resource".into()).unwrap_or_default();
    entries.unchecked_into::<Array>().iter().filter(is_of_api).collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a wait is positive, and not for years"
)]
fn whole(number: &JsValue) -> Option<u64> {
    number.as_f64().map(|number| number.max(0.0) as u64)
}
