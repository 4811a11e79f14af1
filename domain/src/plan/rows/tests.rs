//! Plans as they are read.

use super::*;
use crate::model::level::Level::{Manage, Read, Write};
use crate::plan::sketch::staged;
use crate::review::sketch::{Sketch, denied, target};
use crate::review::snapshot::Snapshot;

fn plan() -> Plan {
    let loses = (1..=3).map(|image| staged(&format!("a/{image}"), "ann", Some(Write), None));
    loses
        .chain([
            staged("a", "ann", None, Some(Write)),
            staged("a/1", "bob", Some(Read), Some(Manage)),
            staged("a/2", "bob", Some(Write), Some(Read)),
        ])
        .collect()
}

#[test]
fn a_users_changes_are_summed_up() {
    let plan = plan();
    let users = by_user(&plan, &Grouped::default());
    let [ann, bob] = &users[..] else { panic!("{users:?}") };
    assert_eq!((ann.user.as_str(), ann.edits.len()), ("ann", 4));
    let total = |change, organizations, images| Total { change, organizations, images, groups: None };
    assert_eq!(ann.totals, [total(Change::Loses(Write), 0, 3), total(Change::Gains(Write), 1, 0)]);
    let of_bob = [total(Change::Lowered(Write, Read), 0, 1), total(Change::Raised(Read, Manage), 0, 1)];
    assert_eq!((bob.name.as_str(), &bob.totals[..]), ("name of bob", &of_bob[..]));
}

#[test]
fn images_are_counted_by_group_where_all_of_them_were_read() {
    let plan = plan();
    let groups = |snapshot: Snapshot| {
        let users = by_user(&plan, &Grouped::of(&snapshot));
        users.iter().flat_map(|user| &user.totals).map(|total| total.groups).collect::<Vec<_>>()
    };
    let sketch = || {
        Sketch::new()
            .with("a", &[])
            .with("a/1", &[("ann", Write), ("bob", Read)])
            .with("a/2", &[("ann", Write), ("bob", Write)])
    };
    let read = sketch().with("a/3", &[("ann", Write), ("bob", Read)]).freeze();
    // Ann's three images are of two groups; each of Bob's changes is on one image.
    assert_eq!(groups(read), [Some(2), None, None, None]);
    assert_eq!(groups(sketch().unread("a/3", denied()).freeze()), [None; 4]);
    assert_eq!(groups(sketch().freeze()), [None; 4]);
}

#[test]
fn a_permission_that_is_no_level_is_set_or_lost() {
    let odd = |desired| {
        let mut edit = staged("a", "ann", None, desired).edit;
        edit.expected = Some(Permission::Missing);
        Change::of(&edit)
    };
    assert_eq!((odd(Some(Read)), odd(None)), (Some(Change::Set(Read)), Some(Change::LosesOdd)));
    assert_eq!(Change::of(&staged("a", "ann", Some(Read), Some(Read)).edit), None);
}

#[test]
fn grave_rows_come_first() {
    let plan = plan();
    let grave =
        GraveEdit { target: target("a/1"), user: UserId::new("bob"), kinds: vec![Grave::ManageGranted] };
    let rows = rows(&plan, &[grave]);
    let where_and_who: Vec<_> = rows.iter().map(|row| format!("{} {}", row.target, row.user)).collect();
    assert_eq!(where_and_who, ["a/1 bob", "a ann", "a/1 ann", "a/2 ann", "a/2 bob", "a/3 ann"]);
    assert_eq!((rows[0].now.clone(), rows[0].after), (Some(Read.into()), Some(Manage)));
    assert_eq!((rows[0].grave.len(), rows[1].grave.len()), (1, 0));
}

#[test]
fn each_target_has_its_edits() {
    let plan = plan();
    let counts: Vec<usize> = by_target(&plan).iter().map(|one| one.edits.len()).collect();
    assert_eq!(counts, [1, 2, 2, 1]);
}
