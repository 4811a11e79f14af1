//! The query part of a URL: region, search, level, sort, and what a matrix compares. What is unknown is dropped, never an error.

use std::fmt::Write as _;

use crate::model::level::Level;
use crate::model::names::RegionId;
use crate::table::rows::{Direction, Sort};

use super::encoding::{decode, encode};

/// How a URL wants a table sorted: a column's key, with a leading `-` for descending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SortWish {
    /// The column's key; the page knows whether it has such a column.
    pub column: String,
    /// The way.
    pub direction: Direction,
}

/// The query of a URL.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The region, only where several are configured.
    pub region: Option<RegionId>,
    /// The search of the page's table.
    pub search: String,
    /// The level by which a permission table is filtered.
    pub level: Option<Level>,
    /// Which rows the page's table shows, by a word that the table knows ([`crate::table::show`]); empty for all.
    pub show: String,
    /// The order of the page's table.
    pub sort: Option<SortWish>,
    /// Which users a matrix compares ([`crate::review::matrix::Filter`]); its search says which images.
    pub people: String,
}

impl Query {
    /// Reads a query, with or without its `?`.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        for pair in text.trim_start_matches('?').split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let Some(value) = decode(&value.replace('+', " ")) else { continue };
            if value.is_empty() {
                continue;
            }
            match key {
                "region" => query.region = Some(RegionId::new(value)),
                "q" => query.search = value,
                "level" => query.level = Level::from_key(&value),
                "show" => query.show = value,
                "sort" => query.sort = SortWish::parse(&value),
                "people" => query.people = value,
                _ => {}
            }
        }
        query
    }

    /// Only what holds on every page.
    #[must_use]
    pub fn across_pages(&self) -> Self {
        Self { region: self.region.clone(), ..Self::default() }
    }

    /// The order among a table's columns, each by its key; the table's own where the URL asks for none of them.
    pub fn sort(&self, keys: &[&str]) -> Sort {
        let wished = self.sort.as_ref().and_then(|wish| {
            let column = keys.iter().position(|key| *key == wish.column)?;
            Some(Sort { column, direction: wish.direction })
        });
        wished.unwrap_or_default()
    }

    /// The query for a URL, with its `?`; empty where there is nothing to say.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        let mut add = |key: &str, value: &str| {
            if !value.is_empty() {
                let mark = if text.is_empty() { '?' } else { '&' };
                // Writing to a string can't fail.
                let _ = write!(text, "{mark}{key}={}", encode(value));
            }
        };
        add("region", self.region.as_ref().map_or("", RegionId::as_str));
        add("q", &self.search);
        add("level", self.level.map_or("", Level::key));
        add("show", &self.show);
        if let Some(sort) = &self.sort {
            let sign = if sort.direction == Direction::Descending { "-" } else { "" };
            add("sort", &format!("{sign}{}", sort.column));
        }
        add("people", &self.people);
        text
    }
}

impl SortWish {
    /// The wish that leads to an order, by the key of its column; `None` for the table's own order, which needs no
    /// words in the URL.
    pub fn of(sort: Sort, key: &str) -> Option<Self> {
        (sort != Sort::default()).then(|| Self { column: key.to_owned(), direction: sort.direction })
    }

    fn parse(text: &str) -> Option<Self> {
        let (column, direction) = match text.strip_prefix('-') {
            Some(column) => (column, Direction::Descending),
            None => (text, Direction::Ascending),
        };
        // Columns without a key can't be sorted.
        (!column.is_empty()).then(|| Self { column: column.to_owned(), direction })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_query_reads_as_it_is_written() {
        let query = Query::parse("?q=a%20b&level=write&show=absent&sort=-user&people=ann&unknown=1");
        assert_eq!(query.search, "a b");
        assert_eq!(query.level, Some(Level::Write));
        assert_eq!(query.to_text(), "?q=a%20b&level=write&show=absent&sort=-user&people=ann");
    }

    #[test]
    fn unknown_and_broken_values_fall_to_their_defaults() {
        assert_eq!(Query::parse("level=owner&q=%ff&sort=&region"), Query::default());
        assert_eq!(Query::default().to_text(), "");
    }

    #[test]
    fn a_sort_by_a_column_that_the_table_lacks_is_its_own_order() {
        assert_eq!(Query::parse("sort=size").sort(&["name", ""]), Sort::default());
        assert_eq!(Query::parse("sort=-").sort(&["name", ""]), Sort::default(), "no column has an empty key");
        let by_size = Sort { column: 1, direction: Direction::Descending };
        assert_eq!(Query::parse("sort=-size").sort(&["name", "size"]), by_size);
    }

    #[test]
    fn only_a_sort_that_is_not_the_tables_own_needs_words() {
        let written = |column, direction, key| {
            let sort = SortWish::of(Sort { column, direction }, key);
            Query { sort, ..Query::default() }.to_text()
        };
        assert_eq!(written(0, Direction::Ascending, "name"), "");
        assert_eq!(written(0, Direction::Descending, "name"), "?sort=-name");
        assert_eq!(written(1, Direction::Ascending, "size"), "?sort=size");
    }

    #[test]
    fn the_region_alone_goes_along_to_other_pages() {
        let query = Query::parse("region=eu-de&q=a&level=read&sort=name");
        assert_eq!(query.across_pages().to_text(), "?region=eu-de");
    }

    mod properties {
        use super::*;

        proptest! {
            #[test]
            fn every_query_comes_back(
                search in any::<String>(), people in any::<String>(), show in "[a-z]{0,9}", region in "[a-z0-9-]{1,12}", column in "[a-z]{1,9}", descending: bool,
            ) {
                let direction = if descending { Direction::Descending } else { Direction::Ascending };
                let query = Query {
                    region: Some(RegionId::new(region)),
                    search,
                    level: Some(Level::Manage),
                    show,
                    sort: Some(SortWish { column, direction }),
                    people,
                };
                prop_assert_eq!(Query::parse(&query.to_text()), query);
            }

            #[test]
            fn no_text_is_too_odd(text in any::<String>()) {
                let query = Query::parse(&text);
                prop_assert_eq!(Query::parse(&query.to_text()), query);
            }
        }
    }
}
