//! The same account some time before: one case of each kind of change, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use swr_emulator::store::{Image, Store};
use swr_emulator::{Level, Seed};

use super::rules::{self, Found};
use super::{found, ids, review, world};

fn earlier() -> Store {
    world(Seed::ReviewEarlier)
}

fn images(store: &Store) -> BTreeMap<String, &Image> {
    store.listed_images().map(|(organization, image)| (rules::named(organization, image), image)).collect()
}

/// The images that are in both and of which something differs.
fn differing<T: PartialEq>(of: impl Fn(&Image) -> T) -> Found {
    let (before, now) = (earlier(), review());
    let (before, now) = (images(&before), images(&now));
    let differs = |(name, image): (String, &Image)| {
        before.get(&name).filter(|before| of(before) != of(image)).map(|_| name)
    };
    now.into_iter().filter_map(differs).collect()
}

/// What a list says of a name: before and now.
fn levels(image: &str, user: &str) -> [Option<Level>; 2] {
    [earlier(), review()].map(|store| {
        let image = *images(&store).get(image).expect("the image");
        let grants = image.grants.in_order().into_iter();
        grants.filter(|grant| grant.user_name.as_str() == user).map(|grant| grant.level).next()
    })
}

#[test]
fn f13_who_manages_since() {
    let image = "shop/cases/newly-managed";
    assert_eq!(levels(image, "granted02"), [None, Some(Level::Manage)]);
    assert_eq!(levels(image, "raised02"), [Some(Level::Read), Some(Level::Manage)]);
    // In no other place has anybody more than before.
    let expected = found(["shop/cases/changed", "shop/cases/newly-managed"]);
    assert_eq!(differing(|image| format!("{:?}", image.grants.in_order())), expected);
}

#[test]
fn f14_what_was_made_anew() {
    assert_eq!(differing(|image| image.id), found(["shop/cases/made-anew"]));
}

#[test]
fn one_image_has_every_change_of_a_list() {
    let image = "shop/cases/changed";
    assert_eq!(levels(image, "granted01"), [None, Some(Level::Read)]);
    assert_eq!(levels(image, "revoked01"), [Some(Level::Write), None]);
    assert_eq!(levels(image, "raised01"), [Some(Level::Read), Some(Level::Write)]);
    assert_eq!(levels(image, "lowered01"), [Some(Level::Manage), Some(Level::Read)]);
    assert_eq!(levels(image, "renamed02-before"), [Some(Level::Read), None]);
    assert_eq!(levels(image, "renamed02"), [None, Some(Level::Read)]);
    assert_eq!(ids(&earlier(), "renamed02-before"), ids(&review(), "renamed02"));
}

#[test]
fn images_come_and_go_and_change_who_may_pull_them() {
    let (before, now) = (earlier(), review());
    let names = |store: &Store| images(store).into_keys().collect::<BTreeSet<_>>();
    let (before, now) = (names(&before), names(&now));
    assert_eq!(&now - &before, found(["labs/cases/new"]));
    assert_eq!(&before - &now, found(["labs/cases/gone"]));
    assert_eq!(differing(|image| image.is_public), found(["shop/cases/public"]));
    assert_eq!(differing(|image| image.shares.clone()), found(["payments/cases/shared-with-end"]));
    let unread = found(["platform/cases/failing", "shop/cases/unread-before"]);
    assert_eq!(differing(|image| image.list_fault), unread);
}

#[test]
fn two_organizations_had_other_lists() {
    let (before, now) = (earlier(), review());
    let lists = |store: &Store| -> BTreeMap<String, BTreeSet<String>> {
        let names = |grants: &swr_emulator::store::Grants| {
            grants.in_order().iter().map(|grant| grant.user_name.to_string()).collect()
        };
        store.organizations.iter().map(|o| (o.name.to_string(), names(&o.grants))).collect()
    };
    let (mut before, now) = (lists(&before), lists(&now));
    assert!(before.get_mut("payments").expect("a list").insert("granted01".to_owned()));
    assert!(before.get_mut("platform").expect("a list").remove("revoked01"));
    assert_eq!(before, now);
}

#[test]
fn nobody_was_deleted_or_disabled_and_nobody_had_a_name_of_somebody_else() {
    let store = earlier();
    assert!(store.users.iter().all(|user| user.is_enabled));
    let known = |name: &str| store.users.iter().filter(|user| user.name.as_str() == name).count();
    for name in ["deleted01", "deleted02", "deleted03", "twice01", "renamed02-before"] {
        assert_eq!(known(name), 1, "{name}");
    }
    assert_eq!((known("renamed02"), store.users.len()), (0, 503));
}
