//! The columns come in pages: as many as fit, so that nothing scrolls sideways and a screen reader always has every head.

use std::ops::Range;

use crate::table::window::MOST;

/// Below this width, in rem, lists take the place of the grid: 640 px less the margins of the page.
const GRID_LEAST: f64 = 38.0;
/// What the grid needs beside its columns, in rem: the names of the rows, and room for heads that lean over.
const BESIDE: f64 = 20.0;
/// The width of a column, in rem.
const COLUMN: f64 = 2.75;

/// The most columns of a page. With the rows that a window draws, that is no more than 2,300 cells in the document.
pub const COLUMNS_MOST: usize = 28;
/// The most cells in the document, heads among them.
const CELLS_MOST: usize = 2_300;

const _: () = assert!((MOST + 2) * (COLUMNS_MOST + 1) <= CELLS_MOST, "too many cells in the document");

/// How a matrix is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// As lists, one user at a time.
    Lists,
    /// As a grid, with so many columns on a page; never none.
    Grid(usize),
}

impl Form {
    /// The form that fits into a width, with the width of one rem, both in CSS pixels.
    pub fn of(width: f64, rem: f64) -> Self {
        let width = width / rem.max(1.0);
        if !(GRID_LEAST..).contains(&width) {
            return Self::Lists;
        }
        let columns = (1..=COLUMNS_MOST).take_while(|columns| {
            #[expect(clippy::cast_precision_loss, reason = "there are 28 at most")]
            let columns = *columns as f64;
            BESIDE + columns * COLUMN <= width
        });
        Self::Grid(columns.count().max(1))
    }
}

/// The pages of some columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pages {
    /// How many columns there are.
    pub columns: usize,
    /// How many are on a page; at least one.
    pub on_page: usize,
}

impl Pages {
    /// How many pages there are.
    pub fn len(self) -> usize {
        self.columns.div_ceil(self.on_page.max(1))
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The columns of a page; those of the last one where there is no such page.
    pub fn page(self, page: usize) -> Range<usize> {
        let start = page.min(self.len().saturating_sub(1)) * self.on_page;
        start..(start + self.on_page).min(self.columns)
    }

    /// The page of a column.
    pub fn of(self, column: usize) -> usize {
        column.min(self.columns.saturating_sub(1)) / self.on_page.max(1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn as_many_columns_as_fit_and_lists_below() {
        assert_eq!(Form::of(1280.0, 16.0), Form::Grid(21));
        assert_eq!(Form::of(1072.0, 16.0), Form::Grid(17));
        assert_eq!(Form::of(3840.0, 16.0), Form::Grid(COLUMNS_MOST));
        assert_eq!(Form::of(608.0, 16.0), Form::Grid(6));
        assert_eq!(Form::of(607.0, 16.0), Form::Lists);
        // Twice as large a text needs twice the room.
        assert_eq!(Form::of(1280.0, 32.0), Form::Grid(7));
        assert_eq!(Form::of(f64::NAN, 16.0), Form::Lists);
    }

    #[test]
    fn a_page_that_is_gone_is_the_last_one() {
        let pages = Pages { columns: 61, on_page: 24 };
        assert_eq!((pages.len(), pages.page(0), pages.page(2), pages.page(9)), (3, 0..24, 48..61, 48..61));
        assert_eq!((pages.of(23), pages.of(24), pages.of(99)), (0, 1, 2));
        assert!(Pages { columns: 0, on_page: 5 }.is_empty());
    }

    proptest! {
        #[test]
        fn pages_part_the_columns(columns in 0usize..200, on_page in 1usize..30) {
            let pages = Pages { columns, on_page };
            let all: Vec<usize> = (0..pages.len()).flat_map(|page| pages.page(page)).collect();
            prop_assert_eq!(all, (0..columns).collect::<Vec<_>>());
            for page in 0..pages.len() {
                prop_assert!(pages.page(page).all(|column| pages.of(column) == page));
            }
        }
    }
}
