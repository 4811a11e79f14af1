//! The lines of organizations and images, with their grants.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use domain::model::catalog::Visibility;
use domain::model::names::{ImageName, OrganizationName, Target, UserName};
use domain::review::snapshot::{Facts, ImageFacts, OrganizationFacts, Subject};

use super::Form;
use super::held::Grant;
use super::moment::Moment;
use super::reading::{Listing, NotRead, Parts};
use super::shares::{NotReadShares, SharePart, shares, shares_parts};

/// The kind of an organization's line.
pub(in crate::api::snapshot_file) const ORGANIZATION: &str = "organization";
/// The kind of an image's line.
pub(in crate::api::snapshot_file) const IMAGE: &str = "image";

/// An organization or image with its list, as it was read.
pub(in crate::api::snapshot_file) type Listed<'a> = (Subject, Vec<Grant<'a>>);

/// An organization.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::api::snapshot_file) struct OrganizationLine<'a> {
    #[serde(borrow)]
    t: Cow<'a, str>,
    #[serde(borrow)]
    name: Cow<'a, str>,
    /// The service's number of it.
    id: Option<String>,
    creator: Option<String>,
    /// How many images the service counts.
    repo_count: Option<u64>,
    /// How its list of images was read.
    images: Listing,
    /// How many images appeared while it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    appeared: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    read: Option<Moment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unreadable: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_read: Option<NotRead>,
    /// By user id; missing where the list was not read.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    grants: Option<Vec<Grant<'a>>>,
}

/// An image.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::api::snapshot_file) struct ImageLine<'a> {
    #[serde(borrow)]
    t: Cow<'a, str>,
    #[serde(borrow)]
    organization: Cow<'a, str>,
    #[serde(borrow)]
    name: Cow<'a, str>,
    /// The service's number of it.
    id: Option<String>,
    creator: Option<String>,
    /// Null where the service did not say.
    public: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shared: Option<Vec<SharePart>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shared_not_read: Option<NotReadShares>,
    #[serde(skip_serializing_if = "Option::is_none")]
    read: Option<Moment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unreadable: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_read: Option<NotRead>,
    /// By user id; missing where the list was not read.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    grants: Option<Vec<Grant<'a>>>,
}

/// The line of a subject.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(in crate::api::snapshot_file) enum SubjectLine<'a> {
    Organization(OrganizationLine<'a>),
    Image(ImageLine<'a>),
}

impl<'a> SubjectLine<'a> {
    pub(in crate::api::snapshot_file) fn of(
        subject: &'a Subject,
        grants: Vec<Grant<'a>>,
        form: Form,
    ) -> Self {
        let Parts { read, unreadable, not_read } = Parts::of(&subject.reading, form);
        let grants = subject.reading.is_read().then_some(grants);
        let organization = subject.target.organization().as_str().into();
        let id = subject.number.clone();
        let creator = subject.creator.as_ref().map(ToString::to_string);
        match &subject.facts {
            Facts::Organization(facts) => Self::Organization(OrganizationLine {
                t: ORGANIZATION.into(),
                name: organization,
                id,
                creator,
                repo_count: facts.counted,
                images: Listing::of(&facts.images, form),
                appeared: (form == Form::File).then_some(facts.appeared),
                read,
                unreadable,
                not_read,
                grants,
            }),
            Facts::Image(facts) => {
                let (shared, shared_not_read) = shares_parts(&facts.shares);
                Self::Image(ImageLine {
                    t: IMAGE.into(),
                    organization,
                    name: subject.target.image().map_or("", ImageName::as_str).into(),
                    id,
                    creator,
                    public: match facts.visibility {
                        Visibility::Public => Some(true),
                        Visibility::Private => Some(false),
                        Visibility::Unknown => None,
                    },
                    shared,
                    shared_not_read,
                    read,
                    unreadable,
                    not_read,
                    grants,
                })
            }
        }
    }
}

impl<'a> OrganizationLine<'a> {
    /// What it says; `None` where its name is none, or its keys don't go together.
    pub(in crate::api::snapshot_file) fn subject(self) -> Option<Listed<'a>> {
        let Self { read, unreadable, not_read, .. } = self;
        let subject = Subject {
            target: Target::Organization(OrganizationName::new(self.name).ok()?),
            number: self.id,
            creator: self.creator.map(UserName::new),
            reading: Parts { read, unreadable, not_read }.reading()?,
            facts: Facts::Organization(OrganizationFacts {
                counted: self.repo_count,
                images: self.images.reading()?,
                appeared: self.appeared?,
            }),
        };
        listed(subject, self.grants)
    }
}

impl<'a> ImageLine<'a> {
    /// What it says; `None` where its name is none, or its keys don't go together.
    pub(in crate::api::snapshot_file) fn subject(self) -> Option<Listed<'a>> {
        let Self { read, unreadable, not_read, .. } = self;
        let organization = OrganizationName::new(self.organization).ok()?;
        let subject = Subject {
            target: Target::Image(organization, ImageName::new(self.name).ok()?),
            number: self.id,
            creator: self.creator.map(UserName::new),
            reading: Parts { read, unreadable, not_read }.reading()?,
            facts: Facts::Image(ImageFacts {
                visibility: match self.public {
                    Some(true) => Visibility::Public,
                    Some(false) => Visibility::Private,
                    None => Visibility::Unknown,
                },
                shares: shares(self.shared, self.shared_not_read)?,
            }),
        };
        listed(subject, self.grants)
    }
}

/// A subject with its list: there is one where it was read, and nowhere else.
fn listed(subject: Subject, grants: Option<Vec<Grant<'_>>>) -> Option<Listed<'_>> {
    (subject.reading.is_read() == grants.is_some()).then(|| (subject, grants.unwrap_or_default()))
}
