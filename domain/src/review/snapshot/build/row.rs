//! One access list in numbers, while a snapshot is read.

use crate::model::access::AccessList;
use crate::model::names::{UserId, UserName};
use crate::model::user::UserGrant;

use super::super::interned::Interned;
use super::super::values::Values;

/// The number for "no name".
pub(super) const NAMELESS: u32 = u32::MAX;

/// The grants of one list, by user. The names are kept beside them, so that a list that is read again takes the names
/// with it that only its earlier reading had.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) users: Box<[u32]>,
    pub(super) values: Box<[u8]>,
    pub(super) names: Box<[u32]>,
    /// How many entries could not be taken in.
    pub(super) left_out: u32,
}

/// One entry in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Numbered {
    pub(super) user: u32,
    pub(super) value: u8,
    pub(super) name: u32,
}

impl Row {
    /// The grants of a list. Left out are entries without an id, which nobody can be assigned to, and those whose value
    /// is one too many.
    pub(super) fn of(
        list: &AccessList,
        viewer: &UserId,
        ids: &mut Interned<UserId>,
        names: &mut Interned<UserName>,
        values: &mut Values,
    ) -> Self {
        let mut entries = Vec::with_capacity(list.len());
        let mut number = |grant: &UserGrant, id: Option<&UserId>| {
            let user = ids.number(id?);
            let value = values.number(&grant.permission)?;
            let name = grant.name.as_ref().map_or(NAMELESS, |name| names.number(name));
            Some(Numbered { user, value, name })
        };
        // The service says which entry is the viewer's own, so that one is known even without an id.
        entries.extend(list.own.iter().map(|own| number(own, own.id.as_ref().or(Some(viewer)))));
        entries.extend(list.others.iter().map(|grant| number(grant, grant.id.as_ref())));
        let left_out = entries.iter().filter(|entry| entry.is_none()).count();
        let numbered = entries.into_iter().flatten().collect();
        Self { left_out: u32::try_from(left_out).unwrap_or(u32::MAX), ..Self::sorted(numbered) }
    }

    /// A row of numbers. Of two entries of one user the first one stays.
    pub(super) fn sorted(mut entries: Vec<Numbered>) -> Self {
        entries.sort_by_key(|entry| entry.user);
        entries.dedup_by_key(|entry| entry.user);
        Self {
            users: entries.iter().map(|entry| entry.user).collect(),
            values: entries.iter().map(|entry| entry.value).collect(),
            names: entries.iter().map(|entry| entry.name).collect(),
            left_out: 0,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.users.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, u8)> + '_ {
        self.users.iter().copied().zip(self.values.iter().copied())
    }
}
