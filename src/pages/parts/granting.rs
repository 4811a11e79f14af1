//! The part with the dialog that grants, and with what sends every write.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::pages::access::{AccessPage, granting};
use domain::model::access::AccessList;

/// What the part has.
pub struct Granting {
    /// The dialog, for a page and its list as far as that is known.
    pub(in crate::pages) dialog: fn(AccessPage, Signal<Option<Arc<AccessList>>>) -> AnyView,
}

/// The part itself.
pub static GRANTING: Granting = Granting { dialog: granting };
