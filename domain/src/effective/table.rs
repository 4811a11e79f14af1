//! Effective access as a table for a file.

use crate::model::level::Permission;
use crate::model::names::{Target, UserId};
use crate::text::export::{Cell, auth};

use super::{Effective, EffectiveRow, ListEntry, Mark, Source};

/// The columns. `organization` and `image` are what is held on each of the two.
pub const EFFECTIVE_COLUMNS: [&str; 10] = [
    "target",
    "user_id",
    "user_name",
    "organization",
    "image",
    "effective_auth",
    "effective",
    "certainty",
    "source",
    "marks",
];

/// The row of one person, with where the level comes from and how certain it is.
pub fn effective_row(target: &Target, row: &EffectiveRow) -> Vec<Cell> {
    let level = row.effective.level();
    let names = row.names.first().map(crate::model::names::UserName::as_str);
    vec![
        target.to_string().into(),
        row.id.as_ref().map(UserId::as_str).into(),
        names.into(),
        listed(&row.organization),
        listed(&row.image),
        level.map_or(Cell::Nothing, |level| auth(&Permission::Known(level))),
        level.map(crate::model::level::Level::key).into(),
        certainty(row).into(),
        row.effective.source().map(Source::key).into(),
        row.marks.iter().map(|mark| mark_key(*mark)).collect::<Vec<_>>().join(" ").into(),
    ]
}

/// What is held on one of the two: nothing there is a word of its own, and what is not known is an empty cell.
fn listed(entry: &ListEntry) -> Cell {
    match entry {
        ListEntry::Unknown => Cell::Nothing,
        ListEntry::Absent => "none".into(),
        ListEntry::Present(permission) => permission.word().into(),
    }
}

fn certainty(row: &EffectiveRow) -> &'static str {
    match row.effective {
        Effective::Level(..) if row.is_inferred() => "inferred",
        Effective::Level(..) => "certain",
        Effective::AtLeast(_) => "at_least",
        Effective::Unknown => "unknown",
    }
}

fn mark_key(mark: Mark) -> &'static str {
    match mark {
        Mark::Redundant => "redundant",
        Mark::OnlyManager => "only_manager",
        Mark::NameDrift => "two_names",
    }
}
