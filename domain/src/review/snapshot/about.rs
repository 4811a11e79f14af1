//! Who has read what, where and when, and what the service counts by itself.

use crate::model::names::{AccountName, OrganizationName, RegionId};
use crate::model::user::Person;
use crate::text::time::UnixMillis;

/// What a snapshot says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Who has read it: the lists show what this user may see.
    pub caller: Person,
    /// The region.
    pub region: RegionId,
    /// The account.
    pub account: Account,
    /// What was to be read.
    pub scope: Scope,
    /// When the reading began.
    pub started: UnixMillis,
}

/// An account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its id, where a service has said it.
    pub id: Option<String>,
    /// Its name.
    pub name: AccountName,
}

impl Account {
    /// Whether two snapshots are of the same account: by id if both say one, else by name.
    pub fn is_same(&self, other: &Account) -> bool {
        match (&self.id, &other.id) {
            (Some(own), Some(other)) => own == other,
            _ => self.name == other.name,
        }
    }
}

/// Which organizations are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// All that the caller sees.
    All,
    /// These.
    Some(Vec<OrganizationName>),
}

impl Scope {
    /// Whether an organization is one of those that are read. Filters of the service match names that are only alike, so
    /// this compares the whole name.
    pub fn includes(&self, organization: &OrganizationName) -> bool {
        match self {
            Scope::All => true,
            Scope::Some(names) => names.contains(organization),
        }
    }
}

/// What the service counts for the whole account, where it says so. The counts may lag behind the lists.
///
/// Source: SWR API reference, "querying the overview": `namspace_num` and `repo_num`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// The organizations.
    pub organizations: Option<u64>,
    /// The images.
    pub images: Option<u64>,
}
