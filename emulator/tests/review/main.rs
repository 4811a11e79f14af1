//! The world for access reviews: what is planted in it, and that nothing else is wrong there.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod earlier;
mod rules;

use std::collections::{BTreeMap, BTreeSet};

use swr_emulator::store::{ListFault, Store};
use swr_emulator::{Emulator, Seed, Switches, UserId};

use rules::Found;

fn world(seed: Seed) -> Store {
    Emulator::new(seed, Switches::default()).store().clone()
}

fn review() -> Store {
    world(Seed::Review)
}

fn found<const N: usize>(targets: [&str; N]) -> Found {
    targets.map(str::to_owned).into()
}

/// The ids under which lists have a name.
fn ids(store: &Store, name: &str) -> Vec<UserId> {
    let people = rules::people(store).into_iter();
    people.filter(|(_, names)| names.contains(name)).map(|(id, _)| id).collect()
}

/// Where the users of that name are.
fn targets_of(store: &Store, name: &str) -> Found {
    ids(store, name).iter().flat_map(|id| rules::with_user(store, id)).collect()
}

#[test]
fn it_has_5_organizations_2000_images_and_500_users() {
    let store = review();
    let sizes: Vec<(&str, usize)> = store
        .organizations
        .iter()
        .map(|organization| (organization.name.as_str(), organization.listed_images().count()))
        .collect();
    assert_eq!(sizes, [("shop", 900), ("payments", 500), ("platform", 400), ("archive", 120), ("labs", 80)]);
    let ids: BTreeSet<&UserId> = store.users.iter().map(|user| &user.id).collect();
    let names: BTreeSet<&str> = store.users.iter().map(|user| user.name.as_str()).collect();
    assert_eq!((store.users.len(), ids.len(), names.len()), (500, 500, 500));
    let numbers: BTreeSet<u64> = store.listed_images().map(|(_, image)| image.id).collect();
    assert_eq!(numbers.len(), 2_000);
    let grants: usize = store.listed_images().map(|(_, image)| image.grants.len()).sum();
    assert_eq!((grants, rules::people(&store).len()), (22_689, 326));
}

#[test]
fn its_images_have_80_lists_and_66_of_them_are_shared() {
    let store = review();
    let mut groups: BTreeMap<Vec<(UserId, u8)>, usize> = BTreeMap::new();
    for (_, image) in store.listed_images() {
        let grants = image.grants.in_order().into_iter();
        let mut list: Vec<_> = grants.map(|grant| (grant.user_id.clone(), grant.level.number())).collect();
        list.sort();
        *groups.entry(list).or_default() += 1;
    }
    let shared = groups.values().filter(|count| **count > 1);
    assert_eq!((groups.len(), shared.count(), groups.values().max()), (80, 66, Some(&86)));
}

#[test]
fn two_of_it_are_the_same() {
    assert_eq!(format!("{:?}", review()), format!("{:?}", review()));
}

#[test]
fn f0_lists_that_cannot_be_read() {
    let store = review();
    for (fault, image) in [
        (ListFault::Denied, "shop/cases/denied"),
        (ListFault::Refused, "archive/cases/refused"),
        (ListFault::Missing, "payments/cases/missing"),
        (ListFault::Failing, "platform/cases/failing"),
        (ListFault::OddEntry, "labs/cases/odd-entry"),
    ] {
        assert_eq!(rules::unreadable(&store, fault), found([image]));
    }
}

#[test]
fn f1_public_images() {
    assert_eq!(rules::public(&review()), found(["shop/cases/public", "shop/cases/public-read"]));
}

#[test]
fn f2_images_that_other_accounts_may_pull() {
    let store = review();
    let several = "payments/cases/shared-with-several";
    let for_ever = rules::shared(&store, |deadline, _| deadline == "forever");
    assert_eq!(for_ever, found(["payments/cases/shared-forever", several]));
    let ended = rules::shared(&store, |_, has_passed| has_passed);
    assert_eq!(ended, found(["payments/cases/shared-and-ended", several]));
    let limited = rules::shared(&store, |deadline, has_passed| deadline != "forever" && !has_passed);
    assert_eq!(limited, found(["payments/cases/shared-with-end", several]));
}

#[test]
fn f3_one_manager_or_none() {
    let store = review();
    let one = found(["archive", "archive/cases/one-manager", "labs/cases/one-manager"]);
    assert_eq!(rules::managed_by(&store, 1), one);
    assert_eq!(rules::managed_by(&store, 0), found(["labs", "labs/cases/no-manager"]));
}

