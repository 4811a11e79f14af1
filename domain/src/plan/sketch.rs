//! Staged edits for tests, in a few words each.

use crate::change::write::{Desired, Edit};
use crate::model::level::{Level, Permission};
use crate::review::sketch::{person, target};

use super::staging::Staged;

/// An edit of a user on `group` or `group/image`.
pub(crate) fn staged(on: &str, user: &str, seen: Option<Level>, desired: Desired) -> Staged {
    let person = person(user);
    let expected = seen.map(Permission::from);
    let edit = Edit { id: person.id, name: person.name, expected, desired };
    Staged { target: target(on), number: None, edit, reason: None }
}
