//! What a rule has come to.

use super::{Finding, Rule};

/// What a rule has found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The rule.
    pub rule: Rule,
    /// What it has come to.
    pub checked: Checked,
}

/// Whether a rule could be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Checked {
    /// No.
    Not(Why),
    /// Yes, perhaps not everywhere.
    Yes {
        /// What was found, by target or user.
        findings: Vec<Finding>,
        /// The places of organizations and images that could not be checked.
        left_out: Vec<u32>,
        /// Whether that is all: nothing was left out, and everything is listed.
        is_whole: bool,
    },
}

/// Why a rule could not be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Nothing of what it is about was read.
    NothingRead,
    /// The account's user list was not read to its end.
    UsersNotRead,
    /// The account's user list does not fit the lists: it may be cut off.
    UsersDoNotFit {
        /// So many users on lists are not in it,
        strangers: u32,
        /// of so many.
        of: u32,
    },
    /// There is no older snapshot to compare with.
    NothingToCompare,
}

/// How many findings there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// The rule was not checked.
    NotChecked(Why),
    /// So many.
    Exactly(usize),
    /// So many in what could be checked.
    AtLeast(usize),
}

impl Report {
    /// The findings.
    pub fn findings(&self) -> &[Finding] {
        match &self.checked {
            Checked::Not(_) => &[],
            Checked::Yes { findings, .. } => findings,
        }
    }

    /// How many findings there are. What was not checked is no zero.
    pub const fn count(&self) -> Count {
        match &self.checked {
            Checked::Not(why) => Count::NotChecked(*why),
            Checked::Yes { findings, is_whole: true, .. } => Count::Exactly(findings.len()),
            Checked::Yes { findings, .. } => Count::AtLeast(findings.len()),
        }
    }
}
