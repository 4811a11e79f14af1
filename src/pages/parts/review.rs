//! The part with the access review, and with the plan that follows from it.

use crate::view::prelude::*;

use crate::pages::plan::{link, plan};
use crate::pages::review::page;

/// What the part has.
pub struct Review {
    /// The page of what follows `/review/` in the address.
    pub(in crate::pages) page: fn(&str) -> AnyView,
    /// The page of the plan.
    pub(in crate::pages) plan: fn() -> AnyView,
    /// The link to it, for the header, once so many edits are in the plan.
    pub plan_link: fn(usize) -> AnyView,
}

/// The part itself.
pub static REVIEW: Review = Review { page, plan, plan_link: link };
