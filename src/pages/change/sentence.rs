//! What is said when everything was done: the documented text, then the fact.

use crate::api::error::Kind;
use crate::domain::write::{Edit, Wanted};
use crate::words::Speech;

use super::Purpose;

/// "Update succeeded. user01 now has Write."
pub fn sentence(t: Speech, purpose: Purpose, kind: Kind, edits: &[Edit]) -> String {
    let words = t.now();
    let changes = &words.changes;
    match (purpose, edits) {
        (Purpose::Undo(_), edits) => (changes.undone)(edits.len()),
        (Purpose::Revoke, [one]) => {
            t.sentences((changes.deleted)(kind), &(changes.revoked_one)(one.name.as_str()))
        }
        (Purpose::Revoke, many) => t.sentences((changes.deleted)(kind), &(changes.revoked_many)(many.len())),
        (Purpose::Change(level), edits) => {
            let level = match edits {
                [Edit { wanted: Wanted::Level(level), .. }, ..] => *level,
                _ => level,
            };
            let level = words.levels.name(level);
            let fact = match edits {
                [one] => (changes.changed_one)(one.name.as_str(), level),
                many => (changes.changed_many)(many.len(), level),
            };
            t.sentences(changes.updated, &fact)
        }
    }
}
