//! The present moment.

use gloo_timers::callback::Timeout;
use js_sys::Promise;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

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

/// Waits for so many milliseconds.
pub async fn sleep(milliseconds: f64) {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "less than a millisecond is lost"
    )]
    let wait = milliseconds.max(0.0) as u32;
    let mut timer = None;
    let over = Promise::new(&mut |resolve, _| {
        timer = Some(Timeout::new(wait, move || {
            let _ = resolve.call0(&JsValue::NULL);
        }));
    });
    // The promise is never refused.
    let _ = JsFuture::from(over).await;
    drop(timer);
}

fn whole(milliseconds: f64) -> i64 {
    // A moment within 200,000 years of now fits.
    #[expect(clippy::cast_possible_truncation, reason = "less than a millisecond is lost")]
    let whole = milliseconds as i64;
    whole
}
