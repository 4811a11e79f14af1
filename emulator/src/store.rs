//! What the emulator remembers: users, organizations, images and who holds what on them. Only facts; who may see or
//! change them is decided elsewhere.

mod creation;
mod grants;
mod shares;

use std::collections::BTreeMap;

pub use grants::{AlreadyGranted, Grant, Grants, NotGranted};
pub use shares::{Deadline, Share, Shares};

use crate::names::{
    AccountId, AccountName, ImageName, OrganizationName, ProjectId, ProjectName, UserId, UserName,
};
use crate::time::UnixMillis;

/// The whole world: one account with one project, its users and its organizations.
#[derive(Debug, Clone)]
pub struct Store {
    /// The account that everything belongs to.
    pub account: Account,
    /// The account's only project.
    pub project: Project,
    /// The account's users, in the order of their creation.
    pub users: Vec<User>,
    /// The account's organizations, in the order of their creation.
    pub organizations: Vec<Organization>,
    /// Another account, for which administrators of this one may act.
    pub partner: Partner,
    /// The names of all other accounts that exist.
    pub outsiders: Vec<AccountName>,
    /// The keys with which clients sign requests.
    pub access_keys: Vec<AccessKey>,
    /// How many organizations and images were made since the start.
    pub created: u64,
}

/// Another account with an agency for this one. The emulator has one set of organizations, so it sees the same.
#[derive(Debug, Clone)]
pub struct Partner {
    /// The account.
    pub account: Account,
    /// The name of its agency.
    pub agency: &'static str,
    /// Who the agency's tokens are of. They may do everything.
    pub user: User,
}

/// An account, called domain on the wire.
#[derive(Debug, Clone)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// Its name.
    pub name: AccountName,
}

/// A project.
#[derive(Debug, Clone)]
pub struct Project {
    /// Its id.
    pub id: ProjectId,
    /// Its name, which is the region's.
    pub name: ProjectName,
}

/// An IAM user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// Their id.
    pub id: UserId,
    /// Their name.
    pub name: UserName,
    /// Whether they may do everything in the account.
    pub is_administrator: bool,
    /// Whether they may sign in.
    pub is_enabled: bool,
}

/// A key with which a client signs requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessKey {
    /// What a request says of it.
    pub access: String,
    /// What only both sides know.
    pub secret: String,
    /// Who signs with it.
    pub user: UserId,
}

/// An organization with its images.
#[derive(Debug, Clone)]
pub struct Organization {
    /// Its number.
    pub id: u64,
    /// Its name.
    pub name: OrganizationName,
    /// Who made it.
    pub creator: User,
    /// Who holds what on all of its images.
    pub grants: Grants,
    /// Its images by name.
    pub images: BTreeMap<ImageName, Image>,
}

/// What is wrong with the list of permissions on an image, for everyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListFault {
    /// It is refused, as it is to a user without a right.
    Denied,
    /// It is refused with a code that is in no table, so nobody can say why.
    Refused,
    /// The image does not exist, as if it were deleted just now.
    Missing,
    /// The service fails.
    Failing,
    /// It comes, and one more entry in it says of nobody that they hold something.
    OddEntry,
}

/// An image.
#[derive(Debug, Clone)]
pub struct Image {
    /// Its number.
    pub id: u64,
    /// Its name, with slashes.
    pub name: ImageName,
    /// Who made it.
    pub creator: User,
    /// Who holds what on it.
    pub grants: Grants,
    /// Which other accounts may pull it.
    pub shares: Shares,
    /// One of the vendor's categories.
    pub category: &'static str,
    /// A sentence about it.
    pub description: String,
    /// Whether anyone may pull it.
    pub is_public: bool,
    /// Bytes of all its tags together.
    pub size: u64,
    /// Its tags, newest first.
    pub tags: Vec<String>,
    /// How often it was pulled.
    pub downloads: u64,
    /// When it was made.
    pub created: UnixMillis,
    /// When it last changed.
    pub updated: UnixMillis,
    /// Why its list of permissions can't be read, or not whole, although lists of images show it.
    pub list_fault: Option<ListFault>,
    /// Whether lists show it. Images that exist only to show a behaviour are reached by their name alone.
    pub is_listed: bool,
}

impl Store {
    /// The user of that id.
    pub fn user(&self, id: &UserId) -> Option<&User> {
        self.users.iter().chain([&self.partner.user]).find(|user| user.id == *id)
    }

    /// The account of a user.
    pub fn account_of(&self, user: &User) -> &Account {
        if user.id == self.partner.user.id { &self.partner.account } else { &self.account }
    }

    /// The key of that name.
    pub fn access_key(&self, access: &str) -> Option<&AccessKey> {
        self.access_keys.iter().find(|key| key.access == access)
    }

    /// Whether an account of that name exists.
    pub fn has_account(&self, name: &AccountName) -> bool {
        self.account.name == *name || self.outsiders.contains(name)
    }

    /// The images that lists show, with their organizations.
    pub fn listed_images(&self) -> impl Iterator<Item = (&Organization, &Image)> {
        self.organizations
            .iter()
            .flat_map(|organization| organization.listed_images().map(move |image| (organization, image)))
    }

    /// The user of that name.
    pub fn user_named(&self, name: &str) -> Option<&User> {
        self.users.iter().find(|user| user.name.as_str() == name)
    }

    /// The organization of that name.
    pub fn organization(&self, name: &str) -> Option<&Organization> {
        self.organizations.iter().find(|organization| organization.name.as_str() == name)
    }

    /// The organization of that name, to change.
    pub fn organization_mut(&mut self, name: &str) -> Option<&mut Organization> {
        self.organizations.iter_mut().find(|organization| organization.name.as_str() == name)
    }

    /// The image of that name, written with slashes.
    pub fn image(&self, organization: &str, image: &str) -> Option<&Image> {
        self.organization(organization)?.images.get(&ImageName::new(image))
    }

    /// The image of that name, to change.
    pub fn image_mut(&mut self, organization: &str, image: &str) -> Option<&mut Image> {
        self.organization_mut(organization)?.images.get_mut(&ImageName::new(image))
    }
}

impl Organization {
    /// The images that lists show.
    pub fn listed_images(&self) -> impl Iterator<Item = &Image> {
        self.images.values().filter(|image| image.is_listed)
    }
}
