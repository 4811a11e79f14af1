//! What a request too many is answered: by the gateway, or in SWR's own way.

use std::time::Duration;

use crate::error::{Refusal, TOO_MANY_REQUESTS};
use crate::http::Response;
use crate::sentinels;
use crate::switches::{Switches, Throttle};
use crate::target::Target;

/// The refusal of a request that comes too early by `wait`. The gateway says how long to wait, SWR itself does not. IAM
/// knows no code like SWR's, so there it is always the gateway that speaks.
pub(crate) fn refused(target: &str, wait: Duration, switches: Switches, request_id: &str) -> Response {
    let shape = switches.error_shape;
    let by_gateway = |status| {
        let refused = sentinels::refusal(status).into_response(shape, request_id);
        refused.replacing_header("Retry-After", &whole_seconds(wait).to_string())
    };
    match switches.throttle {
        Throttle::Forbidden if !is_iam(target) => {
            Refusal::from(TOO_MANY_REQUESTS).into_response(shape, request_id)
        }
        Throttle::TooManyRequests | Throttle::Forbidden => by_gateway(429),
        Throttle::Unavailable => by_gateway(503),
    }
}

fn is_iam(target: &str) -> bool {
    let target = Target::parse(target);
    target.is_some_and(|target| matches!(target.segments().as_slice(), ["v3" | "v3.0", ..]))
}

/// The header has whole seconds, and who comes back after them must not be too early.
fn whole_seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}
