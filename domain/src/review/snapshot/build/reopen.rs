//! From a snapshot back to a builder: to read the rest, or to read again what was changed.

use crate::grant::directory::Standing;
use crate::model::names::UserName;

use super::super::{Snapshot, UserNumber};
use super::row::{NAMELESS, Numbered, Row};
use super::{Builder, Entry};

impl Builder {
    /// A builder that has read what a snapshot has.
    pub fn reopen(snapshot: &Snapshot) -> Self {
        let mut builder = Builder::new(snapshot.about.clone());
        builder.viewer = snapshot.viewer.clone();
        builder.totals = snapshot.totals;
        builder.lists = snapshot.lists.clone();
        for user in snapshot.people.all() {
            builder.ids.number(&user.id);
        }
        builder.reopen_people(snapshot);
        for (place, subject) in snapshot.subjects.iter().enumerate() {
            let row = builder.reopen_row(snapshot, place);
            builder.grants += row.len();
            builder.subjects.insert(subject.target.clone(), Entry { subject: subject.clone(), row });
        }
        builder
    }

    fn reopen_people(&mut self, snapshot: &Snapshot) {
        for (UserNumber(number), user) in snapshot.people.numbered() {
            if let Some(name) = user.account_name() {
                let name = self.names.number(name);
                self.account.insert(number, (name, user.standing == Standing::Active));
            }
            // A snapshot does not say which of several names is on which list.
            if name_on_lists(&user.names).is_none() {
                self.kept_names.extend(user.names.iter().map(|name| (number, self.names.number(name))));
            }
        }
    }

    fn reopen_row(&mut self, snapshot: &Snapshot, place: usize) -> Row {
        let row = snapshot.grants.row(place);
        let entries = row.iter().filter_map(|(user, value)| {
            let value = self.values.number(snapshot.permission(value))?;
            let names = snapshot.people.get(UserNumber(user)).map(|user| user.names.as_slice());
            let name = names.and_then(name_on_lists).map_or(NAMELESS, |name| self.names.number(name));
            Some(Numbered { user, value, name })
        });
        Row::sorted(entries.collect())
    }
}

/// The name of a user on every list, if only one is known.
fn name_on_lists(names: &[UserName]) -> Option<&UserName> {
    match names {
        [name] => Some(name),
        _ => None,
    }
}
