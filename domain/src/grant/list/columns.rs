//! What each column of a list holds: by its heading, or by its contents.

use super::cells::Record;
use super::terms::{Column, column_word, is_id, is_row_buttons, level_word};
use crate::model::names::UserId;

/// The places of the columns that a grant needs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Columns {
    pub(super) name: Option<usize>,
    pub(super) id: Option<usize>,
    /// The level as a word or number.
    pub(super) level: Option<usize>,
    /// The level's number beside the word.
    pub(super) level_number: Option<usize>,
    /// Columns that mean nothing, by place.
    pub(super) others: Vec<usize>,
}

impl Columns {
    /// Whether a user can be found in them.
    pub(super) const fn has_users(&self) -> bool {
        self.name.is_some() || self.id.is_some()
    }
}

/// A head of known words.
pub(super) struct Head {
    /// How many records come before the first user: the head and what is above it.
    pub(super) records: usize,
    pub(super) columns: Columns,
    /// Headings that are not known.
    pub(super) ignored: Vec<String>,
    /// Whether it is the head of the console's own files.
    pub(super) is_own: bool,
}

/// The lines in which a head is looked for: some tools write a title above it.
const HEAD_WITHIN: usize = 5;

/// The head of known words, if there is one.
pub(super) fn head(records: &[Record], knows: &dyn Fn(&str) -> bool) -> Option<Head> {
    let before_users = records.iter().take(HEAD_WITHIN).take_while(|record| !has_id(&record.cells));
    let (place, record) = before_users.enumerate().find(|(_, record)| is_head(record, knows))?;
    let columns = of_head(&record.cells);
    let is_ignored = |cell: &&String| !cell.is_empty() && column_word(cell).is_none();
    let ignored = record.cells.iter().filter(is_ignored).cloned().collect();
    let is_own = |column: &str| record.cells.iter().any(|cell| cell == column);
    let is_own = ["target", "user_id", "user_name"].into_iter().all(is_own);
    columns.has_users().then_some(Head { records: place + 1, columns, ignored, is_own })
}

/// The columns by their headings.
pub(super) fn of_head(head: &[String]) -> Columns {
    let mut columns = Columns::default();
    for (index, heading) in head.iter().enumerate() {
        let slot = match column_word(heading) {
            Some(Column::Name) => &mut columns.name,
            Some(Column::Id) => &mut columns.id,
            Some(Column::Level) => &mut columns.level,
            Some(Column::LevelNumber) => &mut columns.level_number,
            Some(Column::Target | Column::Organization | Column::Image | Column::Reason | Column::Other)
            | None => continue,
        };
        // Of two columns of one kind the first counts.
        slot.get_or_insert(index);
    }
    if columns.level.is_none() {
        columns.level = columns.level_number.take();
    }
    columns
}

/// Whether a line names columns. A single word may be someone's name.
fn is_head(record: &Record, knows: &dyn Fn(&str) -> bool) -> bool {
    let filled = || record.cells.iter().filter(|cell| !cell.is_empty());
    let headings = filled().filter(|cell| column_word(cell).is_some()).count();
    let names_users = filled().any(|cell| matches!(column_word(cell), Some(Column::Name | Column::Id)));
    match headings {
        0 => false,
        1 => names_users && filled().count() == 1 && !filled().any(|cell| knows(cell)),
        _ => names_users && headings * 2 >= filled().count(),
    }
}

/// Whether a line is above a column of ids and is no user: the head of a language that is not known here.
pub(super) fn is_foreign_head(first: &Record, columns: &Columns, knows: &dyn Fn(&str) -> bool) -> bool {
    let Some(id) = columns.id else { return false };
    let is_value = |cell: &String| {
        is_id(cell) || UserId::new(cell.as_str()).looks_spoiled() || level_word(cell).is_some() || knows(cell)
    };
    !first.cell(id).is_empty() && !first.cells.iter().any(is_value)
}

/// The columns by their contents. A column of ids is one with an id; a column of levels has levels in more than
/// half of its cells, since people have names like "edit".
pub(super) fn by_content(records: &[Record], knows: &dyn Fn(&str) -> bool) -> Columns {
    let width = records.iter().map(|record| record.cells.len()).max().unwrap_or_default();
    let tallies: Vec<Tally> = (0..width).map(|column| Tally::of(records, column, knows)).collect();
    let most = |count: &dyn Fn(&Tally) -> usize, taken: &[Option<usize>]| {
        let mut best = None;
        for (column, tally) in tallies.iter().enumerate() {
            let count = count(tally);
            if count > 0 && !taken.contains(&Some(column)) && best.is_none_or(|(most, _)| count > most) {
                best = Some((count, column));
            }
        }
        best.map(|(_, column)| column)
    };
    let id = most(&|tally| tally.ids, &[]);
    let level = most(&|tally| if tally.levels * 2 > tally.filled { tally.levels } else { 0 }, &[id]);
    let name = most(&|tally| tally.names, &[id, level])
        .or_else(|| most(&|tally| usize::from(tally.filled > 0), &[id, level]));
    let is_other = |column: &usize| {
        tallies.get(*column).is_some_and(|tally| tally.filled > 0)
            && ![id, level, name].contains(&Some(*column))
    };
    Columns { name, id, level, level_number: None, others: (0..width).filter(is_other).collect() }
}

/// The contents of a column.
struct Tally {
    filled: usize,
    ids: usize,
    levels: usize,
    /// Names of the account.
    names: usize,
}

impl Tally {
    fn of(records: &[Record], column: usize, knows: &dyn Fn(&str) -> bool) -> Self {
        let cells = || records.iter().map(|record| record.cell(column)).filter(|cell| !is_row_buttons(cell));
        Self {
            filled: cells().count(),
            ids: cells().filter(|cell| is_id(cell) || UserId::new(*cell).looks_spoiled()).count(),
            levels: cells().filter(|cell| level_word(cell).is_some()).count(),
            names: cells().filter(|cell| knows(cell)).count(),
        }
    }
}

/// Whether a cell of a line is an id.
pub(super) fn has_id(cells: &[String]) -> bool {
    cells.iter().any(|cell| is_id(cell))
}
