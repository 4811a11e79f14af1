//! `/plan`: what is staged, the run, and what it has come to.

use crate::view::prelude::*;

/// The page.
pub fn plan() -> AnyView {
    ().into_any()
}

/// The link to the page.
pub fn link(_count: usize) -> AnyView {
    ().into_any()
}
