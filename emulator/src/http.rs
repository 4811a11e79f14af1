//! What goes in and what comes out: a request and a response as plain data. Nothing here knows a socket or a browser.

use std::net::IpAddr;
use std::time::Duration;

use serde::Serialize;

/// A request as it was on the wire.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Request {
    /// The method, upper case.
    pub method: String,
    /// The raw path with its query, nothing decoded.
    pub target: String,
    /// Names in any case, in the order received.
    pub headers: Vec<(String, String)>,
    /// The whole body.
    pub body: Vec<u8>,
    /// The address that it came from. Inside a page there is none.
    pub source: Option<IpAddr>,
}

impl Request {
    /// A request without headers and body.
    pub fn new(method: impl Into<String>, target: impl Into<String>) -> Self {
        Self { method: method.into(), target: target.into(), ..Self::default() }
    }

    /// The first header of that name, whatever its case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// An answer, and how it is to be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The headers; a content length is left to anyone who sends it.
    pub headers: Vec<(String, String)>,
    /// The whole body.
    pub body: Vec<u8>,
    /// When to send it.
    pub pace: Pace,
    /// How it comes over the wire.
    pub delivery: Delivery,
}

impl Response {
    /// An answer without a body.
    pub(crate) fn empty(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Vec::new(), pace: Pace::Now, delivery: Delivery::Whole }
    }

    /// An answer with a JSON body. The types given here are ours and always serialize.
    pub(crate) fn json(status: u16, body: &impl Serialize) -> Self {
        let body = serde_json::to_vec(body).unwrap_or_default();
        Self { body, ..Self::empty(status) }.with_header("Content-Type", "application/json")
    }

    pub(crate) fn with_header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_owned(), value.into()));
        self
    }

    /// With that header instead of those of the same name.
    pub(crate) fn replacing_header(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        self.with_header(name, value)
    }

    /// Gives it no earlier than `pace` says.
    pub(crate) fn paced(mut self, pace: Pace) -> Self {
        self.pace = self.pace.max(pace);
        self
    }

    /// Lets it break as `delivery` says, unless it breaks worse already.
    pub(crate) fn delivered(mut self, delivery: Delivery) -> Self {
        self.delivery = self.delivery.max(delivery);
        self
    }

    /// Gives it in that manner.
    pub(crate) fn given(self, style: ResponseStyle) -> Self {
        self.paced(style.pace).delivered(style.delivery)
    }

    /// The first header of that name, whatever its case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// How an answer is given: when, and in which state it arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ResponseStyle {
    pub(crate) pace: Pace,
    pub(crate) delivery: Delivery,
}

impl ResponseStyle {
    /// At once and whole.
    pub(crate) const PLAIN: Self = Self { pace: Pace::Now, delivery: Delivery::Whole };

    /// The worse of both in each respect.
    pub(crate) fn and(self, other: Self) -> Self {
        Self { pace: self.pace.max(other.pace), delivery: self.delivery.max(other.delivery) }
    }
}

/// How an answer comes over the wire. The core only says it; an adapter does it. Ordered from harmless to nothing at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Delivery {
    /// As it is.
    Whole,
    /// One byte a second.
    Drip,
    /// In chunks, with spaces behind the body until it is far too long. No length is announced.
    Endless,
    /// The headers with the full length and half of the body; then the connection ends.
    Cut,
    /// The headers with the full length; then nothing, for as long as the client waits.
    Stall,
    /// Nothing: the connection is reset.
    Reset,
}

/// When an answer is given. Ordered from soon to never, so the later of two is their `max`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pace {
    /// At once.
    Now,
    /// After that time.
    After(Duration),
    /// Not at all: the connection stays open and silent.
    Never,
}

impl Pace {
    /// The same pace with `extra` waiting time before it.
    pub(crate) fn delayed_by(self, extra: Duration) -> Self {
        match self {
            pace if extra.is_zero() => pace,
            Self::Now => Self::After(extra),
            Self::After(wait) => Self::After(wait.saturating_add(extra)),
            Self::Never => Self::Never,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latency_adds_to_a_wait_and_never_ends_a_hang() {
        let second = Duration::from_secs(1);
        assert_eq!(Pace::Now.delayed_by(Duration::ZERO), Pace::Now);
        assert_eq!(Pace::Now.delayed_by(second), Pace::After(second));
        assert_eq!(Pace::After(second).delayed_by(second), Pace::After(Duration::from_secs(2)));
        assert_eq!(Pace::Never.delayed_by(second), Pace::Never);
    }

    #[test]
    fn the_later_of_two_paces_wins() {
        let second = Duration::from_secs(1);
        assert_eq!(
            Response::empty(200).paced(Pace::After(second)).paced(Pace::Now).pace,
            Pace::After(second)
        );
        assert_eq!(Response::empty(200).paced(Pace::Never).paced(Pace::After(second)).pace, Pace::Never);
    }

    #[test]
    fn headers_are_found_in_any_case() {
        let mut request = Request::new("GET", "/");
        request.headers.push(("x-auth-token".into(), "T".into()));
        assert_eq!(request.header("X-Auth-Token"), Some("T"));
        assert_eq!(request.header("X-Subject-Token"), None);
    }
}
