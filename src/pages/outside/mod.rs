//! Who reaches an image from outside: the line in the head of its pages, `…/sharing`, and the dialogs that change it.

mod day_field;
mod dialog;
mod export;
mod form;
mod question;
mod request;
mod results;
mod share_dialog;
mod sharing;
mod summary;
mod undo;

use domain::outside::write::OutsideEdit;
use domain::text::reveal::visible;

pub(in crate::pages) use day_field::DayField;
pub(in crate::pages) use export::{OfShares, kinds_of_shares};
pub use request::OutsideRequest;
pub(in crate::pages) use request::outside_request;
pub use results::OutsideOutcome;
pub use sharing::Sharing;
pub use summary::Summary;
pub use undo::UndoOutside;

/// The account that an edit is about, to be shown; empty where it is about everyone.
pub fn account_of(edit: &OutsideEdit) -> String {
    match edit {
        OutsideEdit::Share { account, .. } => visible(account.as_str()),
        OutsideEdit::Visibility { .. } => String::new(),
    }
}
