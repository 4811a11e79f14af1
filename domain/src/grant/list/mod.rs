//! A list of users that someone pastes or opens: from a spreadsheet, another tool, or an export of this console.
//!
//! Reading never guesses. A cell that is not understood stays in the result with its line, a level that is not one of
//! the three is not chosen, and a text that is no list is not read at all. The steps, one module each: the separator of
//! the whole text (`separator`), its cells (`cells`), the meaning of each column (`columns`, with the words of `terms`),
//! and the users (`users`).

mod cells;
mod columns;
mod separator;
mod terms;
mod users;

#[cfg(test)]
mod cases;

use crate::model::level::Level;

pub use cells::Record;
pub use terms::{Column, column_word, id_of, level_word};

/// The lines of a list, before anything is made of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// The names of the columns, where they are certain, as the keys of JSON are. In a text they may be in a line.
    pub head: Option<Vec<String>>,
    /// The lines without the blank ones.
    pub records: Vec<Record>,
}

/// A list as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UserList {
    /// The users, in the order of the list.
    pub users: Vec<ListedUser>,
    /// Lines without a user.
    pub skipped: Vec<SkippedLine>,
    /// The headings of columns that mean nothing here.
    pub ignored_columns: Vec<String>,
}

/// One user of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListedUser {
    /// The line, counted from 1.
    pub line: usize,
    /// The name; empty where the list has none.
    pub name: String,
    /// The id as IAM writes ids; empty where the list has none.
    pub id: String,
    /// The level.
    pub level: ListedLevel,
    /// The id as the list writes it, where that is not how IAM writes ids.
    pub id_was: Option<String>,
    /// Cells that mean nothing.
    pub left_over: Vec<String>,
}

/// What a list says about someone's level.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ListedLevel {
    /// Nothing.
    #[default]
    NotGiven,
    /// A level.
    Level(Level),
    /// A text that is no level.
    NotUnderstood(String),
}

/// A line without a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkippedLine {
    /// The line, counted from 1.
    pub line: usize,
    /// What it says.
    pub text: String,
    /// Why it was skipped.
    pub why: WhySkipped,
}

/// Why a line was skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhySkipped {
    /// It names the columns.
    Heading,
    /// It names no user.
    NoUser,
}

/// The lines of a text, with the cells of each.
pub fn sheet(text: &str) -> Sheet {
    Sheet { head: None, records: records(text) }
}

fn records(text: &str) -> Vec<Record> {
    let text = text.trim_start_matches('\u{FEFF}');
    match separator::of(text) {
        Some(separator) => cells::records(text, separator),
        None => cells::lines(text),
    }
}

/// Reads a text; `None` where it is no list and should be taken as it is. `knows` says whether someone of the account
/// has a name: without ids, only that tells names from other words.
pub fn read(text: &str, knows: &dyn Fn(&str) -> bool) -> Option<UserList> {
    users::of(records(text).into_iter().map(parted).collect(), knows)
}

/// A line that the separator of the text leaves whole may have one of its own.
fn parted(record: Record) -> Record {
    let [only] = record.cells.as_slice() else { return record };
    let by_separator =
        || cells::records(only, separator::of(only)?).into_iter().next().map(|parted| parted.cells);
    let cells = by_separator().filter(|cells| columns::has_id(cells)).or_else(|| cells::around_id(only));
    Record { cells: cells.unwrap_or_else(|| record.cells.clone()), ..record }
}

/// Reads records below a head that is certain to be one, as the keys of JSON are; `None` where the head has neither names
/// nor ids, or nothing is below it.
pub fn read_table(head: &[String], records: Vec<Record>) -> Option<UserList> {
    let columns = columns::of_head(head);
    let list = users::below(&columns, head.len(), records);
    (columns.has_users() && !list.users.is_empty()).then_some(list)
}
