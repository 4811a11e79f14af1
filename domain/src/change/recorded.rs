//! What the journal keeps of a request: what was sent, with the state before, and what was made of it.

use crate::change::outcome::Outcome;
use crate::change::write::Write;
use crate::model::names::Target;
use crate::model::operation::Operation;
use crate::outside::write::{OutsideState, OutsideWrite};

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recorded {
    /// Permissions of users.
    Permissions {
        /// What was sent.
        write: Write,
        /// The outcomes, in the order of the write's edits.
        outcomes: Vec<Outcome>,
    },
    /// Who reaches an image from outside.
    Outside {
        /// What was sent.
        write: OutsideWrite,
        /// What was made of it.
        outcome: Outcome<OutsideState>,
    },
}

impl Recorded {
    /// A write of which nothing is known yet.
    pub fn permissions(write: Write) -> Self {
        let outcomes = write.edits.iter().map(|_| Outcome::Unknown).collect();
        Recorded::Permissions { write, outcomes }
    }

    /// The same for a write that is not about users.
    pub const fn outside(write: OutsideWrite) -> Self {
        Recorded::Outside { write, outcome: Outcome::Unknown }
    }

    /// What was written to.
    pub fn target(&self) -> Target {
        match self {
            Recorded::Permissions { write, .. } => write.target.clone(),
            Recorded::Outside { write, .. } => write.target(),
        }
    }

    /// What the request was for.
    pub fn operation(&self) -> Operation {
        match self {
            Recorded::Permissions { write, .. } => Operation::of(write),
            Recorded::Outside { write, .. } => {
                write.edit.action().map_or(Operation::QueryImage, Operation::of_outside)
            }
        }
    }

    /// How many users or accounts it was about.
    pub fn count(&self) -> usize {
        match self {
            Recorded::Permissions { write, .. } => write.edits.len(),
            Recorded::Outside { .. } => 1,
        }
    }

    /// For how many of them it was applied.
    pub fn applied(&self) -> usize {
        match self {
            Recorded::Permissions { outcomes, .. } => {
                outcomes.iter().filter(|outcome| **outcome == Outcome::Applied).count()
            }
            Recorded::Outside { outcome, .. } => usize::from(*outcome == Outcome::Applied),
        }
    }

    /// Whether some of it is there, or may be.
    pub fn may_be_there(&self) -> bool {
        match self {
            Recorded::Permissions { outcomes, .. } => {
                outcomes.iter().any(|outcome| matches!(outcome, Outcome::Applied | Outcome::Unknown))
            }
            Recorded::Outside { outcome, .. } => matches!(outcome, Outcome::Applied | Outcome::Unknown),
        }
    }
}
