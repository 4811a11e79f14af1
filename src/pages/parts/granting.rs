//! The part with the dialog that grants, and with what sends every write.

use crate::view::prelude::*;

use crate::pages::access::{AccessPage, granting};

use super::List;

/// What the part has.
pub struct Granting {
    /// The dialog, for a page and its list as far as that is known, and what happens once it is closed.
    pub(in crate::pages) dialog: fn(AccessPage, List, Callback<()>) -> AnyView,
}

/// The part itself.
pub static GRANTING: Granting = Granting { dialog: granting };
