//! What a plan has for one user on several targets, at a glance.

use crate::change::write::Desired;
use crate::model::names::{Target, UserId};

use super::staging::Plan;

/// What a plan does to one user on some targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StagedOn {
    /// Nothing.
    #[default]
    Nothing,
    /// The same on all of them.
    All(Desired),
    /// Something on so many of them, or not the same on all.
    Some(usize),
}

/// What a plan does to a user on some targets.
pub fn staged_on(plan: &Plan, targets: &[Target], user: &UserId) -> StagedOn {
    let mut staged = targets.iter().filter_map(|target| plan.get(target, user)).map(|one| one.edit.desired);
    let Some(first) = staged.next() else { return StagedOn::Nothing };
    let (count, is_same) = staged.fold((1, true), |(n, same), desired| (n + 1, same && desired == first));
    if is_same && count == targets.len() { StagedOn::All(first) } else { StagedOn::Some(count) }
}
