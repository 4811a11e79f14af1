//! Rows of users: by what they are found and sorted, and which of them a table shows.

use std::hash::Hash;
use std::sync::Arc;

use crate::grant::directory::{AccountFilter, Directory};
use crate::model::level::Level;
use crate::model::names::{UserId, UserName};
use crate::model::user_id::search_text;
use crate::table::rows::TableRow;

/// A row that is about one user. Every such row is a [`TableRow`]: found by names and id, sorted by the first name.
pub trait UserRow: Hash + Send + Sync + 'static {
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
    fn is_found(text: &str, search: &str) -> bool {
        text.contains(search) || text.contains(search_text(search).as_ref())
    }

    fn is_own(&self) -> bool {
        self.is_caller()
    }
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
    use crate::model::user::UserGrant;
    use crate::table::collation::Plain;

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
        let is_found = |search| AccessEntry::is_found("ann\n0a1b2c3d", search);
        assert!(is_found("a1-b2") && is_found("ann") && !is_found("a-n"));
    }

    #[test]
    fn a_level_is_only_what_it_says() {
        let filter = UserFilter { level: Some(Level::Write), account: None };
        let fits = |level| filter.fits(&entry("1", level, true));
        assert_eq!(Level::ALL.map(fits), [false, true, false]);
    }

    #[test]
    fn users_outside_the_account_are_found_but_never_the_caller() {
        let directory = Arc::new(Directory::new(Some(&[]), [], &Plain));
        let filter = UserFilter { level: None, account: Some((AccountFilter::Absent, directory)) };
        assert!(filter.fits(&entry("1", Level::Read, false)));
        assert!(!filter.fits(&entry("1", Level::Read, true)));
        let both = UserFilter { level: Some(Level::Write), ..filter };
        assert!(!both.fits(&entry("1", Level::Read, false)));
    }
}
