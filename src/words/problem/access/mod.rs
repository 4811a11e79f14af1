//! What is said only where permissions are read and written, and users are picked for them. It is apart, since the
//! front of the console does none of that and shall not carry the sentences (`docs/decisions/0010-two-programs.md`).

mod chinese;
mod english;

use super::{Cause, Explanation};
use crate::api::error::{ApiError, ErrorBody, HEADERS_TOO_LARGE};
use crate::words::Language;
use domain::model::operation::Operation;

/// What a proxy between the console and the service refuses by itself: the services document none of these. It is
/// recognised only here: the lists that come before have shown that the way is open.
pub(super) fn cause(operation: Operation, error: &ApiError) -> Option<Cause> {
    let ApiError::Status(failure) = error else { return None };
    let is_access =
        operation.writes() || operation.is_outside() || matches!(operation, Operation::QueryAccess(_));
    if !is_access || failure.body.code().is_some() {
        return None;
    }
    match (failure.status, &failure.body) {
        (405, _) => Some(Cause::ProxyMethod),
        (414, _) => Some(Cause::ProxyAddress),
        (431, _) => Some(Cause::ProxyHeaders),
        (400, ErrorBody::Plain(text)) if text == HEADERS_TOO_LARGE => Some(Cause::ProxyHeaders),
        _ => None,
    }
}

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
