//! The part with the access review.

use crate::view::prelude::*;

use crate::pages::review::page;

/// What the part has.
pub struct Review {
    /// The page of what follows `/review/` in the address.
    pub(in crate::pages) page: fn(&str) -> AnyView,
}

/// The part itself.
pub static REVIEW: Review = Review { page };
