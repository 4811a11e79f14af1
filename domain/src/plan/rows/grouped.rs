//! Which images have the same list, so that "37 images" can say of how many groups they are.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::names::Target;
use crate::review::groups::{Group, groups};
use crate::review::snapshot::Snapshot;

/// The group of each image that a snapshot has read. Without a snapshot, none is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grouped(BTreeMap<Target, usize>);

impl Grouped {
    /// The groups of a snapshot.
    pub fn of(snapshot: &Snapshot) -> Self {
        let groups = groups(snapshot);
        let of_group = |(number, group): (usize, &Group)| {
            let target = |place: &usize| Some((snapshot.subject(*place)?.target.clone(), number));
            group.images.iter().filter_map(target).collect::<Vec<_>>()
        };
        Self(groups.iter().enumerate().flat_map(of_group).collect())
    }

    /// How many groups these images are of; `None` if one of them was not read, or if no two are of one group.
    pub(super) fn count(&self, images: &[&Target]) -> Option<usize> {
        let of_each: Option<BTreeSet<usize>> =
            images.iter().map(|image| self.0.get(*image).copied()).collect();
        of_each.map(|groups| groups.len()).filter(|groups| *groups < images.len())
    }
}
