//! The users of two snapshots, each once, and who of them is called otherwise.

use std::cmp::Ordering;

use crate::model::names::{UserId, UserName};
use crate::review::coverage::Coverage;
use crate::review::snapshot::{KnownUser, Reading, Snapshot, UserNumber};

/// A user of two snapshots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedUser {
    /// The id.
    pub id: UserId,
    /// The names in the newer snapshot, or in the older one if the user is not in the newer one.
    pub names: Vec<UserName>,
    /// The user in the older snapshot.
    pub before: Option<UserNumber>,
    /// The user in the newer snapshot.
    pub after: Option<UserNumber>,
}

/// A user who is called otherwise than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamed {
    /// The id.
    pub id: UserId,
    /// The former names.
    pub before: Vec<UserName>,
    /// The present ones.
    pub after: Vec<UserName>,
}

/// The users, and the place of each user of both snapshots among them.
#[derive(Debug)]
pub(super) struct Users {
    pub(super) all: Vec<ComparedUser>,
    before: Vec<u32>,
    after: Vec<u32>,
}

impl Users {
    pub(super) fn of(before: &Snapshot, after: &Snapshot) -> Self {
        let (old, new) = (before.people().all(), after.people().all());
        let mut users = Self { all: Vec::new(), before: Vec::new(), after: Vec::new() };
        let (mut left, mut right) = (0, 0);
        loop {
            let order = match (old.get(left), new.get(right)) {
                (None, None) => return users,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(a), Some(b)) => a.id.cmp(&b.id),
            };
            let old = old.get(left).filter(|_| order != Ordering::Greater);
            let new = new.get(right).filter(|_| order != Ordering::Less);
            users.add(old.map(|user| (left, user)), new.map(|user| (right, user)));
            left += usize::from(old.is_some());
            right += usize::from(new.is_some());
        }
    }

    fn add(&mut self, old: Option<(usize, &KnownUser)>, new: Option<(usize, &KnownUser)>) {
        let Some((_, user)) = new.or(old) else { return };
        let place = UserNumber::at(self.all.len()).0;
        self.before.extend(old.map(|_| place));
        self.after.extend(new.map(|_| place));
        self.all.push(ComparedUser {
            id: user.id.clone(),
            names: user.names.clone(),
            before: old.map(|(index, _)| UserNumber::at(index)),
            after: new.map(|(index, _)| UserNumber::at(index)),
        });
    }

    /// The place of a user of the older snapshot.
    pub(super) fn of_before(&self, user: u32) -> Option<u32> {
        self.before.get(user as usize).copied()
    }

    /// The place of a user of the newer snapshot.
    pub(super) fn of_after(&self, user: u32) -> Option<u32> {
        self.after.get(user as usize).copied()
    }

    /// Who is called otherwise. The account's own list of users decides; where it was not read, the names on access lists do,
    /// and only if all of them were read: another one may have the former name.
    pub(super) fn renamed(&self, before: &Snapshot, after: &Snapshot) -> Vec<Renamed> {
        let knows_all_names = has_all_names(before) && has_all_names(after);
        let renamed = |user: &ComparedUser| {
            let (old, new) = (before.people().get(user.before?)?, after.people().get(user.after?)?);
            let is_renamed = match (old.account_name(), new.account_name()) {
                (Some(old), Some(new)) => old != new,
                _ => knows_all_names && have_nothing_in_common(&old.names, &new.names),
            };
            is_renamed.then(|| Renamed {
                id: user.id.clone(),
                before: old.names.clone(),
                after: new.names.clone(),
            })
        };
        self.all.iter().filter_map(renamed).collect()
    }
}

fn have_nothing_in_common(old: &[UserName], new: &[UserName]) -> bool {
    !old.is_empty() && !new.is_empty() && !old.iter().any(|name| new.contains(name))
}

/// Whether every list with names was read to its last entry.
fn has_all_names(snapshot: &Snapshot) -> bool {
    let are_read = |reading: &Reading| reading.is_whole() || *reading == Reading::Gone;
    Coverage::of(snapshot).open_lists.is_empty()
        && snapshot.subjects().iter().all(|one| are_read(&one.reading))
}
