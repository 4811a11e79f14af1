//! The one way in which pages write. A write is sent once, never again by the program; whatever the answer, the list
//! is read afterwards and compared with what was asked, and the journal knows it all.

use leptos::prelude::*;

use crate::api::access::prepare;
use crate::api::{ApiError, Cancel, Client};
use crate::domain::access::AccessList;
use crate::domain::names::Target;
use crate::domain::outcome::{Drift, Outcome, drifts};
use crate::domain::user::Caller;
use crate::domain::write::{Edit, Present, Write};

use super::journal::{Answer, Journal};
use super::session::signed_in::{SignedIn, use_signed_in};
use super::spawn;

/// Whether the list is read before writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precaution {
    /// Yes; if somebody is not as the user saw them, nothing is sent.
    LookFirst,
    /// No: nothing can be overwritten, as when granting.
    None,
}

/// Writes that a person asked for together.
#[derive(Debug, Clone)]
pub struct Order {
    /// On what.
    pub target: Target,
    /// What is sent, in this order; after a failure the rest is not sent.
    pub writes: Vec<Write>,
    /// See [`Precaution`].
    pub precaution: Precaution,
    /// The journal's entry that this is meant to undo.
    pub undoes: Option<usize>,
}

impl Order {
    fn edits(&self) -> impl Iterator<Item = &Edit> {
        self.writes.iter().flat_map(|write| &write.edits)
    }
}

/// How an order went.
#[derive(Debug, Clone)]
pub enum Done {
    /// Nothing was sent: somebody is not as the user saw them.
    Drifted(Vec<Drift>),
    /// Nothing was sent: the list could not be read.
    NotSent(ApiError),
    /// Something was sent.
    Sent {
        /// What became of everybody.
        results: Vec<(Edit, Outcome)>,
        /// The service's refusal, or that it did not answer.
        error: Option<ApiError>,
    },
}

impl Done {
    /// Whether everything is as it was wanted, as the list shows. That outweighs the answer: a revocation of what is
    /// gone is refused, and an answer can get lost on its way.
    pub fn is_whole(&self) -> bool {
        matches!(self, Done::Sent { results, .. }
            if !results.is_empty() && results.iter().all(|(_, outcome)| *outcome == Outcome::Applied))
    }

    /// Whether the service reported success.
    pub fn is_confirmed(&self) -> bool {
        matches!(self, Done::Sent { error: None, .. })
    }

    /// What a call has failed with.
    fn error(&self) -> Option<&ApiError> {
        match self {
            Done::NotSent(error) | Done::Sent { error: Some(error), .. } => Some(error),
            Done::Drifted(_) | Done::Sent { error: None, .. } => None,
        }
    }

    /// Whether the session ended over it.
    pub fn ended_session(&self) -> bool {
        self.error().is_some_and(ApiError::ends_session)
    }
}

/// The state of a dialog or row that writes.
#[derive(Debug, Clone)]
enum Phase {
    /// Nothing sent.
    Idle,
    /// Under way. A second order is not taken.
    Running,
    /// Ended, and the user has not gone on yet.
    Ended(Done),
}

/// Writes, one order at a time.
#[derive(Clone, Copy)]
pub struct Writer {
    phase: RwSignal<Phase>,
    session: SignedIn,
    journal: Journal,
}

impl Writer {
    /// A writer of the present session.
    pub fn new() -> Self {
        let (session, journal) = (use_signed_in(), expect_context::<Journal>());
        Self { phase: RwSignal::new(Phase::Idle), session, journal }
    }

    /// How the last order went, unless another one runs.
    pub fn done(self) -> Option<Done> {
        match self.phase.get() {
            Phase::Ended(done) => Some(done),
            Phase::Idle | Phase::Running => None,
        }
    }

    /// Whether an answer is awaited.
    pub fn is_running(self) -> bool {
        self.phase.with(|phase| matches!(phase, Phase::Running))
    }

