//! The facts behind a finding.

use crate::model::level::{Level, Permission};
use crate::model::names::UserName;
use crate::review::compare::Numbers;
use crate::review::snapshot::{ListReading, Reading, Share};

/// See the module. What it is about is in the finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Evidence {
    /// An access list was not read, for this reason.
    ListNotRead(Reading),
    /// So many entries of an access list can't be assigned to a user.
    UnreadableEntries(u32),
    /// An organization's list of images, or without a target the list of organizations, was not read to its end.
    ListOpen(ListReading),
    /// Everyone may pull it.
    Public,
    /// It is shared with these accounts.
    SharedWith {
        /// The accounts.
        accounts: Vec<Share>,
        /// Whether one of them has it without an end.
        is_forever: bool,
        /// How many of them have it no longer, by the time of the snapshot.
        expired: u32,
    },
    /// It is shared, and with whom was not read.
    SharedWithUnread,
    /// The user alone manages it.
    OnlyManager,
    /// Nobody manages it by a permission.
    NoManager,
    /// On these places the user holds no more than this level of the organization.
    WithinOrganization(Level),
    /// On these places the user holds Read, and everyone may pull them.
    WithinPublic,
    /// The users are not in the account's user list.
    NotInAccount,
    /// The users can't sign in.
    Disabled,
    /// The users have this name.
    Name {
        /// The name.
        name: UserName,
        /// How many of them are not in the account's user list; `None` if that was not read.
        not_in_account: Option<u32>,
    },
    /// The user has these names.
    Names(Vec<UserName>),
    /// So many users manage it, of so many who hold a permission.
    Managers {
        /// With Manage.
        managers: u32,
        /// With any permission.
        of: u32,
    },
    /// It was made by a user of this name.
    Creator(UserName),
    /// These values are no levels.
    Values(Vec<Permission>),
    /// The user holds at least this level on so many of an organization's images, by their own lists.
    OnMostImages {
        /// The level.
        level: Level,
        /// The images.
        images: u32,
        /// All images of the organization.
        of: u32,
    },
    /// The users hold Manage and did not before.
    ManageSince,
    /// The service's number is another one than before.
    NumberChanged(Numbers),
}
