//! The worlds that an emulator begins with.

mod large;
mod large_names;
mod outside;
mod review;
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
    /// Five organizations with 2,000 images and 500 users, for access reviews: lists that many images share, and one case of
    /// each thing that a review has to find.
    Review,
    /// The same account some time before.
    ReviewEarlier,
    /// The review's images, each with all users on its list: a million grants.
    ReviewCrowded,
}

impl Seed {
    const NAMED: [(&str, Self); 6] = [
        ("small", Self::Small),
        ("large", Self::Large),
        ("huge", Self::Huge),
        ("review", Self::Review),
        ("review-earlier", Self::ReviewEarlier),
        ("review-crowded", Self::ReviewCrowded),
    ];

    /// The seed of that name on the command line.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMED.iter().find(|(known, _)| *known == name).map(|(_, seed)| *seed)
    }

    /// The names of all seeds, for help.
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn names() -> String {
        Self::NAMED.map(|(name, _)| format!("`{name}`")).join(", ")
    }

    pub(crate) fn store(self) -> Store {
        match self {
            Self::Small => small::store(),
            Self::Large => changed(small::store(), large::add_to),
            Self::Huge => changed(small::store(), large::add_crowd_to),
            Self::Review => review::store(),
            Self::ReviewEarlier => changed(review::store(), review::as_it_was),
            Self::ReviewCrowded => changed(review::store(), review::crowded),
        }
    }
}

fn changed(mut store: Store, change: fn(&mut Store)) -> Store {
    change(&mut store);
    store
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
