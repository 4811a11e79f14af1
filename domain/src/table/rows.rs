//! Which rows of a table are visible, and in which order: prepared once per list, sorted once per order, filtered with
//! every key.

use std::cmp::Ordering;

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

/// The order of a table. Its own order is that of the first column, ascending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sort {
    /// The column, as an index among the columns of the table.
    pub column: usize,
    /// The way.
    pub direction: Direction,
}

/// A row of a table.
pub trait TableRow: Clone + PartialEq + Send + Sync + 'static {
    /// Its name. Rows that are equal otherwise are sorted by it.
    fn name(&self) -> &str;

    /// What a search looks at: the name, and on lines of their own what else finds the row. No search field can hold a
    /// line break, so nothing is found across two lines.
    fn search_text(&self) -> String {
        self.name().to_owned()
    }

    /// A search finds the rows that contain any of these texts. `search` is the [`Collation::search_key`] of what was
    /// typed; the texts are looked for in the search keys of the rows.
    fn needles(search: &str) -> Vec<String> {
        vec![search.to_owned()]
    }

    /// Whether it is the caller's own, which comes first in every order, so that it is always found at once.
    fn is_own(&self) -> bool {
        false
    }
}

/// What a column sorts rows by.
pub enum SortBy<R> {
    /// The row's name, in the order of the language.
    Name,
    /// Another text, in the order of the language.
    Text(fn(&R) -> &str),
    /// Values that have an order in every language.
    Value(fn(&R, &R) -> Ordering),
    /// The place of each row in the order of the column, as [`Collation::ranks`] gives it for texts.
    Ranks(fn(&[R]) -> Vec<u32>),
}

// Derived, the copy would ask for rows that can be copied.
impl<R> Clone for SortBy<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for SortBy<R> {}

/// What the rows of a list are sorted and searched by, with one call to the language's rules for all of them.
#[derive(Debug)]
pub struct Prepared {
    /// The place of each row in the order of the names.
    ranks: Vec<u32>,
    pub(super) search_keys: Vec<String>,
    own: Vec<usize>,
}

impl Prepared {
    /// Prepares the rows of a list.
    pub fn new<R: TableRow>(rows: &[R], collation: &dyn Collation) -> Self {
        let names: Vec<&str> = rows.iter().map(TableRow::name).collect();
        let texts: Vec<String> = rows.iter().map(TableRow::search_text).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        Self {
            ranks: collation.ranks(&names),
            search_keys: collation.search_keys(&texts),
            own: (0..rows.len()).filter(|index| rows.get(*index).is_some_and(TableRow::is_own)).collect(),
        }
    }

    /// The indexes of all rows, which are those that were prepared, in an order: the caller's own first, then by the
    /// column, then by name.
    pub fn ordered<R>(
        &self,
        rows: &[R],
        by: SortBy<R>,
        direction: Direction,
        collation: &dyn Collation,
    ) -> Vec<usize> {
        match by {
            SortBy::Name => self.sorted(direction, &|a, b| self.by_name(a, b)),
            SortBy::Text(text) => {
                self.by_ranks(direction, &collation.ranks(&rows.iter().map(text).collect::<Vec<_>>()))
            }
            SortBy::Ranks(ranks) => self.by_ranks(direction, &ranks(rows)),
            SortBy::Value(compare) => self.sorted(direction, &|a, b| match (rows.get(a), rows.get(b)) {
                (Some(a), Some(b)) => compare(a, b),
                _ => Ordering::Equal,
            }),
        }
    }

    fn by_ranks(&self, direction: Direction, ranks: &[u32]) -> Vec<usize> {
        self.sorted(direction, &|a, b| ranks.get(a).cmp(&ranks.get(b)))
    }

    fn sorted(&self, direction: Direction, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
        let mut rows: Vec<usize> = (0..self.ranks.len()).filter(|index| !self.own.contains(index)).collect();
        sort(&mut rows, &|a, b| {
            let ordering = compare(a, b);
            let directed = match direction {
                Direction::Ascending => ordering,
                Direction::Descending => ordering.reverse(),
            };
            directed.then_with(|| self.by_name(a, b))
        });
        let mut own_first = self.own.clone();
        own_first.append(&mut rows);
        own_first
    }

    fn by_name(&self, a: usize, b: usize) -> Ordering {
        self.ranks.get(a).cmp(&self.ranks.get(b))
    }
}

