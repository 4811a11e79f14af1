//! An access list: everyone who was granted something on one target, each person once.

use std::collections::HashMap;
use std::iter;
use std::sync::Arc;

use crate::model::level::Level;
use crate::model::names::{UserId, UserName};
use crate::model::user::{Person, UserGrant};
use crate::table::users::UserRow;

/// The access list of an image or organization.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AccessList {
    /// The "permission ID" of the vendor's pages, as text: it is shown and copied, never computed with.
    pub id: Option<String>,
    /// Who made the target; older answers and organization answers carry it.
    pub creator: Option<UserName>,
    /// The caller's own entry. Absent for administrators who need no entry to do everything.
    pub own: Option<UserGrant>,
    /// Everyone else, in the service's order.
    pub others: Vec<UserGrant>,
    /// How many entries of others were dropped because another entry already spoke of the same id.
    pub repeated: usize,
    /// How many entries were no entries at all, so that there is nothing of them to show.
    pub unreadable: usize,
}

/// One entry of an access list, as a row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessEntry {
    /// What it says.
    pub grant: UserGrant,
    /// Whether it is the caller's own.
    pub is_own: bool,
}

impl UserRow for AccessEntry {
    fn names(&self) -> &[UserName] {
        self.grant.name.as_slice()
    }

    fn id(&self) -> Option<&UserId> {
        self.grant.id.as_ref()
    }

    fn level(&self) -> Option<Level> {
        self.grant.permission.level()
    }

    fn is_caller(&self) -> bool {
        self.is_own
    }
}

/// What an answer says before the entries are put in order.
#[derive(Debug, Clone, Default)]
pub struct RawAccess {
    /// See [`AccessList::id`].
    pub id: Option<String>,
    /// See [`AccessList::creator`].
    pub creator: Option<UserName>,
    /// `self_auth`.
    pub own: Option<UserGrant>,
    /// `others_auths`.
    pub others: Vec<UserGrant>,
    /// See [`AccessList::unreadable`].
    pub unreadable: usize,
}

impl AccessList {
    /// Puts the entries in order: each id once, the caller's own entry apart.
    ///
    /// Organization answers list the caller among the others too, and some image answers have been seen doing
    /// so; then `self_auth` wins, because it is the service's word on the caller. Without `self_auth` the
    /// caller is recognised by id. Of two entries with one id the *first* stays, unless it is incomplete and the
    /// later one is not.
    pub fn assemble(raw: RawAccess, caller: &UserId) -> Self {
        let RawAccess { id, creator, mut own, others, unreadable } = raw;
        let own_id = own.as_ref().and_then(|grant| grant.id.clone()).unwrap_or_else(|| caller.clone());
        let mut kept: Vec<UserGrant> = Vec::with_capacity(others.len());
        let mut seen: HashMap<UserId, usize> = HashMap::with_capacity(others.len());
        let mut repeated = 0;
        for grant in others {
            let Some(id) = grant.id.clone() else {
                kept.push(grant);
                continue;
            };
            if id == own_id {
                // This is not counted as repeated: organization answers always do so.
                if own.as_ref().is_none_or(|own| own.is_incomplete() && !grant.is_incomplete()) {
                    own = Some(grant);
                }
                continue;
            }
            if let Some(earlier) = seen.get(&id).and_then(|index| kept.get_mut(*index)) {
                repeated += 1;
                if earlier.is_incomplete() && !grant.is_incomplete() {
                    *earlier = grant;
                }
            } else {
                seen.insert(id, kept.len());
                kept.push(grant);
            }
        }
        Self { id, creator, own, others: kept, repeated, unreadable }
    }

    /// Whether someone may be on the list without being found there: an entry has no id, or could not be read.
    /// Then it proves nothing that a list does not name them.
    pub fn may_hide_somebody(&self) -> bool {
        self.unreadable > 0 || self.everyone().any(|grant| grant.id.is_none())
    }

    /// Everyone on the list, the caller first.
    pub fn everyone(&self) -> impl Iterator<Item = &UserGrant> {
        self.own.iter().chain(&self.others)
    }

    /// The rows of a table: everyone on the list, the caller first.
    pub fn entries(&self) -> Arc<[AccessEntry]> {
        let own = self.own.iter().zip(iter::repeat(true));
        let others = self.others.iter().zip(iter::repeat(false));
        own.chain(others).map(|(grant, is_own)| AccessEntry { grant: grant.clone(), is_own }).collect()
    }

    /// How many people are on the list.
    pub fn len(&self) -> usize {
        self.others.len() + usize::from(self.own.is_some())
    }

    /// Whether nobody is on the list.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The entry of one person.
    pub fn of(&self, id: &UserId) -> Option<&UserGrant> {
        self.everyone().find(|grant| grant.id.as_ref() == Some(id))
    }

    /// The people on the list whom a picker can offer elsewhere: those with both an id and a name.
    pub fn people(&self) -> impl Iterator<Item = Person> + '_ {
        self.everyone().filter_map(|grant| Some(Person { id: grant.id.clone()?, name: grant.name.clone()? }))
    }
}

