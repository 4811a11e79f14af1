//! Writes: what is to become of whose permission, and which requests that takes. Pure; sending is `state/writer.rs`.

use std::collections::HashMap;

use super::access::AccessList;
use super::level::{Level, Permission};
use super::names::{Target, UserId, UserName};
use super::user::{NewGrant, UserGrant};

/// What somebody holds on a target, as its list says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Held {
    /// They are not on the list.
    Nothing,
    /// They are, with this permission.
    Holds(Permission),
}

impl Held {
    /// What a list says of somebody.
    pub fn on(list: &AccessList, id: &UserId) -> Self {
        list.of(id).map_or(Held::Nothing, |grant| Held::Holds(grant.permission.clone()))
    }

    /// Whether it is exactly what was wanted.
    pub fn is(&self, wanted: Wanted) -> bool {
        *self == wanted.into()
    }
}

impl From<Wanted> for Held {
    /// What somebody holds when they hold what was wanted.
    fn from(wanted: Wanted) -> Self {
        match wanted {
            Wanted::Nothing => Held::Nothing,
            Wanted::Level(level) => Held::Holds(level.into()),
        }
    }
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

    /// What it says of somebody.
    pub fn held(&self, id: &UserId) -> Held {
        self.permissions.get(id).map_or(Held::Nothing, |permission| Held::Holds((*permission).clone()))
    }

    /// Whether it is no proof that somebody is not on the list: see [`AccessList::may_hide_somebody`].
    pub fn may_hide(&self, id: &UserId) -> bool {
        self.may_hide_somebody && !self.permissions.contains_key(id)
    }
}

/// What somebody is to hold after a write. Unlike [`Held`] it is always something that can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// Nothing.
    Nothing,
    /// A level.
    Level(Level),
}

/// What is to become of one person's permission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Who.
    pub id: UserId,
    /// The name that is sent along and shown.
    pub name: UserName,
    /// What they held when the user decided.
    pub seen: Held,
    /// What they are to hold.
    pub wanted: Wanted,
}

impl Edit {
    /// The kind of request that it takes; `None` where there is nothing to do.
    pub fn action(&self) -> Option<Action> {
        match (&self.seen, self.wanted) {
            (seen, wanted) if seen.is(wanted) => None,
            (Held::Nothing, _) => Some(Action::Grant),
            (Held::Holds(_), Wanted::Level(_)) => Some(Action::Change),
            (Held::Holds(_), Wanted::Nothing) => Some(Action::Revoke),
        }
    }
}

/// The three kinds of writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Gives a permission to somebody who holds none: `POST`.
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
    /// The request that grants. It is what the user asked for even if the list says that somebody holds a permission
    /// already: the list may be old, and the service decides.
    pub fn grant(target: &Target, grants: &[NewGrant], list: &AccessList) -> Self {
        let present = Present::of(list);
        let edit = |grant: &NewGrant| Edit {
            id: grant.id.clone(),
            name: grant.name.clone(),
            seen: present.held(&grant.id),
            wanted: Wanted::Level(grant.level),
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
    use crate::domain::names::OrganizationName;

    fn edit(id: &str, seen: Held, wanted: Wanted) -> Edit {
        Edit { id: UserId::new(id), name: UserName::new(id), seen, wanted }
    }

    #[test]
    fn what_was_seen_and_what_is_wanted_tell_the_action() {
        let read = || Held::Holds(Level::Read.into());
        let action = |seen, wanted| edit("a", seen, wanted).action();
        assert_eq!(action(Held::Nothing, Wanted::Level(Level::Read)), Some(Action::Grant));
        assert_eq!(action(read(), Wanted::Level(Level::Write)), Some(Action::Change));
        assert_eq!(action(read(), Wanted::Nothing), Some(Action::Revoke));
        assert_eq!(action(read(), Wanted::Level(Level::Read)), None);
        assert_eq!(action(Held::Nothing, Wanted::Nothing), None);
        let odd = Held::Holds(Permission::Unknown("9".into()));
        assert_eq!(action(odd, Wanted::Level(Level::Read)), Some(Action::Change));
    }

    #[test]
    fn each_action_is_one_request_for_all_who_need_it() {
        let target = Target::Organization(OrganizationName::new("group").unwrap());
        let read = || Held::Holds(Level::Read.into());
        let edits = [
            edit("a", read(), Wanted::Nothing),
            edit("b", Held::Nothing, Wanted::Level(Level::Read)),
            edit("c", read(), Wanted::Nothing),
            edit("d", read(), Wanted::Level(Level::Read)),
        ];
        let writes = Write::all(&target, &edits);
        let of: Vec<_> = writes.iter().map(|write| (write.action, write.edits.len())).collect();
        assert_eq!(of, [(Action::Grant, 1), (Action::Revoke, 2)]);
    }
}
