//! What can go wrong between a service and a page: each fault spoils an honest answer in its own way. Names that a
//! person types (`sentinels`) and rules that a test sets (`rule`) both come here. Nothing here decides when.

mod odd;
mod rule;

use std::time::Duration;

use serde::Deserialize;

pub(crate) use odd::with_odd_entry;
pub use rule::{Faults, Rule};

use crate::http::{Delivery, Pace, Response};

/// How late an answer is that is only late.
pub(crate) const LATE: Pace = Pace::After(Duration::from_secs(3));

/// More than a console should read: the limit that it is held to is 20 MB, and this is above 20 MiB too.
const HUGE: usize = 21 * 1024 * 1024;

/// What a redirect points to unless told otherwise: something that answers 200 to everyone.
const ELSEWHERE: &str = "/v3";

/// One way for an answer to go wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fault {
    /// Arrives whole, and late.
    Slow,
    /// Never begins: the connection stays open and silent.
    Hang,
    /// Never begins: the connection is reset.
    Reset,
    /// The headers come at once, and nothing after them.
    Stall,
    /// The headers and half of the body come, then the connection ends.
    Cut,
    /// Arrives whole, one byte a second.
    Drip,
    /// Points to another place of the same host.
    Redirect,
    /// Is a page of HTML with 200, as of a proxy that wants a login.
    Html,
    /// Is 200 without a body.
    Empty,
    /// Is padded to more than 20 MB, and its length says so.
    Huge,
    /// Is padded to more than 20 MB, in chunks that do not say when they end.
    Endless,
    /// Is complete by its length, and breaks off in the middle of its JSON.
    Truncated,
    /// Holds the records that it should, and broken ones beside them.
    Odd,
    /// Is another status; the next field says which.
    Status,
}

impl Fault {
    /// The fault that is called so where a name is typed. A status has names of its own, and what is only slow works.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let named = [
            ("hang", Self::Hang),
            ("reset", Self::Reset),
            ("stall", Self::Stall),
            ("cut", Self::Cut),
            ("drip", Self::Drip),
            ("redirect", Self::Redirect),
            ("html", Self::Html),
            ("empty", Self::Empty),
            ("huge", Self::Huge),
            ("endless", Self::Endless),
            ("truncated", Self::Truncated),
            ("odd", Self::Odd),
        ];
        named.into_iter().find(|(known, _)| *known == name).map(|(_, fault)| fault)
    }

    /// Whether the client has the whole answer in the end.
    pub(crate) fn arrives_intact(self) -> bool {
        matches!(self, Self::Slow | Self::Drip)
    }

    /// Does to an answer what the fault is.
    pub(crate) fn corrupt(self, honest: Response) -> Response {
        match self {
            Self::Slow => honest.paced(LATE),
            // The status is that of a client that went away, should anyone look.
            Self::Hang => Response::empty(499).paced(Pace::Never),
            Self::Reset => Response::empty(499).delivered(Delivery::Reset),
            Self::Stall => with_some_body(honest).delivered(Delivery::Stall),
            Self::Cut => with_some_body(honest).delivered(Delivery::Cut),
            Self::Drip => with_some_body(honest).delivered(Delivery::Drip),
            Self::Redirect => Response::empty(302).with_header("Location", ELSEWHERE),
            Self::Html => html(),
            Self::Empty => Response::empty(200),
            Self::Huge => padded(with_some_body(honest)),
            Self::Endless => with_some_body(honest).delivered(Delivery::Endless),
            Self::Truncated => truncated(with_some_body(honest)),
            Self::Odd => odd::mixed_in(honest),
            // Which one is for the rule to say, and without a rule there is no such fault.
            Self::Status => honest,
        }
    }
}

/// A body can only be broken where there is one, so an answer that has none gets the shortest.
fn with_some_body(honest: Response) -> Response {
    if honest.body.is_empty() { Response::json(200, &serde_json::Map::new()) } else { honest }
}

/// JSON stays what it is with spaces behind it, so only a client that counts notices.
fn padded(mut honest: Response) -> Response {
    honest.body.resize(HUGE.max(honest.body.len()), b' ');
    honest
}

fn truncated(mut honest: Response) -> Response {
    honest.body.truncate(honest.body.len() / 2);
    honest
}

fn html() -> Response {
    let page =
        "<!doctype html><html><head><title>Sign in</title></head><body><h1>Proxy sign-in</h1></body></html>";
    let answer = Response::empty(200).with_header("Content-Type", "text/html; charset=utf-8");
    Response { body: page.into(), ..answer }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn honest() -> Response {
        Response::json(200, &json!({ "others_auths": [{ "user_name": "a", "auth": 1 }] }))
    }

    #[test]
    fn a_padded_answer_says_the_same() {
        let huge = Fault::Huge.corrupt(honest());
        assert!(huge.body.len() > 20_000_000);
        let said = |response: &Response| serde_json::from_slice::<Value>(&response.body).expect("JSON");
        assert_eq!(said(&huge), said(&honest()));
    }

    #[test]
    fn half_of_an_answer_is_no_json() {
        let half = Fault::Truncated.corrupt(honest());
        assert!(serde_json::from_slice::<Value>(&half.body).is_err());
        assert_eq!(half.delivery, Delivery::Whole);
    }

    #[test]
    fn what_has_no_body_can_be_broken_too() {
        for (fault, delivery) in
            [(Fault::Cut, Delivery::Cut), (Fault::Stall, Delivery::Stall), (Fault::Drip, Delivery::Drip)]
        {
            let broken = fault.corrupt(Response::empty(204));
            assert_eq!((broken.status, broken.body.as_slice(), broken.delivery), (200, &b"{}"[..], delivery));
        }
    }

    #[test]
    fn what_never_begins_tells_nothing() {
        assert_eq!(Fault::Hang.corrupt(honest()).pace, Pace::Never);
        assert_eq!(Fault::Reset.corrupt(honest()).delivery, Delivery::Reset);
        assert!(
            Fault::Hang.corrupt(honest()).body.is_empty() && Fault::Reset.corrupt(honest()).body.is_empty()
        );
    }
}
