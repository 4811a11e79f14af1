//! What a user reaches: every organization and image, with the level, where it comes from, and how certain it is.
//!
//! A list that was not read, or that has an entry nobody can read, may name the user: then what is known is the least.

mod parts;
mod table;

use crate::effective::{Effective, Part, Source, effective};
use crate::model::catalog::Visibility;
use crate::model::level::Level;

use super::snapshot::{Reading, Snapshot, UserNumber};

pub use parts::Parts;
pub use table::{UserMark, UserReach, everyone};

/// Where access to an image comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The organization's list.
    Organization,
    /// The image's list.
    Image,
    /// Both.
    Both,
    /// Everyone may pull it.
    Public,
}

impl Origin {
    /// The word in files.
    pub const fn key(self) -> &'static str {
        match self {
            Origin::Organization => "organization",
            Origin::Image => "image",
            Origin::Both => "both",
            Origin::Public => "public",
        }
    }
}

/// An organization on whose list a user is, or may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrganizationReach {
    /// Its place among the subjects.
    pub place: usize,
    /// What its list gives the user.
    pub part: Part,
}

/// An image that a user reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// Its place among the subjects.
    pub place: usize,
    /// What the organization's list gives.
    pub organization: Part,
    /// What the image's list gives.
    pub image: Part,
    /// What both give together; of an image that is only public, at least Read, since its list may say more.
    pub effective: Effective,
    /// Where it comes from.
    pub origin: Origin,
    /// Whether everyone may pull the image.
    pub visibility: Visibility,
}

/// Everything that a user reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// Who.
    pub user: UserNumber,
    /// The organizations on whose lists the user is, or may be.
    pub organizations: Vec<OrganizationReach>,
    /// The images that the user reaches.
    pub images: Vec<Reached>,
    /// The places of images of which nobody knows whether the user reaches them.
    pub open: Vec<usize>,
    /// How many images there are, as far as they are listed.
    pub of: usize,
    /// Whether the user may reach more, or more of it: something was not read.
    pub is_at_least: bool,
}

/// What a user has of one image.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Access {
    /// Nothing.
    Nothing,
    /// Nobody knows.
    Open,
    /// This.
    Given(Effective, Origin),
}

impl Access {
    fn of(organization: Part, image: Part, visibility: Visibility) -> Self {
        let is_open = organization == Part::NotKnown || image == Part::NotKnown;
        let origin = match (organization.is_held(), image.is_held()) {
            (true, true) => None,
            (true, false) => Some(Origin::Organization),
            (false, true) => Some(Origin::Image),
            (false, false) => {
                return match visibility {
                    Visibility::Public if is_open => {
                        Access::Given(Effective::AtLeast(Level::Read), Origin::Public)
                    }
                    // The source says where among the lists a level comes from; the origin says that it is neither.
                    Visibility::Public => {
                        Access::Given(Effective::Level(Level::Read, Source::Image), Origin::Public)
                    }
                    Visibility::Private if !is_open => Access::Nothing,
                    Visibility::Private | Visibility::Unknown => Access::Open,
                };
            }
        };
        let effective = effective(organization, image);
        let origin = origin.unwrap_or(match effective {
            Effective::Level(_, Source::Organization) => Origin::Organization,
            Effective::Level(_, Source::Image) => Origin::Image,
            Effective::Level(_, Source::Both) | Effective::AtLeast(_) | Effective::Unknown => Origin::Both,
        });
        Access::Given(effective, origin)
    }

    /// Whether there may be more to it.
    const fn is_at_least(self) -> bool {
        matches!(self, Access::Open | Access::Given(Effective::AtLeast(_) | Effective::Unknown, _))
    }
}

/// Everything that a user reaches.
pub fn reach(snapshot: &Snapshot, user: UserNumber) -> Reach {
    let parts = Parts::of(snapshot);
    let (mut organizations, mut images) = (Vec::new(), Vec::new());
    let (mut open, mut of) = (Vec::new(), 0);
    let mut is_at_least = !lists_everything(snapshot);
    for section in snapshot.organizations() {
        let part = parts.part(section.place, user);
        if part != Part::Nothing && section.subject.reading != Reading::Gone {
            organizations.push(OrganizationReach { place: section.place, part });
        }
        for place in section.images {
            let Some(visibility) = parts.visibility(place) else { continue };
            of += 1;
            let image = parts.part(place, user);
            let access = Access::of(part, image, visibility);
            is_at_least |= access.is_at_least();
            match access {
                Access::Nothing => {}
                Access::Open => open.push(place),
                Access::Given(effective, origin) => {
                    let organization = part;
                    images.push(Reached { place, organization, image, effective, origin, visibility });
                }
            }
        }
    }
    Reach { user, organizations, images, open, of, is_at_least }
}

/// Whether all organizations and images are listed: one that is not may be open to anyone.
pub(in crate::review) fn lists_everything(snapshot: &Snapshot) -> bool {
    let are_images = snapshot
        .organizations()
        .all(|section| section.facts.images.is_whole() || section.subject.reading == Reading::Gone);
    snapshot.lists.organizations.is_whole() && are_images
}

#[cfg(test)]
mod tests;
