//! Where the columns of a list are: as its head says, or in the order that the console asks for.

use crate::grant::list::{Column, Record, Sheet, column_word};

use super::{Refused, Why};

/// The lines in which a head is looked for: some tools write a title above it.
const HEAD_WITHIN: usize = 5;

/// The places of the columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Layout {
    pub(super) target: Option<usize>,
    pub(super) organization: Option<usize>,
    pub(super) image: Option<usize>,
    /// The user's name, or their id.
    pub(super) user: Option<usize>,
    pub(super) id: Option<usize>,
    pub(super) level: Option<usize>,
    /// The level's number, beside the word.
    pub(super) number: Option<usize>,
    pub(super) reason: Option<usize>,
    /// How many cells a line has at least and at most.
    pub(super) cells: (usize, usize),
    /// Whether it is the head of the console's own files, in which what can't be seen has codes.
    pub(super) is_own: bool,
}

/// A list with its columns.
pub(super) struct Found<'a> {
    pub(super) layout: Result<Layout, Why>,
    /// The lines below the head.
    pub(super) records: Vec<&'a Record>,
    pub(super) ignored: Vec<String>,
    pub(super) refused: Vec<Refused>,
}

/// Finds the columns of a list.
pub(super) fn layout(sheet: &Sheet) -> Found<'_> {
    if let Some(head) = &sheet.head {
        return Found {
            layout: by_head(head),
            records: sheet.records.iter().collect(),
            ignored: ignored(head),
            refused: Vec::new(),
        };
    }
    let is_head = |record: &Record| !matches!(by_head(&record.cells), Err(Why::Columns));
    let Some(place) = sheet.records.iter().take(HEAD_WITHIN).position(is_head) else {
        let records = sheet.records.iter().collect();
        return Found { layout: Ok(in_order()), records, ignored: Vec::new(), refused: Vec::new() };
    };
    let (above, below) = sheet.records.split_at(place);
    let head = below.first().map(|record| record.cells.as_slice()).unwrap_or_default();
    Found {
        layout: by_head(head),
        // Files that were put together have their head more than once.
        records: below.iter().filter(|record| record.cells != head).collect(),
        ignored: ignored(head),
        refused: above.iter().map(|record| Refused::new(record, Why::AboveHead)).collect(),
    }
}

/// Organization, image, user, level, and a reason if there is one.
fn in_order() -> Layout {
    Layout {
        organization: Some(0),
        image: Some(1),
        user: Some(2),
        level: Some(3),
        reason: Some(4),
        cells: (4, 5),
        ..Layout::default()
    }
}

fn by_head(head: &[String]) -> Result<Layout, Why> {
    let is_own = ["target", "user_id", "user_name"].iter().all(|own| head.iter().any(|cell| cell == own));
    let mut layout = Layout { cells: (0, head.len()), is_own, ..Layout::default() };
    let mut twice = None;
    for (place, heading) in head.iter().enumerate() {
        let slot = match column_word(heading) {
            Some(Column::Target) => &mut layout.target,
            Some(Column::Organization) => &mut layout.organization,
            Some(Column::Image) => &mut layout.image,
            Some(Column::Name) => &mut layout.user,
            Some(Column::Id) => &mut layout.id,
            Some(Column::Level) => &mut layout.level,
            Some(Column::LevelNumber) => &mut layout.number,
            Some(Column::Reason) => &mut layout.reason,
            Some(Column::Other) | None => continue,
        };
        if slot.replace(place).is_some() && twice.is_none() {
            twice = Some(heading.clone());
        }
    }
    let has_target = layout.target.is_some() || layout.organization.is_some();
    let has_user = layout.user.is_some() || layout.id.is_some();
    let has_level = layout.level.is_some() || layout.number.is_some();
    if !(has_target && has_user && has_level) {
        return Err(Why::Columns);
    }
    if let (Some(_), Some(place)) = (layout.target, layout.organization.or(layout.image)) {
        twice = twice.or_else(|| head.get(place).cloned());
    }
    twice.map_or(Ok(layout), |heading| Err(Why::TwoColumns(heading)))
}

fn ignored(head: &[String]) -> Vec<String> {
    head.iter().filter(|cell| !cell.is_empty() && column_word(cell).is_none()).cloned().collect()
}
