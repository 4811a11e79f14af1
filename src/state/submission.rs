//! Something that a person sends: once, however often the button is pressed.

use std::future::Future;

use crate::api::ApiError;
use crate::view::prelude::*;

use super::spawn;

/// The state of a form or dialog that sends. `R` is what remains to be shown afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Submission<R> {
    /// Nothing sent.
    Idle,
    /// Sent, no answer yet.
    Sending,
    /// The answer has come, and the user has not gone on yet.
    Ended(R),
}

/// What remains of an attempt: why it failed.
pub fn failure<T>(answer: &Result<T, ApiError>) -> Option<ApiError> {
    answer.as_ref().err().cloned()
}

/// Lets one submission run at a time.
pub struct Submitter<R: Send + Sync + 'static>(RwSignal<Submission<R>>);

impl<R: Send + Sync + 'static> Clone for Submitter<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: Send + Sync + 'static> Copy for Submitter<R> {}

impl<R: Clone + Send + Sync + 'static> Submitter<R> {
    /// Nothing sent.
    pub fn new() -> Self {
        Self(RwSignal::new(Submission::Idle))
    }

    /// What remains of the last submission, unless another one runs.
    pub fn ended(self) -> Option<R> {
        self.0.with(|state| match state {
            Submission::Ended(ended) => Some(ended.clone()),
            Submission::Idle | Submission::Sending => None,
        })
    }

    /// Whether an answer is awaited.
    pub fn is_sending(self) -> bool {
        self.0.with(|state| matches!(state, Submission::Sending))
    }

    /// Forgets the last submission, so that a form that is opened again does not greet with an old failure.
    pub fn reset(self) {
        let _ = self.0.try_update(|state| {
            if !matches!(state, Submission::Sending) {
                *state = Submission::Idle;
            }
        });
    }

    /// Runs `work` unless something runs. The state is set before anything can yield, so a double click, Enter twice or a
    /// held key make one request. `remains` says what is shown of the answer, `then` goes on with it.
    pub fn run<T: 'static>(
        self,
        work: impl Future<Output = T> + 'static,
        remains: impl FnOnce(&T) -> Option<R> + 'static,
        then: impl FnOnce(T) + 'static,
    ) {
        if self.take_turn() {
            spawn(async move {
                let answer = work.await;
                let state = remains(&answer).map_or(Submission::Idle, Submission::Ended);
                let _ = self.0.try_set(state);
                then(answer);
            });
        }
    }

    fn take_turn(self) -> bool {
        let free = self.0.try_update(|state| {
            let free = !matches!(state, Submission::Sending);
            *state = Submission::Sending;
            free
        });
        free.unwrap_or(false)
    }
}

impl<R: Clone + Send + Sync + 'static> Default for Submitter<R> {
    fn default() -> Self {
        Self::new()
    }
}
