//! Parts that fit, and parts that do not.

use proptest::prelude::*;

use super::*;
use crate::model::level::Level;
use crate::model::names::UserName;
use crate::review::sketch::{AT, Sketch, any_unread, any_world, denied, draw, target};
use crate::review::snapshot::{ImageFacts, ListReading, Reading};

/// What a snapshot has, put together again; `change` may change what comes.
fn again(
    snapshot: &Snapshot,
    change: impl FnOnce(&mut Vec<KnownUser>, &mut Vec<(Subject, Vec<(String, Permission)>)>),
) -> Result<Snapshot, Misfit> {
    let mut people = snapshot.people().all().to_vec();
    let listed = |(place, subject): (usize, &Subject)| {
        let entry = |(user, permission): (UserNumber, &Permission)| {
            (snapshot.people().get(user).unwrap().id.to_string(), permission.clone())
        };
        (subject.clone(), snapshot.list(place).map(entry).collect::<Vec<_>>())
    };
    let mut subjects: Vec<_> = snapshot.subjects().iter().enumerate().map(listed).collect();
    change(&mut people, &mut subjects);
    let mut restore = Restore::with_grants_most(1_000);
    for user in people {
        restore.person(user)?;
    }
    for (subject, list) in subjects {
        restore.subject(subject.clone(), list.iter().map(|(id, one)| (id.as_str(), one.clone())))?;
        let (last, on_it) = restore.last().unwrap();
        assert_eq!((last, on_it.count()), (&subject, list.len()));
    }
    assert_eq!(restore.grants(), snapshot.grants().len());
    restore.finish(head(snapshot))
}

fn head(snapshot: &Snapshot) -> Head {
    Head {
        about: snapshot.about.clone(),
        ended: snapshot.ended,
        is_stopped: snapshot.is_stopped,
        totals: snapshot.totals,
        lists: snapshot.lists.clone(),
    }
}

fn sketch() -> Snapshot {
    Sketch::new()
        .users(&["ann", "bob!"])
        .with("a", &[("ann", Level::Manage)])
        .with("a/1", &[("ann", Level::Read), ("eve", Level::Write)])
        .unread("a/2", denied())
        .with("b", &[])
        .freeze()
}

#[test]
fn parts_in_the_order_of_a_snapshot_make_it_again() {
    assert_eq!(again(&sketch(), |_, _| {}), Ok(sketch()));
}

#[test]
fn what_comes_twice_or_out_of_order_is_refused() {
    let order = Err(Misfit::Order);
    assert_eq!(again(&sketch(), |people, _| people.swap(0, 1)), order);
    assert_eq!(again(&sketch(), |people, _| people.insert(1, people[0].clone())), order);
    assert_eq!(again(&sketch(), |_, subjects| subjects.swap(1, 2)), order);
    assert_eq!(again(&sketch(), |_, subjects| subjects.insert(1, subjects[0].clone())), order);
    assert_eq!(again(&sketch(), |_, subjects| subjects[1].1.swap(0, 1)), order);
    assert_eq!(
        again(&sketch(), |_, subjects| {
            let first = subjects[1].1[0].clone();
            subjects[1].1.insert(1, first);
        }),
        order
    );
    let names = [UserName::new("z"), UserName::new("y"), UserName::new("z")];
    assert_eq!(again(&sketch(), |people, _| people[1].names = names.to_vec()), order);
    assert_eq!(again(&sketch(), |people, _| people[3].names = names[..2].to_vec()), order);
    let mut restore = Restore::default();
    restore.subject(sketch().subjects()[0].clone(), []).unwrap();
    assert_eq!(restore.person(sketch().people().all()[0].clone()), Err(Misfit::Order));
}

#[test]
fn what_belongs_to_nothing_is_refused() {
    assert_eq!(again(&sketch(), |people, _| drop(people.remove(3))), Err(Misfit::UnknownUser));
    assert_eq!(again(&sketch(), |_, subjects| drop(subjects.remove(0))), Err(Misfit::NoOrganization));
    let other = |_: &mut Vec<_>, subjects: &mut Vec<(Subject, Vec<_>)>| subjects[1].0.target = target("aa/1");
    assert_eq!(again(&sketch(), other), Err(Misfit::NoOrganization));
}

#[test]
fn what_contradicts_itself_is_refused() {
    let contradiction = Err(Misfit::Contradiction);
    assert_eq!(again(&sketch(), |_, subjects| subjects[1].0.reading = Reading::Gone), contradiction);
    let facts = Facts::Image(ImageFacts::default());
    assert_eq!(again(&sketch(), |_, subjects| subjects[0].0.facts = facts), contradiction);
    assert_eq!(again(&sketch(), |people, _| people[1].names.clear()), contradiction);
    assert_eq!(again(&sketch(), |people, _| people[3].standing = Standing::NotKnown), contradiction);
    // Neither in the account nor on a list.
    assert_eq!(again(&sketch(), |people, _| people[2].standing = Standing::Absent), contradiction);
    let mut denied_users = sketch();
    denied_users.lists.users = ListReading::not_read(denied());
    assert_eq!(again(&denied_users, |_, _| {}), contradiction);
}

#[test]
fn too_many_grants_and_values_are_refused() {
    let snapshot = sketch();
    let mut few = Restore::with_grants_most(1);
    for user in snapshot.people().all() {
        few.person(user.clone()).unwrap();
    }
    let [organization, image] = [0, 1].map(|place| snapshot.subjects()[place].clone());
    few.subject(organization, [("ann", Level::Read.into())]).unwrap();
    assert_eq!(few.subject(image, [("ann", Level::Read.into())]), Err(Misfit::TooManyGrants));
    let mut restore = Restore::default();
    let snapshot = Sketch::new().users(&["ann"]).freeze();
    for user in snapshot.people().all() {
        restore.person(user.clone()).unwrap();
    }
    let odd = |n: usize| Permission::Unknown(n.to_string());
    for n in 0..=252 {
        let subject = Subject { reading: Reading::Read { at: AT, unreadable: 0 }, ..numbered(n) };
        let expected = if n < 252 { Ok(()) } else { Err(Misfit::TooManyValues) };
        assert_eq!(restore.subject(subject, [("ann", odd(n))]), expected, "{n}");
    }
}

fn numbered(n: usize) -> Subject {
    Subject::new(target(&format!("o{n:03}")))
}

mod properties {
    use super::*;

    proptest! {
        #[test]
        fn every_snapshot_is_restored(world in any_world(), unread in any_unread()) {
            let snapshot = draw(&world, &unread);
            prop_assert_eq!(again(&snapshot, |_, _| {}), Ok(snapshot));
        }
    }
}
