//! The users of a list: one for each line that names one.

use super::cells::Record;
use super::columns::{self, Columns, Head, by_content, has_id};
use super::terms::{id_of, is_row_buttons, level_word};
use super::{ListedLevel, ListedUser, SkippedLine, UserList, WhySkipped};
use crate::model::names::{UserId, UserName};
use crate::text::export::uncoded;

/// The users of some records; `None` where they are no list.
pub(super) fn of(records: Vec<Record>, knows: &dyn Fn(&str) -> bool) -> Option<UserList> {
    let records = joined(records);
    if let Some(head) = columns::head(&records, knows) {
        return Some(below_head(&records, &head));
    }
    if records.iter().any(|record| has_id(&record.cells) || has_spoiled(record)) {
        return Some(by_ids(&records, knows));
    }
    without_ids(&records, knows)
}

/// A row of the console's own table that was copied by a browser is two lines: the level and the buttons come second.
fn joined(records: Vec<Record>) -> Vec<Record> {
    let mut joined: Vec<Record> = Vec::with_capacity(records.len());
    for record in records {
        let mut filled = record.cells.iter().filter(|cell| !is_row_buttons(cell));
        let level = filled.next().filter(|cell| level_word(cell).is_some() && filled.next().is_none());
        match (level, joined.last_mut()) {
            (Some(level), Some(earlier)) if has_id(&earlier.cells) && !has_level(earlier) => {
                while earlier.cells.last().is_some_and(String::is_empty) {
                    earlier.cells.pop();
                }
                earlier.cells.push(level.clone());
            }
            _ => joined.push(record),
        }
    }
    joined
}

fn has_level(record: &Record) -> bool {
    // The first cell is a name, whatever it says.
    record.cells.iter().skip(1).any(|cell| level_word(cell).is_some())
}

fn has_spoiled(record: &Record) -> bool {
    record.cells.iter().any(|cell| UserId::new(cell.as_str()).looks_spoiled())
}

fn below_head(records: &[Record], head: &Head) -> UserList {
    let (above, below_head) = records.split_at(head.records.min(records.len()));
    let (heading, titles) =
        above.split_last().map_or((&[][..], above), |(heading, titles)| (&heading.cells[..], titles));
    let mut list = UserList { ignored_columns: head.ignored.clone(), ..UserList::default() };
    for record in titles {
        list.skip(record, WhySkipped::NoUser);
    }
    if let Some(record) = above.last() {
        list.skip(record, WhySkipped::Heading);
    }
    for record in below_head {
        // Files that were put together have their head more than once.
        if record.cells == heading {
            list.skip(record, WhySkipped::Heading);
        } else if head.is_own {
            list.add_below(&head.columns, heading.len(), &uncoded_record(record));
        } else {
            list.add_below(&head.columns, heading.len(), record);
        }
    }
    list
}

/// A line of the console's own CSV, in which what can't be seen has codes.
fn uncoded_record(record: &Record) -> Record {
    Record { line: record.line, cells: record.cells.iter().map(|cell| uncoded(cell)).collect() }
}

/// The users of records whose columns are known. `width` is how many columns there are.
pub(super) fn below(columns: &Columns, width: usize, records: Vec<Record>) -> UserList {
    let mut list = UserList::default();
    for record in records {
        list.add_below(columns, width, &record);
    }
    list
}

/// A list in which the ids show where everything is.
fn by_ids(records: &[Record], knows: &dyn Fn(&str) -> bool) -> UserList {
    let mut list = UserList::default();
    let mut records = records;
    let mut columns = by_content(records, knows);
    while let Some((first, rest)) = records.split_first()
        && !rest.is_empty()
        && columns::is_foreign_head(first, &columns, knows)
    {
        list.skip(first, WhySkipped::Heading);
        records = rest;
        columns = by_content(records, knows);
    }
    for record in records {
        // A line that is ordered otherwise than the rest is read by itself.
        let is_in_place = columns.id.is_some_and(|id| {
            !has_id(&record.cells)
                || !id_of(record.cell(id)).as_str().is_empty() && id_of(record.cell(id)).looks_usual()
        });
        if is_in_place {
            list.add(record, user_of(record, &columns));
        } else {
            list.add(record, user_of(record, &by_content(std::slice::from_ref(record), knows)));
        }
    }
    list
}

/// A user by the columns' content. Where no column holds levels, the cells that are left may be meant as one, so no
/// level is chosen.
fn user_of(record: &Record, columns: &Columns) -> ListedUser {
    let cells = columns.others.iter().map(|column| record.cell(*column));
    let others: Vec<String> = cells.filter(|cell| !is_row_buttons(cell)).map(str::to_owned).collect();
    if columns.level.is_some() || others.is_empty() {
        return user(record, columns, others);
    }
    ListedUser { level: ListedLevel::NotUnderstood(others.join(", ")), ..user(record, columns, Vec::new()) }
}