#[test]
fn f4_permissions_that_add_nothing() {
    let store = review();
    assert_eq!(rules::adds_nothing(&store), found(["shop/cases/adds-nothing"]));
    assert_eq!(rules::public_anyway(&store), found(["shop/cases/public-read"]));
}

#[test]
fn f5_users_whom_iam_does_not_know() {
    let store = review();
    let known: BTreeSet<&UserId> = store.users.iter().map(|user| &user.id).collect();
    let people = rules::people(&store).into_iter();
    let unknown: BTreeSet<String> =
        people.filter(|(id, _)| !known.contains(id)).flat_map(|(_, names)| names).collect();
    assert_eq!(unknown, found(["deleted01", "deleted02", "deleted03", "twice01"]));
    let everywhere = targets_of(&store, "deleted01");
    assert!(everywhere.iter().all(|image| image.starts_with("payments/billing/")));
    assert_eq!(everywhere.len(), 99);
    assert_eq!(targets_of(&store, "deleted02"), found(["platform"]));
    assert_eq!(targets_of(&store, "deleted03"), found(["shop/cases/deleted-user"]));
}

#[test]
fn f6_users_who_are_disabled() {
    let store = review();
    let disabled = store.users.iter().filter(|user| !user.is_enabled).map(|user| user.name.as_str());
    assert_eq!(disabled.collect::<Vec<_>>(), ["disabled01", "disabled02", "disabled03"]);
    let everywhere = targets_of(&store, "disabled01");
    let teams = ["shop/mobile/", "shop/search/", "shop/web/"];
    assert!(everywhere.iter().all(|image| teams.iter().any(|team| image.starts_with(team))));
    assert_eq!(everywhere.len(), 333);
    assert_eq!(targets_of(&store, "disabled02"), found(["payments"]));
    assert_eq!(targets_of(&store, "disabled03"), found(["shop/cases/disabled-user"]));
}

#[test]
fn f7_names_under_several_ids() {
    let store = review();
    assert_eq!(rules::shared_names(&store), found(["holder01", "twice01"]));
    let known = |id: &UserId| store.users.iter().any(|user| user.id == *id);
    let is_known = |name: &str| ids(&store, name).iter().map(known).collect::<Vec<_>>();
    assert_eq!((is_known("twice01"), is_known("holder01")), (vec![false, true], vec![true, true]));
    assert_eq!(targets_of(&store, "twice01"), found(["shop/cases/name-under-two-ids"]));
    assert_eq!(targets_of(&store, "holder01"), found(["shop/cases/name-of-another"]));
}

#[test]
fn f8_ids_under_several_names() {
    let store = review();
    let expected = found(["holder01", "moved01", "renamed01", "renamed01-before"]);
    assert_eq!(rules::renamed(&store), expected);
    assert_eq!(targets_of(&store, "renamed01-before"), found(["shop/cases/renamed-user"]));
}

#[test]
fn f9_too_many_managers() {
    let store = review();
    assert_eq!(rules::organizations_of_many_managers(&store), found(["platform"]));
    let images = found(["payments/cases/many-managers"]);
    assert_eq!(rules::images_of_many_managers(&store), [images.clone(), images]);
}

#[test]
fn f10_creators_whom_iam_does_not_know() {
    let store = review();
    assert_eq!(rules::unknown_creators(&store), found(["archive", "archive/cases/unknown-creator"]));
    let archive = store.organization("archive").expect("the organization");
    assert!(store.users.iter().all(|user| user.name != archive.creator.name));
}

#[test]
fn f11_numbers_that_are_no_level() {
    assert_eq!(rules::odd_levels(&review()), found(["shop/cases/unknown-level"]));
}

#[test]
fn f12_users_with_nearly_all_images_of_an_organization() {
    let expected = [("archive", "wide02"), ("labs", "wide01")];
    let expected = expected.map(|(organization, user)| (organization.to_owned(), user.to_owned()));
    assert_eq!(rules::wide(&review()), BTreeSet::from(expected));
}

#[test]
fn the_documentation_names_every_planted_case_and_user() {
    let page = include_str!("../../../docs/emulator.md");
    let store = review();
    let cases = store.listed_images().map(|(organization, image)| rules::named(organization, image));
    let users = rules::people(&store).into_values().flatten();
    let is_planted =
        |name: &String| name.contains("cases/") || name.ends_with(|last: char| last.is_ascii_digit());
    for name in cases.chain(users).filter(is_planted).chain(["labs/cases/gone".to_owned()]) {
        assert!(page.contains(&format!("`{name}`")), "docs/emulator.md lacks `{name}`");
    }
}
