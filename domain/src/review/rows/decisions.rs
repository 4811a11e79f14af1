//! The rows of the tables in which a review is decided: what is decided one by one, and what together.

use std::sync::Arc;

use crate::model::level::Permission;
use crate::model::names::Target;
use crate::review::decisions::{Agenda, Together, Why};
use crate::review::snapshot::{KnownUser, Snapshot};
use crate::table::rows::TableRow;

/// Something that is decided by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SingleRow {
    /// Its number on the agenda.
    pub item: usize,
    /// Its place by risk, the riskiest first.
    pub risk: usize,
    /// The organization or images; never none.
    pub targets: Vec<Target>,
    label: String,
    /// Whose permission; `None` if it is about the image itself.
    pub user: Option<KnownUser>,
    /// What they hold.
    pub held: Option<Permission>,
    /// Why it is decided by itself.
    pub why: Vec<Why>,
}

impl TableRow for SingleRow {
    fn name(&self) -> &str {
        &self.label
    }

    fn search_text(&self) -> String {
        let names = self.user.iter().flat_map(|user| user.names.iter().map(ToString::to_string));
        let id = self.user.iter().map(|user| user.id.to_string());
        self.targets.iter().map(ToString::to_string).chain(names).chain(id).collect::<Vec<_>>().join("\n")
    }
}

/// What is decided by itself, by risk.
pub fn singles(snapshot: &Snapshot, agenda: &Agenda) -> Arc<[SingleRow]> {
    let row = |(risk, item): (usize, usize)| {
        let single = agenda.singles.get(item)?;
        let targets = targets(snapshot, &single.places);
        let place = *single.places.first()?;
        Some(SingleRow {
            item,
            risk,
            label: targets.first()?.to_string(),
            targets,
            user: single.user.and_then(|user| snapshot.people().get(user)).cloned(),
            held: single.user.and_then(|user| snapshot.held(place, user)).cloned(),
            why: single.why.clone(),
        })
    };
    agenda.by_risk().into_iter().enumerate().filter_map(row).collect()
}

/// An organization, or images with the same list, of which the rest is decided together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRow {
    /// Its number on the agenda.
    pub group: usize,
    /// The organization or images; never none.
    pub targets: Vec<Target>,
    label: String,
    /// How many permissions are decided together.
    pub grants: usize,
}

impl TableRow for GroupRow {
    fn name(&self) -> &str {
        &self.label
    }

    fn search_text(&self) -> String {
        self.targets.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    }
}

/// What is decided together.
pub fn together(snapshot: &Snapshot, agenda: &Agenda) -> Arc<[GroupRow]> {
    let row = |(group, together): (usize, &Together)| {
        let targets = targets(snapshot, &together.places);
        let label = targets.first()?.to_string();
        Some(GroupRow { group, targets, label, grants: together.grants })
    };
    agenda.groups.iter().enumerate().filter_map(row).collect()
}

fn targets(snapshot: &Snapshot, places: &[usize]) -> Vec<Target> {
    places.iter().filter_map(|place| Some(snapshot.subject(*place)?.target.clone())).collect()
}
