//! Which rows of a table a search finds. It runs with every key, and skips the rows that a longer search can't find.

use std::ops::Deref;
use std::sync::Arc;

use crate::table::rows::Prepared;
use crate::text::contains::contains;

/// The rows of a list in an order, and what they are searched by.
#[derive(Debug)]
pub struct Ordered {
    prepared: Shared<Prepared>,
    /// The indexes of the rows.
    rows: Vec<usize>,
}

impl Ordered {
    /// Rows that were prepared, in an order that [`Prepared::ordered`] has made.
    pub const fn new(prepared: Shared<Prepared>, rows: Vec<usize>) -> Self {
        Self { prepared, rows }
    }
}

/// A shared value. Two are equal only if they are the same one, whatever is in them, so comparing them takes no time.
#[derive(Debug)]
pub struct Shared<T>(Arc<T>);

impl<T> Shared<T> {
    /// Shares a value.
    pub fn new(value: T) -> Self {
        Self(Arc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// The rows that a search finds. Searching is separate from sorting, so a key costs one pass and no sort.
#[derive(Debug)]
pub struct Found {
    among: Shared<Ordered>,
    needles: Vec<String>,
    /// The indexes of the rows that it finds, in their order.
    pub rows: Vec<usize>,
}

/// What was found counts, not what was typed: a search that finds the same rows changes nothing in a table.
impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        self.among == other.among && self.rows == other.rows
    }
}

impl Found {
    /// Searches the rows. Where the search only asks for more than `before` did, nothing but what that found is looked at.
    pub fn new(among: &Shared<Ordered>, needles: Vec<String>, before: Option<&Found>) -> Self {
        let before = before.filter(|before| before.is_refined_by(among, &needles));
        let candidates = before.map_or(&among.rows, |before| &before.rows);
        let keys = &among.prepared.search_keys;
        let is_found = |key: &String| needles.iter().any(|needle| contains(key, needle));
        let rows =
            candidates.iter().copied().filter(|index| keys.get(*index).is_some_and(is_found)).collect();
        Self { among: among.clone(), needles, rows }
    }

    /// Whether everything that the needles find was found before: what contains a needle contains every part of it.
    fn is_refined_by(&self, among: &Shared<Ordered>, needles: &[String]) -> bool {
        let was_found = |needle: &String| self.needles.iter().any(|part| contains(needle, part));
        self.among == *among && needles.iter().all(was_found)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::table::collation::{Collation, Plain};
    use crate::table::rows::TableRow;

    #[derive(Debug, Clone, PartialEq)]
    struct User(&'static str, &'static str);

    impl TableRow for User {
        fn name(&self) -> &str {
            self.0
        }

        fn search_text(&self) -> String {
            format!("{}\n{}", self.0, self.1)
        }
    }

    const USERS: [User; 4] =
        [User("user2", "cc"), User("小明", "bb"), User("me", "d9"), User("user01", "aa")];

    fn all() -> Shared<Ordered> {
        let prepared = Shared::new(Prepared::new(&USERS, &Plain));
        Shared::new(Ordered::new(prepared, vec![0, 1, 2, 3]))
    }

    fn found(search: &str) -> Vec<&'static str> {
        let found = Found::new(&all(), User::needles(&Plain.search_key(search)), None);
        found.rows.into_iter().map(|index| USERS[index].0).collect()
    }

    #[test]
    fn a_search_finds_parts_of_each_line_in_any_case_and_keeps_the_order() {
        assert_eq!(found("USER"), ["user2", "user01"]);
        assert_eq!(found(" bb "), ["小明"]);
        assert_eq!(found(""), ["user2", "小明", "me", "user01"]);
        assert!(found("nobody").is_empty());
        assert!(found("user2 cc").is_empty());
    }

    #[test]
    fn only_a_search_for_more_looks_at_what_was_found() {
        let (all, others) = (all(), all());
        let before = Found::new(&all, vec!["us".to_owned(), "b".to_owned()], None);
        let is_refined = |among, needles: &[&str]| {
            before.is_refined_by(among, &needles.iter().map(ToString::to_string).collect::<Vec<_>>())
        };
        assert!(is_refined(&all, &["user"]) && is_refined(&all, &["bb", "use"]));
        assert!(!is_refined(&all, &["use", "s"]), "the second finds what was not found");
        assert!(!is_refined(&others, &["user"]), "another list");
    }

    proptest! {
        #[test]
        fn what_is_found_never_depends_on_what_was_searched_before(searches in proptest::collection::vec("[a-cu -]{0,3}", 1..8)) {
            let all = all();
            let mut before = None;
            for search in searches {
                let needles = vec![search.clone(), search.replace('-', "")];
                let found = Found::new(&all, needles.clone(), before.as_ref());
                prop_assert_eq!(&found, &Found::new(&all, needles, None));
                before = Some(found);
            }
        }
    }
}
