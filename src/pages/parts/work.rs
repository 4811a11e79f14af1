//! The part with the dialogs that write.

use crate::view::prelude::*;

use crate::pages::change::{ChangeDialog, ChangeDialogProps};
use crate::pages::grant::{GrantDialog, GrantDialogProps};

/// What the part has.
pub struct Work {
    /// The dialog that grants.
    pub(in crate::pages) grant: fn(GrantDialogProps) -> AnyView,
    /// The dialog that changes and revokes.
    pub(in crate::pages) change: fn(ChangeDialogProps) -> AnyView,
}

/// The part itself.
pub static WORK: Work =
    Work { grant: |props| GrantDialog(props).into_any(), change: |props| ChangeDialog(props).into_any() };
