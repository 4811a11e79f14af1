//! One write against a service that does what each test needs.

use std::cell::RefCell;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use super::*;
use crate::api::error::{ErrorBody, Failure};
use domain::model::names::{AccountName, ImageName, OrganizationName};
use domain::outside::share::{Share, Shares, Terms};
use domain::outside::until::Until;
use domain::outside::write::OutsideEdit;

/// A service: whether the account is listed, and how its calls go.
struct Service {
    listed: RefCell<bool>,
    /// How each reading goes, the first one first; later ones succeed.
    readings: RefCell<Vec<Result<(), ApiError>>>,
    write: Result<Option<String>, ApiError>,
    /// Whether a write is carried out, whatever is answered.
    carries_out: bool,
    calls: RefCell<Vec<&'static str>>,
}

fn terms() -> Terms {
    Terms { until: Until::NoEnd, description: String::new() }
}

fn shares(listed: bool) -> Shares {
    let share = Share { account: AccountName::new("partner"), permit: None, terms: terms() };
    Shares::of(listed.then_some(share).into_iter().collect(), 0)
}

impl OutsideService for Service {
    async fn read(&self, _: &OutsideWrite) -> Result<OutsideReading, ApiError> {
        self.calls.borrow_mut().push("read");
        let mut readings = self.readings.borrow_mut();
        let reading = if readings.is_empty() { Ok(()) } else { readings.remove(0) };
        reading.map(|()| OutsideReading::Shares(shares(*self.listed.borrow())))
    }

    async fn send(&self, _: &OutsideWrite) -> Result<Option<String>, ApiError> {
        self.calls.borrow_mut().push("send");
        if self.carries_out {
            *self.listed.borrow_mut() = true;
        }
        self.write.clone()
    }
}

struct Log {
    may_send: bool,
    lines: RefCell<Vec<String>>,
}

impl BatchLog for Log {
    fn may_send(&self) -> bool {
        self.may_send
    }

    fn sending(&self, write: Recorded) {
        assert!(write.may_be_there(), "what is under way is unknown");
        self.lines.borrow_mut().push("sending".to_owned());
    }

    fn answered(&self, number: usize, answer: &Result<Option<String>, ApiError>) {
        self.lines.borrow_mut().push(format!("answered {number} {}", answer.is_ok()));
    }

    fn judged(&self, number: usize, write: Recorded) {
        self.lines.borrow_mut().push(format!("judged {number} {}", write.applied()));
    }
}

fn service(write: Result<Option<String>, ApiError>, carries_out: bool) -> Service {
    Service {
        listed: RefCell::new(false),
        readings: RefCell::default(),
        write,
        carries_out,
        calls: RefCell::default(),
    }
}

fn status(status: u16) -> ApiError {
    let body = ErrorBody::Empty;
    ApiError::Status(Failure { status, body, request_id: None, retry_after: None })
}

/// Shares with the account; returns the result, the calls and the record.
fn run(service: &Service, may_send: bool) -> (OutsideResult, Vec<&'static str>, Vec<String>) {
    let write = OutsideWrite {
        organization: OrganizationName::new("group").unwrap(),
        image: ImageName::new("app").unwrap(),
        edit: OutsideEdit::Share {
            account: AccountName::new("partner"),
            expected: None,
            desired: Some(terms()),
        },
    };
    let log = Log { may_send, lines: RefCell::default() };
    let result = {
        let mut work = pin!(execute_outside(service, &write, &log));
        match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(result) => result,
            Poll::Pending => panic!("nothing here waits"),
        }
    };
    (result, service.calls.borrow().clone(), log.lines.into_inner())
}

#[test]
fn it_is_read_before_and_after_and_sent_once() {
    let (result, calls, record) = run(&service(Ok(None), true), true);
    assert!(result.is_applied());
    assert_eq!(calls, ["read", "send", "read"]);
    assert_eq!(record, ["sending", "answered 0 true", "judged 0 1"]);
}

#[test]
fn what_is_read_afterwards_outweighs_the_answer() {
    let (lost, calls, _) = run(&service(Err(ApiError::Timeout), true), true);
    assert!(lost.is_applied(), "it was carried out, only the answer was lost");
    assert_eq!(calls, ["read", "send", "read"], "and nothing is repeated");
    let (refused, ..) = run(&service(Err(status(403)), false), true);
    let expected = OutsideStatus::Sent { outcome: Outcome::NotApplied, error: Some(status(403)) };
    assert_eq!(refused.status, expected);
    let (contradicted, ..) = run(&service(Ok(None), false), true);
    assert_eq!(contradicted.status, OutsideStatus::Sent { outcome: Outcome::NotApplied, error: None });
}

#[test]
fn nothing_is_sent_over_what_someone_else_did() {
    let service = Service { listed: RefCell::new(true), ..service(Ok(None), true) };
    let (result, calls, record) = run(&service, true);
    assert_eq!(result.status, OutsideStatus::Conflict(OutsideState::Share(Some(terms()))));
    assert_eq!((calls.as_slice(), record.as_slice()), (["read"].as_slice(), [].as_slice()));
}

#[test]
fn nothing_is_sent_blindly_or_once_the_session_is_gone() {
    let unreadable = Service { readings: RefCell::new(vec![Err(status(500))]), ..service(Ok(None), true) };
    let (result, calls, _) = run(&unreadable, true);
    assert_eq!((result.status, calls), (OutsideStatus::NotSent(status(500)), vec!["read"]));
    let (result, calls, _) = run(&service(Ok(None), true), false);
    assert_eq!((result.status, calls), (OutsideStatus::NotSent(ApiError::Aborted), vec!["read"]));
}

#[test]
fn an_unreadable_outcome_is_unknown_and_a_refused_token_changes_nothing() {
    let readings = RefCell::new(vec![Ok(()), Err(ApiError::Network)]);
    let (result, ..) = run(&Service { readings, ..service(Ok(None), true) }, true);
    assert_eq!(result.status, OutsideStatus::Sent { outcome: Outcome::Unknown, error: None });
    let (result, calls, _) = run(&service(Err(status(401)), false), true);
    assert!(result.ended_session());
    assert_eq!(calls, ["read", "send"], "a refused token can't read either");
}
