//! Staging, taking back, and undoing both.

use proptest::prelude::*;

use super::*;
use crate::change::write::Desired;
use crate::model::level::Level::{self, Manage, Read, Write};
use crate::plan::sketch::staged;
use crate::review::sketch::target;

fn shown(plan: &Plan) -> Vec<String> {
    let level = |level: Option<Level>| level.map_or("-", Level::key);
    plan.edits()
        .map(|one| {
            let seen = one.edit.expected.as_ref().and_then(crate::model::level::Permission::level);
            format!("{} {} {}>{}", one.target, one.edit.id, level(seen), level(one.edit.desired))
        })
        .collect()
}

#[test]
fn one_edit_is_staged_for_each_user_and_target() {
    let mut plan = Plan::default();
    let first = plan.stage([staged("a/1", "ann", Some(Read), None), staged("a", "ann", None, Some(Read))]);
    assert_eq!(first, Staging { added: 2, ..Staging::default() });
    let again = plan.stage([staged("a/1", "ann", Some(Read), Some(Write))]);
    assert_eq!(again, Staging { replaced: 1, ..Staging::default() });
    assert_eq!(shown(&plan), ["a ann ->read", "a/1 ann read>write"]);
    assert_eq!((plan.len(), plan.on(&target("a/1")).count(), plan.targets().count()), (2, 1, 2));
}

#[test]
fn what_is_so_already_is_no_edit() {
    let mut plan = Plan::default();
    assert!(plan.stage([staged("a", "ann", Some(Read), Some(Read))]).is_empty());
    assert!(plan.is_empty() && !plan.can_undo());
    plan.stage([staged("a", "ann", Some(Read), None)]);
    let back = plan.stage([staged("a", "ann", Some(Read), Some(Read))]);
    assert_eq!((back.taken_back, plan.is_empty()), (1, true));
    assert!(plan.stage([staged("a", "ann", None, None)]).is_empty());
}

#[test]
fn each_staging_is_undone_as_a_whole() {
    let mut plan = Plan::default();
    plan.stage([staged("a/1", "ann", Some(Read), None), staged("a/2", "ann", Some(Read), None)]);
    plan.stage([staged("a/1", "ann", Some(Read), Some(Manage)), staged("a/3", "bob", None, Some(Read))]);
    let before = plan.clone();
    assert!(plan.take_back(&target("a/2"), &staged("a", "ann", None, None).edit.id).is_some());
    plan.clear();
    assert!(plan.is_empty());
    assert_eq!((plan.undo(), plan.undo()), (Some(2), Some(1)));
    assert_eq!(plan, before);
    plan.undo();
    assert_eq!(shown(&plan), ["a/1 ann read>-", "a/2 ann read>-"]);
    assert_eq!((plan.undo(), plan.undo()), (Some(2), None));
    assert!(plan.is_empty() && plan.take_back(&target("a"), &UserId::new("ann")).is_none());
}

#[test]
fn edits_that_are_taken_back_together_come_back_together() {
    let mut plan = Plan::default();
    plan.stage(["a/1", "a/2", "a/3"].map(|on| staged(on, "ann", Some(Read), None)));
    let ann = || staged("a", "ann", None, None).edit.id;
    let taken = plan.take_back_all(["a/1", "a/3", "a/9"].map(|on| (target(on), ann())));
    assert_eq!((taken, shown(&plan)), (2, vec!["a/2 ann read>-".to_owned()]));
    assert_eq!((plan.undo(), plan.len()), (Some(2), 3));
    assert_eq!(plan.take_back_all([(target("a/9"), ann())]), 0);
    assert_eq!((plan.undo(), plan.can_undo()), (Some(3), false));
}

#[test]
fn the_number_of_a_target_is_that_of_its_first_edit() {
    let numbered = |user: &str, number: &str| Staged {
        number: Some(number.to_owned()),
        ..staged("a/1", user, Some(Read), None)
    };
    let mut plan = Plan::default();
    plan.stage([numbered("ann", "7"), numbered("bob", "8")]);
    assert!(plan.edits().all(|one| one.number.as_deref() == Some("7")));
}

fn any_staging() -> impl Strategy<Value = Vec<(u8, u8, Option<usize>, Option<usize>)>> {
    let level = || prop::option::of(0usize..3);
    prop::collection::vec((0u8..3, 0u8..3, level(), level()), 0..5)
}

proptest! {
    #[test]
    fn undo_leads_back_through_every_state(stagings in prop::collection::vec(any_staging(), 0..8)) {
        let (mut plan, mut states) = (Plan::default(), vec![Plan::default()]);
        for staging in stagings {
            let level = |level: Option<usize>| -> Desired { level.map(|level| Level::ALL[level]) };
            let edits = staging.into_iter().map(|(target, user, seen, desired)| {
                staged(&format!("a/{target}"), &format!("u{user}"), level(seen), level(desired))
            });
            let before = plan.clone();
            plan.stage(edits);
            prop_assert!(plan.edits().all(|one| one.edit.action().is_some()));
            if plan.past.len() > before.past.len() {
                states.push(plan.clone());
            }
        }
        while let Some(state) = states.pop() {
            prop_assert_eq!(&plan, &state);
            prop_assert_eq!(plan.undo().is_some(), !states.is_empty());
        }
    }
}
