//! The English sentences. Headlines marked (o) are ours; all others stand in the vendor's pages.

use crate::api::error::{Kind, Operation};

use super::Cause;

type Texts = (&'static str, &'static str, &'static str);

pub(super) fn texts(operation: Operation, cause: Cause) -> Texts {
    let (reason, remedy) = explanation(operation, cause);
    (headline(operation, cause), reason, remedy)
}

fn headline(operation: Operation, cause: Cause) -> &'static str {
    match (cause, operation) {
        (Cause::Unauthenticated, Operation::SignIn) => "Sign-in refused.",
        (Cause::Unauthenticated | Cause::Missing, Operation::CheckToken) => "Token not accepted.",
        (Cause::Missing, Operation::SignIn) => "Project or account not found.",
        (Cause::BadRequest | Cause::BadLevel | Cause::BadUser, _) => "Request error.",
        (Cause::Unauthenticated | Cause::OtherAccount, _) => "Authentication failed.",
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
        (Cause::Missing, _) => "Organization not found.",
        (Cause::Exists, Operation::CreateAccess(Kind::Organization)) => {
            "The organization permission already exists."
        }
        (Cause::Exists, Operation::CreateAccess(Kind::Image)) => "The image permission already exists.", // (o)
        (Cause::Exists, _) => "Conflict.", // (o)
        (Cause::Internal, _) => "Internal error.",
        (Cause::Denied | Cause::DeniedByPolicy, _) => "Permission denied.", // (o)
        (Cause::WrongAddress, _) => "Address not found.",                   // (o)
        (Cause::Busy, _) => "The service is busy.",                         // (o)
        (Cause::Throttled, _) => "Too many requests.",                      // (o)
        (Cause::Refused, _) => "Request refused.",                          // (o)
        (Cause::Unavailable, _) => "Service unavailable.",                  // (o)
        (Cause::OtherStatus, _) => "Service error.",                        // (o)
        (Cause::Network, _) => "No connection.",                            // (o)
        (Cause::Timeout, _) => "No answer in time.",                        // (o)
        (Cause::Aborted, _) => "Cancelled.",                                // (o)
        (Cause::Unexpected, _) => "Unexpected answer.",                     // (o)
        (Cause::TooLarge, _) => "The answer is too large.",                 // (o)
    }
}

/// After a write whose outcome is open.
const LOOK_FIRST: &str = "It can't be told from the answer whether the permission was granted. The table has been read again: look there before you grant once more.";

/// The same after a change or revocation.
const LOOK_AGAIN: &str = "It can't be told from the answer whether it was done. The list has been read again: see what holds now before you repeat it.";

const fn look_first(operation: Operation) -> &'static str {
    match operation {
        Operation::CreateAccess(_) => LOOK_FIRST,
        _ => LOOK_AGAIN,
    }
}

