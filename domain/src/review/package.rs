//! The package of a review: what an auditor reads who has never seen the console. Its files are made of the sign-off, of the
//! snapshot that was signed, and of what the runs of the session have done since.
//!
//! Every number in it comes from the same rows as the files: they can't disagree.

mod changes;
mod decisions;
mod findings;
mod html;

use crate::model::user::Person;
use crate::plan::run::{Counts, Kind, Word};
use crate::plan::staging::Staged;
use crate::review::decisions::SignOff;
use crate::review::findings::{Accepted, Report};
use crate::review::snapshot::Snapshot;
use crate::text::time::UnixMillis;

pub use changes::CHANGE_COLUMNS;
pub use decisions::DECISION_COLUMNS;
pub use findings::FINDING_COLUMNS;
pub use html::{Block, Document, html};

/// An edit of a run, with what it has come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Which run of the session, from 1 on.
    pub run: u32,
    /// The edit.
    pub staged: Staged,
    /// Who has made the plan, as far as its file says. Nothing proves that.
    pub planned_by: Person,
    /// Who has run it.
    pub run_by: Person,
    /// What it has come to; `None` while that is open.
    pub word: Option<Word>,
    /// When that was known.
    pub at: Option<UnixMillis>,
}

impl Change {
    /// The word in files: one of the six, or `open`.
    pub fn outcome(&self) -> &'static str {
        self.word.as_ref().map_or("open", |word| word.kind().key())
    }

    /// When a list was read that shows what it has come to; `None` where no list has.
    pub fn witnessed_at(&self) -> Option<UnixMillis> {
        self.at.filter(|_| {
            let kind = self.word.as_ref().map(Word::kind);
            matches!(kind, Some(Kind::Applied | Kind::AlreadySo | Kind::ChangedMeanwhile | Kind::NotApplied))
        })
    }
}

/// What a package is made of.
#[derive(Debug, Clone, Copy)]
pub struct Package<'a> {
    /// What names the review in its files: the digest of the signed snapshot's file.
    pub review: &'a str,
    /// What was signed.
    pub signed: &'a SignOff,
    /// The snapshot that was signed.
    pub snapshot: &'a Snapshot,
    /// What the rules had come to.
    pub reports: &'a [Report],
    /// The findings that were accepted.
    pub accepted: &'a [Accepted],
    /// What the runs have done, in their order.
    pub changes: &'a [Change],
}

impl Package<'_> {
    /// How many edits have come to what.
    pub fn change_counts(&self) -> Counts {
        Counts::count(self.changes.iter().map(|change| change.word.as_ref()))
    }
}

/// The list by which `sha256sum -c` checks the files: digests and names.
pub fn sums<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut sums = String::new();
    for (digest, name) in files {
        sums.extend([digest, "  ", name, "\n"]);
    }
    sums
}

#[cfg(test)]
mod tests;
