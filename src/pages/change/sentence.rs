//! What is announced when everything was applied: the documented text if the service reported success, then the fact.

use crate::state::execute::BatchResult;
use crate::words::Locale;
use domain::change::write::Edit;
use domain::model::operation::Kind;
use domain::text::reveal::visible;

use super::Purpose;

/// "Update succeeded. user01 now has Write."
pub fn sentence(t: Locale, purpose: Purpose, kind: Kind, result: &BatchResult) -> String {
    let words = t.untracked();
    let changes = words.changes();
    let after = |documented: &str, fact: &str| {
        if result.is_confirmed() { t.sentences(documented, fact) } else { fact.to_owned() }
    };
    let edits = result.edits();
    match (purpose, edits.as_slice()) {
        (Purpose::Undo(_), edits) => (changes.undone)(edits.len()),
        (Purpose::Change, [Edit { name, desired: Some(level), .. }]) => {
            after(changes.updated, &(changes.changed_one)(&visible(name.as_str()), words.levels.name(*level)))
        }
        (Purpose::Change, [Edit { desired: Some(level), .. }, ..]) => {
            after(changes.updated, &(changes.changed_many)(edits.len(), words.levels.name(*level)))
        }
        (Purpose::Change | Purpose::Revoke, [one]) => {
            after((changes.deleted)(kind), &(changes.revoked_one)(&visible(one.name.as_str())))
        }
        (Purpose::Change | Purpose::Revoke, many) => {
            after((changes.deleted)(kind), &(changes.revoked_many)(many.len()))
        }
    }
}
