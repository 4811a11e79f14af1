//! What a wizard proposes: edits to stage, and what is in the way. A wizard stages and sends nothing.

use crate::change::reason::Reason;
use crate::change::write::{Current, Desired, Edit};
use crate::effective::Part;
use crate::model::names::{OrganizationName, Target, UserId, UserName};
use crate::model::user::Person;
use crate::review::reach::Parts;
use crate::review::snapshot::{Reading, Snapshot, UserNumber};

use super::staging::Staged;

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposal {
    /// The edits. Each expects what the snapshot says.
    pub edits: Vec<Staged>,
    /// What was left out or is not known, and what no plan can do.
    pub obstacles: Vec<Obstacle>,
    /// How many permissions were left out since the organization gives them already.
    pub given: usize,
}

/// What is in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// The list was not read: nothing is proven of it.
    NotRead {
        /// Of what.
        target: Target,
        /// Why not.
        reading: Reading,
    },
    /// The list has entries that can be anybody's, and does not show the user.
    MayHide(Target),
    /// The list of an organization's images, or that of the organizations, was not read to its end.
    NotListed(Option<OrganizationName>),
    /// A permission is no level: it can't be copied, and nothing is higher or lower than it.
    NoLevel {
        /// On what.
        target: Target,
        /// Whose permission.
        user: UserId,
    },
    /// Afterwards nobody would manage it. The permission stays until a successor is chosen.
    NeedsSuccessor(Target),
    /// Another user has the same name, and may be the same person.
    Namesake(Person),
    /// Manage was left out.
    ManageLeftOut(Target),
    /// The caller would get a permission: the service lets nobody grant to themselves.
    Oneself(Target),
    /// The snapshot does not know the user.
    UnknownUser(UserId),
    /// Roles and policies of IAM can allow more than any list, and no plan changes them.
    AccountRoles,
    /// Everyone may pull it.
    Public(Target),
    /// The user has made it, by the name, and may manage it without being on its list.
    Creator(Target),
}

/// A snapshot as wizards look at it.
pub(super) struct Lens<'a> {
    pub(super) snapshot: &'a Snapshot,
    parts: Parts<'a>,
}

impl<'a> Lens<'a> {
    pub(super) fn new(snapshot: &'a Snapshot) -> Self {
        Self { snapshot, parts: Parts::of(snapshot) }
    }

    /// The number of a user, if the snapshot knows them.
    pub(super) fn user(&self, id: &UserId) -> Option<UserNumber> {
        self.snapshot.people().find(id)
    }

    /// What the list of a place gives a user.
    pub(super) fn part(&self, place: usize, user: Option<UserNumber>) -> Part {
        user.map_or_else(|| self.parts.absent(place), |user| self.parts.part(place, user))
    }

    pub(super) fn target(&self, place: usize) -> Option<&'a Target> {
        self.snapshot.subject(place).map(|subject| &subject.target)
    }

    /// An edit on a place. It expects what the snapshot says. `None` for one that changes nothing.
    pub(super) fn edit(
        &self,
        place: usize,
        person: &Person,
        desired: Desired,
        reason: Option<&Reason>,
    ) -> Option<Staged> {
        let staged = self.any_edit(place, person, desired, reason);
        staged.filter(|staged| staged.edit.action().is_some())
    }

    /// The same, whether it changes anything or not.
    pub(super) fn any_edit(
        &self,
        place: usize,
        person: &Person,
        desired: Desired,
        reason: Option<&Reason>,
    ) -> Option<Staged> {
        let subject = self.snapshot.subject(place)?;
        let user = self.user(&person.id);
        let expected: Current = user.and_then(|user| self.snapshot.held(place, user)).cloned();
        let edit = Edit { id: person.id.clone(), name: person.name.clone(), expected, desired };
        let (target, number) = (subject.target.clone(), subject.number.clone());
        Some(Staged { target, number, edit, reason: reason.cloned() })
    }

    /// An edit by hand, whether it changes anything or not.
    ///
    /// # Errors
    /// It is not known what the user holds, or the caller would get a permission.
    pub(super) fn edit_by_hand(
        &self,
        place: usize,
        person: &Person,
        desired: Desired,
        reason: Option<&Reason>,
    ) -> Result<Option<Staged>, Obstacle> {
        let user = self.user(&person.id);
        let is_caller = self.snapshot.viewer == person.id;
        let is_for_oneself = is_caller && desired.is_some() && self.part(place, user) == Part::Nothing;
        let oneself = self.target(place).filter(|_| is_for_oneself).cloned().map(Obstacle::Oneself);
        match self.unknown(place, &[user]).or(oneself) {
            Some(obstacle) => Err(obstacle),
            None => Ok(self.any_edit(place, person, desired, reason)),
        }
    }

    /// A user of the snapshot with the name that is sent along.
    pub(super) fn person(&self, user: UserNumber) -> Option<Person> {
        let known = self.snapshot.people().get(user)?;
        let name = known.names.first().cloned().unwrap_or_else(|| UserName::new(known.id.as_str()));
        Some(Person { id: known.id.clone(), name })
    }

    /// What of a place is not known: its list was not read, or hides some of these users.
    pub(super) fn unknown(&self, place: usize, users: &[Option<UserNumber>]) -> Option<Obstacle> {
        let subject = self.snapshot.subject(place)?;
        let target = subject.target.clone();
        if !subject.reading.is_read() {
            return Some(Obstacle::NotRead { target, reading: subject.reading.clone() });
        }
        let is_hidden = users.iter().any(|user| self.part(place, *user) == Part::NotKnown);
        is_hidden.then_some(Obstacle::MayHide(target))
    }

    /// Which lists of organizations and images were not read to their end.
    pub(super) fn unlisted(&self) -> impl Iterator<Item = Option<OrganizationName>> {
        let organizations = (!self.snapshot.lists.organizations.is_whole()).then_some(None);
        let exists = |place: usize| {
            self.snapshot.subject(place).is_some_and(|subject| subject.reading != Reading::Gone)
        };
        let images = self
            .snapshot
            .organizations()
            .filter(move |section| exists(section.place) && !section.facts.images.is_whole())
            .map(|section| Some(section.subject.target.organization().clone()));
        organizations.into_iter().chain(images)
    }

    /// The places of all targets that exist: each organization with its images.
    pub(super) fn sections(&self) -> impl Iterator<Item = (usize, Vec<usize>)> {
        let exists = |place: &usize| {
            self.snapshot.subject(*place).is_some_and(|subject| subject.reading != Reading::Gone)
        };
        self.snapshot
            .organizations()
            .filter(move |section| exists(&section.place))
            .map(move |section| (section.place, section.images.filter(exists).collect()))
    }
}
