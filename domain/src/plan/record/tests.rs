//! Records of plans, and values that are none.

use proptest::prelude::*;

use super::*;
use crate::change::reason;
use crate::model::level::Level::{self, Manage, Read, Write};
use crate::model::level::Permission;
use crate::model::names::{AccountName, NameFault, Target};
use crate::plan::sketch::staged;

/// The values that a file of a record has.
fn raw(record: &PlanRecord) -> RawPlan {
    let about = record.about();
    let edit = |staged: &Staged| RawEdit {
        id: staged.edit.id.to_string(),
        name: staged.edit.name.to_string(),
        seen: staged.edit.expected.clone(),
        desired: staged.edit.desired.map(|level| level.auth().into()),
        reason: staged.reason.as_ref().map(ToString::to_string),
    };
    let step = |step: &Step| RawStep {
        organization: step.target.organization().to_string(),
        image: step.target.image().map(ToString::to_string),
        number: step.number.clone(),
        stage: step.stage.number().into(),
        edits: step.edits.iter().map(edit).collect(),
    };
    RawPlan {
        version: VERSION,
        region: about.region.to_string(),
        account_id: about.account.id.clone(),
        account_name: about.account.name.to_string(),
        made_by_id: about.made_by.id.to_string(),
        made_by_name: about.made_by.name.to_string(),
        made_at: about.made_at,
        snapshot: about.snapshot.clone(),
        steps: record.steps().iter().map(step).collect(),
    }
}

fn about() -> AboutPlan {
    AboutPlan {
        region: RegionId::new("local"),
        account: Account { id: None, name: AccountName::new("account") },
        made_by: person("me", "name of me"),
        made_at: UnixMillis(1),
        snapshot: Some("sha256:0".into()),
    }
}

fn plan() -> Plan {
    let edits = [
        staged("a", "ann", None, Some(Read)),
        staged("a", "bob", None, Some(Read)),
        staged("a", "me", Some(Manage), None),
        staged("a/1", "ann", Some(Write), None),
    ];
    edits
        .into_iter()
        .map(|one| Staged { number: Some("7".into()), reason: Reason::new("OPS-1"), ..one })
        .collect()
}

fn spoiled(spoil: impl FnOnce(&mut RawPlan)) -> Refusal {
    let mut raw = raw(&PlanRecord::new(about(), &plan()));
    spoil(&mut raw);
    PlanRecord::checked(&raw).unwrap_err()
}

#[test]
fn a_record_is_of_one_region_and_account() {
    let record = PlanRecord::new(about(), &plan());
    let (region, account) = (RegionId::new("local"), about().account);
    assert_eq!(record.of(&region, &account), Ok(()));
    assert_eq!(record.of(&RegionId::new("x"), &account), Err(Foreign::Region(region.clone())));
    let other = Account { id: None, name: AccountName::new("other") };
    assert_eq!(record.of(&region, &other), Err(Foreign::Account(account)));
}

#[test]
fn what_no_plan_can_be_is_refused_with_its_place() {
    let file = |spoil: fn(&mut RawPlan)| {
        let refusal = spoiled(spoil);
        assert_eq!((refusal.step, refusal.edit), (None, None));
        refusal.fault
    };
    assert_eq!(file(|raw| raw.version = 2), Fault::Version(2));
    assert_eq!(file(|raw| raw.region = " ".into()), Fault::Empty);
    assert_eq!(file(|raw| raw.made_by_id.clear()), Fault::Empty);
    assert_eq!(file(|raw| raw.snapshot = Some("x".repeat(1_001))), Fault::TooLong);
    assert_eq!(file(|raw| raw.steps[0].edits = vec![RawEdit::default(); MOST_EDITS + 1]), Fault::TooMany);
    assert_eq!(file(|raw| raw.steps.swap(0, 1)), Fault::Unsorted);
    assert_eq!(file(|raw| raw.steps[0].edits.swap(0, 1)), Fault::Unsorted);
}

#[test]
fn so_is_a_step() {
    let step = |spoil: fn(&mut RawStep)| {
        let refusal = spoiled(|raw| spoil(&mut raw.steps[1]));
        assert_eq!((refusal.step, refusal.edit), (Some(1), None));
        refusal.fault
    };
    assert_eq!(step(|step| step.stage = 5), Fault::UnknownStage(5));
    assert_eq!(step(|step| step.organization = "..".into()), Fault::Name(NameFault::Dots));
    assert_eq!(step(|step| step.image = Some("a$b".into())), Fault::Name(NameFault::Dollar));
    assert_eq!(step(|step| step.edits.clear()), Fault::NoEdits);
    let numbers = spoiled(|raw| raw.steps[2].number = None);
    assert_eq!((numbers.step, numbers.fault), (Some(2), Fault::Numbers));
}

