//! A batch against a service that does what each test needs.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use super::*;
use crate::api::error::{ErrorBody, Failure};
use domain::change::write::Action;
use domain::model::level::Level;
use domain::model::names::{OrganizationName, UserId, UserName};
use domain::model::user::UserGrant;

/// A service: its list, and how it responds to the next calls. Calls that no response was prepared for succeed.
#[derive(Default)]
struct Service {
    users: RefCell<Vec<(&'static str, Level)>>,
    lists: RefCell<VecDeque<Result<(), ApiError>>>,
    writes: RefCell<VecDeque<Result<Option<String>, ApiError>>>,
    /// Whether a failed write is carried out anyway.
    carries_out: bool,
    calls: RefCell<Vec<&'static str>>,
}

impl AccessService for Service {
    async fn list(&self, _: &Target) -> Result<AccessList, ApiError> {
        self.calls.borrow_mut().push("list");
        self.lists.borrow_mut().pop_front().unwrap_or(Ok(()))?;
        Ok(list_of(&self.users.borrow()))
    }

    async fn send(&self, write: &Write) -> Result<Option<String>, ApiError> {
        self.calls.borrow_mut().push(match write.action {
            Action::Grant => "grant",
            Action::Change => "change",
            Action::Revoke => "revoke",
        });
        let answer = self.writes.borrow_mut().pop_front().unwrap_or(Ok(None));
        if answer.is_ok() || self.carries_out {
            for edit in &write.edits {
                let mut users = self.users.borrow_mut();
                users.retain(|(id, _)| *id != edit.id.as_str());
                users.extend(edit.desired.map(|level| (name_of(&edit.id), level)));
            }
        }
        answer
    }
}

/// What a batch has recorded.
#[derive(Default)]
struct Log {
    /// How many writes may be sent.
    most: Option<usize>,
    lines: RefCell<Vec<String>>,
}

impl BatchLog for Log {
    fn may_send(&self) -> bool {
        let sent = self.lines.borrow().iter().filter(|line| line.starts_with("sending")).count();
        self.most.is_none_or(|most| sent < most)
    }

    fn sending(&self, write: Recorded) {
        let Recorded::Permissions { write, .. } = write else { panic!("{write:?}") };
        self.lines.borrow_mut().push(format!("sending {:?}", write.action));
    }

    fn answered(&self, number: usize, answer: &Result<Option<String>, ApiError>) {
        self.lines.borrow_mut().push(format!("answered {number} {}", answer.is_ok()));
    }

    fn judged(&self, number: usize, write: Recorded) {
        let Recorded::Permissions { outcomes, .. } = write else { panic!("{write:?}") };
        self.lines.borrow_mut().push(format!("judged {number} {outcomes:?}"));
    }
}

fn list_of(users: &[(&str, Level)]) -> AccessList {
    let grant = |(id, level): &(&str, Level)| UserGrant {
        id: Some(UserId::new(*id)),
        name: Some(UserName::new(*id)),
        permission: (*level).into(),
    };
    AccessList { others: users.iter().map(grant).collect(), ..AccessList::default() }
}

fn name_of(id: &UserId) -> &'static str {
    ["a", "b", "c"].into_iter().find(|name| *name == id.as_str()).unwrap()
}

fn edit(id: &str, expected: Option<Level>, desired: Option<Level>) -> Edit {
    Edit { id: UserId::new(id), name: UserName::new(id), expected: expected.map(Into::into), desired }
}

fn batch(edits: &[Edit], precaution: Precaution) -> Batch {
    let target = Target::Organization(OrganizationName::new("group").unwrap());
    Batch { writes: Write::all(&target, edits), target, precaution }
}

/// A new user, a higher level, a revocation: three writes.
fn three() -> [Edit; 3] {
    [
        edit("a", None, Some(Level::Read)),
        edit("b", Some(Level::Read), Some(Level::Write)),
        edit("c", Some(Level::Manage), None),
    ]
}

fn service() -> Service {
    Service { users: RefCell::new(vec![("b", Level::Read), ("c", Level::Manage)]), ..Service::default() }
}

fn status(status: u16) -> ApiError {
    ApiError::Status(Failure { status, body: ErrorBody::Empty, request_id: None, retry_after: None })
}

/// Runs a future that never waits.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits"),
    }
}

fn run(service: &Service, edits: &[Edit], precaution: Precaution) -> (BatchResult, Vec<String>) {
    let log = Log::default();
    let result = now(execute(service, &batch(edits, precaution), &log));
    (result, log.lines.into_inner())
}

fn outcomes(result: &BatchResult) -> Vec<Outcome> {
    result.results().iter().map(|(_, outcome)| outcome.clone()).collect()
}

#[test]
fn a_batch_is_compared_sent_read_back_and_judged() {
    let service = service();
    let (result, log) = run(&service, &three(), Precaution::CompareFirst);
    assert_eq!(*service.calls.borrow(), ["list", "grant", "change", "revoke", "list"]);
    assert!(result.all_applied() && result.is_confirmed() && !result.is_contradicted());
    assert_eq!(result.edits(), three());
    assert_eq!(result.list.as_deref(), Some(&list_of(&[("a", Level::Read), ("b", Level::Write)])));
    let lines = [
        "sending Grant",
        "answered 0 true",
        "sending Change",
        "answered 1 true",
        "sending Revoke",
        "answered 2 true",
        "judged 0 [Applied]",
        "judged 1 [Applied]",
        "judged 2 [Applied]",
    ];
    assert_eq!(log, lines);
}

