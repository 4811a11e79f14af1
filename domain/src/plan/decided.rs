//! What decisions of a review stage: a removal is a revocation, and a level that is enough a lower one.

use crate::change::reason::Reason;
use crate::effective::Part;
use crate::model::level::Level;
use crate::review::decisions::{Decided, Decisions, Each, Verdict};
use crate::review::snapshot::{Snapshot, UserNumber};

use super::proposal::Lens;
use super::staging::Staged;

/// The edits of all decisions so far.
pub fn decided(decisions: &Decisions, snapshot: &Snapshot) -> Vec<Staged> {
    let lens = Lens::new(snapshot);
    let edit = |one: Each<'_>| edit(&lens, one.place, one.user?, one.decided?);
    decisions.each(snapshot).filter_map(edit).collect()
}

fn edit(lens: &Lens<'_>, place: usize, user: UserNumber, decided: &Decided) -> Option<Staged> {
    let reason: Option<&Reason> = decided.reason.as_ref();
    let desired: Option<Level> = match decided.verdict {
        Verdict::Keep | Verdict::Ask => return None,
        Verdict::Remove => None,
        Verdict::Lower(level) => match lens.part(place, Some(user)) {
            Part::Level(held) if held <= level => return None,
            _ => Some(level),
        },
    };
    lens.edit(place, &lens.person(user)?, desired, reason)
}

#[cfg(test)]
mod tests;
