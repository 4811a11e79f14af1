//! A batch: the writes that one click sends, all on one target.

use crate::change::write::{Edit, Write};
use crate::model::names::Target;

/// Whether the list is read before writing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precaution {
    /// Yes; if a user no longer has what was expected, nothing is sent.
    CompareFirst,
    /// No: nothing can be overwritten, as when granting.
    None,
}

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// What the permissions are on.
    pub target: Target,
    /// What is sent, in this order; after a failure the rest is not sent.
    pub writes: Vec<Write>,
    /// See [`Precaution`].
    pub precaution: Precaution,
}

impl Batch {
    /// The changes of all writes.
    pub fn edits(&self) -> impl Iterator<Item = &Edit> {
        self.writes.iter().flat_map(|write| &write.edits)
    }
}
