//! The part that changes and revokes: the dialog that asks, saving a row of a table, and its result. What few
//! visits need is here too: the dialogs about the end of the session, and the page for another region's address.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::config::Region;
use crate::pages::access::{AccessPage, Changes, asking, request, results, save};
use crate::pages::change::Question;
use crate::pages::idle_warning::IdleDialog;
use crate::pages::other_account::OtherAccount;
use crate::pages::other_region::OtherRegion;
use crate::pages::session_ended::{Renewal, SessionEnded};
use crate::pages::uncaught::UncaughtNotice;
use crate::state::session::Active;
use crate::state::uncaught::UncaughtError;
use domain::model::names::RegionId;

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
    /// The dialog in which someone signs in again.
    pub session_ended: fn(Arc<Active>, Renewal) -> AnyView,
    /// The dialog that warns before a session ends without activity.
    pub idle_warning: fn() -> AnyView,
    /// The dialog in which the user switches to another account or back, and what closes it.
    pub other_account: fn(Callback<()>) -> AnyView,
    /// The notice of an uncaught error.
    pub uncaught: fn(RwSignal<Option<UncaughtError>>) -> AnyView,
    /// The page for an address of the first region, in a session of the second.
    pub other_region: fn(RegionId, Region) -> AnyView,
}

/// The part itself.
pub static CHANGING: Changing = Changing {
    ask: asking,
    save,
    request,
    results,
    session_ended: |active, renewal| view! { <SessionEnded active renewal/> }.into_any(),
    idle_warning: || view! { <IdleDialog/> }.into_any(),
    other_account: |on_close| view! { <OtherAccount on_close/> }.into_any(),
    uncaught: |uncaught| view! { <UncaughtNotice uncaught/> }.into_any(),
    other_region: |wanted, present| view! { <OtherRegion wanted present/> }.into_any(),
};
