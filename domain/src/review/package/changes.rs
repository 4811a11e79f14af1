//! `changes.csv`: what the runs of the session have done, edit by edit.

use crate::model::level::Permission;
use crate::model::names::ImageName;
use crate::plan::run::Word;
use crate::text::export::{Cell, plain_csv};

use super::decisions::held;
use super::{Change, Package};

/// The columns. `found` is what the list showed when the outcome was known; `outcome` is the word of
/// [`Kind::key`](crate::plan::run::Kind::key), or `open`.
pub const CHANGE_COLUMNS: [&str; 13] = [
    "run",
    "organization",
    "image",
    "user_id",
    "user_name",
    "before",
    "after",
    "reason",
    "planned_by",
    "run_by",
    "outcome",
    "found",
    "witnessed_at",
];

impl Package<'_> {
    /// `changes.csv`.
    pub fn changes_csv(&self) -> String {
        plain_csv(&CHANGE_COLUMNS, &self.change_rows())
    }

    /// The rows, run by run.
    pub fn change_rows(&self) -> Vec<Vec<Cell>> {
        self.changes.iter().map(row).collect()
    }
}

fn row(change: &Change) -> Vec<Cell> {
    let (staged, edit) = (&change.staged, &change.staged.edit);
    vec![
        change.run.to_string().into(),
        staged.target.organization().as_str().into(),
        staged.target.image().map(ImageName::as_str).into(),
        edit.id.as_str().into(),
        edit.name.as_str().into(),
        held(edit.expected.as_ref()),
        held(edit.desired.map(Permission::from).as_ref()),
        staged.reason.as_ref().map(ToString::to_string).into(),
        change.planned_by.name.as_str().into(),
        change.run_by.name.as_str().into(),
        change.outcome().into(),
        found(change),
        change.witnessed_at().map_or(Cell::Nothing, |at| Cell::Moment(at.to_rfc3339())),
    ]
}

/// What the list showed; nothing where it was not read.
fn found(change: &Change) -> Cell {
    let edit = &change.staged.edit;
    match &change.word {
        Some(Word::Applied(_) | Word::AlreadySo(_)) => held(edit.desired.map(Permission::from).as_ref()),
        Some(Word::ChangedMeanwhile { now, .. }) => held(now.as_ref()),
        Some(Word::NotApplied(_)) => held(edit.expected.as_ref()),
        Some(Word::NotSent(_) | Word::Unknown { .. }) | None => Cell::Nothing,
    }
}