#[test]
fn a_conflict_sends_nothing_and_shows_the_list() {
    let service = service();
    let edits = [edit("b", Some(Level::Write), None), edit("c", Some(Level::Manage), None)];
    let (result, log) = run(&service, &edits, Precaution::CompareFirst);
    assert_eq!((service.calls.borrow().as_slice(), log.len()), (&["list"][..], 0));
    let BatchStatus::Conflict(conflicts) = &result.status else { panic!("{result:?}") };
    assert_eq!(conflicts.iter().map(|conflict| &conflict.edit).collect::<Vec<_>>(), [&edits[0]]);
    assert_eq!(conflicts[0].now, Some(Level::Read.into()));
    assert!(
        result.list.is_some() && !result.all_applied() && !result.is_confirmed() && result.error().is_none()
    );
}

#[test]
fn a_list_that_cannot_be_read_first_sends_nothing() {
    let service = Service { lists: RefCell::new([Err(ApiError::Network)].into()), ..service() };
    let (result, _) = run(&service, &three(), Precaution::CompareFirst);
    assert_eq!(*service.calls.borrow(), ["list"]);
    assert!(matches!(result.status, BatchStatus::NotSent(ApiError::Network)));
    assert!(result.list.is_none() && result.error() == Some(&ApiError::Network) && !result.ended_session());
    assert!(result.results().is_empty() && !result.all_applied());
}

#[test]
fn without_precaution_nothing_is_compared() {
    let service = service();
    let (result, _) = run(&service, &[edit("b", None, Some(Level::Write))], Precaution::None);
    assert_eq!(*service.calls.borrow(), ["grant", "list"]);
    assert!(result.all_applied());
}

#[test]
fn after_a_failure_the_rest_is_not_sent() {
    let service = Service { writes: RefCell::new([Ok(None), Err(status(403))].into()), ..service() };
    let (result, log) = run(&service, &three(), Precaution::None);
    assert_eq!(*service.calls.borrow(), ["grant", "change", "list"]);
    assert_eq!(outcomes(&result), [Outcome::Applied, Outcome::NotApplied, Outcome::NotApplied]);
    assert_eq!(result.error(), Some(&status(403)));
    assert!(result.is_contradicted() && !result.is_confirmed() && !result.ended_session());
    assert_eq!(log.last().unwrap(), "judged 1 [NotApplied]", "what was not sent is not recorded");
}

#[test]
fn the_list_outweighs_a_response_that_got_lost() {
    let writes = RefCell::new([Err(ApiError::Timeout)].into());
    let service = Service { writes, carries_out: true, ..service() };
    let (result, _) = run(&service, &[edit("c", Some(Level::Manage), None)], Precaution::None);
    assert!(result.all_applied() && !result.is_confirmed() && !result.is_contradicted());
    assert_eq!(*service.calls.borrow(), ["revoke", "list"], "it is not sent twice");
}

#[test]
fn a_list_that_cannot_be_read_afterwards_proves_nothing() {
    let service = Service { lists: RefCell::new([Ok(()), Err(ApiError::Timeout)].into()), ..service() };
    let (result, log) = run(&service, &[edit("c", Some(Level::Manage), None)], Precaution::CompareFirst);
    assert_eq!(outcomes(&result), [Outcome::Unknown]);
    assert!(
        result.is_confirmed() && !result.all_applied() && !result.is_contradicted() && result.list.is_none()
    );
    assert_eq!(log.last().unwrap(), "judged 0 [Unknown]");
}

#[test]
fn a_refused_token_has_changed_nothing_and_reads_nothing() {
    let service = Service { writes: RefCell::new([Ok(None), Err(status(401))].into()), ..service() };
    let (result, log) = run(&service, &three(), Precaution::None);
    assert_eq!(*service.calls.borrow(), ["grant", "change"]);
    assert_eq!(outcomes(&result), [Outcome::Unknown, Outcome::NotApplied, Outcome::NotApplied]);
    assert!(result.ended_session() && result.list.is_none());
    assert_eq!(log[4..], ["judged 0 [Unknown]", "judged 1 [NotApplied]"]);
}

#[test]
fn nothing_more_is_sent_once_the_log_says_so() {
    let service = service();
    let log = Log { most: Some(1), ..Log::default() };
    let result = now(execute(&service, &batch(&three(), Precaution::None), &log));
    assert_eq!(*service.calls.borrow(), ["grant", "list"]);
    assert_eq!(result.error(), Some(&ApiError::Aborted));
    assert_eq!(outcomes(&result), [Outcome::Applied, Outcome::NotApplied, Outcome::NotApplied]);
    assert_eq!(log.lines.borrow().last().unwrap(), "judged 0 [Applied]");
}
