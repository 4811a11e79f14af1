//! What a scan and a run have in common: both send their requests by a pace, which learns from what comes of them.

use std::time::Duration;

use crate::view::prelude::*;

use crate::api::ApiError;
use domain::review::pace::Signal as Heard;

use super::clock::{look, sleep};

/// How often a reading that failed by something that passes is sent again. A write never is.
pub(super) const REPEATS: u32 = 2;

/// The longest pause before the first repeat, in milliseconds; before the second it is twice as long.
const FIRST_PAUSE: f64 = 400.0;

/// Waits before a reading is sent again for the first, second, … time.
pub(super) async fn pause_before(repeat: u32) {
    sleep(FIRST_PAUSE * f64::from(repeat) * js_sys::Math::random()).await;
}

/// What an answer, or the lack of one, says to the pace.
pub(super) fn heard(failure: Option<&ApiError>) -> Heard {
    match failure {
        Some(ApiError::Network | ApiError::Timeout | ApiError::Aborted) => Heard::Nothing,
        Some(error) if is_complaint(error) => Heard::Complaint {
            retry_after: error.retry_after().map(|seconds| f64::from(seconds) * 1000.0),
            dice: 0.5 + js_sys::Math::random() / 2.0,
        },
        None | Some(_) => Heard::Answer,
    }
}

/// Too many requests, or a service that is overloaded and says for how long.
pub(super) fn is_complaint(error: &ApiError) -> bool {
    error.is_throttling() || (error.status() == Some(503) && error.retry_after().is_some())
}

/// Does something after so many milliseconds, in place of what an earlier timer would have done.
pub(super) fn later(milliseconds: f64, timer: &mut Option<TimeoutHandle>, run: impl Fn() + 'static) {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is positive, and a minute at most"
    )]
    let wait = Duration::from_millis(milliseconds.max(0.0).ceil() as u64);
    let next = set_timeout_with_handle(run, wait).ok();
    if let Some(earlier) = std::mem::replace(timer, next) {
        earlier.clear();
    }
}

/// Milliseconds by the clock that never goes back.
pub(super) fn steady() -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a page is not open for 200,000 years")]
    let steady = look().steady as f64;
    steady
}
