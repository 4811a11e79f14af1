//! Staging by hand by example, and its laws.

use proptest::prelude::*;

use super::*;
use crate::model::level::Level::{Manage, Read, Write};
use crate::plan::sketch::{applied, shown};
use crate::plan::staged_on::{StagedOn, staged_on};
use crate::plan::staging::Plan;
use crate::review::sketch::{Sketch, any_unread, any_world, denied, draw, grant, list, person, target};

fn wish(targets: &[&str], users: &[&str], desired: Desired) -> ByHand {
    ByHand {
        targets: targets.iter().map(|name| target(name)).collect(),
        users: users.iter().map(|id| person(id)).collect(),
        desired,
        reason: None,
    }
}

fn sketch() -> Sketch {
    Sketch::new().with("a", &[("ann", Read)]).with("a/1", &[("ann", Write), ("bob", Manage)]).with("a/2", &[])
}

#[test]
fn one_level_is_staged_for_everyone_everywhere() {
    let edits = |desired| by_hand(&wish(&["a", "a/1"], &["ann", "new"], desired), &sketch().freeze()).edits;
    let expected = ["a ann read>write", "a new ->write", "a/1 ann write>write", "a/1 new ->write"];
    assert_eq!(shown(&edits(Some(Write))), expected);
    assert_eq!(shown(&edits(None)), ["a ann read>-", "a new ->-", "a/1 ann write>-", "a/1 new ->-"]);
}

#[test]
fn asking_for_what_is_there_takes_an_earlier_edit_back() {
    let snapshot = sketch().freeze();
    let mut plan = Plan::default();
    plan.stage(by_hand(&wish(&["a/1", "a/2"], &["ann"], Some(Manage)), &snapshot).edits);
    assert_eq!(
        staged_on(&plan, &wish(&["a/1", "a/2"], &[], None).targets, &person("ann").id),
        StagedOn::All(Some(Manage))
    );
    let staging = plan.stage(by_hand(&wish(&["a/1"], &["ann"], Some(Write)), &snapshot).edits);
    assert_eq!((staging.taken_back, plan.len()), (1, 1));
    let on =
        |targets: &[&str], user: &str| staged_on(&plan, &wish(targets, &[], None).targets, &person(user).id);
    assert_eq!(on(&["a/1", "a/2"], "ann"), StagedOn::Some(1));
    assert_eq!(on(&["a/2"], "ann"), StagedOn::All(Some(Manage)));
    assert_eq!(on(&["a/2"], "bob"), StagedOn::Nothing);
    assert_eq!(on(&[], "bob"), StagedOn::Nothing);
}

#[test]
fn different_edits_are_not_the_same_on_all() {
    let snapshot = sketch().freeze();
    let mut plan = Plan::default();
    plan.stage(by_hand(&wish(&["a/1"], &["ann"], None), &snapshot).edits);
    plan.stage(by_hand(&wish(&["a/2"], &["ann"], Some(Read)), &snapshot).edits);
    assert_eq!(
        staged_on(&plan, &wish(&["a/1", "a/2"], &[], None).targets, &person("ann").id),
        StagedOn::Some(2)
    );
}

#[test]
fn what_is_not_known_is_not_staged() {
    let mut hiding = list(&[grant("bob", Read)]);
    hiding.unreadable = 1;
    let snapshot = sketch().unread("a/3", denied()).with_list("a/4", &hiding).freeze();
    let proposal = by_hand(&wish(&["a/3", "a/4", "a/9"], &["ann", "bob"], None), &snapshot);
    assert_eq!(shown(&proposal.edits), ["a/4 bob read>-"]);
    let not_read = |name: &str, reading| Obstacle::NotRead { target: target(name), reading };
    let expected =
        [not_read("a/3", denied()), Obstacle::MayHide(target("a/4")), not_read("a/9", Reading::NotYet)];
    assert_eq!(proposal.obstacles, expected);
}

#[test]
fn nobody_grants_to_themselves() {
    let snapshot = sketch().with("a/3", &[("admin", Manage)]).freeze();
    let own = |desired| by_hand(&wish(&["a/2", "a/3"], &["admin"], desired), &snapshot);
    assert_eq!(own(Some(Read)).obstacles, [Obstacle::Oneself(target("a/2"))]);
    assert_eq!(shown(&own(Some(Read)).edits), ["a/3 admin manage>read"]);
    assert_eq!(own(None).obstacles, []);
}

#[test]
fn a_list_names_its_users() {
    let snapshot = sketch().unread("a/3", denied()).freeze();
    let named = |name| on_list(&snapshot, &target(name));
    assert_eq!(named("a/1"), [(person("ann"), Write.into()), (person("bob"), Manage.into())]);
    assert_eq!((named("a/2"), named("a/3"), named("a/9")), (vec![], vec![], vec![]));
}

fn any_desired() -> impl Strategy<Value = Desired> {
    prop::sample::select(vec![None, Some(Read), Some(Write), Some(Manage)])
}

proptest! {
    #[test]
    fn once_it_is_done_nothing_is_left_to_stage(world in any_world(), unread in any_unread(), desired in any_desired()) {
        let snapshot = draw(&world, &unread);
        let targets = snapshot.subjects().iter().map(|subject| subject.target.clone()).collect();
        let known = |user: &crate::review::snapshot::KnownUser| Person {
            id: user.id.clone(),
            name: user.names[0].clone(),
        };
        let users = snapshot.people().all().iter().map(known).collect();
        let wish = ByHand { targets, users, desired, reason: None };
        let after = applied(&snapshot, &by_hand(&wish, &snapshot).edits);
        let left = by_hand(&wish, &after).edits.into_iter().filter(|staged| staged.edit.action().is_some());
        prop_assert_eq!(left.collect::<Vec<_>>(), []);
    }
}
