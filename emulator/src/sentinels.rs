//! Behaviour on demand: names that a person can type to meet every fault by hand. They are recognized here and act in
//! `swr`; nothing else in the emulator fails on purpose.

use std::time::Duration;

use crate::error::{self, Refusal};
use crate::http::{Pace, Response};
use crate::names::{ImageName, UserName};

/// How long slow things take.
const SLOW: Pace = Pace::After(Duration::from_secs(3));

/// What an image's name makes every call on it do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ImageSentinel {
    /// Fails with that status.
    Error(u16),
    /// Fails with the 403 that means "too often" and not "no right".
    Throttled,
    /// Is done, and answered late.
    Slow,
    /// Is neither done nor answered.
    Hang,
    /// Is answered with a page of HTML, as by a proxy that wants a login.
    Html,
    /// Is answered with JSON that breaks off.
    Truncated,
}

impl ImageSentinel {
    pub(crate) fn of(name: &ImageName) -> Option<Self> {
        match name.as_str() {
            "throttled" => Some(Self::Throttled),
            "slow" => Some(Self::Slow),
            "hang" => Some(Self::Hang),
            "html" => Some(Self::Html),
            "truncated" => Some(Self::Truncated),
            text => demanded_status(text).map(Self::Error),
        }
    }
}

/// What a user's name makes a grant or change do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UserSentinel {
    /// Fails with 403.
    Denied,
    /// Fails with 409.
    Conflict,
    /// Fails with that status.
    Error(u16),
    /// Is done, and answered late.
    Slow,
    /// Is done, and never answered: the client cannot know.
    Hang,
}

impl UserSentinel {
    pub(crate) fn of(name: &UserName) -> Option<Self> {
        match name.as_str() {
            "denied" => Some(Self::Denied),
            "conflict" => Some(Self::Conflict),
            "slow" => Some(Self::Slow),
            "hang" => Some(Self::Hang),
            text => demanded_status(text).map(Self::Error),
        }
    }

    /// When a write on that user is answered.
    pub(crate) fn pace(self) -> Pace {
        match self {
            Self::Slow => SLOW,
            Self::Hang => Pace::Never,
            Self::Denied | Self::Conflict | Self::Error(_) => Pace::Now,
        }
    }
}

/// An answer as it comes from something slow.
pub(crate) fn slow(response: Response) -> Response {
    response.paced(SLOW)
}

/// No answer. The status is that of a client that went away, should anyone look.
pub(crate) fn hang() -> Response {
    Response::empty(499).paced(Pace::Never)
}

pub(crate) fn html() -> Response {
    let page =
        "<!doctype html><html><head><title>Sign in</title></head><body><h1>Proxy sign-in</h1></body></html>";
    let answer = Response::empty(200).with_header("Content-Type", "text/html; charset=utf-8");
    Response { body: page.into(), ..answer }
}

pub(crate) fn truncated() -> Response {
    let answer = Response::empty(200).with_header("Content-Type", "application/json");
    Response { body: br#"{"id":1,"name":"truncated","self_auth":{"user_id":"#.to_vec(), ..answer }
}

/// The refusal that best fits a status, with a code of the vendor's table where there is one.
pub(crate) fn refusal(status: u16) -> Refusal {
    let gateway = |code, message| Refusal::Gateway { status, code, message };
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
