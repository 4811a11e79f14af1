//! What a user reaches, by example and for any snapshot.

use proptest::prelude::*;

use super::*;
use crate::effective::{EffectiveAccess, OrganizationPart};
use crate::grant::directory::Standing;
use crate::model::access::AccessList;
use crate::model::level::Permission;
use crate::model::names::UserId;
use crate::model::user::UserGrant;
use crate::review::sketch::{AT, Sketch, Unread, any_unread, any_world, denied, draw, grant, list};
use crate::review::snapshot::ListReading;
use Level::{Manage, Read, Write};

fn of(snapshot: &Snapshot, id: &str) -> Reach {
    reach(snapshot, snapshot.people().find(&UserId::new(id)).unwrap())
}

fn row(snapshot: &Snapshot, id: &str) -> UserReach {
    let user = snapshot.people().find(&UserId::new(id)).unwrap();
    everyone(snapshot).remove(user.index())
}

/// What a user has of each image: `a/1 Write Organization`.
fn shown(snapshot: &Snapshot, id: &str) -> Vec<String> {
    let reach = of(snapshot, id);
    let one = |one: &Reached| {
        let name = &snapshot.subject(one.place).unwrap().target;
        let sign = if matches!(one.effective, Effective::AtLeast(_)) { "+" } else { "" };
        format!("{name} {:?}{sign} {:?}", one.effective.level(), one.origin)
    };
    reach.images.iter().map(one).collect()
}

fn account() -> Sketch {
    Sketch::new()
        .users(&["ann", "bob"])
        .with("a", &[("ann", Write)])
        .with("a/1", &[("ann", Read), ("bob", Read)])
        .with("a/2", &[("ann", Manage)])
        .with("a/3", &[("ann", Write)])
        .with("b", &[])
        .with("b/1", &[])
        .visible("b/1", Visibility::Public)
}

#[test]
fn a_level_says_where_it_comes_from() {
    let snapshot = account().freeze();
    let expected = [
        "a/1 Some(Write) Organization",
        "a/2 Some(Manage) Image",
        "a/3 Some(Write) Both",
        "b/1 Some(Read) Public",
    ];
    assert_eq!(shown(&snapshot, "ann"), expected);
    assert_eq!(shown(&snapshot, "bob"), ["a/1 Some(Read) Image", "b/1 Some(Read) Public"]);
    let reach = of(&snapshot, "bob");
    assert_eq!((reach.of, reach.open.len(), reach.is_at_least), (4, 0, false));
    assert_eq!(reach.organizations, []);
    assert_eq!(
        of(&snapshot, "ann").organizations,
        [OrganizationReach { place: 0, part: Part::Level(Write) }]
    );
}

#[test]
fn a_row_counts_images_by_level_and_those_that_are_only_public_apart() {
    let ann = row(&account().freeze(), "ann");
    assert_eq!((ann.manage, ann.write, ann.read, ann.unknown, ann.public), (1, 2, 0, 0, 1));
    assert_eq!((ann.by_permission(), ann.images(), ann.direct, ann.organizations), (3, 4, 3, 1));
    assert!(!ann.is_at_least);
}

#[test]
fn what_was_not_read_makes_it_at_least_so_much() {
    let snapshot = account().unread("a", denied()).unread("a/2", denied()).freeze();
    // Of Manage there is no more; a/2 is open, and so is the organization.
    let expected = ["a/1 Some(Read)+ Image", "a/3 Some(Write)+ Image", "b/1 Some(Read) Public"];
    assert_eq!(shown(&snapshot, "ann"), expected);
    let reach = of(&snapshot, "ann");
    assert_eq!((reach.open, reach.is_at_least), (vec![2], true));
    assert_eq!(reach.organizations, [OrganizationReach { place: 0, part: Part::NotKnown }]);
    assert_eq!((row(&snapshot, "ann").open, row(&snapshot, "bob").open), (1, 2));
    let odd = AccessList { unreadable: 1, ..list(&[]) };
    let snapshot = account().with_list("a/3", &odd).freeze();
    assert!(of(&snapshot, "bob").is_at_least && row(&snapshot, "bob").is_at_least);
}

#[test]
fn a_list_of_images_that_was_not_read_may_hide_what_a_user_reaches() {
    let cut = |builder: &mut crate::review::snapshot::Builder| {
        let a = crate::review::sketch::organization("a");
        builder.organization_facts(&a).unwrap().images = ListReading::not_read(denied());
    };
    let snapshot = account().also(cut).freeze();
    assert!(of(&snapshot, "bob").is_at_least && row(&snapshot, "bob").is_at_least);
    let snapshot = account().also(|one| one.lists_mut().organizations = ListReading::default()).freeze();
    assert!(of(&snapshot, "bob").is_at_least);
    let snapshot = account().also(|one| one.lists_mut().organizations = ListReading::whole(AT)).freeze();
    assert!(!of(&snapshot, "bob").is_at_least);
}

#[test]
fn a_value_that_is_no_level_is_reached_and_not_known() {
    let odd = UserGrant { permission: Permission::Unknown("9".into()), ..grant("bob", Read) };
    let snapshot = account().with_list("a/1", &list(&[odd])).freeze();
    assert_eq!(shown(&snapshot, "bob"), ["a/1 None Image", "b/1 Some(Read) Public"]);
    assert_eq!(row(&snapshot, "bob").unknown, 1);
}

