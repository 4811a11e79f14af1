//! Staged edits for tests, in a few words each, and what becomes of a snapshot with them.

use crate::change::write::{Desired, Edit};
use crate::model::access::AccessList;
use crate::model::level::{Level, Permission};
use crate::model::user::UserGrant;
use crate::review::sketch::{AT, person, target};
use crate::review::snapshot::{Builder, Snapshot};

use super::staging::{Plan, Staged};

/// An edit of a user on `group` or `group/image`.
pub(crate) fn staged(on: &str, user: &str, seen: Option<Level>, desired: Desired) -> Staged {
    let person = person(user);
    let expected = seen.map(Permission::from);
    let edit = Edit { id: person.id, name: person.name, expected, desired };
    Staged { target: target(on), number: None, edit, reason: None }
}

/// Edits as texts: `a/1 ann read>-`.
pub(crate) fn shown(edits: &[Staged]) -> Vec<String> {
    let key = |permission: Option<&Permission>| match permission {
        None => "-".to_owned(),
        Some(permission) => permission.key().unwrap_or("?").to_owned(),
    };
    let one = |staged: &Staged| {
        let (edit, desired) = (&staged.edit, staged.edit.desired.map(Permission::from));
        format!("{} {} {}>{}", staged.target, edit.id, key(edit.expected.as_ref()), key(desired.as_ref()))
    };
    edits.iter().map(one).collect()
}

/// The snapshot once a plan has run.
pub(crate) fn applied(snapshot: &Snapshot, edits: &[Staged]) -> Snapshot {
    let plan: Plan = edits.iter().cloned().collect();
    let mut builder = Builder::reopen(snapshot);
    for (target, edits) in plan.targets() {
        let place = snapshot.place(target).unwrap();
        let name = |user| snapshot.people().get(user).unwrap();
        let mut others: Vec<UserGrant> = snapshot
            .list(place)
            .map(|(user, permission)| UserGrant {
                id: Some(name(user).id.clone()),
                name: name(user).names.first().cloned(),
                permission: permission.clone(),
            })
            .collect();
        for Staged { edit, .. } in edits {
            others.retain(|grant| grant.id.as_ref() != Some(&edit.id));
            others.extend(edit.desired.map(|level| UserGrant {
                id: Some(edit.id.clone()),
                name: Some(edit.name.clone()),
                permission: level.into(),
            }));
        }
        let unreadable = snapshot.subject(place).unwrap().reading.unreadable() as usize;
        builder.list(target, AT, &AccessList { others, unreadable, ..AccessList::default() });
    }
    builder.freeze(snapshot.ended, snapshot.is_stopped)
}
