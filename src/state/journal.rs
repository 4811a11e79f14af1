//! The journal: every write of this session, from the moment it is sent. In memory only, so that nothing about
//! permissions outlives the session; it is gone after a reload.

use std::sync::Arc;

use leptos::prelude::*;

use crate::api::ApiError;
use crate::domain::names::UserName;
use crate::domain::outcome::Outcome;
use crate::domain::time::UnixMillis;
use crate::domain::write::Write;

use super::clock::now;

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Nothing yet.
    Awaited,
    /// The service took the write.
    Success,
    /// It did not, or nobody knows.
    Failure(ApiError),
}

impl Answer {
    /// Whether nothing has come back yet.
    pub const fn is_awaited(&self) -> bool {
        matches!(self, Answer::Awaited)
    }
}

/// One write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Counts the writes of the session, from 1.
    pub number: usize,
    /// When it was sent.
    pub at: UnixMillis,
    /// Who sent it.
    pub by: UserName,
    /// What was sent, with what everybody held before.
    pub write: Write,
    /// What came back.
    pub answer: Answer,
    /// What became of everybody, in the order of the write's edits.
    pub outcomes: Vec<Outcome>,
    /// The entry that this one was meant to undo.
    pub undoes: Option<usize>,
}

/// The journal of a session.
#[derive(Clone, Copy)]
pub struct Journal(RwSignal<Vec<Arc<Entry>>>);

impl Journal {
    /// An empty one.
    pub fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Takes down a write that is about to be sent, and tells its number.
    pub fn begin(self, by: UserName, write: Write, undoes: Option<usize>) -> usize {
        let outcomes = write.edits.iter().map(|_| Outcome::Unknown).collect();
        let number = self.0.try_update(|entries| {
            let number = entries.len() + 1;
            let answer = Answer::Awaited;
            entries.push(Arc::new(Entry { number, at: now(), by, write, answer, outcomes, undoes }));
            number
        });
        number.unwrap_or_default()
    }

    /// The answer to a write has come, or failed to.
    pub fn answered(self, number: usize, answer: Answer) {
        self.alter(number, |entry| entry.answer = answer);
    }

    /// What became of everybody in a write is known.
    pub fn settled(self, number: usize, outcomes: Vec<Outcome>) {
        self.alter(number, |entry| entry.outcomes = outcomes);
    }

    /// All entries, the oldest first.
    pub fn entries(self) -> Vec<Arc<Entry>> {
        self.0.get()
    }

    /// One entry as it is now.
    pub fn entry(self, number: usize) -> Option<Arc<Entry>> {
        let entries = self.0.try_read_untracked()?;
        entries.get(number.checked_sub(1)?).cloned()
    }

    /// Whether something was done that could still be undone from here.
    pub fn has_way_back(self) -> bool {
        let is_open = |entries: &[Arc<Entry>], entry: &Entry| {
            let may_hold = |outcome: &Outcome| matches!(outcome, Outcome::Applied | Outcome::Unknown);
            entry.outcomes.iter().any(may_hold)
                && entries.iter().all(|later| later.undoes != Some(entry.number))
        };
        self.0.try_with_untracked(|entries| {
            entries.iter().any(|entry| entry.undoes.is_none() && is_open(entries, entry))
        }) == Some(true)
    }

    fn alter(self, number: usize, change: impl FnOnce(&mut Entry)) {
        let _ = self.0.try_update(|entries| {
            if let Some(entry) = number.checked_sub(1).and_then(|index| entries.get_mut(index)) {
                change(Arc::make_mut(entry));
            }
        });
    }
}

impl Default for Journal {
    fn default() -> Self {
        Self::new()
    }
}
