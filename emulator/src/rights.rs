//! Who may do what. Permissions of an organization hold on all of its images and the higher one counts; the account's
//! administrator may do everything, listed or not.

use crate::level::Level;
use crate::names::{UserId, UserName};
use crate::store::{Account, Image, Organization, Store, User};

/// Who sent a request.
#[derive(Debug, Clone)]
pub(crate) struct Caller {
    pub(crate) id: UserId,
    pub(crate) name: UserName,
    pub(crate) is_administrator: bool,
    /// The account that they act in.
    pub(crate) account: Account,
}

impl Caller {
    pub(crate) fn new(user: &User, store: &Store) -> Self {
        Self {
            id: user.id.clone(),
            name: user.name.clone(),
            is_administrator: user.is_administrator,
            account: store.account_of(user).clone(),
        }
    }

    /// Themselves, as the maker of something.
    pub(crate) fn user(&self) -> User {
        let (id, name, is_administrator) = (self.id.clone(), self.name.clone(), self.is_administrator);
        User { id, name, is_administrator, is_enabled: true }
    }

    /// What they may do on the organization itself.
    pub(crate) fn on_organization(&self, organization: &Organization) -> Option<Level> {
        let everything = self.is_administrator.then_some(Level::Manage);
        everything.or_else(|| organization.grants.level_of(&self.id))
    }

    /// What they may do on an image of the organization: the higher of the two permissions. No page says which one
    /// wins, but the rule for grants ("edit on the organization or manage on the image") reads like a maximum.
    pub(crate) fn on_image(&self, organization: &Organization, image: &Image) -> Option<Level> {
        self.on_organization(organization).max(image.grants.level_of(&self.id))
    }

    /// Whether the organization appears to them, by a permission on itself or on one of its images.
    pub(crate) fn sees(&self, organization: &Organization) -> bool {
        self.on_organization(organization).is_some()
            || organization.listed_images().any(|image| image.grants.level_of(&self.id).is_some())
    }

    /// Whether they may grant, change and revoke permissions on an image. The pages state the rule for grants and are
    /// silent about the other two; the same is taken for them.
    pub(crate) fn may_share(&self, organization: &Organization, image: &Image) -> bool {
        self.on_organization(organization) >= Some(Level::Write)
            || image.grants.level_of(&self.id) == Some(Level::Manage)
    }

    /// Whether they may share an image with other accounts. The vendor's guide keeps that to users who manage the image.
    pub(crate) fn may_share_outside(&self, organization: &Organization, image: &Image) -> bool {
        self.on_image(organization, image) == Some(Level::Manage)
    }

    /// Whether they may grant, change and revoke permissions on an organization.
    pub(crate) fn may_share_organization(&self, organization: &Organization) -> bool {
        self.on_organization(organization) == Some(Level::Manage)
    }
}
