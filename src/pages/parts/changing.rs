//! The part that changes and revokes: the dialog that asks, saving a row of a table, and its result.

use crate::view::prelude::*;

use crate::pages::access::{AccessPage, Changes, asking, request, results, save};
use crate::pages::change::Question;

use super::List;

/// What the part has.
pub struct Changing {
    /// The dialog that asks before something is changed or revoked, and what happens once it is closed.
    pub(in crate::pages) ask: fn(AccessPage, Question, List, Callback<()>) -> AnyView,
    /// Saves the row that is edited.
    pub(in crate::pages) save: fn(Changes),
    /// The request of that row.
    pub(in crate::pages) request: fn(AccessPage, List) -> AnyView,
    /// The result of saving a row.
    pub(in crate::pages) results: fn(AccessPage) -> AnyView,
}

/// The part itself.
pub static CHANGING: Changing = Changing { ask: asking, save, request, results };
