//! What a review looks for, written once more and plainly: each rule over the whole world, as the targets that it finds.

use std::collections::{BTreeMap, BTreeSet};

use swr_emulator::store::{Grants, Image, ListFault, Organization, Store};
use swr_emulator::{Level, UnixMillis, UserId};

/// Targets: organizations by their name, images with their organization's before it.
pub(crate) type Found = BTreeSet<String>;

/// How many people may manage an organization.
const MANAGERS: usize = 3;

pub(crate) fn named(organization: &Organization, image: &Image) -> String {
    format!("{}/{}", organization.name, image.name)
}

/// The images of which something holds.
fn images(store: &Store, holds: impl Fn(&Organization, &Image) -> bool) -> Found {
    let found = store.listed_images().filter(|(organization, image)| holds(organization, image));
    found.map(|(organization, image)| named(organization, image)).collect()
}

/// The organizations and images whose own list has something.
fn lists(store: &Store, has: impl Fn(&Grants) -> bool) -> Found {
    let organizations = store.organizations.iter().filter(|organization| has(&organization.grants));
    let names = organizations.map(|organization| organization.name.to_string());
    names.chain(images(store, |_, image| has(&image.grants))).collect()
}

/// What everybody on either list may do with an image.
fn effective(organization: &Organization, image: &Image) -> BTreeMap<UserId, Level> {
    let mut levels = BTreeMap::new();
    for grant in organization.grants.in_order().into_iter().chain(image.grants.in_order()) {
        let level: &mut Level = levels.entry(grant.user_id.clone()).or_insert(grant.level);
        *level = grant.level.max(*level);
    }
    levels
}

fn managers<'a>(levels: impl IntoIterator<Item = &'a Level>) -> usize {
    levels.into_iter().filter(|level| **level == Level::Manage).count()
}

fn levels(grants: &Grants) -> Vec<Level> {
    grants.in_order().iter().map(|grant| grant.level).collect()
}

/// F0.
pub(crate) fn unreadable(store: &Store, fault: ListFault) -> Found {
    images(store, |_, image| image.list_fault == Some(fault))
}

/// F1.
pub(crate) fn public(store: &Store) -> Found {
    images(store, |_, image| image.is_public)
}

/// F2: whether one of an image's shares is as it is asked for.
pub(crate) fn shared(store: &Store, is_so: impl Fn(&str, bool) -> bool) -> Found {
    let now = UnixMillis::new(1_790_000_000_000);
    images(store, |_, image| {
        let mut shares = image.shares.in_order().iter();
        shares.any(|share| is_so(share.deadline.text(), share.deadline.has_passed(now)))
    })
}

/// F3, with the number of managers.
pub(crate) fn managed_by(store: &Store, count: usize) -> Found {
    let organizations = store.organizations.iter().filter(|o| managers(&levels(&o.grants)) == count);
    let names = organizations.map(|organization| organization.name.to_string());
    names.chain(images(store, |o, image| managers(effective(o, image).values()) == count)).collect()
}

/// F4.
pub(crate) fn adds_nothing(store: &Store) -> Found {
    images(store, |organization, image| {
        let mut grants = image.grants.in_order().into_iter();
        grants.any(|grant| organization.grants.level_of(&grant.user_id) >= Some(grant.level))
    })
}

/// F4a.
pub(crate) fn public_anyway(store: &Store) -> Found {
    images(store, |organization, image| {
        let mut grants = image.grants.in_order().into_iter();
        let is_only_read = |id: &UserId| organization.grants.level_of(id).is_none();
        image.is_public && grants.any(|grant| grant.level == Level::Read && is_only_read(&grant.user_id))
    })
}

/// F5 and F6: lists with a user of that id.
pub(crate) fn with_user(store: &Store, id: &UserId) -> Found {
    lists(store, |grants| grants.of(id).is_some())
}

/// Everybody on a list, with all names under which they are there.
pub(crate) fn people(store: &Store) -> BTreeMap<UserId, BTreeSet<String>> {
    let mut people: BTreeMap<UserId, BTreeSet<String>> = BTreeMap::new();
    let organizations = store.organizations.iter().map(|organization| &organization.grants);
    let images = store.listed_images().map(|(_, image)| &image.grants);
    for grant in organizations.chain(images).flat_map(Grants::in_order) {
        people.entry(grant.user_id.clone()).or_default().insert(grant.user_name.to_string());
    }
    people
}

/// F7: names under several ids.
pub(crate) fn shared_names(store: &Store) -> BTreeSet<String> {
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    for name in people(store).into_values().flatten() {
        *ids.entry(name).or_default() += 1;
    }
    ids.into_iter().filter(|(_, count)| *count > 1).map(|(name, _)| name).collect()
}

/// F8: the names of users whom a list calls otherwise than IAM or another list.
pub(crate) fn renamed(store: &Store) -> BTreeSet<String> {
    let of_iam =
        |id: &UserId| store.users.iter().find(|user| user.id == *id).map(|user| user.name.to_string());
    let several = people(store).into_iter().map(|(id, mut names)| {
        names.extend(of_iam(&id));
        names
    });
    several.filter(|names| names.len() > 1).flatten().collect()
}

/// F9.
pub(crate) fn organizations_of_many_managers(store: &Store) -> Found {
    let many = store.organizations.iter().filter(|o| managers(&levels(&o.grants)) > MANAGERS);
    many.map(|organization| organization.name.to_string()).collect()
}

/// F9a, of an image's own list, and of everybody who reaches it.
pub(crate) fn images_of_many_managers(store: &Store) -> [Found; 2] {
    let is_so = |levels: &[Level]| levels.len() >= 4 && managers(levels) * 2 > levels.len();
    [
        images(store, |_, image| is_so(&levels(&image.grants))),
        images(store, |o, image| is_so(&effective(o, image).into_values().collect::<Vec<_>>())),
    ]
}

/// F10.
pub(crate) fn unknown_creators(store: &Store) -> Found {
    let is_known = |id: &UserId| store.users.iter().any(|user| user.id == *id);
    let organizations = store.organizations.iter().filter(|organization| !is_known(&organization.creator.id));
    let names = organizations.map(|organization| organization.name.to_string());
    names.chain(images(store, |_, image| !is_known(&image.creator.id))).collect()
}

/// F11.
pub(crate) fn odd_levels(store: &Store) -> Found {
    lists(store, |grants| levels(grants).iter().any(|level| matches!(level, Level::Other(_))))
}

/// F12: who holds Write or Manage on four fifths of an organization's images, and less on the organization.
pub(crate) fn wide(store: &Store) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for organization in &store.organizations {
        let images: Vec<&Image> = organization.listed_images().collect();
        for (id, names) in people(store) {
            let holds = |image: &&&Image| image.grants.level_of(&id) >= Some(Level::Write);
            let count = images.iter().filter(holds).count();
            let is_wide = images.len() >= 5 && count * 5 >= images.len() * 4;
            if is_wide && organization.grants.level_of(&id) < Some(Level::Write) {
                found.extend(names.into_iter().map(|name| (organization.name.to_string(), name)));
            }
        }
    }
    found
}
