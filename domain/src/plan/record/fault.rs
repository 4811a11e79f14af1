//! What is wrong with the values of a file.

use crate::model::names::NameFault;

/// A plan has at most so many edits.
pub const MOST_EDITS: usize = 200_000;

/// No text of a plan has more characters than this.
pub const LONGEST_TEXT: usize = 1_000;

/// Why values are no plan, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    /// The place of the step; `None` if it is about the whole file.
    pub step: Option<usize>,
    /// The place of the edit in the step, if it is about one.
    pub edit: Option<usize>,
    /// What is wrong.
    pub fault: Fault,
}

/// What can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The version is one that this console does not know.
    Version(u64),
    /// There are more edits than [`MOST_EDITS`].
    TooMany,
    /// A text has more characters than [`LONGEST_TEXT`].
    TooLong,
    /// The name of an organization or image can't be one.
    Name(NameFault),
    /// An id, a name, the region or the account is empty.
    Empty,
    /// The stage is no number from 1 to 4.
    UnknownStage(u64),
    /// The level that should be is none.
    UnknownLevel(i64),
    /// A value that is a level is written as one that is none.
    DisguisedLevel,
    /// A step has no edits.
    NoEdits,
    /// An edit changes nothing.
    NoChange,
    /// An edit is in a stage that it does not belong to.
    WrongStage,
    /// A user comes twice on a target.
    Twice,
    /// The steps, or the edits of a step, are not in their order.
    Unsorted,
    /// The steps of a target have different numbers of it.
    Numbers,
}
