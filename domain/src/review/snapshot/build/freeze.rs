//! From what was read to a snapshot: users and values get numbers that do not depend on the order of reading.

use crate::grant::directory::Standing;
use crate::model::names::UserId;
use crate::text::time::UnixMillis;

use super::super::grants::Grants;
use super::super::people::{KnownUser, People};
use super::super::{Snapshot, UserNumber};
use super::{Builder, row::NAMELESS};

/// The number of a user who is not in the snapshot.
const NOBODY: u32 = u32::MAX;

impl Builder {
    /// The snapshot of what was read so far.
    pub fn freeze(&self, ended: UnixMillis, is_stopped: bool) -> Snapshot {
        let order = self.present();
        let mut numbers = vec![NOBODY; self.ids.items().len()];
        for (new, old) in order.iter().enumerate() {
            if let Some(number) = numbers.get_mut(*old as usize) {
                *number = UserNumber::at(new).0;
            }
        }
        let (values, value_numbers) =
            self.values.sorted(self.subjects.values().flat_map(|entry| entry.row.values.iter().copied()));
        let mut grants = Grants::default();
        for entry in self.subjects.values() {
            grants.push(entry.row.iter().map(|(user, value)| {
                let user = numbers.get(user as usize).copied().unwrap_or(NOBODY);
                (user, value_numbers.get(usize::from(value)).copied().unwrap_or(value))
            }));
        }
        Snapshot {
            about: self.about.clone(),
            viewer: self.viewer.clone(),
            ended,
            is_stopped,
            totals: self.totals,
            lists: self.lists.clone(),
            people: self.people(&order, &numbers),
            subjects: self.subjects().cloned().collect(),
            values,
            // Turned twice, each row is sorted by the new numbers.
            grants: grants.transposed(order.len()).transposed(self.subjects.len()),
        }
    }

    /// Everyone on a list or in the account, by id.
    fn present(&self) -> Vec<u32> {
        let mut is_present = vec![false; self.ids.items().len()];
        let on_lists = self.subjects.values().flat_map(|entry| entry.row.users.iter());
        for user in on_lists.chain(self.account.keys()) {
            if let Some(is_present) = is_present.get_mut(*user as usize) {
                *is_present = true;
            }
        }
        let numbered = (0..).zip(is_present);
        let mut present: Vec<u32> =
            numbered.filter_map(|(user, is_present)| is_present.then_some(user)).collect();
        present.sort_by_cached_key(|user| self.ids.get(*user).map(UserId::order));
        present
    }

    fn people(&self, order: &[u32], numbers: &[u32]) -> People {
        let mut names: Vec<Vec<u32>> = vec![Vec::new(); order.len()];
        let in_rows = self
            .subjects
            .values()
            .flat_map(|entry| entry.row.users.iter().copied().zip(entry.row.names.iter().copied()));
        for (user, name) in in_rows.chain(self.kept_names.iter().copied()) {
            let place = numbers.get(user as usize).copied().unwrap_or(NOBODY);
            if let Some(names) = names.get_mut(place as usize)
                && name != NAMELESS
                && !names.contains(&name)
            {
                names.push(name);
            }
        }
        let users = order.iter().zip(names).filter_map(|(user, names)| self.known_user(*user, &names));
        People::sorted(users.collect())
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
