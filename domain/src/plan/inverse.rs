//! The way back from a run: a plan that leads from what it has done to what was there before.

use crate::change::reason::Reason;
use crate::change::undo::Cannot;
use crate::change::write::{Current, Desired, Edit};
use crate::model::level::Permission;
use crate::model::names::UserId;

use super::run::{Run, Word};
use super::staging::{Plan, Staged};

/// The way back. It is a plan like any other: it is shown first, and it looks before it writes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inverse {
    /// What leads back.
    pub plan: Plan,
    /// The edits that there is no way back for, and why.
    pub cannot: Vec<(Staged, Cannot)>,
}

/// The way back from a run, so far as it has come. Only what it has applied is undone: the rest it has not done, or nobody
/// knows.
pub fn inverse(run: &Run, caller: &UserId, reason: Option<&Reason>) -> Inverse {
    let (mut edits, mut cannot) = (Vec::new(), Vec::new());
    for item in run.items() {
        if !matches!(item.word, Some(Word::Applied(_))) {
            continue;
        }
        match back(&item.staged.edit, caller) {
            Ok(edit) => edits.push(Staged { edit, reason: reason.cloned(), ..item.staged.clone() }),
            Err(why) => cannot.push((item.staged.clone(), why)),
        }
    }
    Inverse { plan: edits.into_iter().collect(), cannot }
}

fn back(edit: &Edit, caller: &UserId) -> Result<Edit, Cannot> {
    let expected: Current = edit.desired.map(Permission::from);
    let desired: Desired = match &edit.expected {
        None => None,
        Some(permission) => Some(permission.level().ok_or(Cannot::NoLevel)?),
    };
    if expected.is_none() && edit.id == *caller {
        return Err(Cannot::Oneself);
    }
    Ok(Edit { expected, desired, ..edit.clone() })
}

#[cfg(test)]
mod tests;
