//! The present moment.

use leptos::prelude::window;

use domain::session_clock::Look;
use domain::text::time::UnixMillis;

/// Now, by the computer's wall clock.
pub fn now() -> UnixMillis {
    UnixMillis(whole(js_sys::Date::now()))
}

/// Now, by both clocks. A browser without the steady one has two that say the same.
pub fn look() -> Look {
    let steady = window().performance().map_or_else(js_sys::Date::now, |performance| performance.now());
    Look { wall: now(), steady: whole(steady) }
}

fn whole(milliseconds: f64) -> i64 {
    // A moment within 200,000 years of now fits.
    #[expect(clippy::cast_possible_truncation, reason = "less than a millisecond is lost")]
    let whole = milliseconds as i64;
    whole
}
