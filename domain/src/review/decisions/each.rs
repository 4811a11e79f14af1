//! Every permission with its decision, one by one: what counts, files and edits are made of.

use crate::review::snapshot::{Snapshot, UserNumber};

use super::{Decided, Decisions, Why};

/// How something is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// By itself.
    One,
    /// With the other permissions of its group.
    Together,
}

impl Mode {
    /// The word in files.
    pub const fn key(self) -> &'static str {
        match self {
            Mode::One => "one",
            Mode::Together => "together",
        }
    }
}

/// A permission, or what is about an image itself, with its decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Each<'a> {
    /// The place of the organization or image.
    pub place: usize,
    /// Whose permission; `None` if it is about the image itself.
    pub user: Option<UserNumber>,
    /// How it is decided.
    pub mode: Mode,
    /// Why it is decided by itself; nothing for what is decided together.
    pub why: &'a [Why],
    /// The decision; `None` while there is none.
    pub decided: Option<&'a Decided>,
}

impl Decisions {
    /// Everything on the agenda, first what is decided by itself. What is decided together is one for each permission.
    pub fn each<'a>(&'a self, snapshot: &'a Snapshot) -> impl Iterator<Item = Each<'a>> {
        let single = |(item, single): (usize, &'a super::Single)| {
            let decided = self.single(item);
            single.places.iter().map(move |place| Each {
                place: *place,
                user: single.user,
                mode: Mode::One,
                why: &single.why,
                decided,
            })
        };
        let singles = self.agenda.singles.iter().enumerate().flat_map(single);
        singles.chain((0..self.agenda.groups.len()).flat_map(|group| self.of_group(group, snapshot)))
    }

    /// The permissions of a group.
    pub fn of_group<'a>(&'a self, group: usize, snapshot: &'a Snapshot) -> impl Iterator<Item = Each<'a>> {
        let decided = self.group(group);
        let places = self.agenda.groups.get(group).map(|group| group.places.as_slice()).unwrap_or_default();
        places.iter().flat_map(move |place| {
            let of_group = snapshot.list(*place).filter(|(user, _)| !self.is_apart(*place, *user));
            of_group.map(move |(user, _)| Each {
                place: *place,
                user: Some(user),
                mode: Mode::Together,
                why: &[],
                decided,
            })
        })
    }
}
