//! The part with the plan: its page, the run that sends it, and what it is filled by.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::pages::plan::{paste, plan, undo_run};
use crate::pages::review::{Asked as AskedOfFix, Stager, fix_dialog, matrix};
use crate::pages::wizards::by_hand::{self, Asked};
use crate::pages::wizards::{alike, clone, off_board};
use crate::state::journal::BatchId;
use crate::state::plan::Planning as Plans;
use domain::model::names::UserId;
use domain::review::rows::ImageRow;
use domain::review::snapshot::Snapshot;

/// The dialog about one user of a snapshot: the user, what they are called, whether it is open.
pub type AboutUser = fn(Arc<Snapshot>, UserId, String, RwSignal<bool>) -> AnyView;

/// The rows that a dialog is open for.
type Rows = RwSignal<Option<Vec<ImageRow>>>;

/// What the part has.
pub struct Planning {
    /// The page of the plan.
    pub(in crate::pages) page: fn() -> AnyView,
    /// The page with the matrix.
    pub(in crate::pages) matrix: fn(Arc<Snapshot>) -> AnyView,
    /// "Undo run" for a batch of the journal.
    pub(in crate::pages) undo_run: fn(BatchId) -> AnyView,
    /// Asks what the fix of a finding needs.
    pub(in crate::pages) fix: fn(Stager, AskedOfFix) -> AnyView,
    /// A user leaves.
    pub(in crate::pages) off_board: AboutUser,
    /// Somebody gets what a user has.
    pub(in crate::pages) clone_access: AboutUser,
    /// Images get the list of a model.
    pub(in crate::pages) alike: fn(Arc<Snapshot>, Vec<ImageRow>, Rows) -> AnyView,
    /// A list is pasted, or opened from a file.
    pub(in crate::pages) paste: fn(RwSignal<bool>) -> AnyView,
    /// A level is chosen by hand.
    pub(in crate::pages) by_hand: fn(Arc<Snapshot>, Asked, RwSignal<Option<Asked>>) -> AnyView,
}

/// The part itself.
pub static PLANNING: Planning = Planning {
    page: plan,
    undo_run: |batch| undo_run(Plans::of_session(), batch),
    matrix,
    fix: fix_dialog,
    off_board: off_board::dialog,
    clone_access: clone::dialog,
    alike: alike::dialog,
    by_hand: by_hand::dialog,
    paste,
};
