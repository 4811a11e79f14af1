//! The one way in which dialogs and rows write: one batch at a time, recorded in the journal.

use std::future::Future;

use crate::view::prelude::*;

use crate::api::access::prepare;
use crate::api::{ApiError, Cancel, Client, outside};
use crate::config::WritePolicy;
use domain::change::batch::Batch;
use domain::change::recorded::Recorded;
use domain::change::write::Write;
use domain::model::access::AccessList;
use domain::model::names::{Target, UserId};
use domain::outside::write::{OutsideEdit, OutsideReading, OutsideWrite};

use super::execute::{AccessService, BatchLog, BatchResult, execute};
use super::execute_outside::{OutsideResult, OutsideService, execute_outside};
use super::journal::{Answer, BatchRecord, Journal, Note};
use super::session::signed_in::{SignedIn, use_signed_in};
use super::submission::Submitter;

/// Writes, one batch at a time. `R` is how a batch went.
pub struct Writer<R: Send + Sync + 'static = BatchResult> {
    submitter: Submitter<R>,
    session: SignedIn,
    journal: Journal,
}

impl<R: Send + Sync + 'static> Clone for Writer<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: Send + Sync + 'static> Copy for Writer<R> {}

/// What the frame of a dialog has to know of its writer.
#[derive(Clone, Copy)]
pub struct WriterState {
    /// Whether an answer is awaited.
    pub is_running: Signal<bool>,
    /// Whether nothing can be sent, since there is no network.
    pub is_offline: Signal<bool>,
    /// What `config.json` says about writing.
    pub policy: WritePolicy,
}

impl<R: Clone + Send + Sync + 'static> Writer<R> {
    /// A writer of the present session.
    pub fn new() -> Self {
        let (session, journal) = (use_signed_in(), expect_context::<Journal>());
        Self { submitter: Submitter::new(), session, journal }
    }

    /// How the last batch went, unless another one runs.
    pub fn result(self) -> Option<R> {
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

    /// The writer as the frame of a dialog sees it.
    pub fn state(self) -> WriterState {
        WriterState {
            is_running: Signal::derive(move || self.is_running()),
            is_offline: Signal::derive(move || self.is_offline()),
            policy: self.policy(),
        }
    }

    /// Runs `work`, unless something runs or nothing can be sent. Calls `on_done` with the result; the page may be
    /// unmounted by then. `error` is the one that may have ended the session.
    fn run<F: Future<Output = R> + 'static>(
        self,
        note: Note,
        work: impl FnOnce(Service, Log) -> F,
        error: fn(&R) -> Option<&ApiError>,
        on_done: Callback<R>,
    ) {
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
        let work = work(Service { client: client.clone(), caller: caller.id }, Log { session, record });
        let work = async move {
            let result = work.await;
            if let Some(error) = error(&result) {
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

impl<R: Clone + Send + Sync + 'static> Default for Writer<R> {
    fn default() -> Self {
        Self::new()
    }
}

impl Writer {
    /// Runs a batch.
    pub fn submit(self, batch: Batch, note: Note, on_done: Callback<BatchResult>) {
        let work = |service, log| async move { execute(&service, &batch, &log).await };
        self.run(note, work, BatchResult::error, on_done);
    }
}

impl Writer<OutsideResult> {
    /// Runs a write that is not about users.
    pub fn submit_outside(self, write: OutsideWrite, note: Note, on_done: Callback<OutsideResult>) {
        let work = |service, log| async move { execute_outside(&service, &write, &log).await };
        self.run(note, work, OutsideResult::error, on_done);
    }
}

/// The service as a caller sees it.
pub struct Service {
    client: Client,
    caller: UserId,
}

impl Service {
    /// The service behind a client.
    pub const fn new(client: Client, caller: UserId) -> Self {
        Self { client, caller }
    }
}

impl AccessService for Service {
    async fn list(&self, target: &Target) -> Result<AccessList, ApiError> {
        self.client.access(target, &self.caller, &Cancel::new()).await
    }

    async fn send(&self, write: &Write) -> Result<Option<String>, ApiError> {
        // Nothing ever cancels a write but its own time limit.
        self.client.write(&prepare(write), &Cancel::new()).await
    }
}

impl OutsideService for Service {
    async fn read(&self, write: &OutsideWrite) -> Result<OutsideReading, ApiError> {
        let OutsideWrite { organization, image, edit } = write;
        match edit {
            OutsideEdit::Visibility { .. } => {
                let attributes = self.client.image_attributes(organization, image, &Cancel::new()).await?;
                Ok(OutsideReading::Attributes(attributes))
            }
            OutsideEdit::Share { .. } => {
                let shares = self.client.shares(organization, image, &Cancel::new()).await?;
                Ok(OutsideReading::Shares(shares))
            }
        }
    }

    async fn send(&self, write: &OutsideWrite) -> Result<Option<String>, ApiError> {
        // What can't be expressed was never offered.
        let Some(prepared) = outside::prepare(write) else { return Err(ApiError::Aborted) };
        self.client.write(&prepared, &Cancel::new()).await
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

    fn sending(&self, write: Recorded) {
        self.record.begin(write);
    }

    fn answered(&self, number: usize, answer: &Result<Option<String>, ApiError>) {
        let answer = answer.clone().map_or_else(Answer::Failure, Answer::Success);
        self.record.answered(number, answer);
    }

    fn judged(&self, number: usize, write: Recorded) {
        self.record.judged(number, write);
    }
}
