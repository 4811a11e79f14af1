//! What a snapshot keeps, by example and for readings in any order.

use proptest::prelude::*;

use super::*;
use crate::grant::directory::Standing;
use crate::model::access::AccessList;
use crate::model::catalog::Visibility;
use crate::model::level::Level;
use crate::model::names::{UserId, UserName};
use crate::model::user::UserGrant;
use crate::review::sketch::{
    AT, Sketch, World, about, any_unread, any_world, denied, draw, grant, list, organization, target,
};

/// The list of a target as text: `u1 Write`.
fn listed(snapshot: &Snapshot, name: &str) -> Vec<String> {
    let place = snapshot.place(&target(name)).unwrap();
    let entry = |(user, permission): (UserNumber, &Permission)| {
        format!("{} {}", snapshot.people().get(user).unwrap().id, permission.key().unwrap_or("-"))
    };
    snapshot.list(place).map(entry).collect()
}

fn names(snapshot: &Snapshot, id: &str) -> Vec<String> {
    let user = snapshot.people().find(&UserId::new(id)).unwrap();
    snapshot.people().get(user).unwrap().names.iter().map(ToString::to_string).collect()
}

#[test]
fn lists_keep_what_they_said_sorted_by_id() {
    let odd = UserGrant { permission: Permission::Unknown("9".into()), ..grant("b", Level::Read) };
    let none = UserGrant { permission: Permission::Missing, ..grant("c", Level::Read) };
    let snapshot = Sketch::new()
        .with("group", &[("z", Level::Manage)])
        .with_list("group/web", &list(&[grant("d", Level::Write), odd, none, grant("a", Level::Read)]))
        .freeze();
    assert_eq!(listed(&snapshot, "group/web"), ["a read", "b 9", "c -", "d write"]);
    assert_eq!(listed(&snapshot, "group"), ["z manage"]);
    assert_eq!(snapshot.place(&target("group/nothing")), None);
    let z = snapshot.people().find(&UserId::new("z")).unwrap();
    assert_eq!(snapshot.held(0, z), Some(&Level::Manage.into()));
    assert_eq!(snapshot.held(1, z), None);
}

#[test]
fn a_later_reading_replaces_the_earlier_one() {
    // user01's permission was revoked between two readings: the first one left user01 on the list.
    let mut builder = Builder::new(about());
    let web = target("group/web");
    let renamed = UserGrant { name: Some(UserName::new("former")), ..grant("a", Level::Read) };
    builder.list(&web, AT, &list(&[renamed, grant("b", Level::Read)]));
    builder.list(&web, AT, &list(&[grant("a", Level::Write)]));
    let snapshot = builder.freeze(AT, false);
    assert_eq!(listed(&snapshot, "group/web"), ["a write"]);
    assert_eq!((builder.grants(), snapshot.people().len()), (1, 1));
    assert_eq!(names(&snapshot, "a"), ["name of a"], "the name of the first reading is gone with it");
    builder.not_read(&web, denied());
    let snapshot = builder.freeze(AT, false);
    assert_eq!((listed(&snapshot, "group/web").len(), builder.grants()), (0, 0));
    assert_eq!(snapshot.subject(1).unwrap().reading, denied());
}

#[test]
fn a_value_that_only_an_earlier_reading_had_is_gone() {
    // Two scans read the same in the end, and their snapshots differed by a value that nobody had any more.
    let mut builder = Builder::new(about());
    let odd = UserGrant { permission: Permission::Unknown("9".into()), ..grant("a", Level::Read) };
    builder.list(&target("group"), AT, &list(&[odd]));
    builder.list(&target("group"), AT, &list(&[grant("a", Level::Read)]));
    assert_eq!(builder.freeze(AT, false).values().len(), 4);
}

#[test]
fn an_entry_without_an_id_is_counted_and_the_callers_own_is_known() {
    let nobody = UserGrant { id: None, ..grant("a", Level::Read) };
    let own = UserGrant { id: None, ..grant("admin", Level::Manage) };
    let list = AccessList { own: Some(own), unreadable: 2, ..list(&[nobody]) };
    let snapshot = Sketch::new().with_list("group/web", &list).freeze();
    assert_eq!(listed(&snapshot, "group/web"), ["admin manage"]);
    assert_eq!(snapshot.subject(1).unwrap().reading, Reading::Read { at: AT, unreadable: 3 });
    assert!(!snapshot.subject(1).unwrap().reading.is_whole());
}

#[test]
fn a_user_is_one_id_in_any_form_and_once_on_a_list() {
    let (id, uuid) = ("fb3f175c1fd146ab8cdae3272be6107b", "FB3F175C-1fd1-46ab-8cda-e3272be6107b");
    let twice = list(&[grant(id, Level::Read), grant(uuid, Level::Manage)]);
    let snapshot = Sketch::new().with_list("group/web", &twice).freeze();
    assert_eq!(listed(&snapshot, "group/web"), [format!("{id} read")]);
}

#[test]
fn what_the_account_says_of_a_user_is_known_only_where_its_list_was_read_to_the_end() {
    use Standing::{Absent, Active, Disabled, NotKnown};
    let standing =
        |snapshot: &Snapshot| snapshot.people().all().iter().map(|user| user.standing).collect::<Vec<_>>();
    let sketch =
        || Sketch::new().with("group", &[("a", Level::Read), ("b", Level::Read), ("c", Level::Read)]);
    assert_eq!(standing(&sketch().users(&["a", "b!"]).freeze()), [Active, Active, Disabled, Absent]);
    assert_eq!(standing(&sketch().without_users().freeze()), [NotKnown; 3]);
    let cut = sketch().users(&["a"]).also(|builder| {
        builder.lists_mut().users = ListReading::read(AT, 1, crate::model::catalog::Completeness::Whole);
    });
    assert_eq!(standing(&cut.freeze()), [Active, Active, NotKnown, NotKnown]);
}

