//! The order in which a plan runs: in four stages, so that a run that stops leaves nobody with less than planned.
//!
//! A stage begins only after all steps of the one before have ended. Grants and raises come first, so that a permission that
//! replaces another one is there before the other one goes. What the caller loses comes last: after that they may be unable to
//! do the rest. What the caller gains is a raise like any other: somebody else's loss may rest on it.

use std::collections::BTreeMap;

use crate::change::write::{Edit, Write};
use crate::model::level::{Level, Permission};
use crate::model::names::{Target, UserId};

use super::staging::{Plan, Staged};

/// Which way an edit goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// A grant, or a higher level.
    Raise,
    /// A level for a value that is none. What that allowed is anyone's guess.
    Set,
    /// A lower level.
    Lower,
    /// A revocation.
    Revoke,
}

impl Direction {
    /// The direction of an edit; `None` if it changes nothing.
    pub fn of(edit: &Edit) -> Option<Self> {
        edit.action()?;
        let held = edit.expected.as_ref().map(Permission::level);
        Some(match (held, edit.desired) {
            (_, None) => Direction::Revoke,
            (None, Some(_)) => Direction::Raise,
            (Some(None), Some(_)) => Direction::Set,
            (Some(Some(held)), Some(level)) if held < level => Direction::Raise,
            (Some(Some(_)), Some(_)) => Direction::Lower,
        })
    }

    /// Whether it takes something away, or may.
    pub const fn takes_away(self) -> bool {
        !matches!(self, Direction::Raise)
    }
}

/// A stage. See the module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Grants and higher levels, and levels for values that are none: afterwards the user has what the plan says.
    Raise,
    /// Lower levels.
    Lower,
    /// Revocations.
    Revoke,
    /// Lower levels and revocations of the caller's own.
    Own,
}

impl Stage {
    /// All stages, in their order.
    pub const ALL: [Stage; 4] = [Stage::Raise, Stage::Lower, Stage::Revoke, Stage::Own];

    /// The stage of an edit; `None` if it changes nothing.
    pub fn of(edit: &Edit, caller: &UserId) -> Option<Self> {
        // Nothing allows more than Manage, whatever the value before has meant.
        let may_lose = edit.id == *caller && edit.desired != Some(Level::Manage);
        Some(match Direction::of(edit)? {
            Direction::Set | Direction::Lower | Direction::Revoke if may_lose => Stage::Own,
            Direction::Raise | Direction::Set => Stage::Raise,
            Direction::Lower => Stage::Lower,
            Direction::Revoke => Stage::Revoke,
        })
    }

    /// Its number in files and on the screen, from 1.
    pub const fn number(self) -> u8 {
        match self {
            Stage::Raise => 1,
            Stage::Lower => 2,
            Stage::Revoke => 3,
            Stage::Own => 4,
        }
    }

    /// The stage of a number.
    pub fn from_number(number: u64) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| u64::from(stage.number()) == number)
    }
}

/// A step: what is done on one target in one stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// When.
    pub stage: Stage,
    /// On what.
    pub target: Target,
    /// The service's number of the target when the plan was made.
    pub number: Option<String>,
    /// What, by user; never nothing.
    pub edits: Vec<Staged>,
}

impl Step {
    /// The requests that it takes if nobody has changed anything: at most one for each action.
    pub fn writes(&self) -> Vec<Write> {
        let edits: Vec<Edit> = self.edits.iter().map(|staged| staged.edit.clone()).collect();
        Write::all(&self.target, &edits)
    }
}

/// The place of a step among the others. Of one's own rights that on an organization goes last: it gives access to the
/// images.
type Place<'a> = (Stage, Own, &'a Target);

/// The order within the last stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Own {
    Set,
    OnImage,
    OnOrganization,
}

fn place<'a>(staged: &'a Staged, caller: &UserId) -> Option<Place<'a>> {
    let own = match (Direction::of(&staged.edit)?, &staged.target) {
        (Direction::Set, _) => Own::Set,
        (_, Target::Image(..)) => Own::OnImage,
        (_, Target::Organization(_)) => Own::OnOrganization,
    };
    let stage = Stage::of(&staged.edit, caller)?;
    Some((stage, if stage == Stage::Own { own } else { Own::Set }, &staged.target))
}

/// The steps of a plan for the user who runs it, in their order.
pub fn steps(plan: &Plan, caller: &UserId) -> Vec<Step> {
    let mut steps: BTreeMap<Place<'_>, Step> = BTreeMap::new();
    for staged in plan.edits() {
        let Some(place) = place(staged, caller) else { continue };
        let step = steps.entry(place).or_insert_with(|| Step {
            stage: place.0,
            target: staged.target.clone(),
            number: None,
            edits: Vec::new(),
        });
        step.number = step.number.take().or_else(|| staged.number.clone());
        step.edits.push(staged.clone());
    }
    steps.into_values().collect()
}

#[cfg(test)]
mod tests;
