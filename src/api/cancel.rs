//! Giving up a call: by whoever no longer needs it, or by the clock.

use std::cell::Cell;
use std::rc::Rc;

use web_sys::{AbortController, AbortSignal};

use super::error::ApiError;

/// A handle by which the calls made with it can be given up. Clones are the same handle.
#[derive(Debug, Clone)]
pub struct Cancel {
    controller: Option<AbortController>,
    why: Rc<Cell<Why>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    Running,
    NotWanted,
    TooLate,
}

impl Cancel {
    /// A fresh handle.
    pub fn new() -> Self {
        // A browser without AbortController still gets answers; they just can't be given up early.
        Self { controller: AbortController::new().ok(), why: Rc::new(Cell::new(Why::Running)) }
    }

    /// Gives up: nobody waits for the answer any more.
    pub fn cancel(&self) {
        self.stop(Why::NotWanted);
    }

    /// Gives up: it has taken too long.
    pub(super) fn expire(&self) {
        self.stop(Why::TooLate);
    }

    /// The signal for the browser.
    pub(super) fn signal(&self) -> Option<AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }

    /// Why a call with this handle got no answer.
    pub(super) fn cause(&self) -> ApiError {
        match self.why.get() {
            Why::Running => ApiError::Network,
            Why::NotWanted => ApiError::Aborted,
            Why::TooLate => ApiError::Timeout,
        }
    }

    fn stop(&self, why: Why) {
        if self.why.get() == Why::Running {
            self.why.set(why);
            if let Some(controller) = &self.controller {
                // Without a reason on purpose: the default one is an `Error`, which every layer understands.
                controller.abort();
            }
        }
    }
}

impl Default for Cancel {
    fn default() -> Self {
        Self::new()
    }
}
