//! Where the keyboard's focus is.

use crate::view::prelude::*;

/// Whether no control has the focus: the one that had it has left the document.
pub fn nobody_has_focus() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}