#[test]
fn what_is_gone_is_reached_by_nobody() {
    let snapshot = account().unread("a/1", Reading::Gone).unread("b", Reading::Gone).freeze();
    assert_eq!(shown(&snapshot, "bob"), ["b/1 Some(Read)+ Public"], "the organization's list is not known");
    assert_eq!(of(&snapshot, "bob").of, 3);
}

#[test]
fn an_image_that_may_be_public_may_be_reached() {
    let snapshot = account().visible("b/1", Visibility::Unknown).freeze();
    assert_eq!(of(&snapshot, "bob").open.len(), 1);
    assert!(of(&snapshot, "bob").is_at_least);
}

#[test]
fn marks_say_what_to_check() {
    let other_name = UserGrant { name: grant("ann", Read).name, ..grant("eve", Read) };
    let snapshot =
        account().users(&["ann!"]).with_list("a/4", &list(std::slice::from_ref(&other_name))).freeze();
    assert_eq!(row(&snapshot, "ann").marks, [UserMark::Disabled, UserMark::SharedName]);
    assert_eq!(row(&snapshot, "bob").marks, [UserMark::NotInAccount]);
    assert_eq!(row(&snapshot, "eve").marks, [UserMark::NotInAccount, UserMark::SharedName]);
    assert_eq!(row(&snapshot, "admin").marks, []);
    let renamed = account().with_list("a/4", &list(&[UserGrant { id: grant("bob", Read).id, ..other_name }]));
    assert!(row(&renamed.freeze(), "bob").marks.contains(&UserMark::SeveralNames));
    let unread = account().without_users().freeze();
    assert!(everyone(&unread).iter().all(|row| row.marks.is_empty()));
    assert!(unread.people().all().iter().all(|user| user.standing == Standing::NotKnown));
}

mod properties {
    use super::*;

    /// The row that the detail of a user gives.
    fn counted(reach: &Reach) -> [u32; 6] {
        let count = |of: &dyn Fn(&Reached) -> bool| {
            u32::try_from(reach.images.iter().filter(|one| of(one)).count()).unwrap()
        };
        let level = |level| count(&|one| one.origin != Origin::Public && one.effective.level() == level);
        [
            level(Some(Manage)),
            level(Some(Write)),
            level(Some(Read)),
            level(None),
            count(&|one| one.origin == Origin::Public),
            u32::try_from(reach.open.len()).unwrap(),
        ]
    }

    proptest! {
        #[test]
        fn rows_and_details_say_the_same(world in any_world(), unread in any_unread()) {
            let snapshot = draw(&world, &unread);
            let by_user = snapshot.grants_by_user();
            for row in everyone(&snapshot) {
                let reach = reach(&snapshot, row.user);
                let counts = [row.manage, row.write, row.read, row.unknown, row.public, row.open];
                prop_assert_eq!(counts, counted(&reach));
                prop_assert_eq!(row.is_at_least, reach.is_at_least);
                let held = by_user.row(row.user.index()).len();
                prop_assert_eq!((row.direct + row.organizations) as usize, held);
            }
        }

        #[test]
        fn an_image_says_the_same_as_on_its_own_page(world in any_world()) {
            let snapshot = draw(&world, &Unread::nothing());
            let list_of = |name: &str| {
                let drawn = world.subjects.iter().find(|drawn| drawn.name == name);
                drawn.map_or_else(AccessList::default, |drawn| AccessList {
                    unreadable: drawn.unreadable,
                    ..list(&drawn.grants)
                })
            };
            for (user, known) in snapshot.people().numbered() {
                for one in reach(&snapshot, user).images.iter().filter(|one| one.origin != Origin::Public) {
                    let target = &snapshot.subject(one.place).unwrap().target;
                    let organization = list_of(target.organization().as_str()).into();
                    let image = list_of(&target.to_string());
                    let page = EffectiveAccess::new(&image, &OrganizationPart::Known(organization));
                    let row = page.rows.iter().find(|row| row.id.as_ref() == Some(&known.id)).unwrap();
                    prop_assert_eq!(row.effective, one.effective);
                }
            }
        }

        #[test]
        fn reading_more_never_takes_away_what_was_certain(world in any_world(), unread in any_unread()) {
            let (part, whole) = (draw(&world, &unread), draw(&world, &Unread::nothing()));
            for (user, known) in part.people().numbered() {
                let Some(number) = whole.people().find(&known.id) else { continue };
                let (before, after) = (reach(&part, user), reach(&whole, number));
                let later = |place: usize| {
                    let place = whole.place(&part.subject(place).unwrap().target).unwrap();
                    after.images.iter().find(|one| one.place == place)
                };
                for one in &before.images {
                    let later = later(one.place).unwrap();
                    match (one.effective, later.effective) {
                        (Effective::Level(Manage, _), Effective::Level(Manage, _)) | (_, Effective::Unknown) => {}
                        (Effective::Level(..), _) => prop_assert_eq!(one.effective, later.effective),
                        (_, effective) => prop_assert!(effective.level() >= one.effective.level()),
                    }
                }
                if !before.is_at_least {
                    prop_assert_eq!(before.images.len(), after.images.len());
                }
            }
        }
    }
}
