//! The journal as a file: one row for each user, image or account of each write.

use std::sync::Arc;

use crate::components::moment::exact;
use crate::state::journal::{Answer, Entry};
use domain::change::outcome::Outcome;
use domain::change::recorded::Recorded;
use domain::change::write::{Action, Current, Edit};
use domain::model::catalog::Visibility;
use domain::model::level::Level;
use domain::outside::write::{OutsideAction, OutsideEdit, OutsideState};
use domain::text::export::{About, Cell, Table};

/// The columns as programs read them: the same in every language.
const COLUMNS: [&str; 15] = [
    "entry",
    "time",
    "by",
    "target",
    "action",
    "user_id",
    "user_name",
    "account",
    "before",
    "after",
    "answer",
    "outcome",
    "request_id",
    "reason",
    "planned_by",
];

/// The journal as a table.
pub(super) fn table(entries: &[Arc<Entry>], about: About) -> Table {
    let rows = entries.iter().flat_map(|entry| rows(entry)).collect();
    Table { kind: "journal", columns: &COLUMNS, rows, about }
}

fn rows(entry: &Entry) -> Vec<Vec<Cell>> {
    match &entry.recorded {
        Recorded::Permissions { write, outcomes } => {
            let row = |(edit, outcome): (&Edit, &Outcome)| of_user(entry, write.action, edit, outcome);
            write.edits.iter().zip(outcomes).map(row).collect()
        }
        Recorded::Outside { write, outcome } => vec![of_outside(entry, &write.edit, outcome)],
    }
}

/// One user's permission.
fn of_user(entry: &Entry, action: Action, edit: &Edit, outcome: &Outcome) -> Vec<Cell> {
    let action = match action {
        Action::Grant => "grant",
        Action::Change => "change",
        Action::Revoke => "revoke",
    };
    let about = [edit.id.to_string(), edit.name.to_string(), String::new()];
    let after = edit.desired.map_or("", Level::key).to_owned();
    row(entry, action, about, [held(&edit.expected), after], outcome_name(outcome, held))
}

/// The visibility of an image, or one account that it is shared with.
fn of_outside(entry: &Entry, edit: &OutsideEdit, outcome: &Outcome<OutsideState>) -> Vec<Cell> {
    let action = match edit.action() {
        Some(OutsideAction::MakePublic) => "make_public",
        Some(OutsideAction::MakePrivate) => "make_private",
        Some(OutsideAction::Share) => "share",
        Some(OutsideAction::ChangeShare) => "change_share",
        Some(OutsideAction::StopSharing) => "stop_sharing",
        None => "",
    };
    let account = match edit {
        OutsideEdit::Share { account, .. } => account.to_string(),
        OutsideEdit::Visibility { .. } => String::new(),
    };
    let about = [String::new(), String::new(), account];
    row(entry, action, about, [state(&edit.expected()), state(&edit.desired())], outcome_name(outcome, state))
}

/// A row: who or what it is about as id, name and account; before and after; the outcome.
fn row(entry: &Entry, action: &str, about: [String; 3], states: [String; 2], outcome: String) -> Vec<Cell> {
    let answer = match &entry.answer {
        Answer::Awaited => "awaited".to_owned(),
        Answer::Success(_) => "success".to_owned(),
        Answer::Failure(error) => {
            error.status().map_or_else(|| "no answer".to_owned(), |status| status.to_string())
        }
    };
    let mut cells: Vec<Cell> = vec![
        entry.number.to_string().into(),
        Cell::Moment(exact(entry.at)),
        entry.by.to_string().into(),
        entry.recorded.target().to_string().into(),
        action.into(),
    ];
    cells.extend(about.into_iter().chain(states).map(Cell::from));
    cells.extend([
        answer.into(),
        outcome.into(),
        entry.answer.request_id().unwrap_or_default().to_owned().into(),
        entry.note.reason.as_ref().map(ToString::to_string).unwrap_or_default().into(),
        entry.note.planned_by.as_ref().map(ToString::to_string).unwrap_or_default().into(),
    ]);
    cells
}

/// What can be there: `public`, `private`, nothing for not shared, or until when it is shared.
fn state(state: &OutsideState) -> String {
    match state {
        OutsideState::Attributes(attributes) => match attributes.visibility {
            Visibility::Public => "public".to_owned(),
            Visibility::Private => "private".to_owned(),
            Visibility::Unknown => "unknown".to_owned(),
        },
        OutsideState::Share(terms) => terms.as_ref().map(|terms| terms.until.to_wire()).unwrap_or_default(),
    }
}

fn held(held: &Current) -> String {
    match held {
        None => String::new(),
        Some(permission) => permission.word().to_owned(),
    }
}

fn outcome_name<T>(outcome: &Outcome<T>, name: fn(&T) -> String) -> String {
    match outcome {
        Outcome::Applied => "applied".to_owned(),
        Outcome::NotApplied => "not applied".to_owned(),
        Outcome::Otherwise(now) => format!("now {}", name(now)),
        Outcome::Unknown => "unknown".to_owned(),
    }
}
