//! Whether a read that failed is tried again, and after which pause: a rule over values. Asking the clock, rolling
//! the dice and waiting are `request`'s. Writes never come here.

use super::error::{ApiError, LONGEST_ASKED};

/// The most that a read is repeated.
const REPEATS: u32 = 2;

/// The same where nobody sees that the program waits, as before and after a write.
const LONGEST_UNSEEN: u32 = 5;

/// How long a read may have taken altogether when it is tried once more, in milliseconds.
const DEADLINE: f64 = 20_000.0;

/// The first pause is at most this long, each further one at most twice the one before, in milliseconds.
const FIRST_PAUSE: f64 = 400.0;

/// What was done so far to get one answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tried {
    /// How often it was asked, at least 1.
    pub(super) times: u32,
    /// How long that has taken, in milliseconds.
    pub(super) elapsed: f64,
    /// Whether someone sees it when the program waits.
    pub(super) seen: bool,
}

/// A pause before the next try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pause {
    /// How long, in milliseconds.
    pub milliseconds: u32,
    /// Whether the service asked for it; otherwise it is too short to be worth a word.
    pub asked_for: bool,
}

/// The pause before the next try, or `None` if there is none. `dice` is at least 0 and less than 1: all consoles of a
/// company would come back in the same moment otherwise ("full jitter").
pub(super) fn pause(error: &ApiError, tried: Tried, dice: f64) -> Option<Pause> {
    if tried.times > repeats(error) {
        return None;
    }
    let asked = error.retry_after().filter(|seconds| *seconds > 0);
    if let Some(seconds) = asked {
        let longest = if tried.seen { LONGEST_ASKED } else { LONGEST_UNSEEN };
        return (seconds <= longest).then(|| Pause { milliseconds: seconds * 1000, asked_for: true });
    }
    let most = FIRST_PAUSE * f64::from(2_u32.pow(tried.times - 1));
    let rolled = most * dice.clamp(0.0, 1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to 800")]
    let pause = Pause { milliseconds: rolled as u32, asked_for: false };
    (tried.elapsed + rolled <= DEADLINE).then_some(pause)
}

/// How often a read is repeated after an error: what passes by itself as a rule, twice; what may be a fault of the
/// service's program, once; and what another try can't change, never.
fn repeats(error: &ApiError) -> u32 {
    match (error, error.status()) {
        (ApiError::Network, _) | (ApiError::Status(_), Some(408 | 425 | 429 | 502 | 503 | 504)) => REPEATS,
        (ApiError::Status(_), Some(500)) => 1,
        (ApiError::Status(_), _) if error.is_throttling() => REPEATS,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::api::error::{ErrorBody, Failure};

    const FIRST: Tried = Tried { times: 1, elapsed: 0.0, seen: true };

    fn failure(status: u16, code: &str, retry_after: Option<u32>) -> ApiError {
        let body = ErrorBody::Structured { code: Some(code.to_owned()), message: None };
        ApiError::Status(Failure { status, body, request_id: None, retry_after })
    }

    fn tries(error: &ApiError) -> u32 {
        let mut times = 1;
        while pause(error, Tried { times, ..FIRST }, 0.5).is_some() {
            times += 1;
        }
        times
    }

    #[test]
    fn what_passes_by_itself_is_asked_three_times() {
        assert_eq!(tries(&ApiError::Network), 3);
        for status in [408, 425, 429, 502, 503, 504] {
            assert_eq!(tries(&failure(status, "", None)), 3, "{status}");
        }
        assert_eq!(tries(&failure(403, "SVCSTG.SWR.4031032", None)), 3, "throttling that says 403");
        assert_eq!(tries(&failure(500, "", None)), 2);
    }

    #[test]
    fn what_another_try_cannot_change_is_asked_once() {
        for status in [400, 401, 403, 404, 405, 409, 413, 422, 501, 507] {
            assert_eq!(tries(&failure(status, "", Some(1))), 1, "{status}");
        }
        let decode = ApiError::Decode { status: 200, body: ErrorBody::Empty, request_id: None };
        for error in [ApiError::Timeout, ApiError::Aborted, ApiError::TooLarge, decode] {
            assert_eq!(tries(&error), 1, "{error:?}");
        }
    }

    #[test]
    fn what_the_service_asks_for_is_granted_up_to_a_minute() {
        let asked = |seconds| pause(&failure(429, "", Some(seconds)), FIRST, 0.9);
        assert_eq!(asked(60), Some(Pause { milliseconds: 60_000, asked_for: true }));
        assert_eq!(asked(61), None);
        assert_eq!(asked(u32::MAX), None);
        assert_eq!(asked(0), Some(Pause { milliseconds: 360, asked_for: false }), "0 asks for nothing");
    }

    #[test]
    fn the_second_pause_may_be_twice_as_long() {
        let rolled =
            |times| pause(&ApiError::Network, Tried { times, ..FIRST }, 0.9).map(|pause| pause.milliseconds);
        assert_eq!([rolled(1), rolled(2), rolled(3)], [Some(360), Some(720), None]);
    }

    #[test]
    fn nobody_waits_long_without_seeing_it() {
        let unseen = Tried { seen: false, ..FIRST };
        assert!(pause(&failure(503, "", Some(5)), unseen, 0.5).is_some());
        assert!(pause(&failure(503, "", Some(6)), unseen, 0.5).is_none());
    }

    #[test]
    fn no_try_begins_after_the_deadline() {
        assert!(pause(&ApiError::Network, Tried { elapsed: 19_000.0, ..FIRST }, 0.5).is_some());
        assert!(pause(&ApiError::Network, Tried { elapsed: 20_000.0, ..FIRST }, 0.5).is_none());
    }

    proptest! {
        #[test]
        fn a_pause_that_nobody_asked_for_is_short(dice in 0.0..1.0_f64, times in 1_u32..5) {
            if let Some(pause) = pause(&ApiError::Network, Tried { times, ..FIRST }, dice) {
                prop_assert!(!pause.asked_for && f64::from(pause.milliseconds) < 400.0 * f64::from(times));
            }
        }
    }
}