#[test]
fn so_is_an_edit() {
    let edit = |spoil: fn(&mut RawEdit)| {
        let refusal = spoiled(|raw| spoil(&mut raw.steps[0].edits[1]));
        assert_eq!((refusal.step, refusal.edit), (Some(0), Some(1)));
        refusal.fault
    };
    assert_eq!(edit(|edit| edit.desired = Some(2)), Fault::UnknownLevel(2));
    assert_eq!(edit(|edit| edit.desired = None), Fault::NoChange);
    assert_eq!(edit(|edit| edit.seen = Some(Manage.into())), Fault::WrongStage);
    assert_eq!(edit(|edit| edit.seen = Some(Permission::Unknown(" 7".into()))), Fault::DisguisedLevel);
    assert_eq!(edit(|edit| edit.id = "ann".into()), Fault::Twice);
    assert_eq!(edit(|edit| edit.id = "ANN".into()), Fault::Twice);
    assert_eq!(edit(|edit| edit.id.clear()), Fault::Empty);
    assert_eq!(edit(|edit| edit.name = "x".repeat(1_001)), Fault::TooLong);
    assert_eq!(edit(|edit| edit.reason = Some("x".repeat(reason::LONGEST + 1))), Fault::TooLong);
}

#[test]
fn one_target_in_two_steps_of_a_stage_is_refused() {
    let refusal = spoiled(|raw| {
        let second = RawStep { edits: raw.steps[0].edits.split_off(1), ..raw.steps[0].clone() };
        raw.steps.insert(1, second);
    });
    assert_eq!(refusal.fault, Fault::Unsorted);
}

fn any_current() -> impl Strategy<Value = Option<Permission>> {
    let level = (0usize..3).prop_map(|level| Permission::Known(Level::ALL[level]));
    prop::option::of(
        prop_oneof![4 => level, 1 => Just(Permission::Missing), 1 => Just(Permission::Unknown("9".into()))],
    )
}

proptest! {
    #[test]
    fn a_plan_survives_its_file(
        drawn in prop::collection::vec((0u8..4, 0u8..4, any_current(), prop::option::of(0usize..3), "[ab ]{0,3}"), 0..20),
    ) {
        let edits = drawn.into_iter().map(|(on, user, seen, desired, reason)| {
            let (on, user) = (["a", "a/1", "b", "b/x/y"][usize::from(on)], ["me", "u1", "u2", "u3"][usize::from(user)]);
            let mut one = staged(on, user, None, desired.map(|level| Level::ALL[level]));
            one.edit.expected = seen;
            Staged { number: Some(on.to_owned()), reason: Reason::new(&reason), ..one }
        });
        let plan: Plan = edits.collect();
        let record = PlanRecord::new(about(), &plan);
        let opened = PlanRecord::checked(&raw(&record));
        prop_assert_eq!(opened.as_ref().map(PlanRecord::plan), Ok(plan));
        prop_assert_eq!(opened, Ok(record));
    }

    /// Whatever the values are, they are refused or make a plan whose every edit can be sent.
    #[test]
    fn hostile_values_make_no_plan_that_can_not_be_sent(
        steps in prop::collection::vec((
            "[a.$]{0,2}", prop::option::of("[a.$]{0,2}"), 0u64..6,
            prop::collection::vec(("[am]{0,2}", any_current(), prop::option::of(0i64..9)), 0..3),
        ), 0..4),
    ) {
        let edit = |(id, seen, desired)| RawEdit { id, name: String::new(), seen, desired, reason: None };
        let step = |(organization, image, stage, edits): (_, _, _, Vec<_>)| RawStep {
            organization, image, number: None, stage, edits: edits.into_iter().map(edit).collect(),
        };
        let mut values = raw(&PlanRecord::new(about(), &Plan::default()));
        values.steps = steps.into_iter().map(step).collect();
        if let Ok(record) = PlanRecord::checked(&values) {
            prop_assert_eq!(raw(&record), values);
            for step in record.steps() {
                let target: &Target = &step.target;
                prop_assert!(!step.writes().is_empty() && step.edits.iter().all(|one| one.target == *target));
            }
        }
    }
}
