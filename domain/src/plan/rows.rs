//! A plan as a person reads it: row by row, by user, by target, and in totals: "user01 loses Write on 37 images (5 groups)".

mod grouped;

use std::collections::BTreeMap;

use crate::change::reason::Reason;
use crate::change::write::{Current, Desired, Edit};
use crate::model::level::{Level, Permission};
use crate::model::names::{Target, UserId, UserName};

use super::grave::{Grave, GraveEdit};
use super::staging::{Plan, Staged};

pub use grouped::Grouped;

/// A row of the table of planned changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// On what.
    pub target: Target,
    /// Whose permission.
    pub user: UserId,
    /// Their name.
    pub name: UserName,
    /// What they held when the edit was staged.
    pub now: Current,
    /// What they should hold.
    pub after: Desired,
    /// Why.
    pub reason: Option<Reason>,
    /// Why it is grave; nothing for an ordinary edit.
    pub grave: Vec<Grave>,
}

/// The rows of a plan: grave edits first, then by target and user.
pub fn rows(plan: &Plan, grave: &[GraveEdit]) -> Vec<Row> {
    let kinds: BTreeMap<(&Target, &UserId), &Vec<Grave>> =
        grave.iter().map(|one| ((&one.target, &one.user), &one.kinds)).collect();
    let row = |staged: &Staged| Row {
        target: staged.target.clone(),
        user: staged.edit.id.clone(),
        name: staged.edit.name.clone(),
        now: staged.edit.expected.clone(),
        after: staged.edit.desired,
        reason: staged.reason.clone(),
        grave: kinds
            .get(&(&staged.target, &staged.edit.id))
            .map(|kinds| (*kinds).clone())
            .unwrap_or_default(),
    };
    let mut rows: Vec<Row> = plan.edits().map(row).collect();
    rows.sort_by_key(|row| row.grave.is_empty());
    rows
}

/// What an edit means for its user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// They lose this level.
    Loses(Level),
    /// They lose a permission that is no level.
    LosesOdd,
    /// They go from the first level to the lower second one.
    Lowered(Level, Level),
    /// They go from a value that is no level to this one.
    Set(Level),
    /// They go from the first level to the higher second one.
    Raised(Level, Level),
    /// They get this level, and hold nothing before.
    Gains(Level),
}

impl Change {
    /// What an edit means; `None` if it changes nothing.
    pub fn of(edit: &Edit) -> Option<Self> {
        edit.action()?;
        let held = edit.expected.as_ref().map(Permission::level);
        Some(match (held, edit.desired) {
            (None, None) => return None,
            (None, Some(level)) => Change::Gains(level),
            (Some(None), Some(level)) => Change::Set(level),
            (Some(None), None) => Change::LosesOdd,
            (Some(Some(held)), None) => Change::Loses(held),
            (Some(Some(held)), Some(level)) if level < held => Change::Lowered(held, level),
            (Some(Some(held)), Some(level)) => Change::Raised(held, level),
        })
    }
}

/// On how many targets a user has the same change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Total {
    /// The change.
    pub change: Change,
    /// On so many organizations.
    pub organizations: usize,
    /// On so many images.
    pub images: usize,
    /// Which are of so many groups with the same list; `None` where that is not known, or no two have the same.
    pub groups: Option<usize>,
}

/// All edits of one user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfUser<'a> {
    /// Who.
    pub user: &'a UserId,
    /// Their name, as the first of the edits has it.
    pub name: &'a UserName,
    /// The edits, by target.
    pub edits: Vec<&'a Staged>,
    /// What they come to: losses first.
    pub totals: Vec<Total>,
}

/// A plan by user, in the order of their ids.
pub fn by_user<'a>(plan: &'a Plan, grouped: &Grouped) -> Vec<OfUser<'a>> {
    let mut users: BTreeMap<&UserId, Vec<&Staged>> = BTreeMap::new();
    for staged in plan.edits() {
        users.entry(&staged.edit.id).or_default().push(staged);
    }
    users.into_iter().filter_map(|(user, edits)| of_user(user, edits, grouped)).collect()
}

fn of_user<'a>(user: &'a UserId, edits: Vec<&'a Staged>, grouped: &Grouped) -> Option<OfUser<'a>> {
    let name = &edits.first()?.edit.name;
    let totals = totals(&edits, grouped);
    Some(OfUser { user, name, edits, totals })
}

/// All edits on one target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnTarget<'a> {
    /// Which.
    pub target: &'a Target,
    /// The edits, by user.
    pub edits: Vec<&'a Staged>,
}

/// A plan by target, in their order.
pub fn by_target(plan: &Plan) -> Vec<OnTarget<'_>> {
    plan.targets().map(|(target, edits)| OnTarget { target, edits: edits.collect() }).collect()
}

fn totals(edits: &[&Staged], grouped: &Grouped) -> Vec<Total> {
    let mut targets: BTreeMap<Change, Vec<&Target>> = BTreeMap::new();
    for staged in edits {
        let Some(change) = Change::of(&staged.edit) else { continue };
        targets.entry(change).or_default().push(&staged.target);
    }
    let total = |(change, targets): (Change, Vec<&Target>)| {
        let (images, organizations): (Vec<&Target>, Vec<&Target>) =
            targets.into_iter().partition(|target| matches!(target, Target::Image(..)));
        let groups = grouped.count(&images);
        Total { change, organizations: organizations.len(), images: images.len(), groups }
    };
    targets.into_iter().map(total).collect()
}

#[cfg(test)]
mod tests;
