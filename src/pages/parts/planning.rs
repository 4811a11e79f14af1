//! The part with the plan: its page, the run that sends it, and the matrix, in which much of it is staged.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::pages::plan::plan;
use crate::pages::review::matrix;
use domain::review::snapshot::Snapshot;

/// What the part has.
pub struct Planning {
    /// The page of the plan.
    pub(in crate::pages) page: fn() -> AnyView,
    /// The page with the matrix.
    pub(in crate::pages) matrix: fn(Arc<Snapshot>) -> AnyView,
}

/// The part itself.
pub static PLANNING: Planning = Planning { page: plan, matrix };
