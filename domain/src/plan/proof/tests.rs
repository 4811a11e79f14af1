//! What is proven, and what is not.

use super::*;
use crate::model::catalog::Visibility;
use crate::model::level::Level::{Read, Write};
use crate::model::user::{Person, UserGrant};
use crate::plan::run::{NotSent, Said, Stop, Word};
use crate::plan::sketch::staged;
use crate::review::sketch::{Sketch, denied, grant, list, organization, person, target};
use crate::review::snapshot::{Builder, ListReading, ListedOrganization};

fn prove(sketch: Sketch) -> Proof {
    proof(&[UserId::new("ann"), UserId::new("ann2")], &sketch.freeze())
}

#[test]
fn on_no_list_is_proven_by_every_list() {
    let proof =
        prove(Sketch::new().with("a", &[("bob", Read)]).with("a/1", &[]).unread("a/2", Reading::Gone));
    assert_eq!((proof.on_none_of, proof.lists(), proof.is_whole()), (2, 2, true));
}

#[test]
fn what_was_not_read_proves_nothing() {
    let mut hiding = list(&[grant("bob", Read)]);
    hiding.unreadable = 1;
    let proof = prove(Sketch::new().with("a", &[]).unread("a/1", denied()).with_list("a/2", &hiding));
    assert_eq!((proof.on_none_of, proof.lists(), proof.is_whole()), (1, 3, false));
    assert_eq!(proof.not_read, [(target("a/1"), denied())]);
    assert_eq!(proof.may_hide, [target("a/2")]);
}

#[test]
fn neither_does_a_list_of_images_that_was_not_read() {
    let sketch = Sketch::new().with("a", &[]).also(|one| {
        one.organization_facts(&organization("a")).unwrap().images = ListReading::not_read(denied());
    });
    let proof = prove(sketch);
    assert_eq!((proof.on_none_of, proof.is_whole()), (1, false));
    assert_eq!(proof.not_listed, [Some(organization("a"))]);
}

#[test]
fn a_list_with_any_of_the_users_is_named() {
    let proof = prove(Sketch::new().with("a", &[("ann2", Read)]).with("a/1", &[("bob", Read)]));
    assert_eq!((proof.on, proof.on_none_of), (vec![target("a")], 1));
}

#[test]
fn a_scan_of_some_organizations_proves_nothing_of_the_others() {
    let sketch = Sketch::new().with("a", &[]).with("b", &[]);
    let mut snapshot = sketch.freeze();
    snapshot.about.scope = Scope::Some(vec![organization("a"), organization("b")]);
    let proof = proof(&[UserId::new("ann")], &snapshot);
    assert_eq!((proof.on_none_of, proof.lists(), proof.is_whole()), (2, 2, false));
    assert_eq!(proof.only, Some(vec![organization("a"), organization("b")]));
}

#[test]
fn what_no_plan_takes_away_is_named() {
    let name = person("ann").name;
    let namesake = UserGrant { name: Some(name.clone()), ..grant("ann2", Read) };
    let made_by_ann = |one: &mut Builder| {
        let (name, creator) = (organization("a"), Some(person("ann").name));
        one.organization(&ListedOrganization { name, number: None, creator, counted: None });
    };
    let snapshot = Sketch::new()
        .with_list("a", &list(&[namesake]))
        .also(made_by_ann)
        .with("a/1", &[])
        .visible("a/1", Visibility::Public)
        .unread("a/2", Reading::Gone)
        .visible("a/2", Visibility::Public)
        .freeze();
    let found = beyond(&UserId::new("ann"), std::slice::from_ref(&name), &snapshot);
    assert_eq!((found.public, found.created), (vec![target("a/1")], vec![target("a")]));
    assert_eq!(found.namesakes, [Person { id: UserId::new("ann2"), name }]);
    assert_eq!(beyond(&UserId::new("eve"), &[], &snapshot).created, []);
}

#[test]
fn only_who_lost_everything_has_left() {
    let edits = [
        staged("a", "ann", Some(Read), None),
        staged("a/1", "ann", Some(Write), None),
        staged("a", "bob", Some(Read), None),
        staged("a/1", "bob", Some(Read), Some(Write)),
        staged("a", "eve", Some(Read), None),
        staged("a", "joe", Some(Read), None),
    ];
    let stopped = Word::NotSent(NotSent::Stopped(Stop::Asked));
    let words = |index: usize| match index {
        0 => Some(&Word::AlreadySo(None)),
        4 => Some(&stopped),
        _ => Some(&Word::Applied(Said::Done)),
    };
    let run = || edits.iter().enumerate().map(|(index, edit)| (edit, words(index)));
    let ids = |people: Vec<Person>| people.into_iter().map(|one| one.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(leavers(run(), None)), ["ann", "joe"]);
    let snapshot = Sketch::new().with("a", &[]).with("a/2", &[("joe", Read)]).freeze();
    assert_eq!(ids(leavers(run(), Some(&snapshot))), ["ann"]);
    assert_eq!(ids(leavers(edits.iter().map(|edit| (edit, None)), None)), Vec::<String>::new());
}
