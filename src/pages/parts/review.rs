//! The part with the access review.

use crate::view::prelude::*;

use crate::pages::plan::link;
use crate::pages::review::page;

/// What the part has.
pub struct Review {
    /// The page of what follows `/review/` in the address.
    pub(in crate::pages) page: fn(&str) -> AnyView,
    /// The link to the plan, for the header, once so many edits are in it.
    pub plan_link: fn(usize) -> AnyView,
}

/// The part itself.
pub static REVIEW: Review = Review { page, plan_link: link };
