//! What is said only where permissions are read and written, and users are picked for them. It stands by itself, since the
//! front of the console does none of that and shall not carry the sentences (`docs/decisions/0010-two-programs.md`).

mod chinese;
mod english;

use super::{Cause, Explanation};
use crate::api::error::Operation;
use crate::words::Language;

/// The headline, where it is another one than for the lists.
pub(super) fn headline(operation: Operation, cause: Cause, language: Language) -> Option<&'static str> {
    match language {
        Language::English => english::headline(operation, cause),
        Language::Chinese => chinese::headline(operation, cause),
    }
}

/// Reason and remedy, where they are others than for the lists.
pub(super) fn explanation(operation: Operation, cause: Cause, language: Language) -> Option<Explanation> {
    match language {
        Language::English => english::explanation(operation, cause),
        Language::Chinese => chinese::explanation(operation, cause),
    }
}
