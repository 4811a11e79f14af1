//! Filtering and sorting of tables: which rows stand on the screen, in which order.
//!
//! Rows are prepared once when data arrives; a search or a sort then only moves indexes.

use std::cmp::Ordering;

use crate::model::access::AccessList;
use crate::model::level::Level;
use crate::model::names::{UserId, UserName};
use crate::model::user_id::search_text;
use crate::table::collation::Collation;

/// Which way a column is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Direction {
    /// A to Z, least first.
    #[default]
    Ascending,
    /// Z to A, most first.
    Descending,
}

/// A sorted column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort<C> {
    /// The column.
    pub column: C,
    /// The way.
    pub direction: Direction,
}

impl Direction {
    /// The other way.
    #[must_use]
    pub const fn turned(self) -> Self {
        match self {
            Direction::Ascending => Direction::Descending,
            Direction::Descending => Direction::Ascending,
        }
    }
}

/// The columns of a permission table that can be sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UserColumn {
    /// The user's name.
    #[default]
    User,
    /// The user's id.
    Id,
    /// The level.
    Permission,
}

/// The names of a list's rows, made ready for sorting and searching: one call of each kind for all of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Names {
    /// The place of each name in the order of the language.
    pub ranks: Vec<u32>,
    search_keys: Vec<String>,
}

impl Names {
    /// Prepares names.
    pub fn new<'a>(names: impl Iterator<Item = &'a str>, collation: &dyn Collation) -> Self {
        let names: Vec<&str> = names.collect();
        Self { ranks: collation.ranks(&names), search_keys: collation.search_keys(&names) }
    }

    /// Whether the name of a row contains a search key.
    pub fn holds(&self, index: usize, search: &str) -> bool {
        self.search_keys.get(index).is_some_and(|key| key.contains(search))
    }

    /// The indexes of the rows whose names contain a search key, by name.
    pub fn fitting(&self, search: &str) -> Vec<usize> {
        let mut rows: Vec<usize> =
            (0..self.search_keys.len()).filter(|index| self.holds(*index, search)).collect();
        sort_rows(&mut rows, Direction::Ascending, |index| self.ranks.get(index));
        rows
    }
}

/// An access list made ready for filtering and sorting. Index 0 is the caller where the list has an own entry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UserRows {
    names: Names,
    ids: Vec<String>,
    ranks: Vec<u8>,
    levels: Vec<Option<Level>>,
    has_own: bool,
}

impl UserRows {
    /// Prepares a list.
    pub fn new(list: &AccessList, collation: &dyn Collation) -> Self {
        let names = list.everyone().map(|grant| grant.name.as_ref().map_or("", UserName::as_str));
        let id = |id: &UserId| id.as_str().to_ascii_lowercase();
        Self {
            names: Names::new(names, collation),
            ids: list.everyone().map(|grant| grant.id.as_ref().map(id).unwrap_or_default()).collect(),
            ranks: list.everyone().map(|grant| grant.permission.rank()).collect(),
            levels: list.everyone().map(|grant| grant.permission.level()).collect(),
            has_own: list.own.is_some(),
        }
    }

    /// All indexes, into [`AccessList::everyone`], in an order. The caller comes first under every one, so that
    /// one's own right is always found at once.
    pub fn ordered(&self, sort: Sort<UserColumn>) -> Vec<usize> {
        let mut rows: Vec<usize> = (0..self.ids.len()).collect();
        let others = rows.get_mut(usize::from(self.has_own)..).unwrap_or_default();
        match sort.column {
            UserColumn::User => sort_rows(others, sort.direction, |index| self.names.ranks.get(index)),
            UserColumn::Id => sort_rows(others, sort.direction, |index| self.ids.get(index)),
            UserColumn::Permission => {
                // Equal levels read best by name, whichever way the levels run.
                sort_rows(others, Direction::Ascending, |index| self.names.ranks.get(index));
                sort_rows(others, sort.direction, |index| self.ranks.get(index));
            }
        }
        rows
    }

