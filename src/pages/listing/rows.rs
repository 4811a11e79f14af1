//! The rows of a table: prepared once per answer, ordered once per sort, and filtered with every key.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::state::collation::collation;
use crate::state::navigation::Navigation;
use crate::words::use_locale;
use domain::paths::SortWish;
use domain::table::found::{Found, Ordered, Shared};
use domain::table::rows::{Direction, Prepared, Sort, SortBy, TableRow};

use super::Column;

/// A list as a table shows it. Everything that shows the same rows reads the same one: the table, the count, the file.
pub struct Listing<R: TableRow> {
    source: StoredValue<Source<R>>,
    visible: Memo<Vec<usize>>,
    sort: Memo<Sort>,
}

/// What a listing is made from.
struct Source<R: TableRow> {
    columns: Vec<Column<R>>,
    /// All rows, in the order of the service.
    all: Box<dyn Fn() -> Arc<[R]> + Send + Sync>,
}

#[expect(clippy::expl_impl_clone_on_copy, reason = "derived, the copy would ask for rows that can be copied")]
impl<R: TableRow> Clone for Listing<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: TableRow> Copy for Listing<R> {}

impl<R: TableRow> Listing<R> {
    /// The rows of a list that fit the search of the address and a filter, in the order of the address. It follows what
    /// `all` and `filter` read.
    pub fn new<F: Fn(&R) -> bool>(
        columns: Vec<Column<R>>,
        all: impl Fn() -> Arc<[R]> + Send + Sync + 'static,
        filter: impl Fn() -> F + Send + Sync + 'static,
    ) -> Self {
        let (t, navigation) = (use_locale(), expect_context::<Navigation>());
        let keys: Vec<&'static str> = columns.iter().map(Column::key).collect();
        let source = StoredValue::new(Source { columns, all: Box::new(all) });
        let sort = Memo::new(move |_| navigation.query().with(|query| query.sort(&keys)));
        let prepared = Memo::new(move |_| Shared::new(Prepared::new(&rows(source), collation(t.language()))));
        let ordered = Memo::new(move |_| {
            let Sort { column, direction } = sort.get();
            let rows = rows(source);
            source.with_value(|source| {
                let by = source.columns.get(column).and_then(|column| column.sort);
                let by = by.map_or(SortBy::Name, |(_, by)| by);
                let prepared = prepared.get();
                let rows = prepared.ordered(&rows, by, direction, collation(t.language()));
                Shared::new(Ordered::new(prepared, rows))
            })
        });
        let found = Memo::new(move |before: Option<&Found>| {
            let search = navigation.query().with(|query| collation(t.language()).search_key(&query.search));
            Found::new(&ordered.get(), R::needles(&search), before)
        });
        let visible = Memo::new(move |_| {
            let (rows, fits) = (rows(source), filter());
            let fits = |index: &usize| rows.get(*index).is_some_and(&fits);
            found.with(|found| found.rows.iter().copied().filter(fits).collect())
        });
        Self { source, visible, sort }
    }

    /// How many rows the list has.
    pub fn len(self) -> usize {
        self.rows().len()
    }

    /// How many of them are visible.
    pub fn count(self) -> usize {
        self.visible.with(Vec::len)
    }

    /// Reads the columns.
    pub fn columns<T>(self, read: impl FnOnce(&[Column<R>]) -> T) -> T {
        self.source.with_value(|source| read(&source.columns))
    }

    fn rows(self) -> Arc<[R]> {
        rows(self.source)
    }

    /// Makes something of the row at a place of the table.
    pub fn at<T>(self, place: usize, make: impl FnOnce(&R) -> T) -> Option<T> {
        let index = self.visible.with(|visible| visible.get(place).copied())?;
        self.rows().get(index).map(make)
    }

    /// The row at a place, as both change. Where the place has no row any more, it stays the last one. `None` if the place
    /// has no row now.
    pub fn follow(self, place: Memo<usize>) -> Option<Memo<R>> {
        let first = untrack(|| self.at(place.get(), R::clone))?;
        Some(Memo::new(move |before: Option<&R>| {
            let present = self.at(place.get(), R::clone);
            present.unwrap_or_else(|| before.unwrap_or(&first).clone())
        }))
    }

    /// The place in the table of the first row that fits a condition.
    pub fn position(self, holds: impl Fn(&R) -> bool) -> Option<usize> {
        self.visible(|rows| rows.enumerate().find(|(_, row)| holds(row)).map(|(place, _)| place))
    }

    /// Reads the visible rows, in their order.
    pub fn visible<T>(self, read: impl FnOnce(&mut dyn Iterator<Item = &R>) -> T) -> T {
        let rows = self.rows();
        self.visible.with(|visible| read(&mut visible.iter().filter_map(|index| rows.get(*index))))
    }

    /// How the table is sorted by a column, if it is.
    pub fn direction(self, column: usize) -> Option<Direction> {
        Some(self.sort.get()).filter(|sort| sort.column == column).map(|sort| sort.direction)
    }

    /// How the address asks for the present order; `None` for the table's own.
    pub fn sort_wish(self, sort: Sort) -> Option<SortWish> {
        let key = self.columns(|columns| columns.get(sort.column).map(Column::key))?;
        SortWish::of(sort, key)
    }

    /// The present order.
    pub fn sort(self) -> Sort {
        self.sort.get()
    }
}

fn rows<R: TableRow>(source: StoredValue<Source<R>>) -> Arc<[R]> {
    source.with_value(|source| (source.all)())
}
