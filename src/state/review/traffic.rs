//! What the browser knows of the requests of this page: how they are carried, and how long they take.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

use crate::by_name::{call, property};
use crate::view::prelude::*;
use domain::review::pace::Protocol;

/// How long an answer takes where nothing is known, in milliseconds.
const USUAL_WAIT: u64 = 150;

/// How long the service usually takes to answer, in milliseconds: the middle one of the last answers.
pub(super) fn usual_wait() -> u64 {
    let mut waits: Vec<u64> =
        of_api().iter().filter_map(|entry| whole(&property(entry, "duration"))).collect();
    waits.sort_unstable();
    waits.get(waits.len() / 2).copied().unwrap_or(USUAL_WAIT)
}

/// How the requests of this page are carried, as the browser's own record of them says.
pub(in crate::state) fn protocol() -> Protocol {
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