    /// Those of some rows that fit a search (part of a name or id) and a level. `search` is a [`Collation::search_key`].
    /// Apart from ordering, so that typing costs one pass and no sort.
    pub fn fitting(&self, rows: &[usize], search: &str, level: Option<Level>) -> Vec<usize> {
        let id_search = search_text(search);
        let id_holds = |index: usize| self.ids.get(index).is_some_and(|id| id.contains(id_search.as_ref()));
        let fits = |index: &usize| {
            level.is_none_or(|level| self.levels.get(*index) == Some(&Some(level)))
                && (search.is_empty() || self.names.holds(*index, search) || id_holds(*index))
        };
        rows.iter().copied().filter(fits).collect()
    }
}

/// Sorts indexes by a key; equal keys keep the order they had, in both directions.
pub fn sort_rows<K: Ord>(rows: &mut [usize], direction: Direction, key: impl Fn(usize) -> K) {
    sort(rows, &|a, b| {
        let ordering = key(a).cmp(&key(b));
        if direction == Direction::Descending { ordering.reverse() } else { ordering }
    });
}

/// The one sort of the program: compiled once and not once per key, which saves some 70 kB of the bundle.
pub fn sort(rows: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    rows.sort_by(|a, b| compare(*a, *b));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::level::Permission;
    use crate::model::user::UserGrant;
    use crate::table::collation::Plain;

    fn user(name: &str, id: &str, permission: impl Into<Permission>) -> UserGrant {
        UserGrant {
            id: Some(UserId::new(id)),
            name: Some(UserName::new(name)),
            permission: permission.into(),
        }
    }

    fn list() -> AccessList {
        AccessList {
            own: Some(user("me", "09", Level::Manage)),
            others: vec![
                user("user01", "aa", Level::Read),
                user("user2", "cc", Level::Manage),
                user("小明", "bb", Permission::Unknown("2".into())),
            ],
            ..AccessList::default()
        }
    }

    fn shown_rows(
        list: &AccessList,
        search: &str,
        level: Option<Level>,
        sort: Sort<UserColumn>,
    ) -> Vec<usize> {
        let rows = UserRows::new(list, &Plain);
        rows.fitting(&rows.ordered(sort), &Plain.search_key(search), level)
    }

    fn shown(search: &str, level: Option<Level>, column: UserColumn, direction: Direction) -> Vec<String> {
        let list = list();
        let everyone: Vec<_> = list.everyone().collect();
        shown_rows(&list, search, level, Sort { column, direction })
            .into_iter()
            .map(|index| everyone[index].called())
            .collect()
    }

    #[test]
    fn the_caller_is_first_under_every_sort() {
        use Direction::{Ascending, Descending};
        assert_eq!(shown("", None, UserColumn::User, Ascending), ["me", "user01", "user2", "小明"]);
        assert_eq!(shown("", None, UserColumn::User, Descending), ["me", "小明", "user2", "user01"]);
        assert_eq!(shown("", None, UserColumn::Id, Ascending), ["me", "user01", "小明", "user2"]);
        assert_eq!(shown("", None, UserColumn::Permission, Ascending), ["me", "小明", "user01", "user2"]);
    }

    #[test]
    fn search_looks_at_names_and_ids_in_any_case() {
        assert_eq!(shown("USER", None, UserColumn::User, Direction::Ascending), ["user01", "user2"]);
        assert_eq!(shown(" bb ", None, UserColumn::User, Direction::Ascending), ["小明"]);
        assert!(shown("nobody", None, UserColumn::User, Direction::Ascending).is_empty());
    }

    #[test]
    fn a_level_is_only_what_it_says() {
        let manage = Some(Level::Manage);
        assert_eq!(shown("", manage, UserColumn::User, Direction::Ascending), ["me", "user2"]);
        assert!(shown("", Some(Level::Write), UserColumn::User, Direction::Ascending).is_empty());
    }

    proptest! {
        #[test]
        fn sorting_never_loses_or_doubles_a_row(
            names in proptest::collection::vec("[a-c0-9]{0,3}", 0..40),
            descending: bool,
        ) {
            let others = names.iter().map(|name| user(name, name, Level::Read)).collect();
            let list = AccessList { others, ..AccessList::default() };
            let direction = if descending { Direction::Descending } else { Direction::Ascending };
            let sort = Sort { column: UserColumn::Permission, direction };
            let mut rows = shown_rows(&list, "", None, sort);
            rows.sort_unstable();
            prop_assert_eq!(rows, (0..names.len()).collect::<Vec<_>>());
        }
    }
}
