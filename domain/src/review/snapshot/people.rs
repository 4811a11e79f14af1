//! Everyone of a snapshot, each user once, by number: a list names a user with four bytes.

use std::collections::HashMap;

use crate::grant::directory::Standing;
use crate::model::names::{UserId, UserName};
use crate::text::reveal::visible;

/// A user of a snapshot, by their place among its users.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UserNumber(pub u32);

impl UserNumber {
    /// The place.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The user at a place.
    pub fn at(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }
}

/// One user with everything that is known of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownUser {
    /// Their id.
    pub id: UserId,
    /// Their names: the one of the account's user list first, then those on access lists, sorted.
    pub names: Vec<UserName>,
    /// What the account's user list says of them.
    pub standing: Standing,
}

impl KnownUser {
    /// The name in the account's user list.
    pub fn account_name(&self) -> Option<&UserName> {
        self.names.first().filter(|_| matches!(self.standing, Standing::Active | Standing::Disabled))
    }

    /// The name, or else the id, for a sentence about this user, with everything in it to be seen.
    pub fn called(&self) -> String {
        visible(self.names.first().map_or(self.id.as_str(), UserName::as_str))
    }
}

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct People {
    users: Vec<KnownUser>,
}

impl People {
    /// Users who are sorted by id.
    pub(super) const fn sorted(users: Vec<KnownUser>) -> Self {
        Self { users }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.users.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.users.is_empty()
    }

    /// Everyone, by id.
    pub fn all(&self) -> &[KnownUser] {
        &self.users
    }

    /// Everyone with their number.
    pub fn numbered(&self) -> impl Iterator<Item = (UserNumber, &KnownUser)> {
        self.users.iter().enumerate().map(|(index, user)| (UserNumber::at(index), user))
    }

    /// One user.
    pub fn get(&self, user: UserNumber) -> Option<&KnownUser> {
        self.users.get(user.index())
    }

    /// The user of an id.
    pub fn find(&self, id: &UserId) -> Option<UserNumber> {
        self.users.binary_search_by(|user| user.id.cmp(id)).ok().map(UserNumber::at)
    }

    /// The users of each name that several ids have. Names are compared as they are written.
    pub fn namesakes(&self) -> Vec<(&UserName, Vec<UserNumber>)> {
        let mut by_name: HashMap<&UserName, Vec<UserNumber>> = HashMap::new();
        for (number, user) in self.numbered() {
            for name in &user.names {
                by_name.entry(name).or_default().push(number);
            }
        }
        let mut shared: Vec<_> = by_name.into_iter().filter(|(_, users)| users.len() > 1).collect();
        shared.sort_unstable();
        shared
    }
}
