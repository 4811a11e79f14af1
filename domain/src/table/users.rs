//! Rows of users: by what they are found and sorted, and which of them a table shows.

use std::sync::Arc;

use crate::grant::directory::{AccountFilter, Directory};
use crate::model::level::Level;
use crate::model::names::{UserId, UserName};
use crate::model::user_id::search_text;
use crate::table::rows::{TableRow, sort};

/// A row that is about one user. Every such row is a [`TableRow`]: found by names and id, sorted by the first name.
pub trait UserRow: Clone + PartialEq + Send + Sync + 'static {
    /// The user's names, as far as they are known; the first is shown first.
    fn names(&self) -> &[UserName];

    /// The user's id, where it is known.
    fn id(&self) -> Option<&UserId>;

    /// The level by which the table is filtered; `None` where there is none of the three.
    fn level(&self) -> Option<Level>;

    /// Whether the user is the caller.
    fn is_caller(&self) -> bool;
}

impl<R: UserRow> TableRow for R {
    fn name(&self) -> &str {
        self.names().first().map_or("", UserName::as_str)
    }

    fn search_text(&self) -> String {
        let id = self.id().map(UserId::as_str);
        self.names().iter().map(UserName::as_str).chain(id).collect::<Vec<_>>().join("\n")
    }

    /// An id is found by a piece of a UUID too, whose hyphens do not count.
    fn needles(search: &str) -> Vec<String> {
        let without_hyphens = search_text(search).into_owned();
        if without_hyphens == search {
            vec![without_hyphens]
        } else {
            vec![search.to_owned(), without_hyphens]
        }
    }

    fn is_own(&self) -> bool {
        self.is_caller()
    }
}

/// The places of rows in the order of their ids. The form in which ids are compared is made once for each id, not for
/// each comparison.
pub fn ranks_by_id<R: UserRow>(rows: &[R]) -> Vec<u32> {
    ranks(&rows.iter().map(|row| row.id().map(UserId::order)).collect::<Vec<_>>())
}

fn ranks(keys: &[Option<Vec<u8>>]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    sort(&mut order, &|a, b| keys.get(a).cmp(&keys.get(b)));
    let mut ranks = vec![0; keys.len()];
    let (mut rank, mut before) = (0, None);
    for index in order {
        let key = keys.get(index);
        rank += u32::from(before.is_some_and(|before| key != before));
        before = Some(key);
        if let Some(place) = ranks.get_mut(index) {
            *place = rank;
        }
    }
    ranks
}

/// What a row needs to be shown, besides what the search asks for.
#[derive(Debug, Clone, Default)]
pub struct UserFilter {
    /// This level.
    pub level: Option<Level>,
    /// This standing in the account, which the directory knows.
    pub account: Option<(AccountFilter, Arc<Directory>)>,
}

impl UserFilter {
    /// Whether a row is shown. The caller's own row is never one that lacks something: the caller is signed in.
    pub fn fits(&self, row: &impl UserRow) -> bool {
        let id = row.id().filter(|_| !row.is_caller());
        self.level.is_none_or(|level| row.level() == Some(level))
            && self.account.as_ref().is_none_or(|(filter, directory)| directory.lets_through(*filter, id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::access::AccessEntry;
    use crate::model::user::{ListedUsers, UserGrant};
    use crate::table::collation::Plain;
    use crate::text::contains::contains;

    fn entry(id: &str, level: Level, is_own: bool) -> AccessEntry {
        AccessEntry {
            grant: UserGrant { id: Some(UserId::new(id)), name: None, permission: level.into() },
            is_own,
        }
    }

    #[test]
    fn without_a_filter_every_row_is_shown() {
        assert!(UserFilter::default().fits(&entry("1", Level::Read, false)));
    }

    #[test]
    fn an_id_is_found_by_a_piece_of_a_uuid() {
        let key = "ann\n0a1b2c3d";
        let is_found = |search| AccessEntry::needles(search).iter().any(|needle| contains(key, needle));
        assert!(is_found("a1-b2") && is_found("ann") && !is_found("a-n"));
        assert_eq!(AccessEntry::needles("a1-b2"), ["a1-b2", "a1b2"]);
        assert_eq!(AccessEntry::needles("ann"), ["ann"]);
        assert_eq!(AccessEntry::needles("a-n"), ["a-n"]);
    }

    #[test]
    fn equal_ids_have_the_same_place_however_they_are_written() {
        let ids = ["0A1B2C3D4E5F60718293A4B5C6D7E8F9", "robot", "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9", "0"];
        let mut rows = ids.map(|id| entry(id, Level::Read, false)).to_vec();
        assert_eq!(ranks_by_id(&rows), [1, 2, 1, 0]);
        rows.push(AccessEntry { grant: UserGrant { id: None, ..rows[0].grant.clone() }, is_own: false });
        assert_eq!(ranks_by_id(&rows), [2, 3, 2, 1, 0]);
        assert!(ranks_by_id::<AccessEntry>(&[]).is_empty());
    }

    #[test]
    fn a_level_is_only_what_it_says() {
        let filter = UserFilter { level: Some(Level::Write), account: None };
        let fits = |level| filter.fits(&entry("1", level, true));
        assert_eq!(Level::ALL.map(fits), [false, true, false]);
    }

    #[test]
    fn users_outside_the_account_are_found_but_never_the_caller() {
        let directory = Arc::new(Directory::new(Some(&ListedUsers::default()), [], &Plain));
        let filter = UserFilter { level: None, account: Some((AccountFilter::Absent, directory)) };
        assert!(filter.fits(&entry("1", Level::Read, false)));
        assert!(!filter.fits(&entry("1", Level::Read, true)));
        let both = UserFilter { level: Some(Level::Write), ..filter };
        assert!(!both.fits(&entry("1", Level::Read, false)));
    }
}
