//! What permissions are on, and what the calls to the services are for.

use crate::change::write::{Action, Write};
use crate::outside::write::OutsideAction;

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
    /// Reading an image's record: whether it is public, category, description.
    QueryImage,
    /// Making an image public or private.
    UpdateImage,
    /// Reading the accounts that an image is shared with, or which images are shared.
    ListShares,
    /// Sharing an image with an account.
    CreateShare,
    /// Changing until when, or the description.
    UpdateShare,
    /// Ending it.
    DeleteShare,
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
    pub const ALL: [Operation; 20] = [
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
        Operation::QueryImage,
        Operation::UpdateImage,
        Operation::ListShares,
        Operation::CreateShare,
        Operation::UpdateShare,
        Operation::DeleteShare,
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

    /// The operation of a write that is not about users.
    pub const fn of_outside(action: OutsideAction) -> Self {
        match action {
            OutsideAction::MakePublic | OutsideAction::MakePrivate => Operation::UpdateImage,
            OutsideAction::Share => Operation::CreateShare,
            OutsideAction::ChangeShare => Operation::UpdateShare,
            OutsideAction::StopSharing => Operation::DeleteShare,
        }
    }

    /// Whether the call changes something, so that a lost answer leaves the outcome open.
    pub const fn writes(self) -> bool {
        matches!(self, Operation::CreateAccess(_) | Operation::UpdateAccess(_) | Operation::DeleteAccess(_))
            || self.writes_outside()
    }

    /// Whether it changes who reaches an image from outside.
    pub const fn writes_outside(self) -> bool {
        matches!(
            self,
            Operation::UpdateImage | Operation::CreateShare | Operation::UpdateShare | Operation::DeleteShare
        )
    }

    /// Whether it is about who reaches an image from outside.
    pub const fn is_outside(self) -> bool {
        self.writes_outside() || matches!(self, Operation::QueryImage | Operation::ListShares)
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
        let outside =
            [Operation::UpdateImage, Operation::CreateShare, Operation::UpdateShare, Operation::DeleteShare];
        let writes: Vec<_> = writes.iter().flat_map(|of| kinds.map(of)).chain(outside).collect();
        assert_eq!(named(Operation::writes), writes);
        assert_eq!(
            named(Operation::is_iam),
            [Operation::SignIn, Operation::CheckToken, Operation::AssumeAgency, Operation::ListUsers]
        );
    }
}
