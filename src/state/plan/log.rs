//! What the journal keeps of a run: each write from the moment it is sent, and what the list shows that was read after it.

use crate::api::ApiError;
use crate::state::journal::{Answer, BatchId, BatchRecord};
use domain::change::outcome::Outcome;
use domain::change::recorded::Recorded;
use domain::change::write::{Present, Write};
use domain::model::access::AccessList;
use domain::model::names::Target;

/// See the module. The writes of a run are one batch, numbered from 0.
pub(super) struct Log {
    record: BatchRecord,
    /// How many writes were sent.
    sent: usize,
    /// Those that no list was read after yet.
    open: Vec<(usize, Write)>,
}

impl Log {
    pub(super) const fn new(record: BatchRecord) -> Self {
        Self { record, sent: 0, open: Vec::new() }
    }

    /// The batch.
    pub(super) const fn batch(&self) -> BatchId {
        self.record.id()
    }

    /// A write is about to be sent. Returns its number.
    pub(super) fn sending(&mut self, write: &Write) -> usize {
        let number = self.sent;
        self.sent += 1;
        self.record.begin(Recorded::permissions(write.clone()));
        self.open.push((number, write.clone()));
        number
    }

    /// The answer to a write has come, or failed to.
    pub(super) fn answered(&self, number: usize, answer: &Result<Option<String>, ApiError>) {
        let answer = answer.clone().map_or_else(Answer::Failure, Answer::Success);
        self.record.answered(number, answer);
    }

    /// A list was read, or could not be, after all writes on its target.
    pub(super) fn witnessed(&mut self, target: &Target, list: Option<&AccessList>) {
        let (seen, open): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.open).into_iter().partition(|(_, write)| write.target == *target);
        self.open = open;
        let present = list.map(Present::of);
        for (number, write) in seen {
            let outcomes = write.edits.iter().map(|edit| Outcome::of(edit, present.as_ref())).collect();
            self.record.judged(number, Recorded::Permissions { write, outcomes });
        }
    }

    /// Whether a write waits for the list that is read after it.
    pub(super) const fn is_open(&self) -> bool {
        !self.open.is_empty()
    }
}
