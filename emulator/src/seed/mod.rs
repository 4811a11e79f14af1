//! The worlds that an emulator begins with.

mod large;
mod large_names;
mod outside;
mod small;

use crate::level::Level;
use crate::names::{ImageName, OrganizationName};
use crate::store::{Grant, Grants, Image, Organization, Shares, Store, User};
use crate::time::UnixMillis;

/// The password of every user.
pub const PASSWORD: &str = "demo-password";

/// The passcode that is right for every user, whenever a client sends one.
pub const PASSCODE: &str = "123456";

/// Which world to begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Seed {
    /// A handful of users, three organizations, five images: what one can keep in one's head.
    #[default]
    Small,
    /// The small one, and beside it an organization of 2,000 images, one of them shared with 10,000 users.
    Large,
    /// The small one, and beside it an organization with one image, shared with 100,000 users.
    Huge,
}

impl Seed {
    /// The seed of that name on the command line.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "small" => Some(Self::Small),
            "large" => Some(Self::Large),
            "huge" => Some(Self::Huge),
            _ => None,
        }
    }

    pub(crate) fn store(self) -> Store {
        let mut store = small::store();
        match self {
            Self::Small => {}
            Self::Large => large::add_to(&mut store),
            Self::Huge => large::add_crowd_to(&mut store),
        }
        store
    }
}

/// An organization as it is right after its creator made it: they manage it, and it holds no images but those that
/// exist in every organization to show a behaviour.
fn organization(id: u64, name: &str, creator: &User) -> Organization {
    let mut organization = Organization {
        id,
        name: OrganizationName::new(name),
        creator: creator.clone(),
        grants: granted([(creator, Level::Manage)]),
        images: std::collections::BTreeMap::new(),
    };
    for (offset, name) in [(9_000_000, "slow"), (9_100_000, "retry")] {
        let shown = Image { is_listed: false, ..image(id + offset, name, creator) };
        organization.images.insert(shown.name.clone(), shown);
    }
    organization
}

/// An image as it is right after its creator pushed it.
fn image(id: u64, name: &str, creator: &User) -> Image {
    const PUSHED: UnixMillis = UnixMillis::new(1_709_546_400_000);
    Image {
        id,
        name: ImageName::new(name),
        creator: creator.clone(),
        grants: granted([(creator, Level::Manage)]),
        shares: Shares::default(),
        category: "other",
        description: String::new(),
        is_public: false,
        size: 0,
        tags: vec!["latest".to_owned()],
        downloads: 0,
        created: PUSHED,
        updated: PUSHED,
        is_listed: true,
    }
}

/// Permissions in that order. Of two for the same user the first holds.
fn granted<'a>(holders: impl IntoIterator<Item = (&'a User, Level)>) -> Grants {
    let mut grants = Grants::default();
    for (user, level) in holders {
        let grant = Grant { user_id: user.id.clone(), user_name: user.name.clone(), level };
        // The error says that the user is there already, which is what is wanted.
        let _ = grants.grant(grant);
    }
    grants
}
