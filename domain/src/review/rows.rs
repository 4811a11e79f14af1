//! The rows of the review's tables. The screen and the files are made from the same ones.

mod changes;
mod decisions;
pub mod files;
mod findings;

use std::sync::Arc;

use crate::effective::{Effective, ListEntry, Part, effective};
use crate::model::catalog::Visibility;
use crate::model::level::Level;
use crate::model::names::{Target, UserId, UserName};
use crate::table::rows::TableRow;
use crate::table::users::UserRow;

use super::groups::{Group, groups};
use super::reach::{Origin, Parts, Reach, UserReach, everyone};
use super::snapshot::{KnownUser, Shares, Snapshot, UserNumber};

pub use changes::{ChangeKind, ChangeRow, ChangedUser, Fact, changes};
pub use decisions::{GroupRow, SingleRow, singles, together};
pub use findings::{FindingRow, findings};

/// A row of the table "People".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// Who.
    pub user: KnownUser,
    /// What they reach, in numbers.
    pub reach: UserReach,
    /// Whether it is the user who looks at the snapshot (`Snapshot::viewer`), who need not be the one who read it.
    pub is_caller: bool,
}

impl UserRow for PersonRow {
    fn names(&self) -> &[UserName] {
        &self.user.names
    }

    fn id(&self) -> Option<&UserId> {
        Some(&self.user.id)
    }

    fn level(&self) -> Option<Level> {
        None
    }

    fn is_caller(&self) -> bool {
        self.is_caller
    }
}

/// Everyone who is on a list of a snapshot or among the account's users.
pub fn people(snapshot: &Snapshot) -> Arc<[PersonRow]> {
    let row = |reach: UserReach| {
        let user = snapshot.people().get(reach.user)?.clone();
        let is_caller = user.id == snapshot.viewer;
        Some(PersonRow { user, reach, is_caller })
    };
    everyone(snapshot).into_iter().filter_map(row).collect()
}

/// A row of the table "Access of": an image that a user reaches, or an organization on whose list they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessRow {
    /// Which.
    pub target: Target,
    label: String,
    /// What the user can do with it.
    pub effective: Effective,
    /// Where that comes from; `None` where it is not known whether the user can do anything.
    pub origin: Option<Origin>,
    /// What its own list says of the user; unknown if the list was not read, or has an entry that can't be read.
    pub direct: ListEntry,
}

impl TableRow for AccessRow {
    fn name(&self) -> &str {
        &self.label
    }
}

/// The organizations on whose lists a user is, and the images that the user reaches, each after its organization.
pub fn access(snapshot: &Snapshot, reach: &Reach) -> Arc<[AccessRow]> {
    let listed = reach.organizations.iter().filter(|one| one.part.is_held());
    let organizations =
        listed.map(|one| (one.place, effective(one.part, Part::Nothing), Some(Origin::Organization)));
    let images = reach.images.iter().map(|one| (one.place, one.effective, Some(one.origin)));
    rows(snapshot, reach.user, organizations.chain(images))
}

/// The organizations and images that a user may reach, but whose lists don't show it. They are rows of the file only, so that
/// it leaves out nothing that was not read.
pub fn unknown(snapshot: &Snapshot, reach: &Reach) -> Arc<[AccessRow]> {
    let organizations = reach.organizations.iter().filter(|one| one.part == Part::NotKnown);
    let places = organizations.map(|one| one.place).chain(reach.open.iter().copied());
    rows(snapshot, reach.user, places.map(|place| (place, Effective::Unknown, None)))
}

