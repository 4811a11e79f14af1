//! The accounts that an image is shared with. All users of such an account can pull it, whatever the image's list says.
//!
//! Source: SWR API reference, "managing image sharing" (`access-domains`).

use crate::model::catalog::{Collection, Completeness};
use crate::model::names::AccountName;
use crate::table::rows::TableRow;
use crate::text::time::UnixMillis;

use super::until::Until;

/// The longest description that the service takes, in characters.
pub const DESCRIPTION_LONGEST: usize = 1000;

/// One account that an image is shared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The account (`access_domain` on the wire).
    pub account: AccountName,
    /// What it may do (`permit` on the wire). The service knows `read` alone; anything else is shown as it came.
    pub permit: Option<String>,
    /// The rest, which can be changed.
    pub terms: Terms,
}

/// What can be changed about a share.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Terms {
    /// Until when.
    pub until: Until,
    /// What it is for, in the words of whoever shared it.
    pub description: String,
}

impl TableRow for Share {
    fn name(&self) -> &str {
        self.account.as_str()
    }

    fn search_text(&self) -> String {
        format!("{}\n{}", self.account, self.terms.description)
    }
}

/// All accounts that an image is shared with. An entry that can't be read may be any account.
pub type Shares = Collection<Share>;

/// How many accounts an image is shared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ShareCount {
    /// All of them.
    pub all: usize,
    /// Those whose time is over: they are still listed.
    pub expired: usize,
}

impl Collection<Share> {
    /// The list as it came, with how many entries could not be read.
    pub fn of(items: Vec<Share>, unreadable: usize) -> Self {
        Self { items: items.into(), completeness: Completeness::Whole, unreadable }
    }

    /// The terms on which the image is shared with an account; `None` if it isn't listed.
    pub fn terms(&self, account: &AccountName) -> Option<&Terms> {
        self.items.iter().find(|share| share.account == *account).map(|share| &share.terms)
    }

    /// Whether it is no proof that an account is not listed.
    pub const fn may_hide_an_account(&self) -> bool {
        self.unreadable > 0
    }

    /// How many accounts there are at a moment. An entry that can't be read is one.
    pub fn count(&self, now: UnixMillis) -> ShareCount {
        let expired = self.items.iter().filter(|share| share.terms.until.is_over(now) == Some(true)).count();
        ShareCount { all: self.items.len() + self.unreadable, expired }
    }
}
