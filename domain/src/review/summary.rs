//! Each organization in numbers: the permissions on it and its images by level, and the findings by weight.

use crate::effective::Part;
use crate::model::level::Level;
use crate::model::names::OrganizationName;

use super::findings::{Finding, Report, Weight};
use super::reach::Parts;
use super::snapshot::{Section, Snapshot};

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationSummary {
    /// Which organization.
    pub organization: OrganizationName,
    /// The permissions on its list and those of its images.
    pub permissions: Permissions,
    /// The findings about it, its images, or users on their lists. One about users may count in several organizations.
    pub findings: Weights,
}

/// How many permissions of each level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Permissions {
    /// With Read.
    pub read: u32,
    /// With Write.
    pub write: u32,
    /// With Manage.
    pub manage: u32,
    /// With a value that is no level.
    pub odd: u32,
}

/// How many findings of each weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Weights {
    /// High.
    pub high: u32,
    /// Medium.
    pub medium: u32,
    /// Low.
    pub low: u32,
}

impl Permissions {
    /// All of them.
    pub const fn all(&self) -> u32 {
        self.read + self.write + self.manage + self.odd
    }
}

impl Weights {
    /// All of them.
    pub const fn all(&self) -> u32 {
        self.high + self.medium + self.low
    }
}

/// The organizations of a snapshot, in its order.
pub fn summary(snapshot: &Snapshot, reports: &[Report]) -> Vec<OrganizationSummary> {
    let parts = Parts::of(snapshot);
    let one = |section: Section<'_>| OrganizationSummary {
        organization: section.subject.target.organization().clone(),
        permissions: permissions(snapshot, &parts, &section),
        findings: weights(&section, reports),
    };
    snapshot.organizations().map(one).collect()
}

fn permissions(snapshot: &Snapshot, parts: &Parts<'_>, section: &Section<'_>) -> Permissions {
    let mut permissions = Permissions::default();
    for place in std::iter::once(section.place).chain(section.images.clone()) {
        for (_, value) in snapshot.grants().row(place).iter() {
            *match parts.value(value) {
                Part::Level(Level::Read) => &mut permissions.read,
                Part::Level(Level::Write) => &mut permissions.write,
                Part::Level(Level::Manage) => &mut permissions.manage,
                Part::Odd => &mut permissions.odd,
                Part::Nothing | Part::NotKnown => continue,
            } += 1;
        }
    }
    permissions
}

fn weights(section: &Section<'_>, reports: &[Report]) -> Weights {
    let is_inside = |place: usize| place == section.place || section.images.contains(&place);
    let concerns = |finding: &&Finding| match finding.target {
        Some(place) => is_inside(place),
        None => finding.places.iter().any(|place| is_inside(*place as usize)),
    };
    let mut weights = Weights::default();
    for finding in reports.iter().flat_map(Report::findings).filter(concerns) {
        *match finding.weight {
            Weight::High => &mut weights.high,
            Weight::Medium => &mut weights.medium,
            Weight::Low => &mut weights.low,
        } += 1;
    }
    weights
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::catalog::Visibility;
    use crate::review::findings::{Thresholds, findings};
    use crate::review::sketch::{Sketch, any_unread, any_world, draw};
    use Level::{Manage, Read, Write};

    fn of(snapshot: &Snapshot) -> Vec<OrganizationSummary> {
        summary(snapshot, &findings(snapshot, &Thresholds::default(), None))
    }

    #[test]
    fn an_organization_counts_its_own_list_and_those_of_its_images() {
        let snapshot = Sketch::new()
            .users(&["ann", "bob", "eve!"])
            .with("a", &[("ann", Manage), ("bob", Manage)])
            .with("a/1", &[("eve", Write)])
            .with("b", &[("ann", Manage), ("bob", Manage)])
            .with("b/1", &[("bob", Read)])
            .visible("b/1", Visibility::Public)
            .freeze();
        let [a, b] = &of(&snapshot)[..] else { panic!() };
        assert_eq!(a.permissions, Permissions { read: 0, write: 1, manage: 2, odd: 0 });
        // Eve is disabled.
        assert_eq!(a.findings, Weights { high: 1, medium: 0, low: 0 });
        assert_eq!(b.permissions, Permissions { read: 1, write: 0, manage: 2, odd: 0 });
        // The image is public, and Bob's Read adds nothing.
        assert_eq!(b.findings, Weights { high: 1, medium: 0, low: 1 });
    }

    proptest! {
        #[test]
        fn every_permission_counts_once(world in any_world(), unread in any_unread()) {
            let snapshot = draw(&world, &unread);
            let counted: usize = of(&snapshot).iter().map(|one| one.permissions.all() as usize).sum();
            let places = 0..snapshot.subjects().len();
            let grants: usize = places.map(|place| snapshot.list(place).count()).sum();
            prop_assert_eq!(counted, grants);
        }
    }
}
