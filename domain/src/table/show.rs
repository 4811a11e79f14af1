//! Which rows a table shows, beside the search. Each table knows some of these, and takes the others for none.

use crate::grant::directory::AccountFilter;
use crate::outside::reach::ReachFilter;

/// See the module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Show {
    /// Users, by what the account says of them.
    Account(AccountFilter),
    /// Images, by who reaches them from outside.
    Reach(ReachFilter),
}

impl Show {
    const ALL: [Show; 4] = [
        Show::Account(AccountFilter::Absent),
        Show::Account(AccountFilter::Disabled),
        Show::Reach(ReachFilter::Public),
        Show::Reach(ReachFilter::Shared),
    ];

    /// The word in a URL.
    pub const fn key(self) -> &'static str {
        match self {
            Show::Account(AccountFilter::Absent) => "absent",
            Show::Account(AccountFilter::Disabled) => "disabled",
            Show::Reach(ReachFilter::Public) => "public",
            Show::Reach(ReachFilter::Shared) => "shared",
        }
    }

    /// The filter of a word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|show| show.key() == key)
    }

    /// The word of a choice; empty for all rows.
    pub fn key_of(show: Option<Self>) -> String {
        show.map_or("", Self::key).to_owned()
    }

    /// As a table of users takes it.
    pub const fn account(self) -> Option<AccountFilter> {
        match self {
            Show::Account(filter) => Some(filter),
            Show::Reach(_) => None,
        }
    }

    /// As a table of images takes it.
    pub const fn reach(self) -> Option<ReachFilter> {
        match self {
            Show::Reach(filter) => Some(filter),
            Show::Account(_) => None,
        }
    }
}
