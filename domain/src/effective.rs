//! What each person may do with an image once both lists are put together: the organization's and the image's own.
//!
//! That the higher of two levels holds is inferred: the service documents what each permission alone allows, and
//! not what holds where someone has both. Roles of the account and IAM policies are on neither list.

use std::sync::Arc;

use crate::model::access::AccessList;
use crate::model::level::{Level, Permission};
use crate::model::names::{UserId, UserName};
use crate::model::user::UserGrant;
use crate::table::users::UserRow;
use crate::text::reveal::visible;

mod merge;
mod part;
mod reason;
mod table;

pub use part::{Part, effective};
pub use reason::Reason;
pub use table::{EFFECTIVE_COLUMNS, effective_row};

use merge::{RowMerger, Side};

/// What is known of the permissions on the organization around an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OrganizationPart {
    /// Its list.
    Known(Arc<AccessList>),
    /// The list could not be read: most users may not.
    NotKnown,
}

/// Where a level comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The organization's permission.
    Organization,
    /// The image's permission.
    Image,
    /// Both, with the same level.
    Both,
}

/// What someone may do with an image in the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effective {
    /// This level.
    Level(Level, Source),
    /// This level or a higher one: one of the two parts is not known.
    AtLeast(Level),
    /// A permission has a value that is no level, and what that allows is anyone's guess.
    Unknown,
}

impl Source {
    /// The word in files.
    pub const fn key(self) -> &'static str {
        match self {
            Source::Organization => "organization",
            Source::Image => "image",
            Source::Both => "both",
        }
    }
}

impl Effective {
    /// Where a level comes from that is known for certain.
    pub const fn source(self) -> Option<Source> {
        match self {
            Effective::Level(_, source) => Some(source),
            Effective::AtLeast(_) | Effective::Unknown => None,
        }
    }

    /// The highest of the levels that are certain to hold.
    pub const fn level(self) -> Option<Level> {
        match self {
            Effective::Level(level, _) | Effective::AtLeast(level) => Some(level),
            Effective::Unknown => None,
        }
    }

    /// Its place when a table is sorted by it: what is not known first, and "at least" before a level itself.
    pub fn rank(self) -> (Option<Level>, bool) {
        (self.level(), matches!(self, Effective::Level(..)))
    }
}

impl UserRow for EffectiveRow {
    fn names(&self) -> &[UserName] {
        &self.names
    }

    fn id(&self) -> Option<&UserId> {
        self.id.as_ref()
    }

    /// The level that the user has in the end.
    fn level(&self) -> Option<Level> {
        self.effective.level()
    }

    fn is_caller(&self) -> bool {
        self.is_own
    }
}

/// Something about a user that an administrator should check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The image's permission adds nothing to the organization's.
    Redundant,
    /// Nobody else manages the image by a permission.
    OnlyManager,
    /// The two lists know this id under different names: [`EffectiveRow::names`].
    NameDrift,
}

/// What one list says of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListEntry {
    /// It could not be read, or does not show whether the user is on it.
    Unknown,
    /// The user is not on it.
    Absent,
    /// The user is on it, with this permission.
    Present(Permission),
}

impl ListEntry {
    /// The level, where there is one of the three.
    pub fn level(&self) -> Option<Level> {
        match self {
            ListEntry::Present(permission) => permission.level(),
            ListEntry::Absent | ListEntry::Unknown => None,
        }
    }

    /// Its place when a table is sorted by it.
    pub const fn rank(&self) -> u8 {
        match self {
            ListEntry::Absent => 0,
            ListEntry::Unknown => 1,
            ListEntry::Present(permission) => 2 + permission.rank(),
        }
    }
}

/// One person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EffectiveRow {
    /// The user's id; without one nobody can be found on the other list.
    pub id: Option<UserId>,
    /// The user's names, the image's first; more than one only where the lists disagree.
    pub names: Vec<UserName>,
    /// Whether this is the caller.
    pub is_own: bool,
    /// What the organization's list says.
    pub organization: ListEntry,
    /// What the image's list says.
    pub image: ListEntry,
    /// What results.
    pub effective: Effective,
    /// What to check.
    pub marks: Vec<Mark>,
}

