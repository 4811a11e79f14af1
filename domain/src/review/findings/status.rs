//! Findings of two snapshots: which are new, unchanged or absent. Against a source that one side has not read nobody knows.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::names::Target;
use crate::review::compare::{Proof, Side};
use crate::review::snapshot::{Facts, Snapshot};

use super::{Checked, Fingerprint, Report, Rule};

/// How a finding has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Only the newer snapshot has it.
    New,
    /// Both have it.
    Unchanged,
    /// Only the older one has it.
    Absent,
    /// One of them has it, and the other one has not read what decides.
    Unknown,
}

/// How each finding has changed, in the order of the rules. Findings about changes have no such state.
pub fn statuses(
    before: (&Snapshot, &[Report]),
    after: (&Snapshot, &[Report]),
) -> BTreeMap<Fingerprint, Status> {
    let is_same_caller = before.0.about.caller.id == after.0.about.caller.id;
    let is_same_scope = before.0.about.scope == after.0.about.scope;
    let (before, after) = (Found::of(before, is_same_caller), Found::of(after, is_same_caller));
    // Whether both sides have looked at the same.
    let is_same_view = (is_same_caller && is_same_scope) || (before.proof.images && after.proof.images);
    let has_all = |rule| is_same_view && before.has_checked_all(rule) && after.has_checked_all(rule);
    let (old, new) = (before.fingerprints(), after.fingerprints());
    let mut statuses = BTreeMap::new();
    for fingerprint in old.iter().chain(&new) {
        let (was, is) = (old.contains(fingerprint), new.contains(fingerprint));
        let other = if was { &after } else { &before };
        let is_decided = match &fingerprint.target {
            // A list that was not read may name another one of these users, and then it is another finding.
            None => has_all(fingerprint.rule),
            Some(target) => other.has_checked(fingerprint.rule, target),
        };
        let status = match (was, is) {
            (true, true) => Status::Unchanged,
            _ if !is_decided => Status::Unknown,
            (true, false) => Status::Absent,
            (false, _) => Status::New,
        };
        statuses.insert(fingerprint.clone(), status);
    }
    statuses
}

/// One side.
struct Found<'a> {
    snapshot: &'a Snapshot,
    reports: &'a [Report],
    proof: Proof<'a>,
}

impl<'a> Found<'a> {
    fn of((snapshot, reports): (&'a Snapshot, &'a [Report]), is_same_caller: bool) -> Self {
        Self { snapshot, reports, proof: Proof::of(snapshot, is_same_caller) }
    }

    fn fingerprints(&self) -> BTreeSet<Fingerprint> {
        let lasting = self.reports.iter().filter(|report| !report.rule.needs_comparison());
        lasting.flat_map(Report::findings).map(|finding| finding.fingerprint(self.snapshot)).collect()
    }

    fn checked(&self, rule: Rule) -> Option<&Checked> {
        self.reports.iter().find(|report| report.rule == rule).map(|report| &report.checked)
    }

    fn has_checked_all(&self, rule: Rule) -> bool {
        matches!(self.checked(rule), Some(Checked::Yes { is_whole: true, .. }))
    }

    /// Whether the rule was checked for a target. For an organization that takes all its images. Of what does not exist
    /// there is nothing to find.
    fn has_checked(&self, rule: Rule, target: &Target) -> bool {
        let Some(Checked::Yes { left_out, .. }) = self.checked(rule) else { return false };
        match self.proof.side(target) {
            Side::Absent => return true,
            Side::At(place) if self.lists_images(place) => {}
            Side::At(_) | Side::Unknown => return false,
        }
        let concerns = |place: &u32| {
            let subject = self.snapshot.subject(*place as usize);
            subject.is_some_and(|subject| match target {
                Target::Image(..) => subject.target == *target,
                Target::Organization(organization) => subject.target.organization() == organization,
            })
        };
        !left_out.iter().any(concerns)
    }

    /// Whether an organization's images are all listed. An image has none.
    fn lists_images(&self, place: usize) -> bool {
        self.snapshot.subject(place).is_some_and(|subject| match &subject.facts {
            Facts::Organization(facts) => facts.images.is_whole(),
            Facts::Image(_) => true,
        })
    }
}
