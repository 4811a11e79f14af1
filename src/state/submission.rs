//! A write that a person starts: sent once, however often the button is pressed.

use std::future::Future;

use leptos::prelude::*;

use crate::api::ApiError;

use super::spawn;

/// The state of a form or dialog that writes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Submission {
    /// Nothing sent.
    #[default]
    Idle,
    /// Sent, no answer yet.
    Sending,
    /// The answer was a failure, or there was none.
    Failed(ApiError),
}

/// Holds the state of a write and lets only one run at a time.
#[derive(Clone, Copy)]
pub struct Submitter(RwSignal<Submission>);

impl Submitter {
    /// Nothing sent.
    pub fn new() -> Self {
        Self(RwSignal::new(Submission::Idle))
    }

    /// The state.
    pub fn state(self) -> Signal<Submission> {
        self.0.into()
    }

    /// Whether an answer is awaited.
    pub fn is_sending(self) -> bool {
        self.0.with(|state| *state == Submission::Sending)
    }

    /// Forgets a failure, so that a form that is opened again does not greet with an old one.
    pub fn reset(self) {
        let _ = self.0.try_update(|state| {
            if *state != Submission::Sending {
                *state = Submission::Idle;
            }
        });
    }

    /// Runs a write unless one is running. The state is set before anything can yield, so a double click, Enter
    /// twice or a held key make one request.
    pub fn run<T: 'static>(
        self,
        write: impl Future<Output = Result<T, ApiError>> + 'static,
        then: impl FnOnce(Result<T, ApiError>) + 'static,
    ) {
        if self.take_turn() {
            spawn(async move {
                let answer = write.await;
                self.end_turn(answer.as_ref().err());
                then(answer);
            });
        }
    }

    fn take_turn(self) -> bool {
        let free = self.0.try_update(|state| {
            let free = *state != Submission::Sending;
            *state = Submission::Sending;
            free
        });
        free.unwrap_or(false)
    }

    fn end_turn(self, error: Option<&ApiError>) {
        let state = error.map_or(Submission::Idle, |error| Submission::Failed(error.clone()));
        let _ = self.0.try_set(state);
    }
}

impl Default for Submitter {
    fn default() -> Self {
        Self::new()
    }
}
