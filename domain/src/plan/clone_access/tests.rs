//! Cloning by example, and twice.

use proptest::prelude::*;

use super::*;
use crate::model::level::Level::{Manage, Read, Write};
use crate::model::level::Permission;
use crate::model::names::Target;
use crate::plan::sketch::{ran, shown};
use crate::review::sketch::{Sketch, any_unread, any_world, denied, draw, grant, list, person, target};

fn cloning(fit: Fit, manage: WithManage) -> Cloning {
    Cloning { from: UserId::new("ann"), to: person("bob"), fit, manage, reason: None }
}

fn snapshot() -> Snapshot {
    Sketch::new()
        .with("a", &[("ann", Write), ("bob", Read)])
        .with("a/1", &[("ann", Read)])
        .with("a/2", &[("ann", Manage), ("bob", Read)])
        .with("b", &[("bob", Write)])
        .with("b/1", &[("ann", Read), ("bob", Manage)])
        .with("b/2", &[("ann", Write)])
        .with("b/3", &[("bob", Read)])
        .freeze()
}

#[test]
fn what_is_missing_is_added_and_nothing_is_lowered() {
    let proposal = clone_access(&cloning(Fit::AddOnly, WithManage::LeftOut), &snapshot());
    assert_eq!(shown(&proposal.edits), ["a bob read>write"], "the organizations give the rest");
    assert_eq!(proposal.obstacles, [Obstacle::ManageLeftOut(target("a/2"))]);
    assert_eq!(proposal.given, 2, "Read on a/1 and Write on b/2");
}

#[test]
fn manage_is_given_where_it_was_chosen() {
    let proposal = clone_access(&cloning(Fit::AddOnly, WithManage::Included), &snapshot());
    assert_eq!(shown(&proposal.edits), ["a bob read>write", "a/2 bob read>manage"]);
}

#[test]
fn exactly_alike_means_every_list() {
    let proposal = clone_access(&cloning(Fit::Exactly, WithManage::LeftOut), &snapshot());
    let expected = [
        "a bob read>write",
        "a/1 bob ->read",
        "b bob write>-",
        "b/1 bob manage>read",
        "b/2 bob ->write",
        "b/3 bob read>-",
    ];
    assert_eq!((shown(&proposal.edits), proposal.given), (expected.map(str::to_owned).to_vec(), 0));
}

#[test]
fn what_is_not_known_is_left_out() {
    let odd = Permission::Unknown("9".into());
    let mut hiding = list(&[grant("bob", Read)]);
    hiding.unreadable = 1;
    let snapshot = Sketch::new()
        .with_list("a", &list(&[grant("ann", odd.clone())]))
        .with_list("a/1", &list(&[grant("ann", Read), grant("bob", odd)]))
        .with_list("a/2", &hiding)
        .unread("a/3", denied())
        .freeze();
    let no_level = |on: &str, user: &str| Obstacle::NoLevel { target: target(on), user: UserId::new(user) };
    let not_read = || Obstacle::NotRead { target: target("a/3"), reading: denied() };
    let add = clone_access(&cloning(Fit::AddOnly, WithManage::LeftOut), &snapshot);
    let expected =
        [no_level("a", "ann"), no_level("a/1", "bob"), Obstacle::MayHide(target("a/2")), not_read()];
    assert_eq!((shown(&add.edits), &add.obstacles[..]), (Vec::new(), &expected[..]));
    let exactly = clone_access(&cloning(Fit::Exactly, WithManage::LeftOut), &snapshot);
    assert_eq!(shown(&exactly.edits), ["a/1 bob 9>read"]);
}

#[test]
fn nobody_grants_to_themselves_and_somebody_unknown_has_nothing() {
    let me = Cloning { to: person("admin"), ..cloning(Fit::AddOnly, WithManage::LeftOut) };
    let mine = clone_access(&me, &snapshot());
    assert_eq!(mine.edits, []);
    assert_eq!(mine.obstacles.first(), Some(&Obstacle::Oneself(target("a"))));
    let unknown = Cloning { from: UserId::new("x"), ..cloning(Fit::Exactly, WithManage::Included) };
    let nothing = clone_access(&unknown, &snapshot());
    assert_eq!((nothing.edits, nothing.obstacles), (vec![], vec![Obstacle::UnknownUser(UserId::new("x"))]));
    let same = Cloning { from: UserId::new("bob"), ..cloning(Fit::Exactly, WithManage::Included) };
    assert_eq!(clone_access(&same, &snapshot()), Proposal::default());
}

fn effective(snapshot: &Snapshot, place: usize, user: &UserId) -> Option<Level> {
    let user = snapshot.people().find(user)?;
    let organization = snapshot.subject(place)?.target.organization().clone();
    let organization = snapshot.place(&Target::Organization(organization))?;
    let level = |place| snapshot.held(place, user).and_then(Permission::level);
    level(place).max(level(organization))
}

proptest! {
    #[test]
    fn planning_again_after_the_run_gives_nothing(
        world in any_world(), unread in any_unread(), exactly: bool, with_manage: bool,
    ) {
        let snapshot = draw(&world, &unread);
        let cloning = Cloning {
            from: UserId::new("u1"),
            to: person("u2"),
            fit: if exactly { Fit::Exactly } else { Fit::AddOnly },
            manage: if with_manage { WithManage::Included } else { WithManage::LeftOut },
            reason: None,
        };
        let proposal = clone_access(&cloning, &snapshot);
        let after = ran(&snapshot, &proposal.edits);
        prop_assert_eq!(clone_access(&cloning, &after).edits, []);
        for staged in &proposal.edits {
            prop_assert_eq!(&staged.edit.id, &cloning.to.id);
            let place = snapshot.place(&staged.target).unwrap();
            prop_assert!(with_manage || staged.edit.desired != Some(Manage));
            let (before, now) = (effective(&snapshot, place, &cloning.to.id), effective(&after, place, &cloning.to.id));
            prop_assert!(exactly || now > before, "{staged:?}");
        }
    }
}
