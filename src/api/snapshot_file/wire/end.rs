//! The last line: the sums, what the service counts by itself, and the digest of the content.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use domain::review::snapshot::Totals;

use super::super::digest::ContentDigest;
use super::super::sums::Sums;

/// The kind of the line.
pub(in crate::api::snapshot_file) const KIND: &str = "end";

/// See the module. `listed` is `read` + `denied` + `gone` + `failed` + `not_yet`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::api::snapshot_file) struct EndLine<'a> {
    #[serde(borrow)]
    t: Cow<'a, str>,
    users: u64,
    organizations: u64,
    images: u64,
    listed: u64,
    read: u64,
    denied: u64,
    gone: u64,
    failed: u64,
    not_yet: u64,
    grants: u64,
    accepted: u64,
    /// What the service counts for the whole account.
    organizations_total: Option<u64>,
    images_total: Option<u64>,
    content: String,
}

impl EndLine<'_> {
    pub(in crate::api::snapshot_file) fn of(sums: &Sums, totals: Totals, content: ContentDigest) -> Self {
        Self {
            t: KIND.into(),
            users: sums.users,
            organizations: sums.organizations,
            images: sums.images,
            listed: sums.listed(),
            read: sums.read,
            denied: sums.denied,
            gone: sums.gone,
            failed: sums.failed,
            not_yet: sums.not_yet,
            grants: sums.grants,
            accepted: sums.accepted,
            organizations_total: totals.organizations,
            images_total: totals.images,
            content: content.to_wire(),
        }
    }

    /// What the service counts.
    pub(in crate::api::snapshot_file) const fn totals(&self) -> Totals {
        Totals { organizations: self.organizations_total, images: self.images_total }
    }

    /// The digest; `None` where it is none.
    pub(in crate::api::snapshot_file) fn content(&self) -> Option<ContentDigest> {
        ContentDigest::of_wire(&self.content)
    }
}
