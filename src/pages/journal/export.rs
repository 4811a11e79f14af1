//! The journal as a file: one row per person and write.

use std::sync::Arc;

use crate::api::export::table;
use crate::components::export_button::FileKind;
use crate::components::moment::exact;
use crate::domain::export::csv;
use crate::domain::outcome::Outcome;
use crate::domain::write::{Action, Held, Wanted};
use crate::state::journal::{Answer, Entry};

/// The columns as programs read them: the same in every language.
const COLUMNS: [&str; 11] = [
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
];

/// The text of a file, and how many rows it has.
pub(super) fn text(entries: &[Arc<Entry>], kind: FileKind) -> (String, usize) {
    let rows: Vec<Vec<String>> = entries.iter().flat_map(|entry| rows(entry)).collect();
    let text = match kind {
        FileKind::Csv => csv(&COLUMNS, &rows),
        FileKind::Json => table(&COLUMNS, &rows),
    };
    (text, rows.len())
}

fn rows(entry: &Entry) -> Vec<Vec<String>> {
    let action = match entry.write.action {
        Action::Grant => "grant",
        Action::Change => "change",
        Action::Revoke => "revoke",
    };
    let answer = match &entry.answer {
        Answer::Awaited => "awaited".to_owned(),
        Answer::Success => "success".to_owned(),
        Answer::Failure(error) => {
            error.status().map_or_else(|| "no answer".to_owned(), |status| status.to_string())
        }
    };
    let row = |(edit, outcome): (&crate::domain::write::Edit, &Outcome)| {
        let after = match edit.wanted {
            Wanted::Nothing => "",
            Wanted::Level(level) => level.key(),
        };
        vec![
            entry.number.to_string(),
            exact(entry.at),
            entry.by.to_string(),
            entry.write.target.to_string(),
            action.to_owned(),
            edit.id.to_string(),
            edit.name.to_string(),
            held(&edit.seen),
            after.to_owned(),
            answer.clone(),
            told(outcome),
        ]
    };
    entry.write.edits.iter().zip(&entry.outcomes).map(row).collect()
}

fn held(held: &Held) -> String {
    match held {
        Held::Nothing => String::new(),
        Held::Holds(permission) => permission.key().unwrap_or("missing").to_owned(),
    }
}

fn told(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Applied => "applied".to_owned(),
        Outcome::NotApplied => "not applied".to_owned(),
        Outcome::Otherwise(now) => format!("now {}", held(now)),
        Outcome::Unknown => "unknown".to_owned(),
    }
}
