//! What permissions are on, and what the calls to the services are for.

use crate::change::write::{Action, Write};

use super::names::Target;

/// What a call to a service is for. With the way in which it failed it decides what the console says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operation {
    /// Reading the access list of an image or organization.
    QueryAccess(Kind),
    /// Granting.
    CreateAccess(Kind),
    /// Changing levels.
    UpdateAccess(Kind),
    /// Revoking.
    DeleteAccess(Kind),
    /// Reading the organizations.
    ListOrganizations,
    /// Reading an organization's images.
    ListImages,
    /// Signing in with a password.
    SignIn,
    /// Checking a pasted token.
    CheckToken,
    /// Getting a token to act for another account.
    AssumeAgency,
    /// Reading the account's users for the picker.
    ListUsers,
}

/// What kind of thing the permissions are on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An image.
    Image,
    /// An organization.
    Organization,
}

impl Kind {
    /// The kind of a target.
    pub const fn of(target: &Target) -> Self {
        match target {
            Target::Image(..) => Kind::Image,
            Target::Organization(_) => Kind::Organization,
        }
    }
}

impl Operation {
    /// Every operation, for tests over the whole table of words.
    pub const ALL: [Operation; 14] = [
        Operation::QueryAccess(Kind::Image),
        Operation::QueryAccess(Kind::Organization),
        Operation::CreateAccess(Kind::Image),
        Operation::CreateAccess(Kind::Organization),
        Operation::UpdateAccess(Kind::Image),
        Operation::UpdateAccess(Kind::Organization),
        Operation::DeleteAccess(Kind::Image),
        Operation::DeleteAccess(Kind::Organization),
        Operation::ListOrganizations,
        Operation::ListImages,
        Operation::SignIn,
        Operation::CheckToken,
        Operation::AssumeAgency,
        Operation::ListUsers,
    ];

    /// The operation of a write.
    pub const fn of(write: &Write) -> Self {
        let kind = Kind::of(&write.target);
        match write.action {
            Action::Grant => Operation::CreateAccess(kind),
            Action::Change => Operation::UpdateAccess(kind),
            Action::Revoke => Operation::DeleteAccess(kind),
        }
    }

    /// Whether the call changes something, so that a lost answer leaves the outcome open.
    pub const fn writes(self) -> bool {
        matches!(self, Operation::CreateAccess(_) | Operation::UpdateAccess(_) | Operation::DeleteAccess(_))
    }

    /// Whether the call goes to IAM rather than SWR.
    pub const fn is_iam(self) -> bool {
        matches!(
            self,
            Operation::SignIn | Operation::CheckToken | Operation::AssumeAgency | Operation::ListUsers
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_operations_write_and_some_are_iams() {
        let named =
            |is: fn(Operation) -> bool| Operation::ALL.into_iter().filter(|one| is(*one)).collect::<Vec<_>>();
        let kinds = [Kind::Image, Kind::Organization];
        let writes = [Operation::CreateAccess, Operation::UpdateAccess, Operation::DeleteAccess];
        let writes: Vec<_> = writes.iter().flat_map(|of| kinds.map(of)).collect();
        assert_eq!(named(Operation::writes), writes);
        assert_eq!(
            named(Operation::is_iam),
            [Operation::SignIn, Operation::CheckToken, Operation::AssumeAgency, Operation::ListUsers]
        );
    }
}
