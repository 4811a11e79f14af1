//! A snapshot: everything that a scan has read of an account, when it was read, and what was not read.
//!
//! "Not read" is a value everywhere. What could not be read is never absent, and nothing here turns the one into the
//! other.

mod about;
mod build;
mod grants;
mod interned;
mod people;
mod reading;
mod restore;
mod subject;
mod values;

use std::ops::Range;

use crate::model::level::Permission;
use crate::model::names::{Target, UserId};
use crate::text::time::UnixMillis;

pub use about::{About, Account, Scope, Totals};
pub use build::Builder;
pub use grants::{Grants, Row};
pub use people::{KnownUser, People, UserNumber};
pub use reading::{Fault, ListReading, Lists, Reading};
pub use restore::{Head, Misfit, Restore};
pub use subject::{Facts, ImageFacts, ListedOrganization, OrganizationFacts, Share, Shares, Subject, Until};

/// See the module. Its subjects are sorted, each organization before its images, and so are its users, by id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// Who has read what, where, and from when on.
    pub about: About,
    /// Who looks at it, and would change what it shows: its reader, until another user opens its file.
    pub viewer: UserId,
    /// When the last of it was read.
    pub ended: UnixMillis,
    /// Whether the scan was stopped before its end.
    pub is_stopped: bool,
    /// What the service counts by itself.
    pub totals: Totals,
    /// The lists that are not about one organization.
    pub lists: Lists,
    people: People,
    subjects: Vec<Subject>,
    values: Vec<Permission>,
    grants: Grants,
}

/// An organization of a snapshot, with the places of its images.
#[derive(Debug, Clone)]
pub struct Section<'a> {
    /// The place of the organization among the subjects.
    pub place: usize,
    /// The organization.
    pub subject: &'a Subject,
    /// What is known of it.
    pub facts: &'a OrganizationFacts,
    /// The places of its images among the subjects.
    pub images: Range<usize>,
}

impl Snapshot {
    /// Everyone on a list, and the account's users, by id.
    pub const fn people(&self) -> &People {
        &self.people
    }

    /// The organizations and images, sorted, each organization before its images.
    pub fn subjects(&self) -> &[Subject] {
        &self.subjects
    }

    /// The subject at a place.
    pub fn subject(&self, place: usize) -> Option<&Subject> {
        self.subjects.get(place)
    }

    /// The place of a target among the subjects.
    pub fn place(&self, target: &Target) -> Option<usize> {
        self.subjects.binary_search_by(|subject| subject.target.cmp(target)).ok()
    }

    /// The distinct values of permissions, as they came. Grants name them by their place here.
    pub fn values(&self) -> &[Permission] {
        &self.values
    }

    /// The permission that a grant names.
    pub fn permission(&self, value: u8) -> &Permission {
        self.values.get(usize::from(value)).unwrap_or(&Permission::Missing)
    }

    /// The grants: a row for each subject, a column for each user.
    pub const fn grants(&self) -> &Grants {
        &self.grants
    }

    /// The grants the other way round: a row for each user, a column for each subject.
    pub fn grants_by_user(&self) -> Grants {
        self.grants.transposed(self.people.len())
    }

    /// The users on the list of a subject, by id, with what the list says. Nobody if it was not read.
    pub fn list(&self, place: usize) -> impl Iterator<Item = (UserNumber, &Permission)> {
        self.grants.row(place).iter().map(|(user, value)| (UserNumber(user), self.permission(value)))
    }

    /// What the list of a subject says of a user; `None` if it does not name them.
    pub fn held(&self, place: usize, user: UserNumber) -> Option<&Permission> {
        self.grants.row(place).value(user.0).map(|value| self.permission(value))
    }

    /// The organizations, each with its images.
    pub fn organizations(&self) -> impl Iterator<Item = Section<'_>> {
        self.subjects.iter().enumerate().filter_map(|(place, subject)| {
            let Facts::Organization(facts) = &subject.facts else { return None };
            let rest = self.subjects.get(place + 1..).unwrap_or_default();
            let images = rest.iter().take_while(|next| next.is_image()).count();
            Some(Section { place, subject, facts, images: place + 1..place + 1 + images })
        })
    }
}

#[cfg(test)]
mod tests;
