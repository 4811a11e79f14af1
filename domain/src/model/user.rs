//! People: one entry of an access list, the caller, and the people that a picker can offer.

use crate::model::level::{Level, Permission};
use crate::model::names::{AccountName, UserId, UserName};
use crate::text::reveal::visible;

/// One entry of an access list, as far as the service sent it.
///
/// An entry with a part missing is kept and shown as incomplete: hiding it would hide a right.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UserGrant {
    /// The user's id; `None` where the service sent none that could be read.
    pub id: Option<UserId>,
    /// The user's name; `None` where the service sent none that could be read.
    pub name: Option<UserName>,
    /// What the user may do.
    pub permission: Permission,
}

impl UserGrant {
    /// Whether a part is missing.
    pub const fn is_incomplete(&self) -> bool {
        self.id.is_none() || self.name.is_none() || matches!(self.permission, Permission::Missing)
    }

    /// The name, or else the id, for a sentence about this user, with everything in it to be seen.
    pub fn called(&self) -> String {
        match (&self.name, &self.id) {
            (Some(name), _) => visible(name.as_str()),
            (None, Some(id)) => visible(id.as_str()),
            (None, None) => "?".to_owned(),
        }
    }
}

/// A grant that is to be made: complete, with one of the three levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewGrant {
    /// The user's id.
    pub id: UserId,
    /// The user's name; the service stores the pair as it is given.
    pub name: UserName,
    /// The level to grant.
    pub level: Level,
}

/// Someone whom a picker can offer.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Person {
    /// The user's id.
    pub id: UserId,
    /// The user's name.
    pub name: UserName,
}

/// A user of the account, as IAM lists them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountUser {
    /// Who.
    pub person: Person,
    /// Whether the user can sign in (`enabled`; a field that is missing says nothing against it).
    pub is_enabled: bool,
}

/// The account's users, as IAM lists them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListedUsers {
    /// Those whose records have an id and a name.
    pub users: Vec<AccountUser>,
    /// How many records name no user. If there are any, the list does not show who is missing from the account.
    pub nameless: u32,
}

/// Users whose records all have an id and a name.
#[cfg(test)]
impl From<Vec<AccountUser>> for ListedUsers {
    fn from(users: Vec<AccountUser>) -> Self {
        Self { users, nameless: 0 }
    }
}

/// Who is signed in, as IAM says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The user's id.
    pub id: UserId,
    /// The user's name.
    pub name: UserName,
    /// The account that the user belongs to.
    pub account: AccountName,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grant_is_incomplete_without_any_of_its_parts() {
        let whole = UserGrant {
            id: Some(UserId::new("1")),
            name: Some(UserName::new("a")),
            permission: Level::Read.into(),
        };
        assert!(!whole.is_incomplete());
        assert!(UserGrant { id: None, ..whole.clone() }.is_incomplete());
        assert!(UserGrant { name: None, ..whole.clone() }.is_incomplete());
        assert!(UserGrant { permission: Permission::Missing, ..whole.clone() }.is_incomplete());
        // A value that is no level is there, however odd.
        assert!(!UserGrant { permission: Permission::Unknown("9".into()), ..whole }.is_incomplete());
    }
}
