//! The part with what is kept of a review: the files of snapshots, what they are compared by, and the sign-off.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::file::File;
use crate::pages::review::{Opening, Saving, compare, open, save, sign_off};
use crate::state::review::Review;
use domain::review::snapshot::Snapshot;

/// What the part has.
pub struct Evidence {
    /// Saves the present snapshot.
    pub(in crate::pages) save: fn(Review, Saving),
    /// Opens the file of a snapshot.
    pub(in crate::pages) open: fn(Review, File, Opening),
    /// The page that compares the present snapshot with an older one.
    pub(in crate::pages) compare: fn(Review, Arc<Snapshot>) -> AnyView,
    /// The page on which it is decided what stays.
    pub(in crate::pages) sign_off: fn(Review) -> AnyView,
}

/// The part itself.
pub static EVIDENCE: Evidence = Evidence { save, open, compare, sign_off };
