//! A service in memory: who holds what, with faults before and after a request takes effect, and with other people.

use std::collections::{BTreeMap, BTreeSet};

use crate::change::write::{Action, Current, Write, current};
use crate::model::access::AccessList;
use crate::model::level::{Level, Permission};
use crate::model::names::{Target, UserId};
use crate::model::user::UserGrant;
use crate::review::chance::Chance;
use crate::review::sketch::{grant, target};
use crate::review::snapshot::Fault;

use super::super::command::{Answer, Command, Failure};

/// The users; the first one is the caller.
pub(super) const USERS: [&str; 4] = ["me", "u1", "u2", "u3"];

type List = BTreeMap<UserId, Permission>;

/// See the module.
#[derive(Clone)]
pub(super) struct Server {
    pub(super) lists: BTreeMap<Target, List>,
    /// How many times a target was made.
    made: BTreeMap<Target, u32>,
    /// Targets whose lists have an entry that can't be read.
    odd: BTreeSet<Target>,
    /// Targets that the caller may not see any more.
    pub(super) denied: BTreeSet<Target>,
    /// How often a request has taken effect for a user on a target.
    pub(super) effects: BTreeMap<(Target, UserId), u32>,
    pub(super) is_signed_in: bool,
    /// In how many of a hundred cases a request fails.
    pub(super) faults: usize,
    /// Whether a request about several users is done for all of them or for none.
    is_atomic: bool,
    /// Whether revoking what is gone is refused.
    refuses_gone: bool,
}

fn any_permission(chance: &mut Chance) -> Permission {
    if chance.percent(4) { Permission::Unknown("9".into()) } else { (*chance.one_of(&Level::ALL)).into() }
}

impl Server {
    pub(super) fn new(chance: &mut Chance, images: usize) -> Self {
        let names = ["a", "b"].into_iter().flat_map(|name| {
            std::iter::once(name.to_owned()).chain((0..images).map(move |image| format!("{name}/{image:02}")))
        });
        let mut server = Self {
            lists: names.map(|name| (target(&name), List::new())).collect(),
            made: BTreeMap::new(),
            odd: BTreeSet::new(),
            denied: BTreeSet::new(),
            effects: BTreeMap::new(),
            is_signed_in: true,
            faults: *chance.one_of(&[0, 0, 3, 10, 40]),
            is_atomic: chance.percent(50),
            refuses_gone: chance.percent(50),
        };
        for (target, list) in &mut server.lists {
            for user in USERS {
                if chance.percent(60) {
                    list.insert(UserId::new(user), any_permission(chance));
                }
            }
            if chance.percent(3) {
                server.odd.insert(target.clone());
            }
        }
        server
    }

    pub(super) fn number(&self, target: &Target) -> String {
        format!("{target} {}", self.made.get(target).copied().unwrap_or_default())
    }

    pub(super) fn held(&self, target: &Target, user: &UserId) -> Current {
        self.lists.get(target)?.get(user).cloned()
    }

    /// Whether any list has an entry that can't be read.
    pub(super) fn has_odd(&self) -> bool {
        !self.odd.is_empty()
    }

    /// Somebody else does something.
    pub(super) fn meddle(&mut self, chance: &mut Chance) {
        let targets: Vec<Target> = self.lists.keys().cloned().collect();
        let (target, user) = (chance.one_of(&targets).clone(), UserId::new(*chance.one_of(&USERS)));
        match chance.below(30) {
            0 => drop(self.denied.insert(target)),
            1 => drop(self.lists.remove(&target)),
            2 => {
                *self.made.entry(target.clone()).or_default() += 1;
                self.lists.insert(target, List::new());
            }
            3..12 => drop(self.lists.get_mut(&target).and_then(|list| list.remove(&user))),
            _ => {
                let permission = any_permission(chance);
                drop(self.lists.get_mut(&target).and_then(|list| list.insert(user, permission)));
            }
        }
    }

    /// A request reaches the service.
    pub(super) fn answer(&mut self, command: &Command, chance: &mut Chance) -> Answer {
        if !self.is_signed_in {
            return Answer::Failed(Failure::SessionEnded);
        }
        let fault = self.fault(chance);
        let is_early = chance.percent(50);
        match (command, fault) {
            (Command::Look(target) | Command::Witness(target), None) => self.list(target),
            (Command::Send(write), None) => self.write(write),
            (Command::Send(write), Some(fault)) if !is_early && fault != Failure::SessionEnded => {
                self.write(write);
                Answer::Failed(fault)
            }
            (_, Some(Failure::SessionEnded)) => {
                self.is_signed_in = false;
                Answer::Failed(Failure::SessionEnded)
            }
            (_, Some(_)) if chance.percent(10) => Answer::Interrupted,
            (_, Some(fault)) => Answer::Failed(fault),
        }
    }

    fn fault(&self, chance: &mut Chance) -> Option<Failure> {
        let faults = [
            Failure::Throttled,
            Failure::Throttled,
            Failure::Fault(Fault::NoAnswer),
            Failure::Fault(Fault::TimeOut),
            Failure::Fault(Fault::Status { status: 503, code: None }),
            Failure::Fault(Fault::Unreadable),
            Failure::SessionEnded,
        ];
        chance.percent(self.faults).then(|| chance.one_of(&faults).clone())
    }

    fn refusal(&self, target: &Target) -> Option<Failure> {
        if self.denied.contains(target) {
            return Some(Failure::Denied { status: 403, code: None });
        }
        (!self.lists.contains_key(target)).then_some(Failure::Missing)
    }

    fn list(&self, target: &Target) -> Answer {
        if let Some(refusal) = self.refusal(target) {
            return Answer::Failed(refusal);
        }
        let entry =
            |(id, permission): (&UserId, &Permission)| UserGrant { ..grant(id.as_str(), permission.clone()) };
        Answer::List(AccessList {
            id: Some(self.number(target)),
            others: self.lists.get(target).into_iter().flatten().map(entry).collect(),
            unreadable: usize::from(self.odd.contains(target)),
            ..AccessList::default()
        })
    }

    fn write(&mut self, write: &Write) -> Answer {
        if let Some(refusal) = self.refusal(&write.target) {
            return Answer::Failed(refusal);
        }
        let list = self.lists.get_mut(&write.target).unwrap();
        let refused = |list: &List, id: &UserId| match (write.action, list.contains_key(id)) {
            (Action::Grant, true) => Some(Failure::Conflict),
            (Action::Change, false) => Some(Failure::Missing),
            (Action::Revoke, false) if self.refuses_gone => Some(Failure::Missing),
            _ => None,
        };
        let refusal = write.edits.iter().find_map(|edit| refused(list, &edit.id));
        if let Some(refusal) = refusal.clone().filter(|_| self.is_atomic) {
            return Answer::Failed(refusal);
        }
        for edit in write.edits.iter().filter(|edit| refused(list, &edit.id).is_none()).collect::<Vec<_>>() {
            *self.effects.entry((write.target.clone(), edit.id.clone())).or_default() += 1;
            match edit.desired {
                Some(level) => drop(list.insert(edit.id.clone(), level.into())),
                None => drop(list.remove(&edit.id)),
            }
        }
        refusal.map_or(Answer::Done, Answer::Failed)
    }
}

/// What a list says of a user; `None` if it does not show whether they are on it.
pub(super) fn shown(list: &AccessList, user: &UserId) -> Option<Current> {
    let held = current(list, user);
    (held.is_some() || list.unreadable == 0).then_some(held)
}
