//! What is said when everything is as it was wanted: the documented text if the service reported success, then the fact.

use crate::api::error::Kind;
use crate::domain::reveal::visible;
use crate::domain::write::Edit;
use crate::state::writer::Done;
use crate::words::Locale;

use super::Purpose;

/// "Update succeeded. user01 now has Write."
pub fn sentence(t: Locale, purpose: Purpose, kind: Kind, edits: &[Edit], done: &Done) -> String {
    let words = t.untracked();
    let after = |documented: &str, fact: &str| {
        if done.is_confirmed() { t.sentences(documented, fact) } else { fact.to_owned() }
    };
    let changes = words.changes();
    match (purpose, edits) {
        (Purpose::Undo(_), edits) => (changes.undone)(edits.len()),
        (Purpose::Revoke, [one]) => {
            after((changes.deleted)(kind), &(changes.revoked_one)(&visible(one.name.as_str())))
        }
        (Purpose::Revoke, many) => after((changes.deleted)(kind), &(changes.revoked_many)(many.len())),
        (Purpose::Change(level), edits) => {
            let level = match edits {
                [Edit { desired: Some(level), .. }, ..] => *level,
                _ => level,
            };
            let level = words.levels.name(level);
            let fact = match edits {
                [one] => (changes.changed_one)(&visible(one.name.as_str()), level),
                many => (changes.changed_many)(many.len(), level),
            };
            after(changes.updated, &fact)
        }
    }
}
