//! The way back from runs.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::change::write::Write;
use crate::model::access::AccessList;
use crate::model::level::Level::{self, Manage, Read};
use crate::model::names::Target;
use crate::plan::run::{Answer, Command, Failure};
use crate::plan::sketch::staged;
use crate::review::chance::Chance;
use crate::review::sketch::{grant, target};
use crate::review::snapshot::Fault;

type World = BTreeMap<Target, BTreeMap<UserId, Permission>>;

fn me() -> UserId {
    UserId::new("me")
}

fn list(world: &World, target: &Target) -> Answer {
    let entries = world.get(target).into_iter().flatten();
    let others = entries.map(|(id, permission)| grant(id.as_str(), permission.clone())).collect();
    Answer::List(AccessList { others, ..AccessList::default() })
}

fn write(world: &mut World, write: &Write) {
    for edit in &write.edits {
        let list = world.entry(write.target.clone()).or_default();
        match edit.desired {
            Some(level) => drop(list.insert(edit.id.clone(), level.into())),
            None => drop(list.remove(&edit.id)),
        }
    }
}

/// Runs a plan. So many of a hundred requests that write are lost on the way or on the way back.
fn play(plan: &Plan, world: &mut World, lost: usize, chance: &mut Chance) -> Run {
    let mut run = Run::new(plan, &me());
    while !run.is_over() {
        run.resume();
        let Some((ticket, command)) = run.next_command() else { continue };
        let answer = match &command {
            Command::Look(target) | Command::Witness(target) => list(world, target),
            Command::Send(_) if chance.percent(lost) => Answer::Failed(Failure::Throttled),
            Command::Send(sent) => {
                write(world, sent);
                let is_lost = chance.percent(lost);
                if is_lost { Answer::Failed(Failure::Fault(Fault::TimeOut)) } else { Answer::Done }
            }
        };
        run.take(ticket, answer);
    }
    run
}

#[test]
fn only_what_was_applied_is_undone() {
    let edits = [
        staged("a", "ann", Some(Read), None),
        staged("a", "bob", None, Some(Read)),
        staged("a", "me", Some(Manage), None),
        staged("a", "odd", None, Some(Read)),
    ];
    let mut plan: Plan = edits.into_iter().collect();
    let mut odd = staged("b", "odd", None, Some(Read));
    odd.edit.expected = Some(Permission::Unknown("9".into()));
    plan.stage([odd]);
    let mut world = World::new();
    let of = |id: &str, permission: Permission| (UserId::new(id), permission);
    world.insert(
        target("a"),
        [of("ann", Read.into()), of("me", Manage.into()), of("odd", Manage.into())].into(),
    );
    world.insert(target("b"), [of("odd", Permission::Unknown("9".into()))].into());
    let run = play(&plan, &mut world, 0, &mut Chance::new(1));
    let reason = Reason::new("back");
    let back = inverse(&run, &me(), reason.as_ref());
    let shown: Vec<String> = back.plan.edits().map(|one| format!("{} {}", one.target, one.edit.id)).collect();
    assert_eq!(shown, ["a ann", "a bob"], "odd was changed by somebody, and was left alone");
    assert!(back.plan.edits().all(|one| one.reason == reason));
    assert_eq!(back.cannot.iter().map(|(_, why)| *why).collect::<Vec<_>>(), [Cannot::NoLevel]);
}

#[test]
fn nobody_can_give_back_to_themselves_what_they_gave_up() {
    let plan: Plan = [staged("a", "me", Some(Manage), None)].into_iter().collect();
    let mut world = World::from([(target("a"), [(me(), Permission::from(Manage))].into())]);
    let run = play(&plan, &mut world, 0, &mut Chance::new(1));
    let back = inverse(&run, &me(), None);
    assert_eq!((back.plan.is_empty(), back.cannot[0].1), (true, Cannot::Oneself));
}

fn any_level() -> impl Strategy<Value = Option<Level>> {
    prop::option::of((0usize..3).prop_map(|level| Level::ALL[level]))
}

proptest! {
    /// Whatever a run has done, its inverse leads back, and the plan after a run that went well is empty.
    #[test]
    fn undo_of_a_run_leads_back(
        drawn in prop::collection::vec((any_level(), any_level()), 12), lost in prop_oneof![Just(0usize), Just(30)], seed: u64,
    ) {
        let mut before = World::new();
        let mut plan = Plan::default();
        for (number, (held, desired)) in drawn.into_iter().enumerate() {
            let (on, user) = (["a", "a/1", "b"][number % 3], format!("u{}", number / 3));
            let list = before.entry(target(on)).or_default();
            list.extend(held.map(|level| (UserId::new(user.clone()), level.into())));
            plan.stage([staged(on, &user, held, desired)]);
        }
        let (mut world, mut chance) = (before.clone(), Chance::new(seed));
        let run = play(&plan, &mut world, lost, &mut chance);
        let again = play(&plan, &mut world.clone(), 0, &mut chance);
        prop_assert!(again.items().all(|item| item.word.is_some_and(Word::is_as_planned)));
        let back = inverse(&run, &me(), None);
        prop_assert!(back.cannot.is_empty());
        let undone = play(&back.plan, &mut world, 0, &mut chance);
        prop_assert!(undone.items().all(|item| matches!(item.word, Some(Word::Applied(_)))));
        prop_assert_eq!(world, before);
    }
}
