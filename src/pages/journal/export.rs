//! The journal as a file: one row per person and write.

use std::sync::Arc;

use crate::components::moment::exact;
use crate::state::journal::{Answer, Entry};
use domain::change::outcome::Outcome;
use domain::change::write::{Action, Current};
use domain::text::export::{About, Cell, Table};

/// The columns as programs read them: the same in every language.
const COLUMNS: [&str; 13] = [
    "entry",
    "time",
    "by",
    "target",
    "action",
    "user_id",
    "user_name",
    "before",
    "after",
    "answer",
    "outcome",
    "request_id",
    "reason",
];

/// The journal as a table.
pub(super) fn table(entries: &[Arc<Entry>], about: About) -> Table {
    let rows = entries.iter().flat_map(|entry| rows(entry)).collect();
    Table { kind: "journal", columns: &COLUMNS, rows, about }
}

fn rows(entry: &Entry) -> Vec<Vec<Cell>> {
    let action = match entry.write.action {
        Action::Grant => "grant",
        Action::Change => "change",
        Action::Revoke => "revoke",
    };
    let answer = match &entry.answer {
        Answer::Awaited => "awaited".to_owned(),
        Answer::Success(_) => "success".to_owned(),
        Answer::Failure(error) => {
            error.status().map_or_else(|| "no answer".to_owned(), |status| status.to_string())
        }
    };
    let row = |(edit, outcome): (&domain::change::write::Edit, &Outcome)| {
        let after = match edit.desired {
            None => "",
            Some(level) => level.key(),
        };
        vec![
            entry.number.to_string().into(),
            Cell::Moment(exact(entry.at)),
            entry.by.to_string().into(),
            entry.write.target.to_string().into(),
            action.into(),
            edit.id.to_string().into(),
            edit.name.to_string().into(),
            held(&edit.expected).into(),
            after.into(),
            answer.clone().into(),
            outcome_name(outcome).into(),
            entry.answer.request_id().unwrap_or_default().to_owned().into(),
            entry.note.reason.as_ref().map(ToString::to_string).unwrap_or_default().into(),
        ]
    };
    entry.write.edits.iter().zip(&entry.outcomes).map(row).collect()
}

fn held(held: &Current) -> String {
    match held {
        None => String::new(),
        Some(permission) => permission.key().unwrap_or("missing").to_owned(),
    }
}

fn outcome_name(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Applied => "applied".to_owned(),
        Outcome::NotApplied => "not applied".to_owned(),
        Outcome::Otherwise(now) => format!("now {}", held(now)),
        Outcome::Unknown => "unknown".to_owned(),
    }
}
