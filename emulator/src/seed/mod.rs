//! The worlds that an emulator begins with.

mod large;
mod large_names;
mod outside;
mod small;

use crate::level::Level;
use crate::names::{ImageName, OrganizationName};
use crate::store::{Grant, Grants, Image, Organization, Store, User};
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

/// When everything was made of which nothing else is said.
const MADE: UnixMillis = UnixMillis::new(1_709_546_400_000);

fn organization(id: u64, name: &str, creator: &User) -> Organization {
    Organization::new(id, OrganizationName::new(name), creator, MADE)
}

/// An image as it is right after its creator pushed it.
fn image(id: u64, name: &str, creator: &User) -> Image {
    Image { tags: vec!["latest".to_owned()], ..Image::new(id, ImageName::new(name), creator, MADE) }
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
