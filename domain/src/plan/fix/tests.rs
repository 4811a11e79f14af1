//! What is staged for each rule.

use super::*;
use crate::model::catalog::Visibility;
use crate::model::level::Level::{Manage, Read, Write};
use crate::model::level::Permission;
use crate::model::user::UserGrant;
use crate::plan::sketch::shown;
use crate::review::findings::{Thresholds, findings};
use crate::review::sketch::{Sketch, denied, grant, list, person};

fn report(snapshot: &Snapshot, rule: Rule) -> Report {
    let reports = findings(snapshot, &Thresholds::default(), None);
    reports.into_iter().find(|report| report.rule == rule).unwrap()
}

/// The fix of the one finding of a rule.
fn fix(sketch: Sketch, rule: Rule, choice: &Choice) -> Result<(Vec<String>, Ticked), NoFix> {
    let snapshot = sketch.freeze();
    let report = report(&snapshot, rule);
    let [one] = &fixes(&report, choice, &snapshot)?[..] else { panic!("{report:?}") };
    one.clone().map(|fix| (shown(&fix.edits), fix.ticked))
}

fn plain(sketch: Sketch, rule: Rule) -> Result<(Vec<String>, Ticked), NoFix> {
    fix(sketch, rule, &Choice::default())
}

fn ticked(edits: &[&str]) -> (Vec<String>, Ticked) {
    (edits.iter().map(ToString::to_string).collect(), Ticked::Yes)
}

fn offered(edits: &[&str]) -> (Vec<String>, Ticked) {
    (edits.iter().map(ToString::to_string).collect(), Ticked::No)
}

/// An organization with two managers.
fn tidy() -> Sketch {
    Sketch::new().users(&["ann", "bob", "eve"]).with("a", &[("ann", Manage), ("bob", Manage)])
}

#[test]
fn some_rules_stage_nothing() {
    assert_eq!(plain(tidy().unread("a/1", denied()), Rule::NotRead), Err(NoFix::ReadAgain));
    let public = tidy().with("a/1", &[]).visible("a/1", Visibility::Public);
    assert_eq!(plain(public, Rule::Public), Err(NoFix::Visibility));
    assert_eq!(plain(tidy().with("a/1", &[]).shared("a/1", &["x"]), Rule::Shared), Err(NoFix::Sharing));
    let renamed = UserGrant { name: Some(person("x").name), ..grant("eve", Read) };
    assert_eq!(plain(tidy().with_list("a/1", &list(&[renamed])), Rule::SeveralNames), Err(NoFix::NameOnly));
    assert_eq!(plain(tidy(), Rule::ManageGranted), Err(NoFix::NotChecked(Why::NothingToCompare)));
}

#[test]
fn a_second_manager_has_to_be_chosen() {
    let sketch = || Sketch::new().users(&["ann", "bob"]).with("a", &[]).with("a/1", &[("ann", Manage)]);
    assert_eq!(plain(sketch(), Rule::FewManagers), Err(NoFix::ChooseManager));
    let choose = |id: &str| Choice { manager: Some(person(id)), ..Choice::default() };
    assert_eq!(fix(sketch(), Rule::FewManagers, &choose("bob")), Ok(ticked(&["a/1 bob ->manage"])));
    assert_eq!(fix(sketch(), Rule::FewManagers, &choose("ann")), Err(NoFix::NothingToDo));
}

#[test]
fn what_adds_nothing_is_never_ticked() {
    let sketch = tidy().with("a/1", &[("ann", Read)]).with("a/2", &[("ann", Manage)]);
    assert_eq!(plain(sketch, Rule::AddsNothing), Ok(offered(&["a/1 ann read>-", "a/2 ann manage>-"])));
}