fn explanation(operation: Operation, cause: Cause) -> (&'static str, &'static str) {
    match (cause, operation) {
        (Cause::Unauthenticated, Operation::SignIn) => (
            "The account, user name, password or verification code is wrong, or the user may not sign in with a password.",
            "Check all of them. Several wrong attempts can lock the user for a while.",
        ),
        (Cause::Unauthenticated | Cause::Missing, Operation::CheckToken) => (
            "IAM does not know this token. It may have expired or been copied incompletely.",
            "Get a new token and paste it whole.",
        ),
        (Cause::Unauthenticated, _) => {
            ("The session has ended: the token has expired or was withdrawn.", "Sign in again.")
        }
        (Cause::OtherAccount, _) => (
            "The organization belongs to another account.",
            "Sign in to that account, or check the organization's name.",
        ),
        (Cause::Missing, Operation::SignIn) => (
            "IAM knows no such project or account.",
            "Check the project: it is usually the id of the region.",
        ),
        (Cause::Denied, operation) => denied(operation),
        (Cause::DeniedByPolicy, _) => (
            "An IAM policy of the account forbids this, whatever is granted here.",
            "Ask an administrator of the account to change the policy.",
        ),
        (Cause::Missing, operation) => missing(operation),
        (Cause::BadRequest, Operation::SignIn) => (
            "IAM could not make sense of what was entered.",
            "Check account, user name and project, then try again.",
        ),
        (Cause::BadRequest, _) => (
            "The service did not accept the request.",
            "See the server's message under “Technical details”, correct what it names, and try again.",
        ),
        (Cause::BadLevel, _) => ("The service did not accept the level.", "Choose Read, Write or Manage."),
        (Cause::BadUser, _) => (
            "The service did not accept a user name.",
            "Check the names against the users of your account in IAM.",
        ),
        (Cause::WrongAddress, _) => (
            "The service behind this console knows no such address. This is not about the image or organization.",
            "Whoever hosts the console should check the addresses of the region in config.json.",
        ),
        (Cause::Exists, Operation::CreateAccess(_)) => (
            "Somebody in the request holds a permission here already. The service does not say who.",
            "The table has been read again. Leave out whoever is listed, and grant again.",
        ),
        (Cause::Exists, _) => {
            ("The request conflicts with something that exists.", "Refresh, and try again.")
        }
        (Cause::Busy, _) => ("The service is working on something else.", "Wait a moment, then try again."),
        (Cause::Throttled, _) => (
            "The service accepts no more requests for the moment. This is not a missing right.",
            "Wait a minute, then try again.",
        ),
        (Cause::Refused, _) => {
            ("The service refused the request.", "See the server's message under “Technical details”.")
        }
        (Cause::Internal | Cause::Unavailable | Cause::OtherStatus, operation) if operation.writes() => {
            ("The service failed while it worked on the request.", look_first(operation))
        }
        (Cause::Internal | Cause::OtherStatus, _) => (
            "The service failed while it worked on the request.",
            "Try again. If it goes on, give the request ID below to the service's support.",
        ),
        (Cause::Unavailable, _) => {
            ("The service, or a server in front of it, is not available.", "Try again in a moment.")
        }
        (Cause::Network, operation) if operation.writes() => {
            ("The connection broke before the answer came.", look_first(operation))
        }
        (Cause::Network, _) => (
            "The service could not be reached: you may be offline, or a name, certificate, redirect or policy stands in the way.",
            "Check your connection, then try again.",
        ),
        (Cause::Timeout, operation) if operation.writes() => {
            ("The service did not answer in time.", look_first(operation))
        }
        (Cause::Timeout, _) => ("The service did not answer in time.", "Try again."),
        (Cause::Aborted, _) => {
            ("The request was given up before the answer came.", "Try again when you like.")
        }
        (Cause::Unexpected, _) => (
            "The answer is not what the service documents. Something between the console and the service may have answered in its place.",
            "Try again. If it goes on, show the technical details to whoever hosts the console.",
        ),
        (Cause::TooLarge, operation) if operation.writes() => {
            ("The answer is larger than 20 MB, so it was not read.", look_first(operation))
        }
        (Cause::TooLarge, _) => {
            ("The answer is larger than 20 MB, so it was not read.", "Tell whoever hosts the console.")
        }
    }
}

fn denied(operation: Operation) -> (&'static str, &'static str) {
    match operation {
        Operation::QueryAccess(Kind::Image) => (
            "You hold no right to see the permissions of this image.",
            "Ask somebody who manages the image or its organization.",
        ),
        Operation::QueryAccess(Kind::Organization) => (
            "You hold no right to see the permissions of this organization.",
            "Ask somebody who manages the organization.",
        ),
        Operation::CreateAccess(Kind::Image) => (
            "Granting here takes Write on the organization or Manage on the image, and nobody may grant to themselves.",
            "Ask somebody who manages the image or its organization to grant it.",
        ),
        Operation::CreateAccess(Kind::Organization) => (
            "Granting here takes Manage on the organization, and nobody may grant to themselves.",
            "Ask somebody who manages the organization to grant it.",
        ),
        Operation::UpdateAccess(Kind::Image) | Operation::DeleteAccess(Kind::Image) => (
            "Changing and revoking here takes Write on the organization or Manage on the image.",
            "Ask somebody who manages the image or its organization to do it.",
        ),
        Operation::UpdateAccess(Kind::Organization) | Operation::DeleteAccess(Kind::Organization) => (
            "Changing and revoking here takes Manage on the organization.",
            "Ask somebody who manages the organization to do it.",
        ),
        Operation::SignIn | Operation::CheckToken => (
            "IAM knows you, but you may not use this project.",
            "Check the project, or ask an administrator of the account for the right.",
        ),
        Operation::ListUsers => ("You may not list the account's users.", "Type the name and ID instead."),
        Operation::ListOrganizations | Operation::ListImages => {
            ("You hold no right to see this list.", "Ask somebody who manages the organization.")
        }
    }
}

fn missing(operation: Operation) -> (&'static str, &'static str) {
    match operation {
        Operation::UpdateAccess(Kind::Image) | Operation::DeleteAccess(Kind::Image) => (
            "The image may be gone, or somebody holds no permission on it any more.",
            "The list has been read again: see who is still on it.",
        ),
        Operation::UpdateAccess(Kind::Organization) | Operation::DeleteAccess(Kind::Organization) => (
            "The organization may be gone, or somebody holds no permission on it any more.",
            "The list has been read again: see who is still on it.",
        ),
        Operation::QueryAccess(Kind::Image) | Operation::CreateAccess(Kind::Image) => (
            "It may have been deleted or renamed, or it may be hidden from you.",
            "Check the name, or look for the image in its organization.",
        ),
        _ => (
            "It may have been deleted, it may belong to another account, or it may be hidden from you.",
            "Check the name, or look for it among the organizations.",
        ),
    }
}
