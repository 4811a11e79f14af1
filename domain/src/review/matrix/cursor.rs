//! Where one is in the matrix, and the block of cells that is selected.
//!
//! A block is never larger than what the page shows across, and grows by keys that pass its rows: nobody is changed unseen.

use std::ops::{Range, RangeInclusive};

/// How far the keys for a page up and a page down go.
const ROWS_AT_ONCE: usize = 10;

/// A cell, by its row and column over all pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Spot {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
}

/// What can be moved over: all rows, and the columns of one page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shape {
    /// How many rows there are.
    pub rows: usize,
    /// The columns of the page.
    pub columns: Range<usize>,
}

/// A way to another cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Move {
    /// To the cell before.
    Left,
    /// To the cell after.
    Right,
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the first cell of the row on this page.
    Start,
    /// To the last one.
    End,
    /// To the first row's first cell.
    First,
    /// To the last row's last cell.
    Last,
    /// Some rows up.
    PageUp,
    /// Some rows down.
    PageDown,
}

/// Whether a move takes the block along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Extend {
    /// The block is the new cell.
    No,
    /// The block reaches to the new cell.
    Yes,
}

/// The cell that has the focus, and the one where the block began.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Cursor {
    /// The cell with the focus.
    pub at: Spot,
    anchor: Spot,
}

/// Cells between two corners.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Their rows.
    pub rows: RangeInclusive<usize>,
    /// Their columns.
    pub columns: RangeInclusive<usize>,
}

impl Shape {
    /// The cell of the shape that is nearest to one.
    pub fn nearest(&self, spot: Spot) -> Spot {
        let last = self.columns.end.saturating_sub(1);
        Spot {
            row: spot.row.min(self.rows.saturating_sub(1)),
            column: spot.column.min(last).max(self.columns.start),
        }
    }
}

impl Cursor {
    /// One cell.
    pub const fn at(spot: Spot) -> Self {
        Self { at: spot, anchor: spot }
    }

    /// The same cell, with the block reaching to another one.
    #[must_use]
    pub const fn reaching(self, spot: Spot) -> Self {
        Self { at: spot, anchor: self.anchor }
    }

    /// The cursor after a move, which ends where the page does.
    #[must_use]
    pub fn moved(self, step: Move, extend: Extend, shape: &Shape) -> Self {
        let Spot { row, column } = self.at;
        let (last_row, last_column) = (shape.rows.saturating_sub(1), shape.columns.end.saturating_sub(1));
        let to = match step {
            Move::Left => Spot { row, column: column.saturating_sub(1) },
            Move::Right => Spot { row, column: column + 1 },
            Move::Up => Spot { row: row.saturating_sub(1), column },
            Move::Down => Spot { row: row + 1, column },
            Move::Start => Spot { row, column: shape.columns.start },
            Move::End => Spot { row, column: last_column },
            Move::First => Spot { row: 0, column: shape.columns.start },
            Move::Last => Spot { row: last_row, column: last_column },
            Move::PageUp => Spot { row: row.saturating_sub(ROWS_AT_ONCE), column },
            Move::PageDown => Spot { row: row + ROWS_AT_ONCE, column },
        };
        let to = shape.nearest(to);
        match extend {
            Extend::No => Self::at(to),
            Extend::Yes => self.reaching(to).within(shape),
        }
    }

    /// The cursor in a shape that may have changed.
    #[must_use]
    pub fn within(self, shape: &Shape) -> Self {
        Self { at: shape.nearest(self.at), anchor: shape.nearest(self.anchor) }
    }

    /// The cells that keys act on.
    pub fn block(self) -> Block {
        let (a, b) = (self.at, self.anchor);
        Block {
            rows: a.row.min(b.row)..=a.row.max(b.row),
            columns: a.column.min(b.column)..=a.column.max(b.column),
        }
    }
}

impl Block {
    /// Whether a cell is in it.
    pub fn contains(&self, spot: Spot) -> bool {
        self.rows.contains(&spot.row) && self.columns.contains(&spot.column)
    }

    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.rows.clone().count() * self.columns.clone().count()
    }

    /// Never true.
    pub const fn is_empty(&self) -> bool {
        false
    }

    /// Its cells, row by row.
    pub fn cells(&self) -> impl Iterator<Item = Spot> + use<> {
        let columns = self.columns.clone();
        self.rows.clone().flat_map(move |row| columns.clone().map(move |column| Spot { row, column }))
    }
}

#[cfg(test)]
mod tests;
