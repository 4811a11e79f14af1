//! The part with what is kept of a review: the files of snapshots, and what they are compared by.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::file::File;
use crate::pages::review::{Opening, Saving, compare, open, save};
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
}

/// The part itself.
pub static EVIDENCE: Evidence = Evidence { save, open, compare };
