//! What a list says of an edit: before anything is sent, and afterwards.

use crate::change::write::{Edit, Present, is_as_desired};
use crate::model::access::AccessList;
use crate::plan::stages::Step;

use super::command::Failure;
use super::word::{NotSent, Said, Unseen, Word};

/// What a list says before anything is sent.
pub(super) enum Looked {
    /// What the plan expects: a request may be sent.
    AsExpected,
    /// Something else, which is the edit's word.
    Decided(Word),
}

/// Compares an edit with a list that was just read.
pub(super) fn look(edit: &Edit, step: &Step, list: &AccessList, present: &Present<'_>) -> Looked {
    if is_made_anew(step, list) {
        return Looked::Decided(Word::NotSent(NotSent::MadeAnew));
    }
    if present.may_hide(&edit.id) {
        return Looked::Decided(Word::NotSent(NotSent::MayHide));
    }
    match present.held(&edit.id) {
        held if is_as_desired(&held, edit.desired) => Looked::Decided(Word::AlreadySo(None)),
        held if held == edit.expected => Looked::AsExpected,
        now => Looked::Decided(Word::ChangedMeanwhile { now, said: None }),
    }
}

/// Whether the service has another number for a target than when the plan was made.
fn is_made_anew(step: &Step, list: &AccessList) -> bool {
    matches!((&step.number, &list.id), (Some(before), Some(now)) if before != now)
}

/// How many users a request was about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    OneUser,
    Several,
}

/// The word of an edit that a request was sent for, by the list that was read afterwards.
pub(super) fn witness(edit: &Edit, said: Said, about: About, present: &Present<'_>) -> Word {
    if present.may_hide(&edit.id) {
        return Word::Unknown { said, why: Unseen::MayHide };
    }
    let is_refused = matches!(said, Said::Failed(Failure::Conflict | Failure::Missing));
    match present.held(&edit.id) {
        // Refused since it was so already. Of several users nobody knows whom the refusal is about.
        held if is_as_desired(&held, edit.desired) && is_refused && about == About::OneUser => {
            Word::AlreadySo(Some(said))
        }
        held if is_as_desired(&held, edit.desired) => Word::Applied(said),
        held if held == edit.expected => Word::NotApplied(said),
        now => Word::ChangedMeanwhile { now, said: Some(said) },
    }
}
