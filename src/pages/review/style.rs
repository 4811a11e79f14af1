//! The style sheets of the review. They come with this part of the program, so they cost no other visit anything.

use crate::components::style_sheet::adopt;

/// Gives the document the style sheets, once.
pub(in crate::pages) fn adopt_style() {
    adopt(include_str!("../../../style/review.css"));
    adopt(include_str!("../../../style/review-tables.css"));
}
