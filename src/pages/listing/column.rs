//! A column of a table.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::words::Text;
use domain::table::rows::{SortBy, TableRow};

/// A column: its head, what it sorts by, and its cells.
pub struct Column<R: 'static> {
    /// The name in the head.
    pub label: Text,
    /// How the address calls it, and what it sorts by; `None` for a column that can't be sorted.
    pub sort: Option<(&'static str, SortBy<R>)>,
    /// What its cells are to the style.
    pub style: CellStyle,
    /// Draws what is in the cell of a row.
    pub cell: Cell<R>,
    /// What the cell of a row is called, where that is not all the text in it.
    pub cell_name: Option<CellName<R>>,
}

/// Draws the content of a cell once. The memo is the row that the cell shows at any time.
pub type Cell<R> = Box<dyn Fn(Memo<R>) -> AnyView + Send + Sync>;

/// What the cell of a row is called; `None` where that is the text in it.
pub type CellName<R> = Arc<dyn Fn(&R) -> Option<String> + Send + Sync>;

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

impl<R: TableRow> Column<R> {
    /// A column that can't be sorted, whose cells are drawn again for another row.
    pub fn new<V: IntoView + 'static>(label: Text, draw: impl Fn(&R) -> V + Send + Sync + 'static) -> Self {
        Self::of(label, redrawn(Arc::new(move |row| draw(row).into_any())))
    }

    /// The same, with cells that keep their elements and follow the row. For tables with thousands of rows: a key in the
    /// search then changes texts instead of making elements.
    pub fn filled(label: Text, cell: impl Fn(Memo<R>) -> AnyView + Send + Sync + 'static) -> Self {
        Self::of(label, Box::new(cell))
    }

    fn of(label: Text, cell: Cell<R>) -> Self {
        Self { label, sort: None, style: CellStyle::Class(""), cell, cell_name: None }
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
    pub fn named(self, cell_name: impl Fn(&R) -> Option<String> + Send + Sync + 'static) -> Self {
        Self { cell_name: Some(Arc::new(cell_name)), ..self }
    }

    /// How the address calls it; empty for a column that can't be sorted.
    pub fn key(&self) -> &'static str {
        self.sort.map_or("", |(key, _)| key)
    }
}

fn redrawn<R: TableRow>(draw: Arc<dyn Fn(&R) -> AnyView + Send + Sync>) -> Cell<R> {
    Box::new(move |row| {
        let draw = Arc::clone(&draw);
        dynamic(move || {
            let row = row.get();
            untrack(|| draw(&row))
        })
    })
}