/// The rows of some places, by what the user can do there and where that comes from.
fn rows(
    snapshot: &Snapshot,
    user: UserNumber,
    places: impl Iterator<Item = (usize, Effective, Option<Origin>)>,
) -> Arc<[AccessRow]> {
    let parts = Parts::of(snapshot);
    let row = |(place, effective, origin)| {
        let target = snapshot.subject(place)?.target.clone();
        let direct = match snapshot.held(place, user) {
            Some(permission) => ListEntry::Present(permission.clone()),
            None if parts.absent(place) == Part::Nothing => ListEntry::Absent,
            None => ListEntry::Unknown,
        };
        Some(AccessRow { label: target.to_string(), target, effective, origin, direct })
    };
    let mut places: Vec<_> = places.collect();
    places.sort_unstable_by_key(|(place, ..)| *place);
    places.into_iter().filter_map(row).collect()
}

/// With how many other accounts an image is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SharedWith {
    /// Nobody knows.
    NotKnown,
    /// With some; how many was not read.
    Some,
    /// With so many.
    Accounts(usize),
}

impl From<&Shares> for SharedWith {
    fn from(shares: &Shares) -> Self {
        match shares {
            Shares::NotRead => SharedWith::NotKnown,
            Shares::Listed => SharedWith::Some,
            Shares::Read(shares) => SharedWith::Accounts(shares.len()),
        }
    }
}

/// How many users are on a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct OnList {
    /// How many.
    pub users: usize,
    /// How many of them manage.
    pub managers: usize,
    /// Whether there may be more: the list has entries that can't be read.
    pub is_at_least: bool,
    /// Whether more of them may manage: as above, or a user has a value that is no level.
    pub may_more_manage: bool,
}

/// A row of the table "Images": one image, or several with the same list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageRow {
    /// The images, sorted; never none.
    pub images: Vec<Target>,
    label: String,
    /// Whether everyone may pull them.
    pub visibility: Visibility,
    /// With whom they are shared.
    pub shared: SharedWith,
    /// Who is on the list; `None` where it was not read.
    pub users: Option<OnList>,
}

impl TableRow for ImageRow {
    fn name(&self) -> &str {
        &self.label
    }

    fn search_text(&self) -> String {
        self.images.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    }
}

/// The images of a snapshot, each in a row of its own, or those with the same list in one.
pub fn images(snapshot: &Snapshot, are_grouped: bool) -> Arc<[ImageRow]> {
    let read = if are_grouped {
        groups(snapshot)
    } else {
        let places = snapshot.subjects().iter().enumerate();
        let single = |(place, subject): (usize, &super::snapshot::Subject)| {
            let facts = subject.image().filter(|_| subject.reading.is_read())?;
            Some(Group { images: vec![place], visibility: facts.visibility })
        };
        places.filter_map(single).collect()
    };
    let rows = read.iter().filter_map(|group| image_row(snapshot, group));
    rows.chain(unread(snapshot)).collect()
}

fn image_row(snapshot: &Snapshot, group: &Group) -> Option<ImageRow> {
    let images: Vec<Target> =
        group.images.iter().filter_map(|place| Some(snapshot.subject(*place)?.target.clone())).collect();
    let subject = snapshot.subject(group.first())?;
    let facts = subject.image()?;
    let levels: Vec<Option<Level>> =
        snapshot.list(group.first()).map(|(_, permission)| permission.level()).collect();
    let is_at_least = subject.reading.unreadable() > 0;
    Some(ImageRow {
        label: images.first()?.to_string(),
        images,
        visibility: group.visibility,
        shared: SharedWith::from(&facts.shares),
        users: Some(OnList {
            users: levels.len(),
            managers: levels.iter().filter(|level| **level == Some(Level::Manage)).count(),
            is_at_least,
            may_more_manage: is_at_least || levels.contains(&None),
        }),
    })
}

/// The images whose lists were not read, one in each row: what they have in common is not known.
fn unread(snapshot: &Snapshot) -> impl Iterator<Item = ImageRow> {
    snapshot.subjects().iter().filter(|subject| subject.reading.is_open()).filter_map(|subject| {
        let facts = subject.image()?;
        Some(ImageRow {
            images: vec![subject.target.clone()],
            label: subject.target.to_string(),
            visibility: facts.visibility,
            shared: SharedWith::from(&facts.shares),
            users: None,
        })
    })
}
