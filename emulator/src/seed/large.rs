//! The large worlds: enough images and users to find out what is slow, and names to find out what is careless.

use crate::level::Level;
use crate::names::{ImageName, UserId, UserName};
use crate::seeded_rng::SeededRng;
use crate::store::{Grants, Image, Organization, Store, User};
use crate::time::UnixMillis;

use super::large_names::{COMPONENTS, SERVICES, TEAMS, user_name};
use super::{granted, image, organization};

const ORGANIZATION_ID: u64 = 3_900_000;
const IMAGES: u64 = 2_000;
/// With the administrator, ten thousand.
const USERS: u64 = 9_999;
const CROWDED: &str = "users-10000";
/// With the administrator, a hundred thousand.
const CROWD: u64 = 99_999;

pub(super) fn add_to(store: &mut Store) {
    let Some(administrator) = store.users.first().cloned() else { return };
    let users = users(USERS);
    store.organizations.push(large(&administrator, &users));
    store.users.extend(users);
}

/// One image with more users than anyone has, to find out what a table can hold.
pub(super) fn add_crowd_to(store: &mut Store) {
    let Some(administrator) = store.users.first().cloned() else { return };
    let users = users(CROWD);
    let mut huge = organization(ORGANIZATION_ID, "huge", &administrator);
    let crowded = crowded(1, "users-100000", "Shared with a hundred thousand users", &administrator, &users);
    huge.images.insert(crowded.name.clone(), crowded);
    store.organizations.push(huge);
    store.users.extend(users);
}

fn users(count: u64) -> Vec<User> {
    let mut rng = SeededRng::new(10_000);
    let user = |number| User {
        id: UserId::new(rng.hex32()),
        name: UserName::new(user_name(number, &mut rng)),
        is_administrator: false,
        is_enabled: true,
    };
    (0..count).map(user).collect()
}

fn large(administrator: &User, users: &[User]) -> Organization {
    let mut organization = organization(ORGANIZATION_ID, "large", administrator);
    let crowded = crowded(IMAGES, CROWDED, "Shared with ten thousand users", administrator, users);
    let mut rng = SeededRng::new(2_000);
    let others = (1..IMAGES).map(|number| numbered_image(number, administrator, &mut rng));
    organization.images.extend(others.chain([crowded]).map(|image| (image.name.clone(), image)));
    organization
}

/// An image on which everyone has a permission.
fn crowded(number: u64, name: &str, description: &str, administrator: &User, users: &[User]) -> Image {
    Image {
        description: description.to_owned(),
        grants: crowd(administrator, users),
        ..image(ORGANIZATION_ID + number, name, administrator)
    }
}

/// As many as the image's name says, its creator among them.
fn crowd(administrator: &User, users: &[User]) -> Grants {
    let mut rng = SeededRng::new(7);
    let others = users.iter().map(|user| (user, mixed_level(&mut rng)));
    granted(std::iter::once((administrator, Level::Manage)).chain(others))
}

/// Mostly readers, some writers, few managers.
fn mixed_level(rng: &mut SeededRng) -> Level {
    match rng.below(20) {
        0 => Level::Manage,
        1..=5 => Level::Write,
        _ => Level::Read,
    }
}

fn numbered_image(number: u64, creator: &User, rng: &mut SeededRng) -> Image {
    const SPRING_2023: u64 = 1_680_000_000_000;
    const DAY: u64 = 86_400_000;
    let mut part = |parts: &'static [&'static str]| rng.pick(parts).copied().unwrap_or_default();
    let name = format!("{}/{}-{}-{number:04}", part(&TEAMS), part(&SERVICES), part(&COMPONENTS));
    let created = SPRING_2023 + rng.below(400 * DAY);
    Image {
        name: ImageName::new(name),
        is_public: rng.below(40) == 0,
        size: 1_000_000 + rng.below(2_000_000_000),
        tags: (0..=rng.below(12)).rev().map(|minor| format!("1.{minor}.0")).collect(),
        downloads: rng.below(50_000),
        created: UnixMillis::new(created),
        updated: UnixMillis::new(created + rng.below(500 * DAY)),
        ..image(ORGANIZATION_ID + number, "", creator)
    }
}
