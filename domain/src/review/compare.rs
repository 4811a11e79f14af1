//! What has changed between two snapshots of an account: for each user and target, for each target, and who is called
//! otherwise.
//!
//! What was not read on either side is not known. It is never "gone", "new", "revoked" or "granted".

mod changes;
mod existence;
mod targets;
mod users;

use super::snapshot::Snapshot;

pub use changes::{Change, Kind};
pub use existence::{Existence, Side};
pub use targets::{Lists, Numbers, SharesChange, TargetChange, VisibilityChange};
pub use users::{ComparedUser, Renamed};

use changes::{Compact, Values, changes};
pub(in crate::review) use existence::Proof;
use targets::targets;
use users::Users;

/// Why two snapshots can't be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mismatch {
    /// They are of two accounts.
    Account,
    /// They are of two regions.
    Region,
}

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The targets of both snapshots, sorted.
    pub targets: Vec<TargetChange>,
    /// The users of both, by id.
    pub users: Vec<ComparedUser>,
    /// Who is called otherwise than before.
    pub renamed: Vec<Renamed>,
    values: Values,
    changes: Vec<Compact>,
}

/// How many changes of each kind there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Permissions that are new.
    pub granted: usize,
    /// Permissions that are no more.
    pub revoked: usize,
    /// Levels that are higher.
    pub raised: usize,
    /// Levels that are lower.
    pub lowered: usize,
    /// Values of which one is no level.
    pub changed: usize,
    /// Of these users nobody knows whether they are on both lists.
    pub unknown: usize,
}

impl Comparison {
    /// Compares an older snapshot with a newer one.
    ///
    /// # Errors
    /// They are not of the same account and region.
    pub fn new(before: &Snapshot, after: &Snapshot) -> Result<Self, Mismatch> {
        if before.about.region != after.about.region {
            return Err(Mismatch::Region);
        }
        if !before.about.account.is_same(&after.about.account) {
            return Err(Mismatch::Account);
        }
        let is_same_caller = before.about.caller.id == after.about.caller.id;
        let proofs = (Proof::of(before, is_same_caller), Proof::of(after, is_same_caller));
        let targets = targets(before, after, &proofs.0, &proofs.1);
        let users = Users::of(before, after);
        let values = Values::of(before, after);
        let changes = changes(before, after, &targets, &users, &values);
        let renamed = users.renamed(before, after);
        Ok(Self { targets, users: users.all, renamed, values, changes })
    }

    /// What has changed for users, by target and user.
    pub fn changes(&self) -> impl Iterator<Item = Change<'_>> {
        self.changes.iter().filter_map(|change| change.shown(&self.targets, &self.users, &self.values))
    }

    /// How many changes of each kind there are.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for change in &self.changes {
            *match change.kind {
                Kind::Granted => &mut counts.granted,
                Kind::Revoked => &mut counts.revoked,
                Kind::Raised => &mut counts.raised,
                Kind::Lowered => &mut counts.lowered,
                Kind::Changed => &mut counts.changed,
                Kind::Unknown => &mut counts.unknown,
            } += 1;
        }
        counts
    }
}

#[cfg(test)]
mod tests;
