//! Organizations and images, with what is known of them besides their access lists.

use crate::model::catalog::Visibility;
use crate::model::names::{AccountName, OrganizationName, Target, UserName};
pub use crate::outside::until::Until;

use super::reading::{ListReading, Reading};

/// An organization or image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Which.
    pub target: Target,
    /// The service's number of it. A name that was deleted and made anew has another one.
    pub number: Option<String>,
    /// The name of the user who made it, where the service says it.
    pub creator: Option<UserName>,
    /// What reading its access list has come to.
    pub reading: Reading,
    /// What else is known.
    pub facts: Facts,
}

/// What is known of a subject besides its access list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Facts {
    /// Of an organization.
    Organization(OrganizationFacts),
    /// Of an image.
    Image(ImageFacts),
}

/// What is known of an organization.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OrganizationFacts {
    /// How many images the service counts in it.
    pub counted: Option<u64>,
    /// What reading its list of images has come to.
    pub images: ListReading,
    /// How many of its images appeared during the scan.
    pub appeared: u32,
}

/// What is known of an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageFacts {
    /// Whether everyone may pull it.
    pub visibility: Visibility,
    /// With which other accounts it is shared.
    pub shares: Shares,
}

/// With which other accounts an image is shared.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Shares {
    /// Nobody knows whether it is shared.
    #[default]
    NotRead,
    /// It is shared, but with whom was not read.
    Listed,
    /// With these, or with none.
    Read(Vec<Share>),
}

/// One other account that can pull an image.
///
/// Source: SWR API reference, "querying the accounts that an image is shared with": `access_domain`, `deadline`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Share {
    /// The account; `None` where the service sent none that could be read.
    pub account: Option<AccountName>,
    /// Until when; an empty text where the service sent nothing.
    pub until: Until,
}

/// An organization as the list of organizations shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedOrganization {
    /// Its name.
    pub name: OrganizationName,
    /// The service's number of it.
    pub number: Option<String>,
    /// The name of the user who made it.
    pub creator: Option<UserName>,
    /// How many images the service counts in it.
    pub counted: Option<u64>,
}

impl Subject {
    /// A subject of which nothing was read.
    pub(super) fn new(target: Target) -> Self {
        let facts = match &target {
            Target::Organization(_) => Facts::Organization(OrganizationFacts::default()),
            Target::Image(..) => Facts::Image(ImageFacts::default()),
        };
        Self { target, number: None, creator: None, reading: Reading::NotYet, facts }
    }

    /// Whether it is an image.
    pub const fn is_image(&self) -> bool {
        matches!(self.facts, Facts::Image(_))
    }

    /// The facts of an image; `None` for organizations.
    pub const fn image(&self) -> Option<&ImageFacts> {
        match &self.facts {
            Facts::Image(facts) => Some(facts),
            Facts::Organization(_) => None,
        }
    }

    /// Whether everyone may pull it. Nobody pulls an organization.
    pub fn visibility(&self) -> Visibility {
        self.image().map_or(Visibility::Private, |facts| facts.visibility)
    }
}

impl Default for ImageFacts {
    fn default() -> Self {
        Self { visibility: Visibility::Unknown, shares: Shares::NotRead }
    }
}