#[test]
fn the_accounts_name_comes_first_and_namesakes_are_found() {
    let other = UserGrant { name: Some(UserName::new("name of b")), ..grant("a", Level::Read) };
    let snapshot = Sketch::new()
        .users(&["a", "b"])
        .with_list("group", &list(&[other]))
        .with("group/web", &[("b", Level::Read)])
        .freeze();
    assert_eq!(names(&snapshot, "a"), ["name of a", "name of b"]);
    let namesakes: Vec<_> =
        snapshot.people().namesakes().into_iter().map(|(name, users)| (name.as_str(), users.len())).collect();
    assert_eq!(namesakes, [("name of b", 2)]);
    let user = &snapshot.people().all()[0];
    assert_eq!((user.called(), user.account_name()), ("name of a".into(), user.names.first()));
}

#[test]
fn what_was_not_read_is_no_empty_list() {
    let snapshot = Sketch::new()
        .unread("group", Reading::NotYet)
        .unread("group/web", denied())
        .visible("group/web", Visibility::Public)
        .with("group/app", &[])
        .shared("group/app", &["partner"])
        .freeze();
    let [group, app, web] = snapshot.subjects() else { panic!("{snapshot:?}") };
    assert!(group.reading.is_open() && web.reading.is_open() && app.reading.is_whole());
    assert!(!Reading::Gone.is_open() && !Reading::Gone.is_read());
    assert_eq!((web.visibility(), app.visibility()), (Visibility::Public, Visibility::Private));
    let Some(ImageFacts { shares: Shares::Read(shares), .. }) = app.image() else { panic!("{app:?}") };
    assert_eq!((shares.len(), app.reading.at(), web.reading.at()), (1, Some(AT), None));
}

#[test]
fn sections_are_organizations_with_their_images() {
    let snapshot = Sketch::new()
        .with("b", &[])
        .with("a/2", &[])
        .with("b/1", &[])
        .with("a/1", &[])
        .with("c", &[])
        .freeze();
    let sections: Vec<_> =
        snapshot.organizations().map(|one| (one.subject.target.to_string(), one.images)).collect();
    assert_eq!(sections, [("a".into(), 1..3), ("b".into(), 4..5), ("c".into(), 6..6)]);
}

#[test]
fn facts_that_come_again_without_a_number_keep_it() {
    let mut builder = Builder::new(about());
    let group = target("group");
    let listed = ListedOrganization {
        name: organization("group"),
        number: Some("7".into()),
        creator: Some(UserName::new("a")),
        counted: Some(3),
    };
    builder.organization(&listed);
    builder.list(&group, AT, &AccessList::default());
    let subject = builder.subject(&group).unwrap();
    assert_eq!((subject.number.as_deref(), subject.creator.is_some()), (Some("7"), true));
    let Facts::Organization(facts) = &subject.facts else { panic!("{subject:?}") };
    assert_eq!(facts.counted, Some(3));
    assert!(builder.image(&target("group/web"), Visibility::Public));
    assert!(!builder.image(&target("group/web"), Visibility::Private));
    assert_eq!(builder.subject(&target("group/web")).unwrap().visibility(), Visibility::Private);
    assert_eq!(builder.images(&organization("group")).count(), 1);
    assert_eq!(builder.images(&organization("grou")).count(), 0);
}

#[test]
fn two_snapshots_are_of_one_account_by_its_id_where_both_say_it() {
    let account = |id: Option<&str>, name: &str| Account {
        id: id.map(str::to_owned),
        name: crate::model::names::AccountName::new(name),
    };
    assert!(account(Some("1"), "a").is_same(&account(Some("1"), "b")));
    assert!(!account(Some("1"), "a").is_same(&account(Some("2"), "a")));
    assert!(account(None, "a").is_same(&account(Some("2"), "a")));
    assert!(!account(None, "a").is_same(&account(None, "b")));
}

mod properties {
    use super::*;

    /// The same readings one after the other, from a place on.
    fn turned(world: &World, by: usize) -> World {
        let mut world = world.clone();
        let by = by % world.subjects.len().max(1);
        world.subjects.rotate_left(by);
        world.users.reverse();
        world
    }

    proptest! {
        #[test]
        fn the_order_of_reading_does_not_matter(world in any_world(), by in 0usize..14) {
            let unread = crate::review::sketch::Unread::nothing();
            prop_assert_eq!(draw(&turned(&world, by), &unread), draw(&world, &unread));
        }

        #[test]
        fn every_entry_is_there_and_no_other(world in any_world()) {
            let snapshot = draw(&world, &crate::review::sketch::Unread::nothing());
            let mut count = 0;
            for drawn in &world.subjects {
                let place = snapshot.place(&target(&drawn.name)).unwrap();
                for grant in &drawn.grants {
                    let user = snapshot.people().find(grant.id.as_ref().unwrap()).unwrap();
                    prop_assert_eq!(snapshot.held(place, user), Some(&grant.permission));
                    count += 1;
                }
            }
            prop_assert_eq!(snapshot.grants().len(), count);
            prop_assert_eq!(snapshot.grants_by_user().len(), count);
        }

        #[test]
        fn opened_again_it_is_the_same(world in any_world(), unread in any_unread()) {
            let snapshot = draw(&world, &unread);
            let again = Builder::reopen(&snapshot);
            prop_assert_eq!(again.grants(), snapshot.grants().len());
            prop_assert_eq!(again.freeze(snapshot.ended, snapshot.is_stopped), snapshot);
        }
    }
}