/// A list of others, each called by their id, for tests.
#[cfg(test)]
pub(crate) fn list_of(people: &[(&str, Level)]) -> AccessList {
    let grant = |(id, level): &(&str, Level)| UserGrant {
        id: Some(UserId::new(*id)),
        name: Some(UserName::new(*id)),
        permission: (*level).into(),
    };
    AccessList { others: people.iter().map(grant).collect(), ..AccessList::default() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::level::Permission;
    use crate::table::rows::TableRow;

    #[test]
    fn people_are_those_with_an_id_and_a_name() {
        let list = list_of(&[("a", Level::Read), ("b", Level::Write)]);
        let nobody = AccessList::default();
        assert!(nobody.is_empty() && !list.is_empty());
        let ids = |list: &AccessList| list.people().map(|person| person.id.to_string()).collect::<Vec<_>>();
        assert_eq!(ids(&list), ["a", "b"]);
        let nameless = UserGrant { name: None, ..grant("c", Level::Read) };
        assert_eq!(ids(&AccessList { others: vec![nameless], ..list }), Vec::<String>::new());
    }

    fn grant(id: &str, level: Level) -> UserGrant {
        UserGrant {
            id: Some(UserId::new(id)),
            name: Some(UserName::new(format!("name of {id}"))),
            permission: level.into(),
        }
    }

    fn assemble(own: Option<UserGrant>, others: Vec<UserGrant>) -> AccessList {
        AccessList::assemble(RawAccess { own, others, ..RawAccess::default() }, &UserId::new("me"))
    }

    /// The id that stands for the caller in a list of the tests.
    fn own_id(list: &AccessList) -> UserId {
        list.own.as_ref().and_then(|own| own.id.clone()).unwrap_or_else(|| UserId::new("me"))
    }

    #[test]
    fn the_caller_among_the_others_is_shown_once_and_self_wins() {
        let list = assemble(
            Some(grant("me", Level::Manage)),
            vec![grant("me", Level::Read), grant("a", Level::Read)],
        );
        assert_eq!(list.len(), 2);
        assert_eq!(list.own, Some(grant("me", Level::Manage)));
        assert_eq!(list.repeated, 0);
    }

    #[test]
    fn the_rows_are_found_by_name_and_id_and_the_callers_own_comes_first() {
        let list = assemble(Some(grant("me", Level::Manage)), vec![grant("a", Level::Read)]);
        let rows = list.entries();
        let texts: Vec<_> = rows.iter().map(|row| (row.search_text(), row.is_own())).collect();
        assert_eq!(texts, [("name of me\nme".to_owned(), true), ("name of a\na".to_owned(), false)]);
    }

    #[test]
    fn a_repeated_entry_of_somebody_else_is_counted() {
        let list = assemble(None, vec![grant("a", Level::Read), grant("a", Level::Write)]);
        assert_eq!((list.others, list.repeated), (vec![grant("a", Level::Read)], 1));
    }

    #[test]
    fn without_self_auth_the_caller_is_known_by_id() {
        let list = assemble(None, vec![grant("a", Level::Read), grant("me", Level::Write)]);
        assert_eq!(list.own, Some(grant("me", Level::Write)));
        assert_eq!(list.others, [grant("a", Level::Read)]);
        assert_eq!(list.repeated, 0);
    }

    #[test]
    fn a_complete_entry_replaces_an_incomplete_one_of_the_same_person() {
        let half = UserGrant { permission: Permission::Missing, ..grant("a", Level::Read) };
        assert_eq!(assemble(None, vec![half, grant("a", Level::Write)]).others, [grant("a", Level::Write)]);
    }

    #[test]
    fn the_callers_own_entry_is_completed_by_the_same_rule() {
        let half = UserGrant { permission: Permission::Missing, ..grant("me", Level::Read) };
        let list = assemble(Some(half.clone()), vec![grant("me", Level::Write)]);
        assert_eq!((list.own, list.others.len()), (Some(grant("me", Level::Write)), 0));
        assert_eq!(assemble(Some(half.clone()), vec![half.clone()]).own, Some(half));
    }

    #[test]
    fn entries_without_an_id_are_all_kept_and_may_be_anybody() {
        let nameless = UserGrant { id: None, ..grant("a", Level::Read) };
        let list = assemble(None, vec![nameless.clone(), nameless]);
        assert!(list.len() == 2 && list.may_hide_somebody());
        assert!(!assemble(None, vec![grant("a", Level::Read)]).may_hide_somebody());
        assert!(AccessList { unreadable: 1, ..AccessList::default() }.may_hide_somebody());
    }

    proptest! {
        #[test]
        fn nobody_is_lost_and_nobody_appears_twice(
            own in proptest::option::of(0u8..6),
            others in proptest::collection::vec((0u8..6, 0usize..3), 0..30),
        ) {
            let name = |n: u8| if n == 0 { "me".to_owned() } else { n.to_string() };
            let own = own.map(|n| grant(&name(n), Level::Manage));
            let others: Vec<_> = others.into_iter().map(|(n, l)| grant(&name(n), Level::ALL[l])).collect();
            let list = assemble(own.clone(), others.clone());
            let mut before: Vec<_> = own.iter().chain(&others).filter_map(|g| g.id.clone()).collect();
            before.sort();
            let strangers = before.iter().filter(|id| **id != own_id(&list)).count();
            before.dedup();
            let mut after: Vec<_> = list.everyone().filter_map(|g| g.id.clone()).collect();
            after.sort();
            prop_assert_eq!(before, after);
            prop_assert_eq!(list.others.len() + list.repeated, strangers);
        }
    }
}
