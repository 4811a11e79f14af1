//! What can be browsed: organizations and images, as the lists show them.

use std::sync::Arc;

use crate::model::level::Permission;
use crate::model::names::{ImageName, OrganizationName, UserName};
use crate::table::rows::TableRow;
use crate::text::time::UnixMillis;

/// An organization in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// The name as it came, for the screen.
    pub label: String,
    /// The name as an address; `None` where the label can't be one, and then there is no link.
    pub name: Option<OrganizationName>,
    /// The caller's level on it, or why it is listed without one.
    pub standing: Standing,
    /// How many images it holds, where the service counts them.
    pub images: Option<u64>,
    /// How many users hold a permission on it, where the service counts them.
    pub users: Option<u64>,
    /// Who made it.
    pub creator: Option<UserName>,
}

impl TableRow for Organization {
    fn name(&self) -> &str {
        &self.label
    }
}

/// What the caller has on an organization.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// The caller holds a permission on the organization itself.
    Holds(Permission),
    /// The caller sees it only because of a permission on one of its images.
    ThroughImage,
}

impl Standing {
    /// Its place when a table is sorted by it.
    pub const fn rank(&self) -> u8 {
        match self {
            Standing::ThroughImage => 0,
            Standing::Holds(permission) => 1 + permission.rank(),
        }
    }
}

/// Who can pull an image without any permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Visibility {
    /// Nobody.
    Private,
    /// Everyone.
    Public,
    /// The service did not say.
    Unknown,
}

/// An image in its organization's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// The name as it came, for the screen.
    pub label: String,
    /// The name as an address; `None` where the label can't be one, and then there is no link.
    pub name: Option<ImageName>,
    /// Whether everyone may pull it.
    pub visibility: Visibility,
    /// How many tags it has, where the service counts them.
    pub tags: Option<u64>,
    /// When it last changed.
    pub updated: Option<UnixMillis>,
}

impl TableRow for Image {
    fn name(&self) -> &str {
        &self.label
    }
}

/// A whole listing, which may have been read page by page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collection<T> {
    /// The items, in the service's order.
    pub items: Arc<[T]>,
    /// Whether the program believes that these are all.
    pub completeness: Completeness,
    /// How many records had no name, so that there is nothing of them to show.
    pub unreadable: usize,
}

/// Whether a paged listing is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Completeness {
    /// Read to the end.
    Whole,
    /// The service announced more than it then delivered.
    Short {
        /// How many it announced.
        announced: u64,
    },
    /// It was left before its end, which the service never named: it sends page after page, or the same one again.
    Endless,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::level::Level;

    #[test]
    fn whoever_holds_more_on_an_organization_comes_later() {
        let holds = |permission| Standing::Holds(permission).rank();
        let ranks = [
            Standing::ThroughImage.rank(),
            holds(Permission::Missing),
            holds(Permission::Unknown("9".into())),
            holds(Level::Read.into()),
            holds(Level::Write.into()),
            holds(Level::Manage.into()),
        ];
        assert!(ranks.windows(2).all(|pair| pair[0] < pair[1]), "{ranks:?}");
    }
}
