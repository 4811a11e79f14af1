//! Organizations and images as they are right after somebody made them.

use std::collections::BTreeMap;

use crate::level::Level;
use crate::names::{ImageName, OrganizationName};
use crate::time::UnixMillis;

use super::{Grant, Grants, Image, Organization, Shares, Store, User};

/// What is made later has larger numbers than anything that a seed holds.
const FIRST_ID: u64 = 4_000_000;

/// Images that exist in every organization to show a behaviour. Their numbers follow from that of the organization.
const SHOWN: [(u64, &str); 2] = [(9_000_000, "slow"), (9_100_000, "retry")];

impl Organization {
    /// Its creator manages it, and it holds no images but those that show a behaviour.
    pub(crate) fn new(id: u64, name: OrganizationName, creator: &User, now: UnixMillis) -> Self {
        let shown = SHOWN.map(|(offset, name)| Image {
            is_listed: false,
            tags: vec!["latest".to_owned()],
            ..Image::new(id + offset, ImageName::new(name), creator, now)
        });
        Self {
            id,
            name,
            creator: creator.clone(),
            grants: Grants::of_creator(creator),
            images: BTreeMap::from(shown.map(|image| (image.name.clone(), image))),
        }
    }
}

impl Image {
    /// Its creator manages it, and it has no tags.
    pub(crate) fn new(id: u64, name: ImageName, creator: &User, now: UnixMillis) -> Self {
        Self {
            id,
            name,
            creator: creator.clone(),
            grants: Grants::of_creator(creator),
            shares: Shares::default(),
            category: "other",
            description: String::new(),
            is_public: false,
            size: 0,
            tags: Vec::new(),
            downloads: 0,
            created: now,
            updated: now,
            list_fault: None,
            is_listed: true,
        }
    }
}

impl Grants {
    /// What only the creator holds.
    fn of_creator(creator: &User) -> Self {
        let mut grants = Self::default();
        let (user_id, user_name) = (creator.id.clone(), creator.name.clone());
        // Nobody holds anything before.
        let _ = grants.grant(Grant { user_id, user_name, level: Level::Manage });
        grants
    }
}

impl Store {
    /// A number that nothing else has.
    pub(crate) fn next_id(&mut self) -> u64 {
        self.created += 1;
        FIRST_ID + self.created
    }
}
