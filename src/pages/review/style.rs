//! The style sheet of the review. It comes with this part of the program, so it costs no other visit anything.

use std::cell::Cell;

use crate::components::style_sheet::adopt;

const SHEET: &str = include_str!("../../../style/review.css");

thread_local! {
    static IS_ADOPTED: Cell<bool> = const { Cell::new(false) };
}

/// Gives the document the style sheet, once.
pub(in crate::pages) fn adopt_style() {
    if !IS_ADOPTED.replace(true) {
        adopt(SHEET);
    }
}
