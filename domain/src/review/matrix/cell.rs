//! One cell: what two lists say of a user, and what is staged over it.

use crate::change::write::Desired;
use crate::effective::Source;
use crate::model::level::{Level, Permission};
use crate::plan::staged_on::StagedOn;
use crate::review::snapshot::{Reading, Snapshot, UserNumber};

use super::Row;

/// What one list says of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// This level.
    Level(Level),
    /// A value that is no level.
    NoLevel(Permission),
    /// Nothing: all of the list was read, and the user is not on it.
    Nothing,
    /// It was not read, or has an entry that can be anybody's.
    NotRead,
    /// The scan has not come to it yet.
    NotYet,
}

impl Held {
    /// What the list of a subject says.
    fn of(snapshot: &Snapshot, place: usize, user: UserNumber) -> Self {
        match snapshot.held(place, user) {
            Some(Permission::Known(level)) => return Self::Level(*level),
            Some(other) => return Self::NoLevel(other.clone()),
            None => {}
        }
        match snapshot.subject(place).map(|subject| &subject.reading) {
            Some(Reading::Read { unreadable: 0, .. }) => Self::Nothing,
            Some(Reading::NotYet) => Self::NotYet,
            _ => Self::NotRead,
        }
    }

    /// Whether the list names the user.
    pub const fn is_held(&self) -> bool {
        matches!(self, Self::Level(_) | Self::NoLevel(_))
    }

    /// Whether it is known what the user holds.
    pub const fn is_known(&self) -> bool {
        !matches!(self, Self::NotRead | Self::NotYet)
    }
}

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What the organization's list says.
    pub organization: Held,
    /// What the image's list says. In a row of several images, all their lists say the same.
    pub image: Held,
    /// How many images there are.
    pub images: usize,
    /// What is staged on the images.
    pub planned: StagedOn,
    /// What is staged on the organization.
    pub on_organization: Option<Desired>,
}

/// What a cell shows at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// A level, and which list gives it. Where both lists name the user, the higher level.
    Level(Level, Source),
    /// Nothing.
    None,
    /// Something decisive was not read.
    NotRead,
    /// Something decisive was not read yet.
    NotYet,
    /// A value that is no level.
    NoLevel,
}

impl Cell {
    /// What the lists say, with nothing staged.
    pub(super) fn of(snapshot: &Snapshot, row: &Row, user: UserNumber) -> Self {
        Self {
            organization: Held::of(snapshot, row.organization, user),
            image: Held::of(snapshot, row.first(), user),
            images: row.images.len(),
            planned: StagedOn::Nothing,
            on_organization: None,
        }
    }

    /// What it shows at a glance. What is not known is never shown as none.
    pub fn shown(&self) -> Shown {
        match (&self.organization, &self.image) {
            (Held::NoLevel(_), _) | (_, Held::NoLevel(_)) => Shown::NoLevel,
            (Held::Level(a), Held::Level(b)) => Shown::Level(*a.max(b), Source::Both),
            (_, Held::Level(level)) => Shown::Level(*level, Source::Image),
            (Held::Level(level), Held::Nothing) => Shown::Level(*level, Source::Organization),
            (_, Held::NotYet) | (Held::NotYet, Held::Nothing) => Shown::NotYet,
            (_, Held::NotRead) | (Held::NotRead, Held::Nothing) => Shown::NotRead,
            (Held::Nothing, Held::Nothing) => Shown::None,
        }
    }

    /// Whether an edit can be staged: only over what was read.
    pub const fn can_be_staged(&self) -> bool {
        self.image.is_known()
    }

    /// What a choice for the cell begins with: what is staged, or else what the image's list says.
    pub const fn first_choice(&self) -> Desired {
        match (self.planned, &self.image) {
            (StagedOn::All(desired), _) => desired,
            (_, Held::Level(level)) => Some(*level),
            _ => None,
        }
    }
}
