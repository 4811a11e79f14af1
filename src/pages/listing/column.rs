//! A column of a table.

use crate::view::prelude::*;

use crate::words::Text;
use domain::table::rows::SortBy;

/// A column: its head, what it sorts by, and its cells.
pub struct Column<R: 'static> {
    /// The name in the head.
    pub label: Text,
    /// How the address calls it, and what it sorts by; `None` for a column that can't be sorted.
    pub sort: Option<(&'static str, SortBy<R>)>,
    /// What its cells are to the style.
    pub style: CellStyle,
    /// Draws what is in the cell of a row.
    pub cell: Box<dyn Fn(&R) -> AnyView + Send + Sync>,
    /// What the cell of a row is called, where that is not all the text in it.
    pub cell_name: CellName<R>,
}

/// What a cell is called.
type CellName<R> = Box<dyn Fn(&R) -> Option<Text> + Send + Sync>;

/// What the cells of a column are to the style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellStyle {
    /// A class of their own; empty for none.
    Class(&'static str),
    /// A class of their own, and the column's name before the content where a narrow screen has no head.
    Labelled(&'static str),
    /// Numbers: in line on the right, and labelled.
    Numeric,
}

impl<R> Column<R> {
    /// A column that can't be sorted.
    pub fn new<V: IntoView + 'static>(label: Text, cell: impl Fn(&R) -> V + Send + Sync + 'static) -> Self {
        Self {
            label,
            sort: None,
            style: CellStyle::Class(""),
            cell: Box::new(move |row| cell(row).into_any()),
            cell_name: Box::new(|_| None),
        }
    }

    /// The column with an order, and the name that the order has in the address.
    pub fn sorted(self, key: &'static str, by: SortBy<R>) -> Self {
        Self { sort: Some((key, by)), ..self }
    }

    /// The column with another style.
    pub fn style(self, style: CellStyle) -> Self {
        Self { style, ..self }
    }

    /// The column with names for its cells: screen readers say these, and not the controls in the cell.
    pub fn named(self, cell_name: impl Fn(&R) -> Option<Text> + Send + Sync + 'static) -> Self {
        Self { cell_name: Box::new(cell_name), ..self }
    }

    /// How the address calls it; empty for a column that can't be sorted.
    pub fn key(&self) -> &'static str {
        self.sort.map_or("", |(key, _)| key)
    }
}
