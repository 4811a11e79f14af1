//! How much a write can break, and so how much the user is asked before it is sent.

use std::collections::HashSet;

use crate::change::write::{Action, Edit};
use crate::model::access::AccessList;
use crate::model::level::Level;
use crate::model::names::UserId;

/// More people than this at once are many.
pub const BULK: usize = 20;

/// Why a write is grave: the user then has to type the target's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Risk {
    /// Afterwards nobody on the list manages the target.
    LastManager,
    /// The caller loses rights of their own, and may not be able to give them back: the service lets nobody grant to
    /// themselves.
    OwnAccess,
    /// It is about so many people.
    Bulk(usize),
}

/// Everything that makes a write grave; nothing for an ordinary one.
pub fn risks(edits: &[Edit], list: &AccessList, caller: &UserId) -> Vec<Risk> {
    let mut reasons = Vec::new();
    if takes_last_manage(edits, list) {
        reasons.push(Risk::LastManager);
    }
    if edits.iter().any(|edit| edit.id == *caller && lowers(edit)) {
        reasons.push(Risk::OwnAccess);
    }
    if edits.len() > BULK {
        reasons.push(Risk::Bulk(edits.len()));
    }
    reasons
}

/// Whether the user is asked before edits are sent. A change of one person's level is not: Save is enough, and undo
/// exists.
pub fn needs_confirmation(edits: &[Edit], risks: &[Risk]) -> bool {
    let revokes = edits.iter().any(|edit| edit.action() == Some(Action::Revoke));
    revokes || edits.len() > 1 || !risks.is_empty()
}

fn takes_last_manage(edits: &[Edit], list: &AccessList) -> bool {
    let manage = Some(Level::Manage);
    if edits.iter().any(|edit| edit.desired == manage) {
        return false;
    }
    // Nobody is given it, so everyone whom the edits are about is left without it.
    let meant: HashSet<&UserId> = edits.iter().map(|edit| &edit.id).collect();
    let mut managers =
        list.everyone().filter(|grant| grant.permission.level() == Some(Level::Manage)).peekable();
    managers.peek().is_some() && managers.all(|grant| grant.id.as_ref().is_some_and(|id| meant.contains(id)))
}

fn lowers(edit: &Edit) -> bool {
    match (&edit.expected, edit.desired) {
        (None, _) => false,
        (Some(_), None) => true,
        // A value that is no level may be anything; changing one's own is never a small thing then.
        (Some(permission), Some(level)) => permission.level().is_none_or(|before| level < before),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::write::{Desired, current};
    use crate::model::access::list_of as list;
    use crate::model::names::UserName;

    fn edit(list: &AccessList, id: &str, desired: Desired) -> Edit {
        let id = UserId::new(id);
        Edit { name: UserName::new(id.as_str()), expected: current(list, &id), desired, id }
    }

    fn reasons(people: &[(&str, Level)], edits: &[(&str, Desired)]) -> Vec<Risk> {
        let list = list(people);
        let edits: Vec<Edit> = edits.iter().map(|(id, desired)| edit(&list, id, *desired)).collect();
        risks(&edits, &list, &UserId::new("me"))
    }

    const READ: Desired = Some(Level::Read);
    const MANAGE: Desired = Some(Level::Manage);

    #[test]
    fn the_last_manage_is_guarded() {
        let two = [("a", Level::Manage), ("b", Level::Manage)];
        assert_eq!(reasons(&two, &[("a", None)]), []);
        assert_eq!(reasons(&two, &[("a", READ), ("b", None)]), [Risk::LastManager]);
        assert_eq!(reasons(&two[..1], &[("a", READ)]), [Risk::LastManager]);
        assert_eq!(reasons(&two[..1], &[("a", READ), ("c", MANAGE)]), []);
        // Where nobody manages by the list, nothing of that is lost.
        assert_eq!(reasons(&[("a", Level::Write)], &[("a", READ)]), []);
    }

    #[test]
    fn ones_own_rights_are_guarded_against_loss_only() {
        let people = [("me", Level::Write), ("a", Level::Manage)];
        assert_eq!(reasons(&people, &[("me", READ)]), [Risk::OwnAccess]);
        assert_eq!(reasons(&people, &[("me", None)]), [Risk::OwnAccess]);
        assert_eq!(reasons(&people, &[("me", MANAGE)]), []);
        assert_eq!(reasons(&people, &[("me", Some(Level::Write))]), [], "nothing is lost");
    }

    #[test]
    fn more_than_twenty_are_many() {
        let ids: Vec<String> = (0..21).map(|n| n.to_string()).collect();
        let edits: Vec<(&str, Desired)> = ids.iter().map(|id| (id.as_str(), READ)).collect();
        assert_eq!(reasons(&[], &edits[..20]), []);
        assert_eq!(reasons(&[], &edits), [Risk::Bulk(21)]);
    }

    #[test]
    fn one_change_needs_no_dialog() {
        let list = list(&[("a", Level::Read), ("b", Level::Manage)]);
        let asks = |edits: &[Edit]| needs_confirmation(edits, &risks(edits, &list, &UserId::new("me")));
        assert!(!asks(&[edit(&list, "a", Some(Level::Write))]));
        assert!(asks(&[edit(&list, "a", None)]));
        assert!(asks(&[edit(&list, "b", READ)]));
        assert!(asks(&[edit(&list, "a", MANAGE), edit(&list, "b", MANAGE), edit(&list, "c", MANAGE)]));
    }
}
