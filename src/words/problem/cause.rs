//! From an error to what it means for the user: a short list, so that every language has a sentence for each.

use crate::api::error::{ApiError, Failure};
use domain::model::operation::Operation;

/// What an error means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cause {
    /// 400 in general.
    BadRequest,
    /// 400: the level is not accepted.
    BadLevel,
    /// 400: the user's name is not accepted.
    BadUser,
    /// 401: the session is over; when signing in: refused.
    Unauthenticated,
    /// 401: the organization belongs to another account.
    OtherAccount,
    /// 403: too little right.
    Denied,
    /// 403: an IAM policy says no.
    DeniedByPolicy,
    /// 404.
    Missing,
    /// 404 of the gateway: no such address. The configuration is wrong, or the region.
    WrongAddress,
    /// 409.
    Exists,
    /// 409 with the code that means "busy".
    Busy,
    /// 429, or 403 with one of the codes that mean the same.
    Throttled,
    /// 405 without a code of the service's: a proxy lets the method through to nobody.
    ProxyMethod,
    /// 431, or nginx's 400 for the same: the headers are too large for a proxy. The token is most of them.
    ProxyHeaders,
    /// 414: the address is too long for a proxy.
    ProxyAddress,
    /// Any other 4xx.
    Refused,
    /// 500.
    Internal,
    /// 502, 503, 504, 408.
    Unavailable,
    /// Any other status.
    OtherStatus,
    /// No connection.
    Network,
    /// Too slow.
    Timeout,
    /// Given up.
    Aborted,
    /// A success that can't be read.
    Unexpected,
    /// Too large to be read.
    TooLarge,
}

impl Cause {
    /// How many causes there are, for a test that has to try all of them.
    #[cfg(test)]
    pub(super) const COUNT: usize = Cause::TooLarge as usize + 1;

    /// The cause of an error.
    pub fn of(operation: Operation, error: &ApiError) -> Self {
        match error {
            ApiError::Network => Cause::Network,
            ApiError::Timeout => Cause::Timeout,
            ApiError::Aborted => Cause::Aborted,
            ApiError::Decode { .. } => Cause::Unexpected,
            ApiError::TooLarge => Cause::TooLarge,
            ApiError::Status(failure) => Self::of_status(operation, error, failure),
        }
    }

    /// The codes are those of the vendor's table of error codes; only the ones that change what a user should
    /// do are told apart.
    fn of_status(operation: Operation, error: &ApiError, failure: &Failure) -> Self {
        if error.is_throttling() {
            return Cause::Throttled;
        }
        if error.is_wrong_address() {
            return Cause::WrongAddress;
        }
        match (failure.status, error.serial()) {
            (400, Some(4_001_065 | 4_001_066)) => Cause::BadLevel,
            (400, Some(4_001_067)) => Cause::BadUser,
            // SWR says so when it can't read the token; for the user that is a session that is over.
            (400, Some(4_001_048)) if !operation.is_iam() => Cause::Unauthenticated,
            (400, _) => Cause::BadRequest,
            (401, Some(4_011_064)) => Cause::OtherAccount,
            (401, _) => Cause::Unauthenticated,
            (403, Some(4_030_170)) => Cause::DeniedByPolicy,
            (403, _) => Cause::Denied,
            (404, _) => Cause::Missing,
            (409, Some(4_090_023)) => Cause::Busy,
            (409, _) => Cause::Exists,
            (500, _) => Cause::Internal,
            (408 | 502 | 503 | 504, _) => Cause::Unavailable,
            (402..=499, _) => Cause::Refused,
            _ => Cause::OtherStatus,
        }
    }
}
