//! Off-boarding by example, and what a second scan then proves.

use proptest::prelude::*;

use super::*;
use crate::model::level::Level::{Manage, Read, Write};
use crate::model::user::UserGrant;
use crate::plan::grave::{Grave, grave};
use crate::plan::proof::proof;
use crate::plan::sketch::{applied, shown};
use crate::plan::staging::Plan;
use crate::review::sketch::{
    Sketch, any_unread, any_world, denied, draw, grant, list, organization, person, target,
};
use crate::review::snapshot::{ListReading, ListedOrganization};

fn leaving(successor: Succession) -> Leaving {
    Leaving { users: vec![UserId::new("ann")], successor, ..Leaving::default() }
}

fn sketch() -> Sketch {
    Sketch::new()
        .with("a", &[("ann", Write), ("bob", Manage)])
        .with("a/1", &[("ann", Manage), ("eve", Read)])
        .with("b", &[("ann", Manage), ("eve", Read)])
        .with("b/1", &[("ann", Manage)])
        .with("b/2", &[("eve", Read)])
        .with("c", &[("eve", Read)])
        .with("c/1", &[("ann", Manage), ("eve", Write)])
}

#[test]
fn every_permission_is_revoked_once_a_successor_is_chosen() {
    let proposal = off_board(&leaving(Succession::By(person("eve"))), &sketch().freeze());
    let expected = [
        "a ann write>-",
        "a/1 ann manage>-",
        "b eve read>manage",
        "b ann manage>-",
        "b/1 ann manage>-",
        "c/1 eve write>manage",
        "c/1 ann manage>-",
    ];
    assert_eq!(shown(&proposal.edits), expected);
    assert_eq!(proposal.obstacles, [Obstacle::AccountRoles]);
}

#[test]
fn the_only_manager_stays_until_somebody_is_chosen() {
    let proposal = off_board(&leaving(Succession::Ask), &sketch().freeze());
    assert_eq!(shown(&proposal.edits), ["a ann write>-", "a/1 ann manage>-"]);
    let needs = |name: &str| Obstacle::NeedsSuccessor(target(name));
    assert_eq!(proposal.obstacles, [needs("b"), needs("b/1"), needs("c/1"), Obstacle::AccountRoles]);
    let nobody = off_board(&leaving(Succession::Nobody), &sketch().freeze());
    assert_eq!(nobody.edits.len(), 5);
    let herself = off_board(&leaving(Succession::By(person("ann"))), &sketch().freeze());
    assert_eq!(herself, proposal);
}

#[test]
fn a_target_can_have_a_successor_of_its_own() {
    let mut leaving = leaving(Succession::Nobody);
    leaving.successors.insert(target("c/1"), Succession::By(person("new")));
    let edits = shown(&off_board(&leaving, &sketch().freeze()).edits);
    assert_eq!(edits.iter().filter(|edit| edit.contains("new")).collect::<Vec<_>>(), ["c/1 new ->manage"]);
}

#[test]
fn a_choice_for_an_image_counts_whatever_becomes_of_its_organization() {
    let on_image = |own| {
        let mut leaving = leaving(Succession::By(person("eve")));
        leaving.successors.insert(target("b/1"), own);
        let edits = shown(&off_board(&leaving, &sketch().freeze()).edits);
        edits.into_iter().filter(|edit| edit.starts_with("b/1")).collect::<Vec<_>>()
    };
    assert_eq!(on_image(Succession::By(person("new"))), ["b/1 new ->manage", "b/1 ann manage>-"]);
    assert_eq!(on_image(Succession::Nobody), ["b/1 ann manage>-"]);
    assert_eq!(on_image(Succession::Ask), Vec::<String>::new());
}

#[test]
fn what_is_not_known_and_what_no_plan_does_is_said() {
    let namesake = UserGrant { name: Some(person("ann").name), ..grant("ann2", Read) };
    let made_by_ann = |one: &mut crate::review::snapshot::Builder| {
        one.organization(&ListedOrganization {
            name: organization("a"),
            number: None,
            creator: Some(person("ann").name),
            counted: None,
        });
        one.organization_facts(&organization("a")).unwrap().images = ListReading::not_read(denied());
    };
    let mut odd = list(&[namesake]);
    odd.unreadable = 1;
    let snapshot = Sketch::new()
        .with("a", &[("ann", Read)])
        .with_list("a/1", &odd)
        .unread("a/2", denied())
        .visible("a/1", Visibility::Public)
        .also(made_by_ann)
        .freeze();
    let gone = Leaving { users: vec![UserId::new("ann"), UserId::new("x")], ..Leaving::default() };
    let expected = [
        Obstacle::UnknownUser(UserId::new("x")),
        Obstacle::Namesake(Person { id: UserId::new("ann2"), name: person("ann").name }),
        Obstacle::NotListed(Some(organization("a"))),
        Obstacle::Creator(target("a")),
        Obstacle::MayHide(target("a/1")),
        Obstacle::Public(target("a/1")),
        Obstacle::NotRead { target: target("a/2"), reading: denied() },
        Obstacle::AccountRoles,
    ];
    assert_eq!(off_board(&gone, &snapshot).obstacles, expected);
}

proptest! {
    /// Afterwards the user is on no list that was read whole, nobody else has lost anything, and no target has lost its last
    /// manager.
    #[test]
    fn afterwards_the_user_is_on_no_list(world in any_world(), unread in any_unread()) {
        let snapshot = draw(&world, &unread);
        let users = vec![UserId::new("u1")];
        let successor = Succession::By(person("successor"));
        let leaving = Leaving { users: users.clone(), successor, ..Leaving::default() };
        let proposal = off_board(&leaving, &snapshot);
        let after = applied(&snapshot, &proposal.edits);
        prop_assert!(proof(&users, &after).on.is_empty());
        prop_assert_eq!(off_board(&leaving, &after).edits, []);
        for staged in &proposal.edits {
            let is_grant = staged.edit.desired == Some(Manage) && staged.edit.id == person("successor").id;
            prop_assert!(is_grant || (staged.edit.id == users[0] && staged.edit.desired.is_none()));
        }
        let plan: Plan = proposal.edits.into_iter().collect();
        let grave = grave(&plan, &snapshot, &UserId::new("admin"));
        prop_assert!(!grave.iter().any(|one| one.kinds.contains(&Grave::LastManager)));
    }
}
