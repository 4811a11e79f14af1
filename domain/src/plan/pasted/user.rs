//! Whom a line means.

use std::collections::HashMap;

use crate::grant::list::id_of;
use crate::model::names::{UserId, UserName};
use crate::model::user::Person;
use crate::review::snapshot::{KnownUser, Snapshot};

use super::Why;

/// Everyone whom a snapshot knows, by name too.
pub(super) struct Users<'a> {
    snapshot: &'a Snapshot,
    by_name: HashMap<&'a str, Vec<&'a KnownUser>>,
}

impl<'a> Users<'a> {
    pub(super) fn of(snapshot: &'a Snapshot) -> Self {
        let mut by_name: HashMap<&str, Vec<&KnownUser>> = HashMap::new();
        for user in snapshot.people().all() {
            for name in &user.names {
                by_name.entry(name.as_str()).or_default().push(user);
            }
        }
        Self { snapshot, by_name }
    }

    /// The user of a name or id in one cell, and of an id in a cell of its own.
    pub(super) fn user(&self, name: &str, id: &str) -> Result<Person, Why> {
        if [name, id].iter().any(|cell| UserId::new(*cell).looks_spoiled()) {
            return Err(Why::SpoiledId);
        }
        match (name, id) {
            ("", "") => Err(Why::NoUser),
            (name, "") => self.by_either(name),
            (name, id) => self.by_id(name, &id_of(id)),
        }
    }

    /// The one user who has this name or this id.
    fn by_either(&self, cell: &str) -> Result<Person, Why> {
        let of_id = self.find(&id_of(cell));
        let of_name = self.by_name.get(cell).map(Vec::as_slice).unwrap_or_default();
        let others = of_name.iter().filter(|user| of_id.is_none_or(|known| known.id != user.id));
        match (of_id, of_name, others.count()) {
            (None, [], _) => Err(Why::UnknownUser),
            (Some(user), _, 0) => Ok(person(user, "")),
            (None, [user], _) => Ok(person(user, cell)),
            (of_id, _, others) => Err(Why::Namesakes(others + usize::from(of_id.is_some()))),
        }
    }

    /// The user of an id. A name beside it has to be one of theirs.
    fn by_id(&self, name: &str, id: &UserId) -> Result<Person, Why> {
        match self.find(id) {
            Some(user) if name.is_empty() || user.names.iter().any(|known| known.as_str() == name) => {
                Ok(person(user, name))
            }
            Some(user) => Err(Why::OtherName(user.called())),
            // Where the account's users could not be read, a pair of name and id is all there is.
            None if !self.snapshot.lists.users.is_whole() && !name.is_empty() && id.looks_usual() => {
                Ok(Person { id: id.clone(), name: UserName::new(name) })
            }
            None => Err(Why::UnknownUser),
        }
    }

    fn find(&self, id: &UserId) -> Option<&'a KnownUser> {
        self.snapshot.people().get(self.snapshot.people().find(id)?)
    }
}

/// The name that is sent along is that of the account's user list, or else the one that was written.
fn person(user: &KnownUser, written: &str) -> Person {
    let written = Some(written).filter(|name| !name.is_empty()).map(UserName::new);
    let name = user.account_name().cloned().or(written).or_else(|| user.names.first().cloned());
    Person { id: user.id.clone(), name: name.unwrap_or_else(|| UserName::new(user.id.as_str())) }
}
