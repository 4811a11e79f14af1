//! What is read of who reaches an image from outside: its record, and the accounts that it is shared with.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::api::{Cancel, Client};
use domain::model::catalog::Visibility;
use domain::model::names::{ImageName, OrganizationName};
use domain::outside::attributes::Attributes;
use domain::outside::reach::Reach;
use domain::outside::share::Shares;
use domain::outside::write::OutsideReading;

use super::clock::now;
use super::load::Load;
use super::loader::Loader;
use super::session::signed_in::use_signed_in;

/// An image.
pub type ImageKey = (OrganizationName, ImageName);

/// Reads an image's record.
pub fn load_attributes(image: ImageKey) -> Loader<ImageKey, Attributes> {
    let fetch = |client: Client, (organization, image): ImageKey, cancel: Cancel| async move {
        client.image_attributes(&organization, &image, &cancel).await
    };
    Loader::new(use_signed_in(), move || image.clone(), fetch)
}

/// Both.
#[derive(Clone, Copy)]
pub struct OutsideAccess {
    /// The image's record.
    pub attributes: Loader<ImageKey, Attributes>,
    /// The accounts that it is shared with.
    pub shares: Loader<ImageKey, Shares>,
}

impl OutsideAccess {
    /// Begins to read both.
    pub fn new(image: ImageKey) -> Self {
        let fetch = |client: Client, (organization, image): ImageKey, cancel: Cancel| async move {
            client.shares(&organization, &image, &cancel).await
        };
        let key = image.clone();
        Self {
            attributes: load_attributes(image),
            shares: Loader::new(use_signed_in(), move || key.clone(), fetch),
        }
    }

    /// What is known so far; `None` until both were tried.
    pub fn reach(self) -> Option<Reach> {
        let (attributes, shares) = (self.attributes.state(), self.shares.state());
        if matches!(attributes, Load::First) || matches!(shares, Load::First) {
            return None;
        }
        // What was read before says nothing any more once it can't be read again.
        let attributes = attributes.data().filter(|_| attributes.error().is_none());
        let shares = shares.data().filter(|_| shares.error().is_none());
        Some(Reach {
            visibility: attributes.map_or(Visibility::Unknown, |fresh| fresh.value.visibility),
            shares: shares.map(|fresh| fresh.value.count(now())),
        })
    }

    /// Shows what was read after a write, or reads again if that failed.
    pub fn take_in(self, reading: Option<OutsideReading>) {
        match reading {
            Some(OutsideReading::Attributes(attributes)) => self.attributes.show(Arc::new(attributes)),
            Some(OutsideReading::Shares(shares)) => self.shares.show(Arc::new(shares)),
            None => self.reload(),
        }
    }

    /// Reads both again whenever a number changes.
    pub fn follow(self, number: Signal<u64>) {
        at_each_change(move || number.get(), move || self.reload());
    }

    /// Reads the record again whenever the user has refreshed the accounts.
    pub fn follow_accounts(self) {
        at_each_change(move || self.shares.reader().refreshed(), move || self.attributes.reload());
    }

    /// Whether everyone can pull the image, as far as is known.
    pub fn is_public(self) -> bool {
        matches!(self.reach(), Some(Reach { visibility: Visibility::Public, .. }))
    }

    /// Reads both again.
    pub fn reload(self) {
        self.attributes.reload();
        self.shares.reload();
    }
}
