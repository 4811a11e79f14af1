//! Behaviour on demand: names that a person can type to meet every fault by hand. They are recognized here and act in
//! `swr`. What goes wrong by a test's rules instead of a name is in `faults`; nothing else fails on purpose.

use std::collections::BTreeMap;

use crate::error::{self, Code, Refusal};
use crate::faults::{self, Fault};
use crate::http::{Delivery, Pace, Response, ResponseStyle};
use crate::names::{ImageName, UserId};

/// What an image's name makes every call on it do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ImageSentinel {
    /// Fails with that status.
    Error(u16),
    /// Fails with the 403 that means "too often" and not "no right".
    Throttled,
    /// Is done, and answered late.
    Slow,
    /// Works for anyone who comes back.
    Retry,
    /// Is not done, and something goes wrong with an answer that would have been good.
    Fault(Fault),
}

impl ImageSentinel {
    pub(crate) fn of(name: &ImageName) -> Option<Self> {
        match name.as_str() {
            "throttled" => Some(Self::Throttled),
            "slow" => Some(Self::Slow),
            "retry" => Some(Self::Retry),
            text => Fault::named(text).map(Self::Fault).or_else(|| demanded_status(text).map(Self::Error)),
        }
    }
}

/// How often everyone read an image that works for anyone who comes back.
#[derive(Debug, Clone, Default)]
pub(crate) struct Retries(BTreeMap<UserId, u64>);

impl Retries {
    /// Of three reads in a row by the same user, the first two come too early.
    pub(crate) fn is_too_early(&mut self, user: &UserId) -> bool {
        let reads = self.0.entry(user.clone()).or_default();
        *reads += 1;
        !reads.is_multiple_of(3)
    }
}

/// What the name of a user makes a grant or change do, and that of an account a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum UserSentinel {
    /// Fails with 403.
    Denied,
    /// Fails with 409.
    Conflict,
    /// Fails with that status.
    Error(u16),
    /// Is not done, and the connection is reset: the client cannot know.
    Lost,
    /// Is done, and answered in that manner.
    Given(ResponseStyle),
}

impl UserSentinel {
    fn of(name: &str) -> Option<Self> {
        match name {
            "denied" => Some(Self::Denied),
            "conflict" => Some(Self::Conflict),
            "slow" => Some(Self::Given(ResponseStyle { pace: faults::LATE, ..ResponseStyle::PLAIN })),
            "hang" => Some(Self::Given(ResponseStyle { pace: Pace::Never, ..ResponseStyle::PLAIN })),
            "reset" => Some(Self::Given(ResponseStyle { delivery: Delivery::Reset, ..ResponseStyle::PLAIN })),
            "lost" => Some(Self::Lost),
            text => demanded_status(text).map(Self::Error),
        }
    }
}

/// How a write that names this user or account is answered, or why it fails; `exists` refuses what is there already.
pub(crate) fn demanded_by(name: &str, exists: Code) -> Result<ResponseStyle, Refusal> {
    match UserSentinel::of(name) {
        Some(UserSentinel::Denied) => Err(error::NO_RIGHT.into()),
        Some(UserSentinel::Conflict) => Err(exists.into()),
        Some(UserSentinel::Error(status)) => Err(refusal(status)),
        Some(UserSentinel::Lost) => Err(Refusal::Lost),
        Some(UserSentinel::Given(style)) => Ok(style),
        None => Ok(ResponseStyle::PLAIN),
    }
}

/// The answer to a write in that style. What fails is lost if the connection is to be reset: browsers silently send a
/// request once more if the connection was one they had used before.
pub(crate) fn given<T>(done: Result<T, Refusal>, style: ResponseStyle) -> Result<T, Refusal> {
    match done {
        Err(_) if style.delivery == Delivery::Reset => Err(Refusal::Lost),
        done => done,
    }
}

/// Asks a client to come back in two seconds.
pub(crate) fn too_early(refused: Response) -> Response {
    refused.replacing_header("Retry-After", "2")
}

/// The refusal that best fits a status, with a code of the vendor's table where there is one.
pub(crate) fn refusal(status: u16) -> Refusal {
    let gateway = |code, message: &'static str| Refusal::Gateway { status, code, message: message.into() };
    match status {
        400 => error::INVALID_PARAMETER.into(),
        401 => error::TOKEN.into(),
        403 => error::NO_RIGHT.into(),
        404 => error::IMAGE_MISSING.into(),
        406 => error::NOT_EMPTY.into(),
        409 => error::BUSY.into(),
        413 => error::BODY_TOO_LARGE.into(),
        429 => gateway("APIGW.0308", "The throttling threshold has been reached"),
        500 => error::READ_FAILED.into(),
        502 | 503 => gateway("APIGW.0201", "Backend unavailable"),
        504 => gateway("APIGW.0201", "Backend timeout"),
        507 => error::STORAGE.into(),
        status => Refusal::SwrStatus(status),
    }
}

/// The status in `error-NNN`, from 400 to 599.
fn demanded_status(name: &str) -> Option<u16> {
    let digits = name.strip_prefix("error-").filter(|digits| digits.len() == 3)?;
    digits.parse().ok().filter(|status| (400..600).contains(status))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_three_digits_from_400_to_599_are_an_error_on_demand() {
        let image = |name: &str| ImageSentinel::of(&ImageName::new(name));
        assert_eq!(image("error-400"), Some(ImageSentinel::Error(400)));
        assert_eq!(image("error-599"), Some(ImageSentinel::Error(599)));
        assert!(
            ["error-399", "error-600", "error-", "error-4040", "error-+40", "Error-404"]
                .iter()
                .all(|n| image(n).is_none())
        );
    }

    #[test]
    fn every_status_on_demand_is_answered_with_itself() {
        for status in 400..600 {
            assert_eq!(refusal(status).into_response(crate::switches::ErrorShape::Live, "id").status, status);
        }
    }
}