/// Sorts indexes; equal ones keep their order. The one sort of the program: runs are merged into longer ones, which is
/// as fast here as the sorts that std chooses from, and a tenth of their code.
pub fn sort(rows: &mut Vec<usize>, compare: &dyn Fn(usize, usize) -> Ordering) {
    let mut run = 1;
    while run < rows.len() {
        let mut sorted = Vec::with_capacity(rows.len());
        for two in rows.chunks(2 * run) {
            let (left, right) = two.split_at(run.min(two.len()));
            merge(left, right, compare, &mut sorted);
        }
        *rows = sorted;
        run *= 2;
    }
}

fn merge(
    mut left: &[usize],
    mut right: &[usize],
    compare: &dyn Fn(usize, usize) -> Ordering,
    sorted: &mut Vec<usize>,
) {
    while let ([a, after_a @ ..], [b, after_b @ ..]) = (left, right) {
        if compare(*b, *a) == Ordering::Less {
            sorted.push(*b);
            right = after_b;
        } else {
            sorted.push(*a);
            left = after_a;
        }
    }
    sorted.extend_from_slice(left);
    sorted.extend_from_slice(right);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::table::collation::Plain;

    #[derive(Debug, Clone, PartialEq)]
    struct User {
        name: &'static str,
        id: &'static str,
        level: u8,
    }

    impl TableRow for User {
        fn name(&self) -> &str {
            self.name
        }

        fn search_text(&self) -> String {
            format!("{}\n{}", self.name, self.id)
        }

        fn is_own(&self) -> bool {
            self.name == "me"
        }
    }

    const BY_ID: SortBy<User> = SortBy::Text(|user| user.id);
    const BY_ID_RANKS: SortBy<User> =
        SortBy::Ranks(|users| users.iter().map(|user| u32::from(user.id.as_bytes()[0])).collect());
    const BY_LEVEL: SortBy<User> = SortBy::Value(|a, b| a.level.cmp(&b.level));

    fn users() -> Vec<User> {
        let user = |(name, id, level)| User { name, id, level };
        [("user2", "cc", 7), ("小明", "bb", 1), ("me", "d9", 3), ("user01", "aa", 1)].map(user).to_vec()
    }

    fn ordered(by: SortBy<User>, direction: Direction) -> Vec<&'static str> {
        let rows = users();
        let order = Prepared::new(&rows, &Plain).ordered(&rows, by, direction, &Plain);
        order.into_iter().map(|index| rows[index].name).collect()
    }

    #[test]
    fn the_caller_is_first_in_every_order() {
        use Direction::{Ascending, Descending};
        assert_eq!(ordered(SortBy::Name, Ascending), ["me", "user01", "user2", "小明"]);
        assert_eq!(ordered(SortBy::Name, Descending), ["me", "小明", "user2", "user01"]);
        assert_eq!(ordered(BY_ID, Ascending), ["me", "user01", "小明", "user2"]);
        assert_eq!(ordered(BY_ID, Descending), ["me", "user2", "小明", "user01"]);
        assert_eq!(ordered(BY_ID_RANKS, Descending), ["me", "user2", "小明", "user01"]);
    }

    #[test]
    fn equal_rows_are_in_the_order_of_their_names_whichever_way_the_column_runs() {
        assert_eq!(ordered(BY_LEVEL, Direction::Ascending), ["me", "user01", "小明", "user2"]);
        assert_eq!(ordered(BY_LEVEL, Direction::Descending), ["me", "user2", "user01", "小明"]);
    }

    proptest! {
        #[test]
        fn sorting_is_that_of_std(keys in proptest::collection::vec(0u8..9, 0..70)) {
            let mut sorted: Vec<usize> = (0..keys.len()).collect();
            let mut expected = sorted.clone();
            sort(&mut sorted, &|a, b| keys[a].cmp(&keys[b]));
            expected.sort_by(|a, b| keys[*a].cmp(&keys[*b]));
            prop_assert_eq!(sorted, expected);
        }

        #[test]
        fn sorting_never_loses_or_doubles_a_row(levels in proptest::collection::vec(0u8..4, 0..40), descending: bool) {
            let rows: Vec<User> = levels.iter().map(|level| User { name: "a", id: "1", level: *level }).collect();
            let direction = if descending { Direction::Descending } else { Direction::Ascending };
            let mut order = Prepared::new(&rows, &Plain).ordered(&rows, BY_LEVEL, direction, &Plain);
            let levels: Vec<u8> = order.iter().map(|index| rows[*index].level).collect();
            let is_sorted = levels.is_sorted_by(|a, b| if descending { a >= b } else { a <= b });
            prop_assert!(is_sorted);
            order.sort_unstable();
            prop_assert_eq!(order, (0..rows.len()).collect::<Vec<_>>());
        }
    }
}
