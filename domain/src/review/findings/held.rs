//! What an organization gives each user, to see quickly for everyone on the lists of its images.

use crate::effective::Part;
use crate::model::level::Level;
use crate::review::snapshot::{Section, UserNumber};

use super::input::Input;

pub(super) const MANAGE: Part = Part::Level(Level::Manage);

/// See the module.
pub(super) struct Held {
    parts: Vec<Part>,
    pub(super) managers: Vec<UserNumber>,
    pub(super) users: usize,
    pub(super) has_odd: bool,
}

impl Held {
    pub(super) fn of(input: &Input<'_>, section: &Section<'_>) -> Self {
        let mut held = Self { parts: Vec::new(), managers: Vec::new(), users: 0, has_odd: false };
        held.parts = vec![Part::Nothing; input.snapshot.people().len()];
        for (user, value) in input.snapshot.grants().row(section.place).iter() {
            let part = input.parts.value(value);
            if let Some(of_user) = held.parts.get_mut(user as usize) {
                *of_user = part;
            }
            held.users += 1;
            held.has_odd |= part == Part::Odd;
            held.managers.extend((part == MANAGE).then_some(UserNumber(user)));
        }
        held
    }

    /// What the organization gives a user; nothing to one who is not on its list.
    pub(super) fn part(&self, user: UserNumber) -> Part {
        self.parts.get(user.index()).copied().unwrap_or(Part::Nothing)
    }
}
