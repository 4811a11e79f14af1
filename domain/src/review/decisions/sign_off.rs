//! Signing: what was decided and what was not, frozen with who signs it and when.

use crate::model::user::Person;
use crate::review::snapshot::Snapshot;
use crate::text::time::UnixMillis;

use super::{Decided, Decisions, Verdict, Why};

/// How many permissions were decided in one way. What is about an image itself counts as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// One by one.
    pub one_by_one: usize,
    /// Together with others.
    pub together: usize,
}

impl Tally {
    /// Both.
    pub const fn all(self) -> usize {
        self.one_by_one + self.together
    }
}

/// How many permissions were decided how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// They stay.
    pub keep: Tally,
    /// A lower level is enough.
    pub lower: Tally,
    /// They go.
    pub remove: Tally,
    /// Somebody else has to say.
    pub ask: Tally,
    /// Nobody has said anything. That decides nothing.
    pub undecided: Tally,
}

impl Counts {
    /// How many are decided.
    pub const fn decided(&self) -> usize {
        self.keep.all() + self.lower.all() + self.remove.all() + self.ask.all()
    }

    /// How many there are.
    pub const fn all(&self) -> usize {
        self.decided() + self.undecided.all()
    }

    /// The slot of a decision.
    pub fn of(&mut self, decided: Option<&Decided>) -> &mut Tally {
        match decided.map(|decided| decided.verdict) {
            None => &mut self.undecided,
            Some(Verdict::Keep) => &mut self.keep,
            Some(Verdict::Lower(_)) => &mut self.lower,
            Some(Verdict::Remove) => &mut self.remove,
            Some(Verdict::Ask) => &mut self.ask,
        }
    }
}

impl Decisions {
    /// How many permissions were decided how, so far.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for (single, decided) in self.agenda.singles.iter().zip(&self.singles) {
            counts.of(decided.as_ref()).one_by_one += single.places.len();
        }
        for (group, decided) in self.agenda.groups.iter().zip(&self.groups) {
            counts.of(decided.as_ref()).together += group.grants;
        }
        counts
    }

    /// How many of the permissions are the reviewer's own.
    pub fn own(&self) -> usize {
        let own = self.agenda.singles.iter().filter(|single| single.why.contains(&Why::Own));
        own.map(|single| single.places.len()).sum()
    }

    /// Signs the decisions. They can't be changed any more, and what is undecided stays so.
    pub fn sign(self, snapshot: &Snapshot, by: Person, at: UnixMillis, digest: Option<String>) -> SignOff {
        let open = snapshot.subjects().iter().filter(|subject| subject.reading.is_open()).count();
        let own = self.own();
        SignOff { by, at, digest, counts: self.counts(), not_read: open, own, decisions: self }
    }
}

/// Decisions that were signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignOff {
    by: Person,
    at: UnixMillis,
    digest: Option<String>,
    counts: Counts,
    not_read: usize,
    own: usize,
    decisions: Decisions,
}

impl SignOff {
    /// Who has signed. Nothing proves that.
    pub const fn by(&self) -> &Person {
        &self.by
    }

    /// When.
    pub const fn at(&self) -> UnixMillis {
        self.at
    }

    /// The digest of the snapshot's file, if it was saved.
    pub fn digest(&self) -> Option<&str> {
        self.digest.as_deref()
    }

    /// How many permissions were decided how.
    pub const fn counts(&self) -> Counts {
        self.counts
    }

    /// How many lists were not read. Of these nothing was decided.
    pub const fn not_read(&self) -> usize {
        self.not_read
    }

    /// How many of the permissions are the reviewer's own. A second person has to sign these.
    pub const fn own(&self) -> usize {
        self.own
    }

    /// What was signed.
    pub const fn decisions(&self) -> &Decisions {
        &self.decisions
    }

    /// The same decisions, which can be changed again. The sign-off is gone.
    pub fn reopen(self) -> Decisions {
        self.decisions
    }
}
