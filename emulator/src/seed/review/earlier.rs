//! The review world as it was some time before, for comparing: what is otherwise in it is one case for each kind of change.

use crate::level::Level;
use crate::names::{ImageName, UserName};
use crate::store::{Grant, Grants, Image, ListFault, Organization, Shares, Store, User};

use super::people::{
    DELETED, DISABLED, GRANTED, LOWERED, Person, RAISED, RENAMED, REVOKED, TWICE, TWICE_BEFORE,
};

/// What has another number in the later world.
const ID_BEFORE: u64 = 3_959_999;

/// Makes the review world what it was.
pub(in crate::seed) fn as_it_was(store: &mut Store) {
    users(store);
    for (organization, name, change) in CHANGES {
        if let Some(image) = store.image_mut(organization, name) {
            change(image);
        }
    }
    let [granted, _] = GRANTED;
    if let Some(payments) = store.organization_mut("payments") {
        take(&mut payments.grants, granted);
    }
    if let Some(platform) = store.organization_mut("platform") {
        give(&mut platform.grants, REVOKED, Level::Write);
    }
    if let Some(labs) = store.organization_mut("labs") {
        rename_image(labs, "cases/new", "cases/gone");
    }
}

/// Nobody was deleted or disabled, and one user had another name.
fn users(store: &mut Store) {
    let disabled = DISABLED.map(Person::user);
    for user in &mut store.users {
        user.is_enabled |= disabled.iter().any(|person| person.id == user.id);
        let [_, renamed] = RENAMED;
        if user.id == renamed.user().id {
            user.name = UserName::new("renamed02-before");
        }
    }
    store.users.retain(|user| user.id != TWICE.user().id);
    store.users.extend(DELETED.into_iter().chain([TWICE_BEFORE]).map(Person::user));
}

type Change = fn(&mut Image);

const CHANGES: [(&str, &str, Change); 7] = [
    ("shop", "cases/changed", |image| {
        let ([granted, _], [raised, _], [_, renamed]) = (GRANTED, RAISED, RENAMED);
        take(&mut image.grants, granted);
        give(&mut image.grants, raised, Level::Read);
        give(&mut image.grants, LOWERED, Level::Manage);
        give(&mut image.grants, renamed.called("renamed02-before"), Level::Read);
        give(&mut image.grants, REVOKED, Level::Write);
    }),
    ("shop", "cases/newly-managed", |image| {
        let ([_, granted], [_, raised]) = (GRANTED, RAISED);
        take(&mut image.grants, granted);
        give(&mut image.grants, raised, Level::Read);
    }),
    ("shop", "cases/made-anew", |image| image.id = ID_BEFORE),
    ("shop", "cases/public", |image| image.is_public = false),
    ("shop", "cases/unread-before", |image| image.list_fault = Some(ListFault::Denied)),
    ("payments", "cases/shared-with-end", |image| image.shares = Shares::default()),
    ("platform", "cases/failing", |image| image.list_fault = None),
];

/// Gives somebody a permission, or another one than they have.
fn give(grants: &mut Grants, person: Person, level: Level) {
    let User { id: user_id, name: user_name, .. } = person.user();
    let grant = Grant { user_id, user_name, level };
    if grants.change(grant.clone()).is_err() {
        // They have none, as the line above says.
        let _ = grants.grant(grant);
    }
}

fn take(grants: &mut Grants, person: Person) {
    // Somebody who has none needs nothing taken.
    let _ = grants.revoke(&person.user().id);
}

/// An image that is there under another name, and is another image.
fn rename_image(organization: &mut Organization, old: &str, new: &str) {
    if let Some(image) = organization.images.remove(&ImageName::new(old)) {
        let name = ImageName::new(new);
        organization.images.insert(name.clone(), Image { name, id: ID_BEFORE - 1, ..image });
    }
}
