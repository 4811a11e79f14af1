//! Staged edits for tests, in a few words each, and what becomes of a snapshot with them.

use std::collections::BTreeMap;

use crate::change::write::{Desired, Edit};
use crate::model::access::AccessList;
use crate::model::level::{Level, Permission};
use crate::model::names::Target;
use crate::model::user::UserGrant;
use crate::review::sketch::{AT, person, target};
use crate::review::snapshot::{Builder, Snapshot, UserNumber};

use super::run::{Answer, Command, Run};
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

/// A list of a snapshot, as the service has it.
fn list(snapshot: &Snapshot, target: &Target) -> AccessList {
    let place = snapshot.place(target).unwrap();
    let grant = |(user, permission): (UserNumber, &Permission)| {
        let known = snapshot.people().get(user).unwrap();
        let (id, name) = (Some(known.id.clone()), known.names.first().cloned());
        UserGrant { id, name, permission: permission.clone() }
    };
    let unreadable = snapshot.subject(place).unwrap().reading.unreadable() as usize;
    AccessList { others: snapshot.list(place).map(grant).collect(), unreadable, ..AccessList::default() }
}

fn write(list: &mut AccessList, edit: &Edit) {
    list.others.retain(|grant| grant.id.as_ref() != Some(&edit.id));
    let (id, name) = (Some(edit.id.clone()), Some(edit.name.clone()));
    list.others.extend(edit.desired.map(|level| UserGrant { id, name, permission: level.into() }));
}

/// The snapshot if each of these edits is done.
pub(crate) fn applied(snapshot: &Snapshot, edits: &[Staged]) -> Snapshot {
    let plan: Plan = edits.iter().cloned().collect();
    let mut builder = Builder::reopen(snapshot);
    for (target, edits) in plan.targets() {
        let mut list = list(snapshot, target);
        edits.for_each(|staged| write(&mut list, &staged.edit));
        builder.list(target, AT, &list);
    }
    builder.freeze(snapshot.ended, snapshot.is_stopped)
}

/// The snapshot once these edits were staged and run. Nothing is in the way of the run.
pub(crate) fn ran(snapshot: &Snapshot, edits: &[Staged]) -> Snapshot {
    let plan: Plan = edits.iter().cloned().collect();
    let mut lists: BTreeMap<Target, AccessList> =
        plan.targets().map(|(target, _)| (target.clone(), list(snapshot, target))).collect();
    let mut run = Run::new(&plan, &snapshot.about.caller.id);
    while !run.is_over() {
        run.resume();
        let Some((ticket, command)) = run.next_command() else { continue };
        let answer = match command {
            Command::Look(target) | Command::Witness(target) => Answer::List(lists[&target].clone()),
            Command::Send(sent) => {
                let list = lists.get_mut(&sent.target).unwrap();
                sent.edits.iter().for_each(|edit| write(list, edit));
                Answer::Done
            }
        };
        run.take(ticket, answer);
    }
    let mut builder = Builder::reopen(snapshot);
    for (target, list) in &lists {
        builder.list(target, AT, list);
    }
    builder.freeze(snapshot.ended, snapshot.is_stopped)
}
