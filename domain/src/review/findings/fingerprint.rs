//! What makes two findings of two snapshots the same one.

use crate::model::names::{Target, UserId};
use crate::review::snapshot::{Snapshot, UserNumber};

use super::{Evidence, Finding, Rule};

/// The rule, and what and whom it is about. Another user, or another account that an image is shared with, makes another
/// finding: who has accepted the one has not accepted the other.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint {
    /// The rule.
    pub rule: Rule,
    /// The organization or image.
    pub target: Option<Target>,
    /// The users, by id.
    pub users: Vec<UserId>,
    /// The other accounts, by name; one whose name could not be read has none.
    pub accounts: Vec<String>,
}

impl Finding {
    /// What makes it the same one in another snapshot.
    pub fn fingerprint(&self, snapshot: &Snapshot) -> Fingerprint {
        let id = |user: &UserNumber| snapshot.people().get(*user).map(|known| known.id.clone());
        let mut accounts: Vec<String> = match &self.evidence {
            Evidence::SharedWith { accounts, .. } => accounts
                .iter()
                .map(|share| share.account.as_ref().map(ToString::to_string).unwrap_or_default())
                .collect(),
            _ => Vec::new(),
        };
        accounts.sort_unstable();
        Fingerprint {
            rule: self.rule,
            target: self
                .target
                .and_then(|place| snapshot.subject(place))
                .map(|subject| subject.target.clone()),
            users: self.users.iter().filter_map(id).collect(),
            accounts,
        }
    }
}
