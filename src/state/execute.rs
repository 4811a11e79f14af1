//! Running a batch: compare, send, read back, judge. A write is sent once, never again by the program; whatever the
//! response, the list that is read afterwards is compared with what was asked for (`docs/decisions/0008-the-list-is-the-witness.md`).

use std::future::Future;
use std::sync::Arc;

use crate::api::ApiError;
use domain::change::batch::{Batch, Precaution};
use domain::change::outcome::{Conflict, Outcome, conflicts};
use domain::change::recorded::Recorded;
use domain::change::write::{Edit, Present, Write};
use domain::model::access::AccessList;
use domain::model::names::Target;

/// The service, as far as a batch needs it.
pub trait AccessService {
    /// Reads the list of a target.
    fn list(&self, target: &Target) -> impl Future<Output = Result<AccessList, ApiError>>;

    /// Sends a write, once. Returns the request ID of the response.
    fn send(&self, write: &Write) -> impl Future<Output = Result<Option<String>, ApiError>>;
}

/// What is recorded of a batch while it runs.
pub trait BatchLog {
    /// Whether the next write may still be sent.
    fn may_send(&self) -> bool;

    /// A write is about to be sent. Writes are numbered from 0.
    fn sending(&self, write: Recorded);

    /// The response to a write has come, or failed to.
    fn answered(&self, number: usize, answer: &Result<Option<String>, ApiError>);

    /// What was made of a write is known.
    fn judged(&self, number: usize, write: Recorded);
}

/// How a batch went.
#[derive(Debug, Clone)]
pub struct BatchResult {
    /// The list as it was read last, if it could be read.
    pub list: Option<Arc<AccessList>>,
    /// What was done.
    pub status: BatchStatus,
}

/// What was done.
#[derive(Debug, Clone)]
pub enum BatchStatus {
    /// Nothing was sent: someone else changed a permission.
    Conflict(Vec<Conflict>),
    /// Nothing was sent: the list could not be read.
    NotSent(ApiError),
    /// Something was sent.
    Sent {
        /// The outcome of every edit.
        results: Vec<(Edit, Outcome)>,
        /// The service's refusal, or that it did not respond.
        error: Option<ApiError>,
    },
}

impl BatchResult {
    /// The outcome of every edit; none if nothing was sent.
    pub fn results(&self) -> &[(Edit, Outcome)] {
        match &self.status {
            BatchStatus::Sent { results, .. } => results,
            BatchStatus::Conflict(_) | BatchStatus::NotSent(_) => &[],
        }
    }

    /// The edits that were sent for.
    pub fn edits(&self) -> Vec<Edit> {
        self.results().iter().map(|(edit, _)| edit.clone()).collect()
    }

    /// Whether everything is as it should be, by the list. That outweighs the response: revoking what is gone is refused,
    /// and a response can get lost.
    pub fn all_applied(&self) -> bool {
        !self.results().is_empty() && self.results().iter().all(|(_, outcome)| *outcome == Outcome::Applied)
    }

    /// Whether the service reported success.
    pub const fn is_confirmed(&self) -> bool {
        matches!(self.status, BatchStatus::Sent { error: None, .. })
    }

    /// Whether the list shows something else than what was asked for.
    pub fn is_contradicted(&self) -> bool {
        self.results().iter().any(|(_, outcome)| outcome.contradicts())
    }

    /// What a call has failed with.
    pub const fn error(&self) -> Option<&ApiError> {
        match &self.status {
            BatchStatus::NotSent(error) | BatchStatus::Sent { error: Some(error), .. } => Some(error),
            BatchStatus::Conflict(_) | BatchStatus::Sent { error: None, .. } => None,
        }
    }

    /// Whether it ended the session.
    pub fn ended_session(&self) -> bool {
        self.error().is_some_and(ApiError::ends_session)
    }
}

/// Runs a batch.
pub async fn execute(service: &impl AccessService, batch: &Batch, log: &impl BatchLog) -> BatchResult {
    if batch.precaution == Precaution::CompareFirst {
        match service.list(&batch.target).await {
            Err(error) => return BatchResult { list: None, status: BatchStatus::NotSent(error) },
            Ok(list) => {
                let conflicts = conflicts(batch.edits(), &list);
                if !conflicts.is_empty() {
                    let list = Some(Arc::new(list));
                    return BatchResult { list, status: BatchStatus::Conflict(conflicts) };
                }
            }
        }
    }
    let (sent, error) = send(service, batch, log).await;
    let is_refused = error.as_ref().is_some_and(ApiError::ends_session);
    // A refused token can't read either.
    let list = if is_refused { None } else { service.list(&batch.target).await.ok() };
    // A refused write has changed nothing. What was sent before it can't be looked at any more.
    let untouched = if is_refused { sent.saturating_sub(1) } else { batch.writes.len() };
    let results = judge(batch, sent, untouched, list.as_ref(), log);
    BatchResult { list: list.map(Arc::new), status: BatchStatus::Sent { results, error } }
}

/// Sends the writes one after the other, until one fails. Returns how many were sent.
async fn send(service: &impl AccessService, batch: &Batch, log: &impl BatchLog) -> (usize, Option<ApiError>) {
    for (number, write) in batch.writes.iter().enumerate() {
        if !log.may_send() {
            return (number, Some(ApiError::Aborted));
        }
        log.sending(Recorded::permissions(write.clone()));
        let answer = service.send(write).await;
        log.answered(number, &answer);
        if let Err(error) = answer {
            return (number + 1, Some(error));
        }
    }
    (batch.writes.len(), None)
}

/// The outcome of every edit: not applied from the write `untouched` on, and otherwise what the list shows.
fn judge(
    batch: &Batch,
    sent: usize,
    untouched: usize,
    list: Option<&AccessList>,
    log: &impl BatchLog,
) -> Vec<(Edit, Outcome)> {
    let present = list.map(Present::of);
    let mut results = Vec::new();
    for (number, write) in batch.writes.iter().enumerate() {
        let outcome = |edit: &Edit| {
            if number < untouched { Outcome::of(edit, present.as_ref()) } else { Outcome::NotApplied }
        };
        let outcomes: Vec<Outcome> = write.edits.iter().map(outcome).collect();
        results.extend(write.edits.iter().cloned().zip(outcomes.iter().cloned()));
        if number < sent {
            log.judged(number, Recorded::Permissions { write: write.clone(), outcomes });
        }
    }
    results
}

#[cfg(test)]
mod tests;
