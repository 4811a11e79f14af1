//! What is said in English only where permissions are read and written. Headlines marked (o) are ours; all others are
//! the vendor's.

use domain::model::operation::{Kind, Operation};

use super::{Cause, Explanation};

pub(super) fn headline(operation: Operation, cause: Cause) -> Option<&'static str> {
    let headline = match (cause, operation) {
        // The pages document it for the query; the update's own page names no 404. (o)
        (Cause::Missing, Operation::QueryAccess(Kind::Image) | Operation::UpdateAccess(Kind::Image)) => {
            "The image or the image permission does not exist."
        }
        // The same for creating and, (o), deleting.
        (Cause::Missing, Operation::CreateAccess(Kind::Image) | Operation::DeleteAccess(Kind::Image)) => {
            "The image does not exist."
        }
        (
            Cause::Missing,
            Operation::CreateAccess(Kind::Organization)
            | Operation::UpdateAccess(Kind::Organization)
            | Operation::DeleteAccess(Kind::Organization),
        ) => "The organization was not found.",
        (Cause::Missing, Operation::ListUsers) => "Users not found.", // (o)
        (Cause::Exists, Operation::CreateAccess(Kind::Organization)) => {
            "The organization permission already exists."
        }
        (Cause::Exists, Operation::CreateAccess(Kind::Image)) => "The image permission already exists.", // (o)
        _ => return None,
    };
    Some(headline)
}

/// After a write whose outcome is open.
const LOOK_FIRST: &str = "We couldn't confirm whether the permission was granted. The list has been refreshed: check it before you try again.";

/// The same after a change or revocation.
const LOOK_AGAIN: &str = "We couldn't confirm whether the change was made. The list has been refreshed: check it before you try again.";

const fn look_first(operation: Operation) -> &'static str {
    match operation {
        Operation::CreateAccess(_) => LOOK_FIRST,
        _ => LOOK_AGAIN,
    }
}

pub(super) fn explanation(operation: Operation, cause: Cause) -> Option<Explanation> {
    let explanation = match (cause, operation) {
        (Cause::Denied, operation) => return denied(operation),
        (Cause::Missing, operation) => return missing(operation),
        (Cause::ProxyMethod, _) => (
            "Something between the console and the service refuses this method.",
            "Ask the proxy's administrator to let GET, POST, PATCH and DELETE through to the service.",
        ),
        (Cause::ProxyHeaders, _) => (
            "Something between the console and the service refuses headers of this size.",
            "Ask the proxy's administrator to allow request headers of at least 32 kB: the token is that large.",
        ),
        (Cause::ProxyAddress, _) => (
            "Something between the console and the service refuses an address of this length.",
            "Ask the proxy's administrator to allow longer addresses.",
        ),
        (Cause::BadLevel, _) => ("The service did not accept the level.", "Choose Read, Write or Manage."),
        (Cause::BadUser, _) => (
            "The service did not accept a user name.",
            "Check the names against the users of your account in IAM.",
        ),
        (Cause::Exists, Operation::CreateAccess(_)) => (
            "At least one of these users already has a permission here. The service doesn't say which.",
            "The list has been refreshed. Remove the users who are on it, and grant again.",
        ),
        (Cause::Internal | Cause::Unavailable | Cause::OtherStatus, operation) if operation.writes() => {
            ("The service failed while it worked on the request.", look_first(operation))
        }
        (Cause::Network, operation) if operation.writes() => {
            ("The connection broke before the answer came.", look_first(operation))
        }
        (Cause::Timeout, operation) if operation.writes() => {
            ("The service did not answer in time.", look_first(operation))
        }
        (Cause::TooLarge, operation) if operation.writes() => {
            ("The answer is larger than 20 MB, so it was not read.", look_first(operation))
        }
        _ => return None,
    };
    Some(explanation)
}

fn denied(operation: Operation) -> Option<Explanation> {
    let denied = match operation {
        Operation::QueryAccess(Kind::Image) => (
            "You don't have permission to view the permissions of this image.",
            "Ask someone who manages the image or its organization.",
        ),
        Operation::QueryAccess(Kind::Organization) => (
            "You don't have permission to view the permissions of this organization.",
            "Ask someone who manages the organization.",
        ),
        Operation::CreateAccess(Kind::Image) => (
            "Granting here needs Write on the organization or Manage on the image, and you can't grant to yourself.",
            "Ask someone who manages the image or its organization to grant it.",
        ),
        Operation::CreateAccess(Kind::Organization) => (
            "Granting here needs Manage on the organization, and you can't grant to yourself.",
            "Ask someone who manages the organization to grant it.",
        ),
        Operation::UpdateAccess(Kind::Image) | Operation::DeleteAccess(Kind::Image) => (
            "Changing and revoking here needs Write on the organization or Manage on the image.",
            "Ask someone who manages the image or its organization to do it.",
        ),
        Operation::UpdateAccess(Kind::Organization) | Operation::DeleteAccess(Kind::Organization) => (
            "Changing and revoking here needs Manage on the organization.",
            "Ask someone who manages the organization to do it.",
        ),
        Operation::ListUsers => ("You can't list the account's users.", "Type the name and ID instead."),
        _ => return None,
    };
    Some(denied)
}

fn missing(operation: Operation) -> Option<Explanation> {
    let missing = match operation {
        Operation::UpdateAccess(Kind::Image) | Operation::DeleteAccess(Kind::Image) => (
            "The image may have been deleted, or one of the users no longer has a permission on it.",
            "The list has been refreshed: check who is still on it.",
        ),
        Operation::UpdateAccess(Kind::Organization) | Operation::DeleteAccess(Kind::Organization) => (
            "The organization may have been deleted, or one of the users no longer has a permission on it.",
            "The list has been refreshed: check who is still on it.",
        ),
        Operation::QueryAccess(Kind::Image) | Operation::CreateAccess(Kind::Image) => (
            "It may have been deleted or renamed, or it may be hidden from you.",
            "Check the name, or look for the image in its organization.",
        ),
        _ => return None,
    };
    Some(missing)
}