    /// Forgets how the last order went.
    pub fn reset(self) {
        let _ = self.phase.try_update(|phase| {
            if !matches!(phase, Phase::Running) {
                *phase = Phase::Idle;
            }
        });
    }

    /// Whether nothing can be sent, since there is no network.
    pub fn is_offline(self) -> bool {
        self.session.connection().is_offline()
    }

    /// Carries out an order, unless one is under way or nothing can be sent. `then` hears how it went and what the list says now, if it
    /// could be read; the page may be gone by then.
    pub fn run(self, order: Order, then: Callback<(Done, Option<AccessList>)>) {
        if self.session.connection().is_lost_untracked() {
            return;
        }
        let free = self.phase.try_update(|phase| {
            let free = !matches!(phase, Phase::Running);
            *phase = Phase::Running;
            free
        });
        let Some(client) = self.session.try_client_untracked().filter(|_| free == Some(true)) else { return };
        // Taken now: whoever signs out before the answers are there takes the session with them.
        let caller = self.session.caller();
        let held = self.session.hold();
        spawn(async move {
            let (done, list) = self.carry_out(&client, &caller, order).await;
            if let Some(error) = done.error() {
                self.session.failed(&client, error);
            }
            let _ = self.phase.try_set(Phase::Ended(done.clone()));
            let _ = then.try_run((done, list));
            drop(held);
        });
    }

    async fn carry_out(self, client: &Client, caller: &Caller, order: Order) -> (Done, Option<AccessList>) {
        if order.precaution == Precaution::LookFirst {
            match client.access(&order.target, &caller.id, &Cancel::new()).await {
                Err(error) => return (Done::NotSent(error), None),
                Ok(list) => {
                    let edits: Vec<Edit> = order.edits().cloned().collect();
                    let drifts = drifts(&edits, &list);
                    if !drifts.is_empty() {
                        return (Done::Drifted(drifts), Some(list));
                    }
                }
            }
        }
        let (numbers, error) = self.send(client, caller, &order).await;
        let refused = error.as_ref().is_some_and(ApiError::ends_session);
        let list =
            if refused { None } else { client.access(&order.target, &caller.id, &Cancel::new()).await.ok() };
        let present = list.as_ref().map(Present::of);
        let mut results = Vec::new();
        for (index, write) in order.writes.iter().enumerate() {
            // A refused token has changed nothing. What was sent before it was refused can't be looked at any more.
            let is_untouched = refused && index + 1 >= numbers.len();
            let of =
                |edit| if is_untouched { Outcome::NotApplied } else { Outcome::of(edit, present.as_ref()) };
            let outcomes: Vec<Outcome> = write.edits.iter().map(of).collect();
            results.extend(write.edits.iter().cloned().zip(outcomes.iter().cloned()));
            if let Some(number) = numbers.get(index) {
                self.journal.settled(*number, outcomes);
            }
        }
        (Done::Sent { results, error }, list)
    }

    /// Sends the writes one after the other, until one fails.
    async fn send(self, client: &Client, caller: &Caller, order: &Order) -> (Vec<usize>, Option<ApiError>) {
        let mut numbers = Vec::new();
        for write in &order.writes {
            // Whoever has signed out meanwhile wants nothing more sent, and no journal would know of it.
            if self.session.try_client_untracked().is_none() {
                return (numbers, Some(ApiError::Aborted));
            }
            let number = self.journal.begin(caller.name.clone(), write.clone(), order.undoes);
            numbers.push(number);
            // Nothing ever gives a write up but its own time limit.
            match client.write_access(&prepare(write), &Cancel::new()).await {
                Ok(()) => self.journal.answered(number, Answer::Success),
                Err(error) => {
                    self.journal.answered(number, Answer::Failure(error.clone()));
                    return (numbers, Some(error));
                }
            }
        }
        (numbers, None)
    }
}

impl Default for Writer {
    fn default() -> Self {
        Self::new()
    }
}
