//! What one list gives a user, and what two of them give together.

use std::cmp::Ordering;

use crate::model::level::{Level, Permission};

use super::{Effective, ListEntry, Source};

/// What one list gives a user: a [`ListEntry`] without the text of a value that is no level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// This level.
    Level(Level),
    /// A value that is no level.
    Odd,
    /// Nothing: the user is not on it.
    Nothing,
    /// It could not be read, or does not show whether the user is on it.
    NotKnown,
}

impl Part {
    /// What an entry gives.
    pub const fn of(entry: &ListEntry) -> Self {
        match entry {
            ListEntry::Unknown => Part::NotKnown,
            ListEntry::Absent => Part::Nothing,
            ListEntry::Present(permission) => Part::held(permission),
        }
    }

    /// What a permission gives.
    pub const fn held(permission: &Permission) -> Self {
        match permission {
            Permission::Known(level) => Part::Level(*level),
            Permission::Unknown(_) | Permission::Missing => Part::Odd,
        }
    }

    /// The level, where there is one of the three.
    pub const fn level(self) -> Option<Level> {
        match self {
            Part::Level(level) => Some(level),
            Part::Odd | Part::Nothing | Part::NotKnown => None,
        }
    }

    /// Whether the list names the user.
    pub const fn is_held(self) -> bool {
        matches!(self, Part::Level(_) | Part::Odd)
    }
}

/// What the lists of an organization and of an image in it give together. Where neither names the user, nothing is known of
/// a level.
pub fn effective(organization: Part, image: Part) -> Effective {
    match (organization, image) {
        (Part::Odd, _)
        | (_, Part::Odd)
        | (Part::Nothing | Part::NotKnown, Part::Nothing | Part::NotKnown) => Effective::Unknown,
        (Part::Level(a), Part::Level(b)) => match a.cmp(&b) {
            Ordering::Greater => Effective::Level(a, Source::Organization),
            Ordering::Equal => Effective::Level(a, Source::Both),
            Ordering::Less => Effective::Level(b, Source::Image),
        },
        (Part::Level(held), other) => alone(held, Source::Organization, other),
        (other, Part::Level(held)) => alone(held, Source::Image, other),
    }
}

/// The result of one part alone. To the highest level nothing can be added, whatever the other part is.
fn alone(held: Level, source: Source, other: Part) -> Effective {
    if other == Part::Nothing || held == Level::Manage {
        Effective::Level(held, source)
    } else {
        Effective::AtLeast(held)
    }
}
