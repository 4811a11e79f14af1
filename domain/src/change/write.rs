//! Writes: what is to become of whose permission, and which requests that takes. Pure; sending is `state/writer.rs`.

use std::collections::HashMap;

use crate::model::access::AccessList;
use crate::model::level::{Level, Permission};
use crate::model::names::{Target, UserId, UserName};
use crate::model::user::{NewGrant, UserGrant};

/// What a user has on a target, as its list says; `None` if the user is not on it.
pub type Current = Option<Permission>;

/// What a user should have after a write; `None` for no permission. Unlike [`Current`] it is always something that can be
/// sent.
pub type Desired = Option<Level>;

/// Everything that can be desired, in the order in which a choice offers it.
pub const DESIRED: [Desired; 4] = [None, Some(Level::Read), Some(Level::Write), Some(Level::Manage)];

/// What a list says of a user.
pub fn current(list: &AccessList, id: &UserId) -> Current {
    list.of(id).map(|grant| grant.permission.clone())
}

/// Whether a user has exactly what was asked for.
pub fn is_as_desired(current: &Current, desired: Desired) -> bool {
    *current == desired.map(Permission::from)
}

/// A list for questions about many people: by id, since ten thousand walks through ten thousand entries take seconds.
pub struct Present<'a> {
    permissions: HashMap<&'a UserId, &'a Permission>,
    may_hide_somebody: bool,
}

impl<'a> Present<'a> {
    /// What a list says.
    pub fn of(list: &'a AccessList) -> Self {
        let permission = |grant: &'a UserGrant| Some((grant.id.as_ref()?, &grant.permission));
        Self {
            permissions: list.everyone().filter_map(permission).collect(),
            may_hide_somebody: list.may_hide_somebody(),
        }
    }

    /// What it says of someone.
    pub fn held(&self, id: &UserId) -> Current {
        self.permissions.get(id).map(|permission| (*permission).clone())
    }

    /// Whether it is no proof that someone is not on the list: see [`AccessList::may_hide_somebody`].
    pub fn may_hide(&self, id: &UserId) -> bool {
        self.may_hide_somebody && !self.permissions.contains_key(id)
    }
}

/// What is to become of one person's permission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Who.
    pub id: UserId,
    /// The name that is sent along and shown.
    pub name: UserName,
    /// What they held when the user decided.
    pub expected: Current,
    /// What they are to hold.
    pub desired: Desired,
}

impl Edit {
    /// The kind of request that it takes; `None` where there is nothing to do.
    pub fn action(&self) -> Option<Action> {
        match (&self.expected, self.desired) {
            (expected, desired) if is_as_desired(expected, desired) => None,
            (None, _) => Some(Action::Grant),
            (Some(_), Some(_)) => Some(Action::Change),
            (Some(_), None) => Some(Action::Revoke),
        }
    }
}

/// The three kinds of writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Gives a permission to someone who holds none: `POST`.
    Grant,
    /// Changes the level: `PATCH`.
    Change,
    /// Takes the permission away: `DELETE`.
    Revoke,
}

impl Action {
    /// In the order in which several writes run: nobody is without a permission for longer than it takes.
    pub const ALL: [Action; 3] = [Action::Grant, Action::Change, Action::Revoke];
}

/// One request: the same action for one or more people on one target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Write {
    /// On what.
    pub target: Target,
    /// What is done.
    pub action: Action,
    /// For whom; never empty.
    pub edits: Vec<Edit>,
}

impl Write {
    /// The request that grants. It is what the user asked for even if the list says that someone holds a permission
    /// already: the list may be old, and the service decides.
    pub fn grant(target: &Target, grants: &[NewGrant], list: &AccessList) -> Self {
        let present = Present::of(list);
        let edit = |grant: &NewGrant| Edit {
            id: grant.id.clone(),
            name: grant.name.clone(),
            expected: present.held(&grant.id),
            desired: Some(grant.level),
        };
        Self { target: target.clone(), action: Action::Grant, edits: grants.iter().map(edit).collect() }
    }

    /// The requests that some edits take: at most one for each action, and none for edits that change nothing.
    pub fn all(target: &Target, edits: &[Edit]) -> Vec<Write> {
        let of = |action| {
            let edits: Vec<Edit> =
                edits.iter().filter(|edit| edit.action() == Some(action)).cloned().collect();
            (!edits.is_empty()).then(|| Write { target: target.clone(), action, edits })
        };
        Action::ALL.into_iter().filter_map(of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::names::OrganizationName;

    fn edit(id: &str, expected: Current, desired: Desired) -> Edit {
        Edit { id: UserId::new(id), name: UserName::new(id), expected, desired }
    }

    #[test]
    fn what_was_seen_and_what_is_wanted_tell_the_action() {
        let read = || Some(Level::Read.into());
        let action = |expected, desired| edit("a", expected, desired).action();
        assert_eq!(action(None, Some(Level::Read)), Some(Action::Grant));
        assert_eq!(action(read(), Some(Level::Write)), Some(Action::Change));
        assert_eq!(action(read(), None), Some(Action::Revoke));
        assert_eq!(action(read(), Some(Level::Read)), None);
        assert_eq!(action(None, None), None);
        let odd = Some(Permission::Unknown("9".into()));
        assert_eq!(action(odd, Some(Level::Read)), Some(Action::Change));
    }

    #[test]
    fn each_action_is_one_request_for_all_who_need_it() {
        let target = Target::Organization(OrganizationName::new("group").unwrap());
        let read = || Some(Level::Read.into());
        let edits = [
            edit("a", read(), None),
            edit("b", None, Some(Level::Read)),
            edit("c", read(), None),
            edit("d", read(), Some(Level::Read)),
        ];
        let writes = Write::all(&target, &edits);
        let of: Vec<_> = writes.iter().map(|write| (write.action, write.edits.len())).collect();
        assert_eq!(of, [(Action::Grant, 1), (Action::Revoke, 2)]);
    }
}
