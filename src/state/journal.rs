//! The journal: every write of this session, from the moment it is sent. In memory only, so that nothing about
//! permissions outlives the session; it is gone after a reload.

use std::cell::RefCell;
use std::sync::Arc;

use crate::view::prelude::*;

use crate::api::ApiError;
use domain::change::reason::Reason;
use domain::change::recorded::Recorded;
use domain::model::names::UserName;
use domain::text::time::UnixMillis;

use super::clock::now;

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Nothing yet.
    Awaited,
    /// The service took the write, under this request ID.
    Success(Option<String>),
    /// It did not, or nobody knows.
    Failure(ApiError),
}

impl Answer {
    /// The request ID of what came back.
    pub fn request_id(&self) -> Option<&str> {
        match self {
            Answer::Awaited => None,
            Answer::Success(request_id) => request_id.as_deref(),
            Answer::Failure(error) => error.request_id(),
        }
    }

    /// Whether nothing has come back yet.
    pub const fn is_awaited(&self) -> bool {
        matches!(self, Answer::Awaited)
    }
}

/// Names a batch of the session: the writes of one click.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct BatchId(usize);

/// What a batch is meant to undo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undoes {
    /// The entry of this number.
    Entry(usize),
    /// All entries of a batch.
    Batch(BatchId),
}

/// One write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Counts the writes of the session, from 1.
    pub number: usize,
    /// The batch that it belongs to.
    pub batch: BatchId,
    /// When it was sent.
    pub at: UnixMillis,
    /// Who sent it.
    pub by: UserName,
    /// What was sent, with the state before, and what was made of it.
    pub recorded: Recorded,
    /// What came back.
    pub answer: Answer,
    /// What is noted of its batch.
    pub note: Note,
}

/// What is noted of a batch beside its writes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Note {
    /// What it was meant to undo.
    pub undoes: Option<Undoes>,
    /// Why it was sent, if its user gave a reason.
    pub reason: Option<Reason>,
    /// Who made the plan that it runs, if that is somebody else, as the plan's file says.
    pub planned_by: Option<UserName>,
}

impl Entry {
    /// Whether the batch of another entry was meant to undo this one.
    fn is_undone_by(&self, later: &Entry) -> bool {
        match later.note.undoes {
            None => false,
            Some(Undoes::Entry(number)) => number == self.number,
            Some(Undoes::Batch(batch)) => batch == self.batch,
        }
    }
}

/// The journal of a session.
#[derive(Clone, Copy)]
pub struct Journal {
    entries: RwSignal<Vec<Arc<Entry>>>,
    /// How many batches were opened.
    batches: StoredValue<usize>,
    /// The reason that was typed last.
    reason: RwSignal<String>,
}

impl Journal {
    /// An empty one.
    pub fn new() -> Self {
        Self {
            entries: RwSignal::new(Vec::new()),
            batches: StoredValue::new(0),
            reason: RwSignal::new(String::new()),
        }
    }

    /// The reason as it is typed. It stays from one dialog to the next, since one ticket often takes several changes, and
    /// so that closing a dialog loses nothing.
    pub const fn reason(self) -> RwSignal<String> {
        self.reason
    }

    /// Opens the record of a batch.
    pub fn open(self, by: UserName, note: Note) -> BatchRecord {
        let batch = self.batches.try_update_value(|count| {
            *count += 1;
            BatchId(*count)
        });
        let batch = batch.unwrap_or(BatchId(0));
        BatchRecord { journal: self, batch, by, note, numbers: RefCell::default() }
    }

    /// All entries, the oldest first.
    pub fn entries(self) -> Vec<Arc<Entry>> {
        self.entries.get()
    }

    /// All entries by batch, the oldest batch first.
    pub fn batches(self) -> Vec<Vec<Arc<Entry>>> {
        let mut batches: Vec<Vec<Arc<Entry>>> = Vec::new();
        for entry in self.entries() {
            let own =
                |batch: &&mut Vec<Arc<Entry>>| batch.first().is_some_and(|one| one.batch == entry.batch);
            // Batches that run at the same time are among the last few.
            match batches.iter_mut().rev().find(own) {
                Some(batch) => batch.push(entry),
                None => batches.push(vec![entry]),
            }
        }
        batches
    }

    /// The numbers of a batch's entries.
    pub fn numbers_of(self, batch: BatchId) -> Vec<usize> {
        let entries = self.entries.try_get_untracked().unwrap_or_default();
        entries.iter().filter(|entry| entry.batch == batch).map(|entry| entry.number).collect()
    }

    /// One entry as it is now.
    pub fn entry(self, number: usize) -> Option<Arc<Entry>> {
        let index = number.checked_sub(1)?;
        self.entries.try_with_untracked(|entries| entries.get(index).cloned()).flatten()
    }

    /// Whether something was done that could still be undone from here.
    pub fn has_way_back(self) -> bool {
        let is_open = |entries: &[Arc<Entry>], entry: &Entry| {
            entry.recorded.may_be_there() && !entries.iter().any(|later| entry.is_undone_by(later))
        };
        self.entries.try_with_untracked(|entries| {
            entries.iter().any(|entry| entry.note.undoes.is_none() && is_open(entries, entry))
        }) == Some(true)
    }

    fn alter(self, number: usize, change: impl FnOnce(&mut Entry)) {
        let _ = self.entries.try_update(|entries| {
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

/// The record of a batch while it runs. Its writes are numbered from 0.
pub struct BatchRecord {
    journal: Journal,
    batch: BatchId,
    by: UserName,
    note: Note,
    /// The entries of the writes so far.
    numbers: RefCell<Vec<usize>>,
}

impl BatchRecord {
    /// The batch.
    pub const fn id(&self) -> BatchId {
        self.batch
    }

    /// Takes down a write that is about to be sent.
    pub fn begin(&self, recorded: Recorded) {
        let number = self.journal.entries.try_update(|entries| {
            let number = entries.len() + 1;
            let (at, answer) = (now(), Answer::Awaited);
            let (batch, by, note) = (self.batch, self.by.clone(), self.note.clone());
            entries.push(Arc::new(Entry { number, batch, at, by, recorded, answer, note }));
            number
        });
        self.numbers.borrow_mut().extend(number);
    }

    /// The response to a write has come, or failed to.
    pub fn answered(&self, write: usize, answer: Answer) {
        self.alter(write, |entry| entry.answer = answer);
    }

    /// What was made of a write is known.
    pub fn judged(&self, write: usize, recorded: Recorded) {
        self.alter(write, |entry| entry.recorded = recorded);
    }

    fn alter(&self, write: usize, change: impl FnOnce(&mut Entry)) {
        let number = self.numbers.borrow().get(write).copied();
        if let Some(number) = number {
            self.journal.alter(number, change);
        }
    }
}
