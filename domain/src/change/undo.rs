//! Undo: the edits that lead from what a list shows now back to what it showed before a write.

use crate::change::write::{Current, Desired, Edit, Present, is_as_desired};
use crate::model::access::AccessList;
use crate::model::level::Permission;
use crate::model::names::UserId;

/// What undoing a write takes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Undo {
    /// What is to be done. Where what is there now is not what the write left, someone else has been here since;
    /// [`Undo::others`] names them.
    pub edits: Vec<Edit>,
    /// Those of the edits that would overwrite what someone else has done since.
    pub others: Vec<UserId>,
    /// Those who hold what they held before already.
    pub already: Vec<Edit>,
    /// Those for whom there is no way back, and why.
    pub cannot: Vec<(Edit, Cannot)>,
}

/// Why there is no way back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cannot {
    /// They held a value that is no level, which can't be asked for.
    NoLevel,
    /// It is the caller, who holds nothing any more; the service lets nobody grant to themselves.
    Oneself,
}

/// The way back from a write, by what a list shows now. Nothing is sent by this.
pub fn undo(done: &[Edit], present: &AccessList, caller: &UserId) -> Undo {
    let present = Present::of(present);
    let mut undo = Undo::default();
    for edit in done {
        let now = present.held(&edit.id);
        if now == edit.expected {
            undo.already.push(edit.clone());
            continue;
        }
        let desired = match back(&edit.expected) {
            Ok(desired) => desired,
            Err(cannot) => {
                undo.cannot.push((edit.clone(), cannot));
                continue;
            }
        };
        if edit.id == *caller && now.is_none() {
            undo.cannot.push((edit.clone(), Cannot::Oneself));
            continue;
        }
        if !is_as_desired(&now, edit.desired) {
            undo.others.push(edit.id.clone());
        }
        undo.edits.push(Edit { expected: now, desired, ..edit.clone() });
    }
    undo
}

/// What has to be asked for so that someone holds what they held.
fn back(before: &Current) -> Result<Desired, Cannot> {
    match before {
        None => Ok(None),
        Some(Permission::Known(level)) => Ok(Some(*level)),
        Some(Permission::Unknown(_) | Permission::Missing) => Err(Cannot::NoLevel),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::change::write::current;
    use crate::change::write::{Action, Write};
    use crate::model::access::list_of;
    use crate::model::level::Level;
    use crate::model::names::{OrganizationName, Target, UserName};

    /// A service: who holds which level.
    type Service = BTreeMap<UserId, Level>;

    fn list(service: &Service) -> AccessList {
        let people: Vec<(&str, Level)> = service.iter().map(|(id, level)| (id.as_str(), *level)).collect();
        list_of(&people)
    }

    /// Does what the service does with each kind of request, refusals included.
    fn send(service: &mut Service, write: &Write) {
        for edit in &write.edits {
            let held = service.contains_key(&edit.id);
            match (write.action, edit.desired) {
                (Action::Grant, Some(level)) if !held => {
                    service.insert(edit.id.clone(), level);
                }
                (Action::Change, Some(level)) if held => {
                    service.insert(edit.id.clone(), level);
                }
                (Action::Revoke, None) if held => {
                    service.remove(&edit.id);
                }
                _ => panic!("the service would refuse {:?} of {:?}", write.action, edit),
            }
        }
    }

    fn target() -> Target {
        Target::Organization(OrganizationName::new("group").unwrap())
    }

    fn edit(id: &str, expected: Current, desired: Desired) -> Edit {
        Edit { id: UserId::new(id), name: UserName::new(id), expected, desired }
    }

    fn me() -> UserId {
        UserId::new("me")
    }

    const READ: Current = Some(Permission::Known(Level::Read));

    #[test]
    fn what_was_undone_by_hand_already_is_left_alone() {
        let done = [edit("a", READ, None)];
        let present = list(&Service::from([(UserId::new("a"), Level::Read)]));
        let undo = undo(&done, &present, &me());
        assert_eq!((undo.edits, undo.already.len()), (vec![], 1));
    }

    #[test]
    fn what_others_did_since_is_pointed_out() {
        let done = [edit("a", READ, Some(Level::Write))];
        let present = list(&Service::from([(UserId::new("a"), Level::Manage)]));
        let undo = undo(&done, &present, &me());
        assert_eq!(undo.others, [UserId::new("a")]);
        assert_eq!(undo.edits, [edit("a", Some(Level::Manage.into()), Some(Level::Read))]);
    }

    #[test]
    fn where_there_is_no_way_back_it_is_said() {
        let odd = edit("a", Some(Permission::Unknown("9".into())), Some(Level::Read));
        let own = edit("me", READ, None);
        let present = list(&Service::from([(UserId::new("a"), Level::Read)]));
        let undo = undo(&[odd.clone(), own.clone()], &present, &me());
        assert_eq!(undo.cannot, [(odd, Cannot::NoLevel), (own, Cannot::Oneself)]);
        assert_eq!(undo.edits, []);
    }

    #[test]
    fn a_lost_level_of_ones_own_can_be_asked_for_while_one_holds_another() {
        let own = edit("me", Some(Level::Manage.into()), Some(Level::Read));
        let present = list(&Service::from([(me(), Level::Read)]));
        assert_eq!(undo(&[own], &present, &me()).edits.len(), 1);
    }

    proptest! {
        /// Any writes from any state: undoing all of them, the last one first, leads back to that state.
        #[test]
        fn undo_of_everything_leads_back_to_the_beginning(
            before in proptest::collection::btree_map(0u8..6, 0usize..3, 0..6),
            steps in proptest::collection::vec(
                proptest::collection::btree_map(0u8..6, proptest::option::of(0usize..3), 1..4), 0..8),
        ) {
            let id = |n: u8| UserId::new(n.to_string());
            let before: Service = before.into_iter().map(|(n, level)| (id(n), Level::ALL[level])).collect();
            let mut service = before.clone();
            let mut journal: Vec<Write> = Vec::new();
            for step in steps {
                let present = list(&service);
                let edits: Vec<Edit> = step.into_iter().map(|(n, level)| {
                    let desired = level.map(|level| Level::ALL[level]);
                    edit(id(n).as_str(), current(&present, &id(n)), desired)
                }).collect();
                for write in Write::all(&target(), &edits) {
                    send(&mut service, &write);
                    journal.push(write);
                }
            }
            for write in journal.iter().rev() {
                let undo = undo(&write.edits, &list(&service), &me());
                prop_assert!(undo.cannot.is_empty() && undo.others.is_empty() && undo.already.is_empty());
                for back in Write::all(&target(), &undo.edits) {
                    send(&mut service, &back);
                }
            }
            prop_assert_eq!(service, before);
        }
    }
}
