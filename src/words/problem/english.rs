//! The English sentences. Headlines marked (o) are ours; all others are the vendor's.

use domain::model::operation::Operation;

use super::{Cause, Explanation};

pub(super) fn headline(operation: Operation, cause: Cause) -> &'static str {
    match (cause, operation) {
        (Cause::Unauthenticated, Operation::SignIn) => "Sign-in refused.",
        (Cause::Unauthenticated | Cause::Missing, Operation::CheckToken) => "Token not accepted.",
        (Cause::Missing, Operation::SignIn | Operation::AssumeAgency) => "Project or account not found.",
        (Cause::BadRequest | Cause::BadLevel | Cause::BadUser, _) => "Request error.",
        (Cause::Unauthenticated | Cause::OtherAccount, _) => "Authentication failed.",
        (Cause::Missing, _) => "Organization not found.",
        (Cause::Exists, _) => "Conflict.", // (o)
        (Cause::Internal, _) => "Internal error.",
        (Cause::Denied | Cause::DeniedByPolicy, _) => "Permission denied.", // (o)
        (Cause::WrongAddress, _) => "Address not found.",                   // (o)
        (Cause::Busy, _) => "The service is busy.",                         // (o)
        (Cause::Throttled, _) => "Too many requests.",                      // (o)
        (Cause::Refused | Cause::ProxyMethod | Cause::ProxyHeaders | Cause::ProxyAddress, _) => {
            "Request refused."
        } // (o)
        (Cause::Unavailable, _) => "Service unavailable.",                  // (o)
        (Cause::OtherStatus, _) => "Service error.",                        // (o)
        (Cause::Network, _) => "No connection.",                            // (o)
        (Cause::Timeout, _) => "No answer in time.",                        // (o)
        (Cause::Aborted, _) => "Cancelled.",                                // (o)
        (Cause::Unexpected, _) => "Unexpected answer.",                     // (o)
        (Cause::TooLarge, _) => "The answer is too large.",                 // (o)
    }
}

pub(super) fn explanation(operation: Operation, cause: Cause) -> Explanation {
    match (cause, operation) {
        (Cause::Unauthenticated, Operation::SignIn) => (
            "The account, user name, password or verification code is wrong, or this user can't sign in with a password.",
            "Check all of them. Several wrong attempts can lock the user for a while.",
        ),
        (Cause::Unauthenticated | Cause::Missing, Operation::CheckToken) => (
            "IAM does not know this token. It may have expired or been copied incompletely.",
            "Get a new token and paste it whole.",
        ),
        (Cause::Unauthenticated, _) => {
            ("Your session has ended: the token has expired or was revoked.", "Sign in again.")
        }
        (Cause::OtherAccount, _) => (
            "The organization belongs to another account.",
            "Sign in to that account, or check the organization's name.",
        ),
        (Cause::Missing, Operation::SignIn | Operation::AssumeAgency) => (
            "IAM doesn't know this project or account.",
            "Check the project: it is usually the id of the region.",
        ),
        (Cause::Denied, Operation::SignIn | Operation::CheckToken | Operation::AssumeAgency) => {
            ("You can't use this project.", "Check the project, or ask an account administrator for access.")
        }
        (Cause::Denied, _) => {
            ("You don't have permission to view this list.", "Ask someone who manages the organization.")
        }
        (Cause::DeniedByPolicy, _) => (
            "An IAM policy of the account denies this, whatever is granted here.",
            "Ask an account administrator to change the policy.",
        ),
        (Cause::Missing, _) => (
            "It may have been deleted, it may belong to another account, or it may be hidden from you.",
            "Check the name, or look for it among the organizations.",
        ),
        (Cause::BadRequest, Operation::SignIn) => {
            ("IAM couldn't read what was entered.", "Check account, user name and project, then try again.")
        }
        (Cause::BadRequest | Cause::BadLevel | Cause::BadUser, _) => (
            "The service did not accept the request.",
            "Correct what the message under “Technical details” names, and try again.",
        ),
        (Cause::WrongAddress, _) => (
            "The service doesn't know this address. The image or organization is not the problem.",
            "Ask your console administrator to check the region's addresses in config.json.",
        ),
        (Cause::Exists, _) => {
            ("The request conflicts with something that exists.", "Refresh, and try again.")
        }
        (Cause::Busy, _) => ("The service is working on something else.", "Wait a moment, then try again."),
        (Cause::Throttled, _) => (
            "The service accepts no more requests for now. You are not missing a permission.",
            "Wait a minute, then try again.",
        ),
        (Cause::Refused | Cause::ProxyMethod | Cause::ProxyHeaders | Cause::ProxyAddress, _) => {
            ("The service refused the request.", "See the message under “Technical details”.")
        }
        (Cause::Internal | Cause::OtherStatus, _) => (
            "The service failed while it worked on the request.",
            "Try again. If it happens again, give the request ID below to support.",
        ),
        (Cause::Unavailable, _) => {
            ("The service, or a server in front of it, is not available.", "Try again in a moment.")
        }
        (Cause::Network, _) => (
            "The service can't be reached: you may be offline, or DNS, a certificate, a redirect or a policy blocks it.",
            "Check your connection, then try again.",
        ),
        (Cause::Timeout, _) => ("The service did not answer in time.", "Try again."),
        (Cause::Aborted, _) => ("The request was cancelled.", "Try again."),
        (Cause::Unexpected, _) => (
            "This is not an answer of the service. A proxy in between may have answered instead.",
            "Try again. If it happens again, send the technical details to your console administrator.",
        ),
        (Cause::TooLarge, _) => {
            ("The answer is larger than 20 MB, so it was not read.", "Tell your console administrator.")
        }
    }
}
