//! From what was read to a snapshot: users and values get numbers that do not depend on the order of reading.

use crate::grant::directory::Standing;
use crate::model::names::UserId;
use crate::text::time::UnixMillis;

use super::super::grants::{Grants, length};
use super::super::people::{KnownUser, People};
use super::super::{Snapshot, UserNumber};
use super::{Builder, Entry, row::NAMELESS};

/// The number of a user who is not in the snapshot.
const NOBODY: u32 = u32::MAX;

/// Who and what is on the lists, collected in one look at all grants: there can be millions.
struct Seen {
    /// By the number that the user has while lists are read; `None` for one on no list and not in the account.
    users: Vec<Option<SeenUser>>,
    /// Whether a list has the value with this number.
    values: Vec<bool>,
}

#[derive(Clone, Default)]
struct SeenUser {
    /// On how many lists.
    lists: u32,
    /// The names there.
    names: Vec<u32>,
}

impl SeenUser {
    fn add_name(&mut self, name: u32) {
        if name != NAMELESS && !self.names.contains(&name) {
            self.names.push(name);
        }
    }
}

impl Seen {
    fn user(&self, number: u32) -> Option<&SeenUser> {
        self.users.get(number as usize)?.as_ref()
    }

    fn user_mut(&mut self, number: u32) -> Option<&mut Option<SeenUser>> {
        self.users.get_mut(number as usize)
    }

    fn values(&self) -> impl Iterator<Item = u8> {
        (0..=u8::MAX).zip(&self.values).filter_map(|(value, is_used)| is_used.then_some(value))
    }
}

impl Builder {
    /// The snapshot of what was read so far.
    pub fn freeze(&self, ended: UnixMillis, is_stopped: bool) -> Snapshot {
        let seen = self.seen();
        let order = self.by_id(&seen);
        let mut numbers = vec![NOBODY; seen.users.len()];
        for (new, old) in order.iter().enumerate() {
            if let Some(number) = numbers.get_mut(*old as usize) {
                *number = UserNumber::at(new).0;
            }
        }
        let (values, value_numbers) = self.values.sorted(seen.values());
        let rows = self.subjects.values().map(|entry| {
            entry.row.iter().map(|(user, value)| {
                let user = numbers.get(user as usize).copied().unwrap_or(NOBODY);
                (user, value_numbers.get(usize::from(value)).copied().unwrap_or(value))
            })
        });
        let of_users = order.iter().map(|user| seen.user(*user).map_or(0, |user| user.lists));
        let of_subjects = self.subjects.values().map(|entry| length(entry.row.len()));
        // Turned twice, each row is sorted by the new numbers.
        let grants = Grants::turned(rows, of_users).turned_again(of_subjects);
        Snapshot {
            about: self.about.clone(),
            viewer: self.viewer.clone(),
            ended,
            is_stopped,
            totals: self.totals,
            lists: self.lists.clone(),
            people: self.people(&order, &seen),
            subjects: self.subjects().cloned().collect(),
            values,
            grants,
        }
    }

    fn seen(&self) -> Seen {
        let mut seen =
            Seen { users: vec![None; self.ids.items().len()], values: vec![false; usize::from(u8::MAX) + 1] };
        for Entry { row, .. } in self.subjects.values() {
            for ((user, value), name) in row.iter().zip(&row.names) {
                if let Some(user) = seen.user_mut(user) {
                    let user = user.get_or_insert_default();
                    user.lists += 1;
                    user.add_name(*name);
                }
                if let Some(is_used) = seen.values.get_mut(usize::from(value)) {
                    *is_used = true;
                }
            }
        }
        for user in self.account.keys() {
            if let Some(user) = seen.user_mut(*user) {
                user.get_or_insert_default();
            }
        }
        for (user, name) in &self.kept_names {
            // Names of users who are on no list and not in the account stay out of the snapshot.
            if let Some(Some(user)) = seen.user_mut(*user) {
                user.add_name(*name);
            }
        }
        seen
    }

    /// The numbers of everyone who was seen, sorted by id.
    fn by_id(&self, seen: &Seen) -> Vec<u32> {
        let numbered = (0..).zip(&seen.users);
        let mut order: Vec<u32> =
            numbered.filter_map(|(number, user)| user.is_some().then_some(number)).collect();
        order.sort_by_cached_key(|user| self.ids.get(*user).map(UserId::order));
        order
    }

    fn people(&self, order: &[u32], seen: &Seen) -> People {
        let user = |number: &u32| self.known_user(*number, &seen.user(*number)?.names);
        People::sorted(order.iter().filter_map(user).collect())
    }

    fn known_user(&self, user: u32, on_lists: &[u32]) -> Option<KnownUser> {
        let account = self.account.get(&user);
        let standing = match account {
            Some((_, true)) => Standing::Active,
            Some((_, false)) => Standing::Disabled,
            // A list that was not read to its end does not prove that a user is not on it.
            None if self.lists.users.is_whole() => Standing::Absent,
            None => Standing::NotKnown,
        };
        let own = account.map(|(name, _)| *name);
        let mut others: Vec<_> = on_lists
            .iter()
            .filter(|name| Some(**name) != own)
            .filter_map(|name| self.names.get(*name))
            .collect();
        others.sort_unstable();
        let own = own.and_then(|name| self.names.get(name));
        let names = own.into_iter().chain(others).cloned().collect();
        Some(KnownUser { id: self.ids.get(user)?.clone(), names, standing })
    }
}
