//! The order of steps, and what it keeps.

use proptest::prelude::*;

use super::*;
use crate::change::write::Current;
use crate::model::level::Level::{self, Manage, Read, Write as Push};
use crate::model::level::Permission;
use crate::plan::sketch::staged;

fn me() -> UserId {
    UserId::new("me")
}

fn shown(edits: impl IntoIterator<Item = Staged>) -> Vec<String> {
    let steps = steps(&edits.into_iter().collect(), &me());
    let one = |step: &Step| {
        let ids: Vec<&str> = step.edits.iter().map(|staged| staged.edit.id.as_str()).collect();
        format!("{} {} {}", step.stage.number(), step.target, ids.join(" "))
    };
    steps.iter().map(one).collect()
}

#[test]
fn grants_and_raises_come_first_and_ones_own_rights_last() {
    let edits = [
        staged("a/1", "ann", Some(Read), None),
        staged("a/1", "bob", Some(Manage), Some(Read)),
        staged("a/1", "eve", Some(Read), Some(Push)),
        staged("a", "eve", None, Some(Read)),
        staged("a/1", "me", Some(Manage), Some(Read)),
        staged("a/1", "zoe", None, Some(Read)),
    ];
    assert_eq!(shown(edits), ["1 a eve", "1 a/1 eve zoe", "2 a/1 bob", "3 a/1 ann", "4 a/1 me"]);
}

#[test]
fn ones_own_right_on_an_organization_goes_after_those_on_its_images() {
    let edits = [
        staged("a", "me", Some(Manage), None),
        staged("a/1", "me", Some(Manage), None),
        staged("b", "me", Some(Read), Some(Push)),
    ];
    assert_eq!(shown(edits), ["1 b me", "4 a/1 me", "4 a me"]);
}

#[test]
fn a_value_that_is_no_level_is_set_early_and_ones_own_late_unless_it_becomes_manage() {
    let odd = |user, level| {
        let mut staged = staged("a", user, None, Some(level));
        staged.edit.expected = Some(Permission::Unknown("9".into()));
        staged
    };
    assert_eq!(Direction::of(&odd("ann", Push).edit), Some(Direction::Set));
    assert!(Direction::Set.takes_away() && !Direction::Raise.takes_away());
    assert_eq!(
        shown([odd("ann", Push), odd("me", Push), staged("a/1", "me", Some(Read), None)]),
        ["1 a ann", "4 a me", "4 a/1 me"]
    );
    // Ann lost Manage on an image. The run stopped before the caller got Manage on the organization: the image had no manager.
    assert_eq!(shown([odd("me", Manage), staged("a/1", "ann", Some(Manage), None)]), ["1 a me", "3 a/1 ann"]);
}

#[test]
fn a_step_takes_one_request_for_each_action() {
    let edits = [
        staged("a", "ann", None, Some(Read)),
        staged("a", "bob", None, Some(Push)),
        staged("a", "eve", Some(Read), Some(Push)),
    ];
    let plan: Plan = edits.into_iter().collect();
    let [step] = &steps(&plan, &me())[..] else { panic!("one step") };
    assert_eq!(step.writes().iter().map(|write| write.edits.len()).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn stages_have_numbers() {
    for stage in Stage::ALL {
        assert_eq!(Stage::from_number(stage.number().into()), Some(stage));
    }
    assert_eq!(Stage::from_number(0).or(Stage::from_number(5)), None);
}

/// What everyone holds: the organization `a`, then its images, user by user.
type World = [[Option<Level>; 4]; 4];

const TARGETS: [&str; 4] = ["a", "a/1", "a/2", "a/3"];
const USERS: [&str; 4] = ["me", "u1", "u2", "u3"];

fn any_world() -> impl Strategy<Value = World> {
    let level = prop::option::of((0usize..3).prop_map(|level| Level::ALL[level]));
    prop::array::uniform4(prop::array::uniform4(level))
}

fn effective(world: &World, target: usize, user: usize) -> Option<Level> {
    world[target][user].max(world[0][user])
}

proptest! {
    /// The step at which a run stops does not matter: what someone can do with an image is never less than both what it was
    /// and what it should be, and an image that is managed before and after is managed in between.
    #[test]
    fn whichever_step_a_run_stops_after_nobody_has_less_than_planned(
        (before, after) in (any_world(), any_world()), untouched in prop::collection::vec(any::<bool>(), 16),
    ) {
        let mut after = after;
        let mut edits = Vec::new();
        for (place, on) in TARGETS.into_iter().enumerate() {
            for (number, user) in USERS.into_iter().enumerate() {
                if untouched[place * 4 + number] {
                    after[place][number] = before[place][number];
                }
                edits.push(staged(on, user, before[place][number], after[place][number]));
            }
        }
        let plan: Plan = edits.into_iter().collect();
        let steps = steps(&plan, &me());
        prop_assert!(steps.windows(2).all(|pair| pair[0].stage <= pair[1].stage));
        prop_assert_eq!(steps.iter().map(|step| step.edits.len()).sum::<usize>(), plan.len());
        let mut now = before;
        for step in &steps {
            let place = TARGETS.into_iter().position(|name| name == step.target.to_string()).unwrap();
            for staged in &step.edits {
                let user = USERS.into_iter().position(|name| name == staged.edit.id.as_str()).unwrap();
                let held: Current = now[place][user].map(Permission::from);
                prop_assert_eq!(&held, &staged.edit.expected);
                now[place][user] = staged.edit.desired;
            }
            for target in 0..4 {
                for user in 0..4 {
                    let least = effective(&before, target, user).min(effective(&after, target, user));
                    prop_assert!(effective(&now, target, user) >= least);
                    prop_assert!(now[target][user] >= before[target][user].min(after[target][user]));
                }
                let is_managed = |world: &World| (0..4).any(|user| effective(world, target, user) == Some(Manage));
                prop_assert!(is_managed(&now) || !is_managed(&before) || !is_managed(&after));
            }
        }
        prop_assert_eq!(now, after);
    }
}
