//! The second line: how the lists were read that are not about one organization.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use domain::review::snapshot::Lists;

use super::Form;
use super::reading::Listing;

/// The kind of the line.
pub(in crate::api::snapshot_file) const KIND: &str = "lists";

/// See the module.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::api::snapshot_file) struct ListsLine<'a> {
    #[serde(borrow)]
    t: Cow<'a, str>,
    organizations: Listing,
    users: Listing,
    shared: Listing,
}

impl ListsLine<'_> {
    pub(in crate::api::snapshot_file) fn of(lists: &Lists, form: Form) -> Self {
        Self {
            t: KIND.into(),
            organizations: Listing::of(&lists.organizations, form),
            users: Listing::of(&lists.users, form),
            shared: Listing::of(&lists.shared, form),
        }
    }

    /// What it says; `None` where its keys don't go together.
    pub(in crate::api::snapshot_file) fn lists(self) -> Option<Lists> {
        Some(Lists {
            organizations: self.organizations.reading()?,
            users: self.users.reading()?,
            shared: self.shared.reading()?,
        })
    }
}
