//! Teams and their images. A team's images have the same list but for two kinds, so that thousands of images have some
//! dozens of lists.

use crate::level::Level;
use crate::names::ImageName;
use crate::seed::large_names::{COMPONENTS, SERVICES};
use crate::seed::{granted, image};
use crate::seeded_rng::SeededRng;
use crate::store::{Image, User};
use crate::time::UnixMillis;

use super::people::Holders;

/// A team of an organization.
#[derive(Debug, Clone)]
pub(super) struct Team {
    name: &'static str,
    members: Holders,
    /// Who sees the images of user interfaces as well.
    designer: User,
}

impl Team {
    /// Of the people the first two manage, three more write, and of the others every second one. `guests` are members of
    /// planted cases.
    pub(super) fn new(name: &'static str, people: Vec<User>, guests: Holders, designer: User) -> Self {
        let level = |position: usize| match position {
            0 | 1 => Level::Manage,
            2..=4 => Level::Write,
            _ if position.is_multiple_of(2) => Level::Write,
            _ => Level::Read,
        };
        let members = people.into_iter().enumerate().map(|(position, user)| (user, level(position)));
        Self { name, members: members.chain(guests).collect(), designer }
    }

    pub(super) fn everyone(&self) -> Holders {
        self.members.clone()
    }

    /// Those who hold at least that.
    pub(super) fn at_least(&self, least: Level) -> Holders {
        self.members.iter().filter(|(_, level)| *level >= least).cloned().collect()
    }

    /// Those who hold at most that.
    pub(super) fn at_most(&self, most: Level) -> Holders {
        self.members.iter().filter(|(_, level)| *level <= most).cloned().collect()
    }

    /// The team's first manager, who pushes its images.
    pub(super) fn lead(&self) -> Option<&User> {
        self.members.first().map(|(user, _)| user)
    }

    /// One of the team's images. Only those who write see a data base, and a designer sees what users see.
    pub(super) fn image(&self, id: u64, position: usize, rng: &mut SeededRng) -> Option<Image> {
        let component = *COMPONENTS.get(position % COMPONENTS.len())?;
        let service = *SERVICES.get(position / COMPONENTS.len() % SERVICES.len())?;
        let mut holders = if component == "db" { self.at_least(Level::Write) } else { self.everyone() };
        if component == "ui" {
            holders.push((self.designer.clone(), Level::Read));
        }
        let name = format!("{}/{service}-{component}", self.name);
        Some(Image { name: ImageName::new(name), ..pushed(id, self.lead()?, &holders, rng) })
    }
}

/// An image without a name, as it is some time after it was made.
pub(super) fn pushed(id: u64, creator: &User, holders: &Holders, rng: &mut SeededRng) -> Image {
    const SPRING_2023: u64 = 1_680_000_000_000;
    const DAY: u64 = 86_400_000;
    let created = SPRING_2023 + rng.below(400 * DAY);
    Image {
        grants: granted(holders.iter().map(|(user, level)| (user, *level))),
        size: 1_000_000 + rng.below(2_000_000_000),
        tags: (0..=rng.below(12)).rev().map(|minor| format!("1.{minor}.0")).collect(),
        downloads: rng.below(50_000),
        created: UnixMillis::new(created),
        updated: UnixMillis::new(created + rng.below(500 * DAY)),
        ..image(id, "", creator)
    }
}
