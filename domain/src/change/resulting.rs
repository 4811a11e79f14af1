//! Who holds what on a target once some writes are done, as far as is known beforehand.

use std::collections::HashMap;

use crate::change::write::{Edit, Write};
use crate::model::access::AccessList;
use crate::model::level::Level;
use crate::model::names::{UserId, UserName};

/// Someone who holds a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultingGrant {
    /// Who.
    pub id: UserId,
    /// Their name, where it is known.
    pub name: Option<UserName>,
    /// What they hold.
    pub level: Level,
}

/// Everyone but the caller who holds a level on a target after writes on it: those who are listed in the list's
/// order, then those who are new.
///
/// `None` where it isn't known: an entry that stays has no id or no known level, or a write is about the caller,
/// of whom these lists do not speak.
pub fn resulting_grants(list: &AccessList, writes: &[Write]) -> Option<Vec<ResultingGrant>> {
    let own = list.own.as_ref().and_then(|grant| grant.id.as_ref());
    let edits = || writes.iter().flat_map(|write| &write.edits);
    if edits().any(|edit| Some(&edit.id) == own) {
        return None;
    }
    let mut pending: HashMap<&UserId, &Edit> = edits().map(|edit| (&edit.id, edit)).collect();
    let mut holders = Vec::with_capacity(list.others.len() + pending.len());
    for grant in &list.others {
        match grant.id.as_ref().and_then(|id| pending.remove(id)) {
            Some(edit) => holders.extend(wished(edit)),
            None => holders.push(ResultingGrant {
                id: grant.id.clone()?,
                name: grant.name.clone(),
                level: grant.permission.level()?,
            }),
        }
    }
    let new = edits().filter_map(|edit| pending.remove(&edit.id));
    holders.extend(new.filter_map(wished));
    Some(holders)
}

fn wished(edit: &Edit) -> Option<ResultingGrant> {
    edit.desired.map(|level| ResultingGrant { id: edit.id.clone(), name: Some(edit.name.clone()), level })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::write::{Current, Desired};
    use crate::model::level::Permission;
    use crate::model::names::{OrganizationName, Target};
    use crate::model::user::UserGrant;

    fn grant(id: Option<&str>, permission: Permission) -> UserGrant {
        UserGrant { id: id.map(UserId::new), name: None, permission }
    }

    fn list(others: Vec<UserGrant>) -> AccessList {
        AccessList { own: Some(grant(Some("me"), Level::Manage.into())), others, ..AccessList::default() }
    }

    fn writes(edits: &[(&str, Current, Desired)]) -> Vec<Write> {
        let edit = |(id, expected, desired): &(&str, Current, Desired)| Edit {
            id: UserId::new(*id),
            name: UserName::new(*id),
            expected: expected.clone(),
            desired: *desired,
        };
        let edits: Vec<Edit> = edits.iter().map(edit).collect();
        Write::all(&Target::Organization(OrganizationName::new("group").unwrap()), &edits)
    }

    fn after(list: &AccessList, writes: &[Write]) -> Option<Vec<(String, Level)>> {
        let pairs = |holders: Vec<ResultingGrant>| {
            holders.into_iter().map(|holder| (holder.id.to_string(), holder.level)).collect()
        };
        resulting_grants(list, writes).map(pairs)
    }

    #[test]
    fn the_list_keeps_its_order_and_new_people_come_last() {
        let read = || Some(Level::Read.into());
        let people = ["a", "b", "c"].map(|id| grant(Some(id), Level::Read.into())).to_vec();
        let writes = writes(&[
            ("d", None, Some(Level::Write)),
            ("a", read(), Some(Level::Manage)),
            ("b", read(), None),
        ]);
        let expected = [("a", Level::Manage), ("c", Level::Read), ("d", Level::Write)];
        assert_eq!(
            after(&list(people), &writes).unwrap(),
            expected.map(|(id, level)| (id.to_owned(), level))
        );
    }

    #[test]
    fn what_is_unknown_can_be_told_only_when_it_goes() {
        let odd = Permission::Unknown("9".into());
        let people = list(vec![grant(Some("a"), odd.clone())]);
        assert_eq!(after(&people, &[]), None);
        assert_eq!(after(&list(vec![grant(None, Level::Read.into())]), &[]), None);
        let revoked = writes(&[("a", Some(odd.clone()), None)]);
        assert_eq!(after(&people, &revoked), Some(Vec::new()));
        let changed = writes(&[("a", Some(odd), Some(Level::Read))]);
        assert_eq!(after(&people, &changed), Some(vec![("a".to_owned(), Level::Read)]));
    }

    #[test]
    fn writes_about_the_caller_can_not_be_told() {
        let own = writes(&[("me", Some(Level::Manage.into()), None)]);
        assert_eq!(after(&list(Vec::new()), &own), None);
    }
}
