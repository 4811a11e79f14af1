//! What rules are checked against: a snapshot, prepared once for all of them.

use crate::model::catalog::Visibility;
use crate::review::compare::Comparison;
use crate::review::reach::{Parts, lists_everything};
use crate::review::snapshot::{Grants, Reading, Section, Snapshot, Subject, UserNumber};

use super::{Checked, Finding, Thresholds, Why};

/// See the module.
pub(super) struct Input<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) thresholds: &'a Thresholds,
    pub(super) since: Option<&'a Comparison>,
    pub(super) parts: Parts<'a>,
    /// On which lists each user is.
    by_user: Grants,
    /// Whether every organization and image is listed.
    pub(super) is_all_listed: bool,
}

impl<'a> Input<'a> {
    pub(super) fn new(
        snapshot: &'a Snapshot,
        thresholds: &'a Thresholds,
        since: Option<&'a Comparison>,
    ) -> Self {
        Self {
            snapshot,
            thresholds,
            since,
            parts: Parts::of(snapshot),
            by_user: snapshot.grants_by_user(),
            is_all_listed: lists_everything(snapshot),
        }
    }

    /// The subjects that exist, with their places.
    pub(super) fn subjects(&self) -> impl Iterator<Item = (usize, &'a Subject)> {
        self.snapshot.subjects().iter().enumerate().filter(|(_, subject)| subject.reading != Reading::Gone)
    }

    /// The organizations that exist, with their images.
    pub(super) fn organizations(&self) -> impl Iterator<Item = Section<'a>> {
        self.snapshot.organizations().filter(|section| section.subject.reading != Reading::Gone)
    }

    /// The images that exist in a section, with who can pull them.
    pub(super) fn images(&self, section: &Section<'_>) -> impl Iterator<Item = (usize, Visibility)> {
        section.images.clone().filter_map(|place| Some((place, self.parts.visibility(place)?)))
    }

    /// Whether a user who is not on the list of a subject is not on it.
    pub(super) fn is_whole(&self, place: usize) -> bool {
        self.snapshot.subject(place).is_some_and(|subject| subject.reading.is_whole())
    }

    /// The places of all lists that may name a user without anyone knowing.
    pub(super) fn open_lists(&self) -> Vec<usize> {
        self.subjects().filter(|(_, subject)| !subject.reading.is_whole()).map(|(place, _)| place).collect()
    }

    /// The places of the lists that name a user.
    pub(super) fn lists_of(&self, user: UserNumber) -> Vec<u32> {
        self.by_user.row(user.index()).columns.to_vec()
    }

    /// Whether any list names a user.
    pub(super) fn is_listed(&self, user: UserNumber) -> bool {
        !self.by_user.row(user.index()).is_empty()
    }

    /// Whether any access list was read.
    pub(super) fn has_lists(&self) -> bool {
        self.subjects().any(|(_, subject)| subject.reading.is_read())
    }

    /// What a rule has come to that was checked place by place. If no place could be, it was not checked.
    pub(super) fn by_place(&self, findings: Vec<Finding>, checked: usize, left_out: &[usize]) -> Checked {
        let is_whole = left_out.is_empty() && self.is_all_listed;
        if checked == 0 && findings.is_empty() && !is_whole {
            return Checked::Not(Why::NothingRead);
        }
        Checked::Yes { findings, left_out: numbers(left_out), is_whole }
    }

    /// What a rule has come to that was checked user by user, over all lists. `is_known`: whether everything else that it
    /// needs was read.
    pub(super) fn by_user(&self, findings: Vec<Finding>, is_known: bool) -> Checked {
        let left_out = self.open_lists();
        let has_all_lists = left_out.is_empty() && self.is_all_listed;
        if !has_all_lists && !self.has_lists() {
            return Checked::Not(Why::NothingRead);
        }
        let is_whole = has_all_lists && is_known;
        Checked::Yes { findings, left_out: numbers(&left_out), is_whole }
    }
}

/// Places as findings keep them.
pub(super) fn numbers(places: &[usize]) -> Vec<u32> {
    places.iter().map(|place| number(*place)).collect()
}

/// A length or place in four bytes.
pub(super) fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