#[test]
fn permissions_of_strangers_and_of_disabled_users_are_revoked_everywhere() {
    let stranger = tidy().with("a/1", &[("x", Read)]).with("a/2", &[("x", Write), ("eve", Read)]);
    assert_eq!(plain(stranger, Rule::NotInAccount), Ok(ticked(&["a/1 x read>-", "a/2 x write>-"])));
    let disabled = Sketch::new().users(&["ann!"]).with("a", &[("ann", Read)]);
    assert_eq!(plain(disabled, Rule::Disabled), Ok(ticked(&["a ann read>-"])));
}

#[test]
fn where_the_user_list_does_not_fit_nobody_is_revoked() {
    let cut_off = || Sketch::new().users(&[]).with("a", &[("x", Read), ("y", Read), ("z", Read)]);
    let why = Why::UsersDoNotFit { strangers: 3, of: 3 };
    assert_eq!(plain(cut_off(), Rule::NotInAccount), Err(NoFix::NotChecked(why)));
    // A finding of a snapshot whose users were read stages nothing in one where they were not.
    let read = tidy().with("a/1", &[("x", Read)]).freeze();
    let finding = report(&read, Rule::NotInAccount).findings()[0].clone();
    let unread = tidy().with("a/1", &[("x", Read)]).without_users().freeze();
    let fixed = stage_fix(&finding, &Choice::default(), &unread);
    assert_eq!(fixed, Err(NoFix::NotChecked(Why::UsersNotRead)));
}

#[test]
fn of_one_name_with_several_ids_the_old_one_is_revoked() {
    let old = || UserGrant { name: Some(person("eve").name), ..grant("eve-old", Write) };
    let sketch = || tidy().with_list("a/1", &list(&[old(), grant("eve", Read)]));
    assert_eq!(plain(sketch(), Rule::SharedName), Ok(ticked(&["a/1 eve-old write>-"])));
    assert_eq!(plain(sketch().without_users(), Rule::SharedName), Err(NoFix::ChooseOldIds));
    let choice = Choice { old: vec![UserId::new("eve-old")], ..Choice::default() };
    assert_eq!(
        fix(sketch().without_users(), Rule::SharedName, &choice),
        Ok(ticked(&["a/1 eve-old write>-"]))
    );
}

#[test]
fn of_many_managers_a_person_picks_who_is_lowered() {
    let sketch = Sketch::new().with("a", &[("k", Manage), ("l", Manage), ("m", Manage), ("n", Manage)]);
    let all = ["k", "l", "m", "n"].map(|id| format!("a {id} manage>write"));
    assert_eq!(plain(sketch, Rule::ManyManagers), Ok((all.to_vec(), Ticked::No)));
}

#[test]
fn what_is_no_level_is_set_to_the_one_that_was_chosen() {
    let odd = || tidy().with_list("a/1", &list(&[grant("eve", Permission::Unknown("9".into()))]));
    assert_eq!(plain(odd(), Rule::NoLevel), Err(NoFix::ChooseLevel));
    let choice = Choice { level: Some(Read), ..Choice::default() };
    assert_eq!(fix(odd(), Rule::NoLevel, &choice), Ok(ticked(&["a/1 eve 9>read"])));
}

#[test]
fn what_is_on_most_images_is_granted_on_the_organization_and_then_revoked_there() {
    let on_images = (1..=5).fold(tidy(), |all, image| all.with(&format!("a/{image}"), &[("eve", Write)]));
    let expected = ["a eve ->write", "a/1 eve write>-", "a/2 eve write>-", "a/3 eve write>-"];
    let (edits, ticked) = plain(on_images, Rule::Widespread).unwrap();
    assert_eq!((&edits[..4], edits.len(), ticked), (&expected.map(String::from)[..], 6, Ticked::No));
}

#[test]
fn edits_have_the_reason_that_was_chosen() {
    let snapshot = tidy().with("a/1", &[("x", Read)]).freeze();
    let choice = Choice { reason: Reason::new("OPS-1"), ..Choice::default() };
    let fixed = fixes(&report(&snapshot, Rule::NotInAccount), &choice, &snapshot).unwrap();
    assert_eq!(fixed[0].as_ref().unwrap().edits[0].reason, choice.reason);
}
