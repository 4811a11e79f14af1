//! What of a plan is grave: a person confirms it by typing how many such edits there are.

use std::collections::{HashMap, HashSet};

use crate::change::write::Edit;
use crate::model::level::{Level, Permission};
use crate::model::names::{Target, UserId};
use crate::review::snapshot::Snapshot;

use super::stages::Direction;
use super::staging::{Plan, Staged};

/// Why an edit is grave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grave {
    /// It takes Manage away, and after the plan nobody manages the target by a permission.
    LastManager,
    /// It takes something away from the user who runs the plan.
    OwnRights,
    /// It gives Manage.
    ManageGranted,
    /// What the user holds is not known by the snapshot: the list was not read, or may hide them.
    NotRead,
}

/// An edit that is grave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GraveEdit {
    /// On what.
    pub target: Target,
    /// Whose permission.
    pub user: UserId,
    /// Why, in the order of [`Grave`]; never nothing.
    pub kinds: Vec<Grave>,
}

/// The grave edits of a plan by what a snapshot says, by target and user. Their number is what a person types.
pub fn grave(plan: &Plan, snapshot: &Snapshot, caller: &UserId) -> Vec<GraveEdit> {
    let mut managed = Managed { plan, snapshot, known: HashMap::new() };
    let mut of = |staged: &Staged| {
        let kinds = kinds(staged, &mut managed, caller);
        let (target, user) = (staged.target.clone(), staged.edit.id.clone());
        (!kinds.is_empty()).then_some(GraveEdit { target, user, kinds })
    };
    plan.edits().filter_map(&mut of).collect()
}

fn kinds(staged: &Staged, managed: &mut Managed<'_>, caller: &UserId) -> Vec<Grave> {
    let edit = &staged.edit;
    let takes_away = Direction::of(edit).is_some_and(Direction::takes_away);
    let mut kinds = Vec::new();
    if takes_away && holds_manage(edit) && !managed.is_managed(&staged.target) {
        kinds.push(Grave::LastManager);
    }
    if takes_away && edit.id == *caller {
        kinds.push(Grave::OwnRights);
    }
    if edit.desired == Some(Level::Manage) {
        kinds.push(Grave::ManageGranted);
    }
    if !is_known(managed.snapshot, &staged.target, &edit.id) {
        kinds.push(Grave::NotRead);
    }
    kinds
}

fn holds_manage(edit: &Edit) -> bool {
    edit.expected.as_ref().and_then(Permission::level) == Some(Level::Manage)
}

/// Whether a snapshot says what a user holds on a target.
fn is_known(snapshot: &Snapshot, target: &Target, user: &UserId) -> bool {
    let Some(place) = snapshot.place(target) else { return false };
    let is_named = snapshot.people().find(user).is_some_and(|user| snapshot.held(place, user).is_some());
    is_named || snapshot.subject(place).is_some_and(|subject| subject.reading.is_whole())
}

/// Who manages what once a plan has run.
struct Managed<'a> {
    plan: &'a Plan,
    snapshot: &'a Snapshot,
    /// Whether somebody manages a target by its own list.
    known: HashMap<Target, bool>,
}

impl Managed<'_> {
    /// Whether somebody manages a target by its list, or an image by its organization's.
    fn is_managed(&mut self, target: &Target) -> bool {
        let organization = Target::Organization(target.organization().clone());
        self.by_its_list(target) || (target.image().is_some() && self.by_its_list(&organization))
    }

    fn by_its_list(&mut self, target: &Target) -> bool {
        if let Some(known) = self.known.get(target) {
            return *known;
        }
        let is_managed = self.has_manager(target);
        self.known.insert(target.clone(), is_managed);
        is_managed
    }

    fn has_manager(&self, target: &Target) -> bool {
        if self.plan.on(target).any(|staged| staged.edit.desired == Some(Level::Manage)) {
            return true;
        }
        let meant: HashSet<&UserId> = self.plan.on(target).map(|staged| &staged.edit.id).collect();
        let Some(place) = self.snapshot.place(target) else { return false };
        self.snapshot.list(place).any(|(user, permission)| {
            let id = self.snapshot.people().get(user).map(|user| &user.id);
            permission.level() == Some(Level::Manage) && id.is_some_and(|id| !meant.contains(id))
        })
    }
}

#[cfg(test)]
mod tests;
