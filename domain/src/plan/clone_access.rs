//! Cloning: one user gets what another one has.

use crate::change::reason::Reason;
use crate::effective::Part;
use crate::model::level::Level;
use crate::model::names::UserId;
use crate::model::user::Person;
use crate::review::snapshot::{Snapshot, UserNumber};

use super::proposal::{Lens, Obstacle, Proposal};

/// How alike things become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Fit {
    /// What is missing is added. Nothing is lowered or revoked.
    #[default]
    AddOnly,
    /// What is too much is taken away too.
    Exactly,
}

/// Whether Manage is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum WithManage {
    /// Where the one holds Manage, the other one's permission stays as it is.
    #[default]
    LeftOut,
    /// Manage is given like any other level.
    Included,
}

/// Who gets whose permissions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cloning {
    /// Whose.
    pub from: UserId,
    /// Who gets them.
    pub to: Person,
    /// How alike.
    pub fit: Fit,
    /// See [`WithManage`].
    pub manage: WithManage,
    /// Why.
    pub reason: Option<Reason>,
}

/// Gives one user what another one has. Where only something is added, what the user has by the organization already is left
/// out on its images, and counted.
pub fn clone_access(cloning: &Cloning, snapshot: &Snapshot) -> Proposal {
    let lens = Lens::new(snapshot);
    let mut proposal = Proposal::default();
    let Some(from) = lens.user(&cloning.from) else {
        proposal.obstacles.push(Obstacle::UnknownUser(cloning.from.clone()));
        return proposal;
    };
    if cloning.from == cloning.to.id {
        return proposal;
    }
    proposal.obstacles.extend(lens.unlisted().map(Obstacle::NotListed));
    let mut work = Work { cloning, lens: &lens, from, to: lens.user(&cloning.to.id), proposal };
    for (place, images) in lens.sections() {
        let by_organization = work.copy(place, None);
        for image in images {
            work.copy(image, by_organization);
        }
    }
    work.proposal
}

struct Work<'a> {
    cloning: &'a Cloning,
    lens: &'a Lens<'a>,
    from: UserNumber,
    to: Option<UserNumber>,
    proposal: Proposal,
}

impl Work<'_> {
    /// Copies what is held on one target, where the organization gives a level already. Returns the level that the user has
    /// there afterwards.
    fn copy(&mut self, place: usize, by_organization: Option<Level>) -> Option<Level> {
        let (model, held) = (self.lens.part(place, Some(self.from)), self.lens.part(place, self.to));
        if let Some(obstacle) = self.lens.unknown(place, &[Some(self.from), self.to]) {
            self.proposal.obstacles.push(obstacle);
            return held.level();
        }
        let target = self.lens.target(place).cloned();
        let desired = match (model, self.cloning.fit) {
            (Part::Odd, _) => {
                let user = self.cloning.from.clone();
                self.proposal.obstacles.extend(target.map(|target| Obstacle::NoLevel { target, user }));
                return held.level();
            }
            (Part::Level(level), Fit::Exactly) => Some(level),
            (Part::Level(level), Fit::AddOnly) if by_organization < Some(level) => Some(level),
            (Part::Level(level), Fit::AddOnly) if held.level() < Some(level) => {
                self.proposal.given += 1;
                return held.level();
            }
            (Part::Level(_) | Part::Nothing | Part::NotKnown, Fit::AddOnly) => return held.level(),
            (Part::Nothing | Part::NotKnown, Fit::Exactly) => None,
        };
        let is_missing = held.level() < desired;
        if self.cloning.fit == Fit::AddOnly && held == Part::Odd {
            let user = self.cloning.to.id.clone();
            self.proposal.obstacles.extend(target.map(|target| Obstacle::NoLevel { target, user }));
            return None;
        }
        if self.cloning.fit == Fit::AddOnly && !is_missing {
            return held.level();
        }
        if desired == Some(Level::Manage) && is_missing && self.cloning.manage == WithManage::LeftOut {
            self.proposal.obstacles.extend(target.map(Obstacle::ManageLeftOut));
            return held.level();
        }
        if held == Part::Nothing && self.is_caller() && desired.is_some() {
            self.proposal.obstacles.extend(target.map(Obstacle::Oneself));
            return None;
        }
        let reason = self.cloning.reason.as_ref();
        self.proposal.edits.extend(self.lens.edit(place, &self.cloning.to, desired, reason));
        desired
    }

    fn is_caller(&self) -> bool {
        self.lens.snapshot.viewer == self.cloning.to.id
    }
}

#[cfg(test)]
mod tests;
