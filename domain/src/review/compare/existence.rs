//! Whether something exists on one side of a comparison. That a snapshot does not have it proves nothing by itself: its list
//! may have been cut off, its scope may have left it out, or its caller may not see it.

use std::collections::BTreeSet;

use crate::model::names::Target;
use crate::review::coverage::{Counted, Coverage, Total};
use crate::review::snapshot::{Facts, Reading, Snapshot, Subject};

/// Whether a target is on one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// At this place among the subjects.
    At(usize),
    /// It did not exist.
    Absent,
    /// Nobody knows.
    Unknown,
}

/// Whether a target has existed all the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existence {
    /// On both sides.
    Both,
    /// Only on the newer one.
    New,
    /// Only on the older one.
    Gone,
    /// On one side, and of the other one nobody knows.
    Unknown,
}

impl Existence {
    /// By both sides; `None` where it was on neither.
    pub(super) const fn of(before: Side, after: Side) -> Option<Self> {
        match (before, after) {
            (Side::At(_), Side::At(_)) => Some(Existence::Both),
            (Side::Absent, Side::At(_)) => Some(Existence::New),
            (Side::At(_), Side::Absent) => Some(Existence::Gone),
            (Side::At(_), Side::Unknown) | (Side::Unknown, Side::At(_)) => Some(Existence::Unknown),
            (Side::Absent | Side::Unknown, Side::Absent | Side::Unknown) => None,
        }
    }
}

/// What a snapshot proves by not having it.
#[derive(Debug)]
pub(in crate::review) struct Proof<'a> {
    snapshot: &'a Snapshot,
    /// The account's total of organizations agrees with the list.
    organizations: bool,
    /// The account's total of images agrees with the lists.
    pub(in crate::review) images: bool,
    /// The organizations whose own totals agree. They count what the caller sees, so they prove something only between two
    /// snapshots of the same caller.
    counted: BTreeSet<Target>,
}

impl<'a> Proof<'a> {
    pub(in crate::review) fn of(snapshot: &'a Snapshot, is_same_caller: bool) -> Self {
        let mut proof = Self { snapshot, organizations: false, images: false, counted: BTreeSet::new() };
        for total in Coverage::of(snapshot).totals.into_iter().filter(Total::agrees) {
            match total.counted {
                Counted::Organizations => proof.organizations = true,
                Counted::Images => proof.images = true,
                Counted::ImagesOf(organization) if is_same_caller => {
                    proof.counted.insert(organization);
                }
                Counted::ImagesOf(_) => {}
            }
        }
        proof
    }

    /// Whether a target exists in the snapshot.
    pub(in crate::review) fn side(&self, target: &Target) -> Side {
        let found = self.snapshot.place(target);
        let subject = found.and_then(|place| self.snapshot.subject(place));
        match (found, subject) {
            (Some(place), Some(subject)) if subject.reading != Reading::Gone => Side::At(place),
            (_, Some(_)) if self.vanished(target) => Side::Absent,
            (_, None) if self.is_never_listed(target) => Side::Absent,
            _ => Side::Unknown,
        }
    }

    /// Whether something that was gone is on its list no longer: the list was read to its end afterwards.
    fn vanished(&self, target: &Target) -> bool {
        if self.snapshot.is_stopped {
            return false;
        }
        match target {
            Target::Organization(_) => self.snapshot.lists.organizations.is_whole(),
            Target::Image(organization, _) => {
                let organization = Target::Organization(organization.clone());
                self.lists_images(&organization) || self.is_gone(&organization)
            }
        }
    }

    /// Whether something that is on no list does not exist.
    fn is_never_listed(&self, target: &Target) -> bool {
        let organization = Target::Organization(target.organization().clone());
        let is_in_scope = self.snapshot.about.scope.includes(target.organization());
        let is_here = self.subject(&organization).is_some();
        if target.image().is_none() || !is_here {
            return is_in_scope && self.snapshot.lists.organizations.is_whole() && self.organizations;
        }
        let is_counted = self.images || self.counted.contains(&organization);
        is_in_scope && ((self.lists_images(&organization) && is_counted) || self.is_gone(&organization))
    }

    fn is_gone(&self, organization: &Target) -> bool {
        let is_gone = self.subject(organization).is_some_and(|subject| subject.reading == Reading::Gone);
        is_gone && self.vanished(organization)
    }

    fn lists_images(&self, organization: &Target) -> bool {
        self.subject(organization).is_some_and(|subject| match &subject.facts {
            Facts::Organization(facts) => facts.images.is_whole(),
            Facts::Image(_) => false,
        })
    }

    fn subject(&self, target: &Target) -> Option<&Subject> {
        self.snapshot.place(target).and_then(|place| self.snapshot.subject(place))
    }
}