impl EffectiveRow {
    /// The name, or else the id, for a sentence about this user, with everything in it to be seen.
    pub fn called(&self) -> String {
        match (self.names.first(), &self.id) {
            (Some(name), _) => visible(name.as_str()),
            (None, Some(id)) => visible(id.as_str()),
            (None, None) => "?".to_owned(),
        }
    }

    /// Whether the row has this mark.
    pub fn has(&self, mark: Mark) -> bool {
        self.marks.contains(&mark)
    }

    /// Whether the rule that the higher level holds was needed: it is the one thing here that no page documents.
    pub fn is_inferred(&self) -> bool {
        matches!((self.organization.level(), self.image.level()), (Some(a), Some(b)) if a != b)
    }

    /// Takes in what one list says. A second entry of the same user is ignored.
    fn take(&mut self, side: Side, grant: &UserGrant) {
        let part = match side {
            Side::Organization => &mut self.organization,
            Side::Image => &mut self.image,
        };
        if matches!(part, ListEntry::Present(_)) {
            return;
        }
        *part = ListEntry::Present(grant.permission.clone());
        if let Some(name) = &grant.name
            && !self.names.contains(name)
        {
            self.names.push(name.clone());
        }
    }

    fn judge(&mut self) {
        let (organization, image) = (&self.organization, &self.image);
        self.effective = effective(Part::of(organization), Part::of(image));
        if matches!((organization.level(), image.level()), (Some(held), Some(added)) if added <= held) {
            self.marks.push(Mark::Redundant);
        }
        if self.names.len() > 1 {
            self.marks.push(Mark::NameDrift);
        }
    }
}

/// Who manages an image by a permission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Managers {
    /// Nobody.
    Nobody,
    /// One person, of this name.
    One(String),
    /// More than one.
    Several,
    /// Something that would decide it is not known.
    NotKnown,
}

/// Everyone on either list, each person once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EffectiveAccess {
    /// The users, those of the image first.
    pub rows: Arc<[EffectiveRow]>,
    /// Who manages the image.
    pub managers: Managers,
}

impl EffectiveAccess {
    /// Puts the two lists together.
    pub fn new(image: &AccessList, organization: &OrganizationPart) -> Self {
        let whole = |list: &AccessList| list.unreadable == 0;
        let organization_whole = matches!(organization, OrganizationPart::Known(list) if whole(list));
        let mut people = RowMerger::new(organization_whole, whole(image));
        people.add(Side::Image, image);
        if let OrganizationPart::Known(list) = organization {
            people.add(Side::Organization, list);
        }
        let mut rows = people.rows;
        rows.iter_mut().for_each(EffectiveRow::judge);
        let managers = mark_managers(&mut rows, organization_whole && whole(image));
        Self { rows: rows.into(), managers }
    }

    /// Whether any row has this mark.
    pub fn any(&self, mark: Mark) -> bool {
        self.rows.iter().any(|row| row.has(mark))
    }
}

/// Finds out who manages, and marks a single one. Nobody is called the only one while someone else may be another.
fn mark_managers(rows: &mut [EffectiveRow], lists_are_whole: bool) -> Managers {
    let is_certain = lists_are_whole && rows.iter().all(|row| matches!(row.effective, Effective::Level(..)));
    let mut managers = rows.iter_mut().filter(|row| row.effective.level() == Some(Level::Manage));
    match (managers.next(), managers.next()) {
        (Some(_), Some(_)) => Managers::Several,
        _ if !is_certain => Managers::NotKnown,
        (Some(only), None) => {
            only.marks.push(Mark::OnlyManager);
            Managers::One(only.called())
        }
        (None, _) => Managers::Nobody,
    }
}

#[cfg(test)]
mod tests;
