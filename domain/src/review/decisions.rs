//! What a person decides in a review: what is kept, lowered, removed, or asked about. Nothing is decided by silence.
//!
//! Where it matters, decisions are made one by one, and keeping needs a reason. The rest is decided together for images with
//! the same list, once that list was opened.

mod agenda;
mod carry;
mod each;
mod sign_off;

use std::collections::BTreeSet;

use crate::change::reason::Reason;
use crate::model::level::Level;

use crate::text::time::UnixMillis;

use super::snapshot::UserNumber;

pub use agenda::{Agenda, Single, Together, Why, agenda};
pub use each::{Each, Mode};
pub use sign_off::{Counts, SignOff, Tally};

/// A decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It is as it should be.
    Keep,
    /// This level is enough.
    Lower(Level),
    /// The permission is not needed.
    Remove,
    /// Somebody else has to say.
    Ask,
}

/// A decision with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// What was decided.
    pub verdict: Verdict,
    /// Why.
    pub reason: Option<Reason>,
    /// When.
    pub at: UnixMillis,
}

/// Why a decision was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// There is no such item.
    NoItem,
    /// The list was not opened yet.
    NotOpened,
    /// Keeping this needs a reason.
    NeedsReason,
    /// The level is not lower than what is held.
    NotLower,
    /// It is about no permission: it can only be kept or asked about.
    NoPermission,
}

/// The decisions on an agenda. They change freely until they are signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decisions {
    agenda: Agenda,
    singles: Vec<Option<Decided>>,
    groups: Vec<Option<Decided>>,
    opened: BTreeSet<usize>,
    /// What is decided one by one, and so not together.
    apart: BTreeSet<(usize, UserNumber)>,
}

impl Decisions {
    /// Nothing decided.
    pub fn new(agenda: Agenda) -> Self {
        Self {
            singles: vec![None; agenda.singles.len()],
            groups: vec![None; agenda.groups.len()],
            opened: BTreeSet::new(),
            apart: agenda.singles.iter().flat_map(Single::permissions).collect(),
            agenda,
        }
    }

    /// What is to be decided.
    pub const fn agenda(&self) -> &Agenda {
        &self.agenda
    }

    /// The decision on a single item.
    pub fn single(&self, item: usize) -> Option<&Decided> {
        self.singles.get(item)?.as_ref()
    }

    /// The decision on a group.
    pub fn group(&self, group: usize) -> Option<&Decided> {
        self.groups.get(group)?.as_ref()
    }

    /// Whether a permission is decided one by one.
    pub fn is_apart(&self, place: usize, user: UserNumber) -> bool {
        self.apart.contains(&(place, user))
    }

    /// Decides a single item.
    ///
    /// # Errors
    /// Says why that is no decision on it.
    pub fn decide(&mut self, item: usize, decided: Decided) -> Result<(), Refused> {
        let single = self.agenda.singles.get(item).ok_or(Refused::NoItem)?;
        match decided.verdict {
            Verdict::Keep if decided.reason.is_none() => return Err(Refused::NeedsReason),
            Verdict::Lower(_) | Verdict::Remove if single.user.is_none() => {
                return Err(Refused::NoPermission);
            }
            Verdict::Lower(level) if single.level.is_some_and(|held| level >= held) => {
                return Err(Refused::NotLower);
            }
            Verdict::Keep | Verdict::Lower(_) | Verdict::Remove | Verdict::Ask => {}
        }
        let slot = self.singles.get_mut(item).ok_or(Refused::NoItem)?;
        *slot = Some(decided);
        Ok(())
    }

    /// The list of a group was opened and can be decided on.
    pub fn open(&mut self, group: usize) {
        if group < self.groups.len() {
            self.opened.insert(group);
        }
    }

    /// Whether the list of a group was opened.
    pub fn is_opened(&self, group: usize) -> bool {
        self.opened.contains(&group)
    }

    /// Decides a group together.
    ///
    /// # Errors
    /// Says why that is no decision on it.
    pub fn decide_group(&mut self, group: usize, decided: Decided) -> Result<(), Refused> {
        let slot = self.groups.get_mut(group).ok_or(Refused::NoItem)?;
        if !self.opened.contains(&group) {
            return Err(Refused::NotOpened);
        }
        *slot = Some(decided);
        Ok(())
    }

    /// Takes the decision on a single item back.
    pub fn withdraw(&mut self, item: usize) {
        if let Some(slot) = self.singles.get_mut(item) {
            *slot = None;
        }
    }

    /// Takes the decision on a group back.
    pub fn withdraw_group(&mut self, group: usize) {
        if let Some(slot) = self.groups.get_mut(group) {
            *slot = None;
        }
    }
}

#[cfg(test)]
mod tests;
