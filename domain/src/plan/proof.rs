//! What a second scan proves after somebody has left: "on none of 1,987 lists; 13 could not be read".

mod beyond;
mod leavers;

use crate::effective::Part;
use crate::model::names::{OrganizationName, Target, UserId};
use crate::review::snapshot::{Reading, Scope, Snapshot};

use super::proposal::Lens;

pub use beyond::{Beyond, beyond};
pub use leavers::leavers;

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proof {
    /// The lists that some of the users are on.
    pub on: Vec<Target>,
    /// How many lists say for sure that none of the users is on them.
    pub on_none_of: usize,
    /// The lists that were not read, and why.
    pub not_read: Vec<(Target, Reading)>,
    /// The lists that were read and have entries that can be anybody's.
    pub may_hide: Vec<Target>,
    /// The lists of images, or of organizations, that were not read to their end.
    pub not_listed: Vec<Option<OrganizationName>>,
    /// The organizations that were to be read, if not all were: the lists of the others prove nothing.
    pub only: Option<Vec<OrganizationName>>,
}

impl Proof {
    /// How many lists there are, as far as they are known.
    pub fn lists(&self) -> usize {
        self.on.len() + self.on_none_of + self.not_read.len() + self.may_hide.len()
    }

    /// Whether it is proven that the users are on no list.
    pub fn is_whole(&self) -> bool {
        self.on_none_of == self.lists() && self.not_listed.is_empty() && self.only.is_none()
    }
}

/// What a snapshot says of where some users are. What no longer exists has no list.
pub fn proof(users: &[UserId], snapshot: &Snapshot) -> Proof {
    let lens = Lens::new(snapshot);
    let numbers: Vec<_> = users.iter().map(|user| lens.user(user)).collect();
    let only = match &snapshot.about.scope {
        Scope::All => None,
        Scope::Some(organizations) => Some(organizations.clone()),
    };
    let mut proof = Proof { not_listed: lens.unlisted().collect(), only, ..Proof::default() };
    let places =
        lens.sections().flat_map(|(organization, images)| std::iter::once(organization).chain(images));
    for place in places {
        let Some(subject) = snapshot.subject(place) else { continue };
        let target = subject.target.clone();
        if !subject.reading.is_read() {
            proof.not_read.push((target, subject.reading.clone()));
        } else if numbers.iter().any(|user| lens.part(place, *user).is_held()) {
            proof.on.push(target);
        } else if numbers.iter().any(|user| lens.part(place, *user) == Part::NotKnown) {
            proof.may_hide.push(target);
        } else {
            proof.on_none_of += 1;
        }
    }
    proof
}

#[cfg(test)]
mod tests;
