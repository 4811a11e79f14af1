//! What decisions of a review stage: a removal is a revocation, and a level that is enough a lower one.

use crate::change::write::Desired;
use crate::effective::Part;
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

/// What a decision makes of what a list gives; `None` where it changes nothing.
pub fn desired(verdict: Verdict, held: Part) -> Option<Desired> {
    match verdict {
        Verdict::Keep | Verdict::Ask => None,
        Verdict::Remove => Some(None),
        Verdict::Lower(level) => {
            let is_low = matches!(held, Part::Level(held) if held <= level);
            (!is_low).then_some(Some(level))
        }
    }
}

fn edit(lens: &Lens<'_>, place: usize, user: UserNumber, decided: &Decided) -> Option<Staged> {
    let desired = desired(decided.verdict, lens.part(place, Some(user)))?;
    lens.edit(place, &lens.person(user)?, desired, decided.reason.as_ref())
}

#[cfg(test)]
mod tests;
