//! The rows of the review's tables as cells of a file. A file has its own columns, not those of the screen: scripts read it. So
//! it says more, and the order and names of its columns are the same in every language.

mod change;
mod evidence;
mod finding;

use crate::effective::{Effective, ListEntry};
use crate::model::catalog::Visibility;
use crate::model::level::Permission;
use crate::text::export::Cell;

use super::{AccessRow, ImageRow, PersonRow, SharedWith};
use crate::review::reach::Origin;
use crate::review::snapshot::Shares;

pub use change::{CHANGE_COLUMNS, change_row};
pub use finding::{FINDING_COLUMNS, finding_row, rule_row};

/// The columns of "People". `images` counts the images that the user reaches, also by a value that is no level or because
/// everyone can pull them, so it can be more than `manage`, `write` and `read` together; these count images by level.
/// `at_least` is `yes` if there may be more. `direct_grants` and `organizations` count the lists of images and of organizations
/// that name the user. `marks` are words with a space between them (`UserMark::key`).
pub const PERSON_COLUMNS: [&str; 10] = [
    "user",
    "user_id",
    "images",
    "at_least",
    "manage",
    "write",
    "read",
    "direct_grants",
    "organizations",
    "marks",
];

/// The row of a user.
pub fn person_row(row: &PersonRow) -> Vec<Cell> {
    let reach = &row.reach;
    let marks: Vec<&str> = reach.marks.iter().map(|mark| mark.key()).collect();
    vec![
        row.user.names.first().map(ToString::to_string).into(),
        row.user.id.as_str().into(),
        reach.images().to_string().into(),
        yes_or_no(reach.is_at_least).into(),
        reach.manage.to_string().into(),
        reach.write.to_string().into(),
        reach.read.to_string().into(),
        reach.direct.to_string().into(),
        reach.organizations.to_string().into(),
        marks.join(" ").into(),
    ]
}

/// The columns of "Images": how many images have one list, their names, and what they have in common. `shared_with` is a
/// number of accounts, or `some`; `names` has a space between names; `visibility` is `public` or `private`; `users_at_least`
/// and `managers_at_least` are `yes` if there may be more; what was not read is an empty cell.
pub const IMAGE_COLUMNS: [&str; 8] = [
    "images",
    "names",
    "visibility",
    "shared_with",
    "users",
    "users_at_least",
    "managers",
    "managers_at_least",
];

/// The row of an image, or of several with the same list.
pub fn image_row(row: &ImageRow) -> Vec<Cell> {
    let shared = match row.shared {
        SharedWith::NotKnown => None,
        SharedWith::Some => Some("some".to_owned()),
        SharedWith::Accounts(accounts) => Some(accounts.to_string()),
    };
    let names: Vec<String> = row.images.iter().map(ToString::to_string).collect();
    vec![
        row.images.len().to_string().into(),
        names.join(" ").into(),
        visibility(row.visibility).into(),
        shared.into(),
        row.users.map(|list| list.users.to_string()).into(),
        row.users.map(|list| yes_or_no(list.is_at_least)).into(),
        row.users.map(|list| list.managers.to_string()).into(),
        row.users.map(|list| yes_or_no(list.may_more_manage)).into(),
    ]
}

fn yes_or_no(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}

/// The columns of "Access of" a user: `effective` is a level, `at least` a level, or `unknown`; `from` is `organization`,
/// `image`, `both` or `public`; `direct` is what the target's own list says: a level, another value as the service wrote it,
/// or `none`. What was not read is an empty cell.
pub const ACCESS_COLUMNS: [&str; 4] = ["target", "effective", "from", "direct"];

/// The row of an image that a user reaches, or of an organization.
pub fn access_row(row: &AccessRow) -> Vec<Cell> {
    let effective = match row.effective {
        Effective::Level(level, _) => level.key().to_owned(),
        Effective::AtLeast(level) => format!("at least {}", level.key()),
        Effective::Unknown => "unknown".to_owned(),
    };
    vec![
        row.target.to_string().into(),
        effective.into(),
        row.origin.map(Origin::key).into(),
        entry(&row.direct),
    ]
}

/// What a list says of a user; an empty cell if that is not known.
fn entry(entry: &ListEntry) -> Cell {
    match entry {
        ListEntry::Present(permission) => Permission::word_of(Some(permission)).into(),
        ListEntry::Absent => Permission::word_of(None).into(),
        ListEntry::Unknown => Cell::Nothing,
    }
}

/// With which other accounts an image is shared: `none`, `some` where they were not read, or each account and until when.
/// Nothing where nobody knows.
pub(in crate::review) fn shares(shares: &Shares) -> Cell {
    match shares {
        Shares::NotRead => Cell::Nothing,
        Shares::Listed => "some".into(),
        Shares::Read(shares) if shares.is_empty() => "none".into(),
        Shares::Read(shares) => joined(&mut shares.iter().map(evidence::of_share)).into(),
    }
}

/// The word for who can pull an image; `None` where the service did not say.
fn visibility(visibility: Visibility) -> Option<&'static str> {
    match visibility {
        Visibility::Public => Some("public"),
        Visibility::Private => Some("private"),
        Visibility::Unknown => None,
    }
}

/// Several values in one cell. A line break between them would be written out, since no cell may hide one.
fn joined(values: &mut dyn Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests;
