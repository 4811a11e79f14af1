//! Running one write that is not about users: read, compare, send once, read back, judge. As for permissions, what is read
//! afterwards is the only witness (`docs/decisions/0008-the-list-is-the-witness.md`).

use std::future::Future;

use crate::api::ApiError;
use domain::change::outcome::Outcome;
use domain::change::recorded::Recorded;
use domain::model::operation::Operation;
use domain::outside::write::{OutsideReading, OutsideState, OutsideWrite};

use super::execute::BatchLog;

/// The service, as far as such a write needs it.
pub trait OutsideService {
    /// Reads what shows the outcome of a write.
    fn read(&self, write: &OutsideWrite) -> impl Future<Output = Result<OutsideReading, ApiError>>;

    /// Sends a write, once. Returns the request ID of the response.
    fn send(&self, write: &OutsideWrite) -> impl Future<Output = Result<Option<String>, ApiError>>;
}

/// How a write went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutsideResult {
    /// What was read last, if it could be read.
    pub reading: Option<OutsideReading>,
    /// What was done.
    pub status: OutsideStatus,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutsideStatus {
    /// Nothing was sent: someone else was faster, and this is there now.
    Conflict(OutsideState),
    /// Nothing was sent: what is there could not be read.
    NotSent(ApiError),
    /// Nothing was sent: what was read does not show what is there.
    Unreadable,
    /// It was sent.
    Sent {
        /// The outcome.
        outcome: Outcome<OutsideState>,
        /// The service's refusal, or that it did not respond.
        error: Option<ApiError>,
    },
}

impl OutsideResult {
    fn not_sent(status: OutsideStatus) -> Self {
        Self { reading: None, status }
    }

    /// Whether what was asked for is there.
    pub fn is_applied(&self) -> bool {
        matches!(self.status, OutsideStatus::Sent { outcome: Outcome::Applied, .. })
    }

    /// Why it failed, if a request did.
    pub const fn error(&self) -> Option<&ApiError> {
        match &self.status {
            OutsideStatus::NotSent(error) | OutsideStatus::Sent { error: Some(error), .. } => Some(error),
            OutsideStatus::Conflict(_)
            | OutsideStatus::Unreadable
            | OutsideStatus::Sent { error: None, .. } => None,
        }
    }

    /// Whether it ended the session.
    pub fn ended_session(&self) -> bool {
        self.error().is_some_and(ApiError::ends_session)
    }
}

/// What a failed reading was for.
pub const fn reading_of(write: &OutsideWrite) -> Operation {
    use domain::outside::write::OutsideEdit;
    match write.edit {
        OutsideEdit::Visibility { .. } => Operation::QueryImage,
        OutsideEdit::Share { .. } => Operation::ListShares,
    }
}

/// Runs a write.
pub async fn execute_outside(
    service: &impl OutsideService,
    write: &OutsideWrite,
    log: &impl BatchLog,
) -> OutsideResult {
    let before = match service.read(write).await {
        Ok(before) => before,
        Err(error) => return OutsideResult::not_sent(OutsideStatus::NotSent(error)),
    };
    match write.edit.state_in(&before) {
        None => return OutsideResult::not_sent(OutsideStatus::Unreadable),
        Some(now) if now != write.edit.expected() => {
            return OutsideResult { reading: Some(before), status: OutsideStatus::Conflict(now) };
        }
        Some(_) => {}
    }
    if !log.may_send() {
        return OutsideResult::not_sent(OutsideStatus::NotSent(ApiError::Aborted));
    }
    log.sending(Recorded::outside(write.clone()));
    let answer = service.send(write).await;
    log.answered(0, &answer);
    let error = answer.err();
    let is_refused = error.as_ref().is_some_and(ApiError::ends_session);
    // A refused token can't read either, and has changed nothing.
    let after = if is_refused { None } else { service.read(write).await.ok() };
    let outcome = if is_refused { Outcome::NotApplied } else { write.edit.outcome(after.as_ref()) };
    log.judged(0, Recorded::Outside { write: write.clone(), outcome: outcome.clone() });
    OutsideResult { reading: after, status: OutsideStatus::Sent { outcome, error } }
}

#[cfg(test)]
mod tests;
