//! The part that changes and revokes: the dialog that asks, saving a row of a table, and how that went.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::pages::access::{AccessPage, Changes, asking, request, results, save};
use crate::pages::change::Question;
use domain::model::access::AccessList;

/// The list of a page, as far as it is known.
type List = Signal<Option<Arc<AccessList>>>;

/// What the part has.
pub struct Changing {
    /// The dialog that asks before something is changed or revoked.
    pub(in crate::pages) ask: fn(AccessPage, Question, List) -> AnyView,
    /// Saves the row that is edited.
    pub(in crate::pages) save: fn(Changes),
    /// The request of that row.
    pub(in crate::pages) request: fn(AccessPage, List) -> AnyView,
    /// How the change of a row went.
    pub(in crate::pages) results: fn(AccessPage) -> AnyView,
}

/// The part itself.
pub static CHANGING: Changing = Changing { ask: asking, save, request, results };
