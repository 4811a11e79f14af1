//! A plan as a file keeps it: who has made it where, by which snapshot, and its steps. Somebody else may open and run it.
//!
//! A file comes from anywhere. [`PlanRecord::checked`] takes the values as they were read and refuses what no plan can be.

mod check;
mod fault;

use crate::change::reason::Reason;
use crate::change::write::Edit;
use crate::model::names::{RegionId, UserId, UserName};
use crate::model::user::Person;
use crate::review::snapshot::Account;
use crate::text::time::UnixMillis;

use super::stages::{Step, steps};
use super::staging::{Plan, Staged};

pub use check::{RawEdit, RawPlan, RawStep};
pub use fault::{Fault, LONGEST_TEXT, MOST_EDITS, Refusal};

/// The version of the format. A file of a newer one is refused.
pub const VERSION: u64 = 1;

/// What a plan says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AboutPlan {
    /// The region.
    pub region: RegionId,
    /// The account.
    pub account: Account,
    /// Who has made it. Nothing proves that.
    pub made_by: Person,
    /// When.
    pub made_at: UnixMillis,
    /// The digest of the snapshot that it was made by, as its file shows it; `None` if that was never saved.
    pub snapshot: Option<String>,
}

/// See the module. Its steps are those of the user who has made it; who runs it has other rights of their own, so that a run
/// orders the edits anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRecord {
    about: AboutPlan,
    steps: Vec<Step>,
}

impl PlanRecord {
    /// The record of a plan.
    pub fn new(about: AboutPlan, plan: &Plan) -> Self {
        let steps = steps(plan, &about.made_by.id);
        Self { about, steps }
    }

    /// What it says about itself.
    pub const fn about(&self) -> &AboutPlan {
        &self.about
    }

    /// Its steps, in their order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Whether it is of this region and account.
    ///
    /// # Errors
    /// It is of another one, and must not be opened here.
    pub fn of(&self, region: &RegionId, account: &Account) -> Result<(), Foreign> {
        if self.about.region != *region {
            return Err(Foreign::Region(self.about.region.clone()));
        }
        if !self.about.account.is_same(account) {
            return Err(Foreign::Account(self.about.account.clone()));
        }
        Ok(())
    }

    /// The plan. Every edit expects what its maker saw, however long ago: a run looks first.
    pub fn plan(&self) -> Plan {
        self.steps.iter().flat_map(|step| &step.edits).cloned().collect()
    }
}

/// A plan of somewhere else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Foreign {
    /// It is of this region.
    Region(RegionId),
    /// It is of this account.
    Account(Account),
}

fn staged(step: &RawStep, raw: &RawEdit, target: crate::model::names::Target, edit: Edit) -> Staged {
    let reason = raw.reason.as_deref().and_then(Reason::new);
    Staged { target, number: step.number.clone(), edit, reason }
}

fn person(id: &str, name: &str) -> Person {
    Person { id: UserId::new(id), name: UserName::new(name) }
}

#[cfg(test)]
mod tests;
