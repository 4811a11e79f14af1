//! The one way in which dialogs and rows write: one batch at a time, recorded in the journal.

use crate::view::prelude::*;

use crate::api::access::prepare;
use crate::api::{ApiError, Cancel, Client};
use crate::config::WritePolicy;
use domain::change::batch::Batch;
use domain::change::outcome::Outcome;
use domain::change::write::Write;
use domain::model::access::AccessList;
use domain::model::names::{Target, UserId};

use super::execute::{AccessService, BatchLog, BatchResult, execute};
use super::journal::{Answer, BatchRecord, Journal, Note};
use super::session::signed_in::{SignedIn, use_signed_in};
use super::submission::Submitter;

/// Writes, one batch at a time.
#[derive(Clone, Copy)]
pub struct Writer {
    submitter: Submitter<BatchResult>,
    session: SignedIn,
    journal: Journal,
}

impl Writer {
    /// A writer of the present session.
    pub fn new() -> Self {
        let (session, journal) = (use_signed_in(), expect_context::<Journal>());
        Self { submitter: Submitter::new(), session, journal }
    }

    /// How the last batch went, unless another one runs.
    pub fn result(self) -> Option<BatchResult> {
        self.submitter.ended()
    }

    /// Whether an answer is awaited.
    pub fn is_running(self) -> bool {
        self.submitter.is_sending()
    }

    /// Forgets how the last batch went.
    pub fn reset(self) {
        self.submitter.reset();
    }

    /// Whether nothing can be sent, since there is no network.
    pub fn is_offline(self) -> bool {
        self.session.connection().is_offline()
    }

    /// What `config.json` says about writing.
    pub fn policy(self) -> WritePolicy {
        self.session.write_policy()
    }

    /// Runs a batch, unless one is running or nothing can be sent. Calls `on_done` with the result; the page may be
    /// unmounted by then.
    pub fn submit(self, batch: Batch, note: Note, on_done: Callback<BatchResult>) {
        let Some(client) = self.session.try_client_untracked() else { return };
        let is_allowed = match self.policy() {
            WritePolicy::ReadOnly => false,
            WritePolicy::ReasonRequired => note.reason.is_some(),
            WritePolicy::ReasonOptional => true,
        };
        if !is_allowed || self.session.connection().is_offline_untracked() {
            return;
        }
        // Taken now: signing out before the answers are there takes the session with it.
        let caller = self.session.caller();
        let (session, hold) = (self.session, self.session.hold());
        let record = self.journal.open(caller.name, note);
        let work = async move {
            let service = Service { client: client.clone(), caller: caller.id };
            let result = execute(&service, &batch, &Log { session, record }).await;
            if let Some(error) = result.error() {
                session.failed(&client, error);
            }
            result
        };
        let then = move |result| {
            let _ = on_done.try_run(result);
            drop(hold);
        };
        self.submitter.run(work, |result| Some(result.clone()), then);
    }
}

impl Default for Writer {
    fn default() -> Self {
        Self::new()
    }
}

/// The service as the caller sees it.
struct Service {
    client: Client,
    caller: UserId,
}

impl AccessService for Service {
    async fn list(&self, target: &Target) -> Result<AccessList, ApiError> {
        self.client.access(target, &self.caller, &Cancel::new()).await
    }

    async fn send(&self, write: &Write) -> Result<Option<String>, ApiError> {
        // Nothing ever cancels a write but its own time limit.
        self.client.write_access(&prepare(write), &Cancel::new()).await
    }
}

/// The journal's record of the batch, for as long as the session has pages.
struct Log {
    session: SignedIn,
    record: BatchRecord,
}

impl BatchLog for Log {
    fn may_send(&self) -> bool {
        // After signing out no journal would know of it.
        self.session.try_client_untracked().is_some()
    }

    fn sending(&self, write: &Write) {
        self.record.begin(write.clone());
    }

    fn answered(&self, number: usize, answer: &Result<Option<String>, ApiError>) {
        let answer = answer.clone().map_or_else(Answer::Failure, Answer::Success);
        self.record.answered(number, answer);
    }

    fn judged(&self, number: usize, outcomes: Vec<Outcome>) {
        self.record.judged(number, outcomes);
    }
}
