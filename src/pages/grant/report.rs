//! What was read of a list, in a line, with every line of the list that was not read as it is.

use crate::view::prelude::*;

use crate::words::use_locale;
use domain::grant::list::{SkippedLine, UserList};

/// More lines than these are a number.
const SHOWN: usize = 50;

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Report {
    users: usize,
    /// How many of them need attention.
    pub(super) attention: usize,
    notes: Vec<Note>,
    skipped: usize,
    /// Why nothing was read.
    failure: Option<String>,
}

/// Something that was not read as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Note {
    Encoding(&'static str),
    Column(String),
    Skipped(SkippedLine),
    /// The line, the id as written, the id as read.
    Mended(usize, String, String),
    LeftOver(usize, Vec<String>),
}

impl Report {
    pub(super) fn of(list: &UserList, other_encoding: Option<&'static str>) -> Self {
        let mut notes: Vec<Note> = other_encoding.into_iter().map(Note::Encoding).collect();
        notes.extend(list.ignored_columns.iter().cloned().map(Note::Column));
        notes.extend(list.skipped.iter().cloned().map(Note::Skipped));
        for user in &list.users {
            if let Some(was) = user.id_was.clone() {
                notes.push(Note::Mended(user.line, was, user.id.clone()));
            }
            if !user.left_over.is_empty() {
                notes.push(Note::LeftOver(user.line, user.left_over.clone()));
            }
        }
        Self { users: list.users.len(), skipped: list.skipped.len(), notes, ..Self::default() }
    }

    pub(super) fn failure(text: String) -> Self {
        Self { failure: Some(text), ..Self::default() }
    }
}

#[component]
pub(super) fn ReportView(report: RwSignal<Option<Report>>) -> impl IntoView {
    let t = use_locale();
    let line = move |note: &Note| {
        let words = t.words().grant();
        match note {
            Note::Encoding(name) => (words.other_encoding)(name),
            Note::Column(name) => (words.ignored_column)(name),
            Note::Skipped(line) => (words.skipped)(line),
            Note::Mended(line, was, id) => (words.mended)(*line, was, id),
            Note::LeftOver(line, cells) => (words.left_over)(*line, cells),
        }
    };
    dynamic(move || {
        let report = report.get()?;
        if let Some(failure) = report.failure {
            return Some(view! { <p class="advice advice--warning">{failure}</p> }.into_any());
        }
        let words = t.words().grant();
        let summary = (words.read)(report.users, report.attention, report.skipped) + t.full_stop();
        if report.notes.is_empty() {
            return Some(view! { <p class="advice">{summary}</p> }.into_any());
        }
        let rest = report.notes.len().saturating_sub(SHOWN);
        let lines =
            report.notes.iter().take(SHOWN).map(|note| view! { <li>{line(note)}</li> }).collect_view();
        Some(
            view! {
                <details class="details">
                    <summary>{summary}</summary>
                    <ul class="differences">
                        {lines}
                        {(rest > 0).then(|| view! { <li>{(words.and_more)(rest)}</li> })}
                    </ul>
                </details>
            }
            .into_any(),
        )
    })
}
