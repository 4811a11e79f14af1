//! The part with the plan: its page, and the run that sends it.

use crate::view::prelude::*;

use crate::pages::plan::plan;

/// What the part has.
pub struct Planning {
    /// The page of the plan.
    pub(in crate::pages) page: fn() -> AnyView,
}

/// The part itself.
pub static PLANNING: Planning = Planning { page: plan };