fn user(record: &Record, columns: &Columns, left_over: Vec<String>) -> ListedUser {
    let cell = |column: Option<usize>| column.map(|column| record.cell(column)).unwrap_or_default();
    let written = cell(columns.id);
    let mended = id_of(written);
    // Only what is certain to be an id is written as IAM writes them.
    let id = if mended.looks_usual() { mended } else { UserId::new(written) };
    ListedUser {
        line: record.line,
        name: cell(columns.name).to_owned(),
        id_was: (id.as_str() != written).then(|| written.to_owned()),
        id: id.to_string(),
        level: level(cell(columns.level), cell(columns.level_number)),
        left_over,
    }
}

/// The level of a cell, and of the cell with its number where a list has both: someone may have changed only one.
fn level(word: &str, number: &str) -> ListedLevel {
    let of = |text: &str| match level_word(text) {
        Some(level) => ListedLevel::Level(level),
        None if text.trim().is_empty() => ListedLevel::NotGiven,
        None => ListedLevel::NotUnderstood(text.to_owned()),
    };
    match (of(word), of(number)) {
        (word, ListedLevel::NotGiven) => word,
        (ListedLevel::NotGiven, number) => number,
        (word, number) if word == number => word,
        (ListedLevel::NotUnderstood(word), ListedLevel::NotUnderstood(_)) => ListedLevel::NotUnderstood(word),
        _ => ListedLevel::NotUnderstood(format!("{word}, {number}")),
    }
}

/// A list without a single id: of names alone, or of names and levels.
fn without_ids(records: &[Record], knows: &dyn Fn(&str) -> bool) -> Option<UserList> {
    let columns = by_content(records, knows);
    let is_of_one_column = records.iter().all(|record| record.cells.len() == 1);
    let mut list = UserList::default();
    if is_of_one_column {
        let may_be_names = records.len() > 1 && records.iter().all(|record| may_be_name(record.cell(0)));
        return may_be_names.then(|| {
            names(records, &mut list, knows);
            list
        });
    }
    let count = |record: &Record| record.cells.iter().filter(|cell| knows(cell)).count();
    if records.iter().any(|record| count(record) > 1) {
        names(records, &mut list, knows);
        return Some(list);
    }
    // Name, id and level are the order in which the console asks for them.
    let columns = match (columns.level, columns.others.as_slice()) {
        (Some(_), [second, ..]) => {
            let others = columns.others.iter().copied().filter(|other| other != second).collect();
            Columns { id: Some(*second), others, ..columns }
        }
        (Some(_), []) => columns,
        (None, _) if records.iter().all(|record| count(record) == 1) => columns,
        (None, _) => return None,
    };
    for record in records {
        list.add(record, user_of(record, &columns));
    }
    Some(list)
}

/// Every cell is a name. A level among them is nobody's.
fn names(records: &[Record], list: &mut UserList, knows: &dyn Fn(&str) -> bool) {
    for record in records {
        let is_name = |cell: &&String| !cell.is_empty() && (level_word(cell).is_none() || knows(cell));
        let (names, rest): (Vec<&String>, Vec<&String>) = record.cells.iter().partition(is_name);
        let mut left_over = rest.into_iter().filter(|cell| !cell.is_empty()).cloned().collect::<Vec<_>>();
        if names.is_empty() {
            list.skip(record, WhySkipped::NoUser);
        }
        for name in names {
            let left_over = std::mem::take(&mut left_over);
            list.users.push(ListedUser {
                line: record.line,
                name: name.clone(),
                left_over,
                ..ListedUser::default()
            });
        }
    }
}

fn may_be_name(text: &str) -> bool {
    text.chars().count() <= UserName::LONGEST
}

impl UserList {
    /// A line below a head. What is beyond the head's last column is left over.
    fn add_below(&mut self, columns: &Columns, width: usize, record: &Record) {
        let beyond = record.cells.iter().skip(width);
        let left_over = beyond.filter(|cell| !cell.is_empty()).cloned().collect();
        self.add(record, user(record, columns, left_over));
    }

    fn add(&mut self, record: &Record, user: ListedUser) {
        if user.name.trim().is_empty() && user.id.is_empty() {
            self.skip(record, WhySkipped::NoUser);
        } else {
            self.users.push(user);
        }
    }

    fn skip(&mut self, record: &Record, why: WhySkipped) {
        self.skipped.push(SkippedLine { line: record.line, text: record.text(), why });
    }
}
