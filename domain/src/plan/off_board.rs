//! Off-boarding: everything that takes a user's permissions away, wherever they are.

use std::collections::BTreeMap;

use crate::change::reason::Reason;
use crate::effective::Part;
use crate::model::catalog::Visibility;
use crate::model::level::Level;
use crate::model::names::{Target, UserId};
use crate::model::user::Person;
use crate::review::snapshot::{Snapshot, UserNumber};

use super::proposal::{Lens, Obstacle, Proposal};

/// Who manages what nobody else manages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Succession {
    /// That was not decided: the permission stays until it is.
    #[default]
    Ask,
    /// This user gets Manage first.
    By(Person),
    /// Nobody.
    Nobody,
}

/// Who leaves, and who takes over.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Leaving {
    /// The user, and those of the same name who were chosen too.
    pub users: Vec<UserId>,
    /// Who takes over where nothing else was chosen.
    pub successor: Succession,
    /// Who takes over on some targets.
    pub successors: BTreeMap<Target, Succession>,
    /// Why.
    pub reason: Option<Reason>,
}

/// Revokes every permission of users who leave. What nobody else manages gets a successor, who is granted Manage before.
pub fn off_board(leaving: &Leaving, snapshot: &Snapshot) -> Proposal {
    let lens = Lens::new(snapshot);
    let mut work = Work { leavers: Vec::new(), leaving, lens: &lens, proposal: Proposal::default() };
    work.find_leavers();
    let unlisted = lens.unlisted().map(Obstacle::NotListed);
    work.proposal.obstacles.extend(unlisted);
    for (place, images) in lens.sections() {
        let by_organization = work.leave(place, Managed::No);
        for image in images {
            work.leave(image, by_organization);
        }
    }
    work.proposal.obstacles.push(Obstacle::AccountRoles);
    work.proposal
}

/// Whether somebody who stays manages a target.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Managed {
    Yes,
    No,
}

struct Work<'a> {
    leavers: Vec<UserNumber>,
    leaving: &'a Leaving,
    lens: &'a Lens<'a>,
    proposal: Proposal,
}

impl Work<'_> {
    fn find_leavers(&mut self) {
        for id in &self.leaving.users {
            match self.lens.user(id) {
                Some(user) => self.leavers.push(user),
                None => self.proposal.obstacles.push(Obstacle::UnknownUser(id.clone())),
            }
        }
        let mut namesakes: Vec<UserNumber> = Vec::new();
        for (_, users) in self.lens.snapshot.people().namesakes() {
            if users.iter().any(|user| self.leavers.contains(user)) {
                namesakes.extend(users.iter().filter(|user| !self.leavers.contains(user)));
            }
        }
        namesakes.sort_unstable();
        namesakes.dedup();
        let offered = namesakes.into_iter().filter_map(|user| self.lens.person(user));
        self.proposal.obstacles.extend(offered.map(Obstacle::Namesake));
    }

    /// What is done on one target. Says whether somebody who stays manages it by its own list afterwards.
    fn leave(&mut self, place: usize, by_organization: Managed) -> Managed {
        let Some(target) = self.lens.target(place) else { return Managed::No };
        self.note(place, target);
        let manage = Part::Level(Level::Manage);
        let snapshot = self.lens.snapshot;
        let stays = snapshot.list(place).any(|(user, permission)| {
            permission.level() == Some(Level::Manage) && !self.leavers.contains(&user)
        });
        let part = |user: &UserNumber| self.lens.part(place, Some(*user));
        let go: Vec<UserNumber> = self.leavers.iter().copied().filter(|user| part(user).is_held()).collect();
        // Where a choice was made for this very target, it counts, whatever is chosen for the organization.
        let has_choice = self.leaving.successors.contains_key(target);
        let is_managed = stays || (by_organization == Managed::Yes && !has_choice);
        let succession = if is_managed || !go.iter().any(|user| part(user) == manage) {
            &Succession::Nobody
        } else {
            self.succession(target)
        };
        let keeps_managers = *succession == Succession::Ask;
        let by_list = stays || matches!(succession, Succession::By(_));
        let reason = self.leaving.reason.as_ref();
        if let Succession::By(person) = succession {
            self.proposal.edits.extend(self.lens.edit(place, person, Some(Level::Manage), reason));
        }
        if keeps_managers {
            self.proposal.obstacles.push(Obstacle::NeedsSuccessor(target.clone()));
        }
        for user in go.into_iter().filter(|user| !(keeps_managers && part(user) == manage)) {
            let person = self.lens.person(user);
            let edit = person.and_then(|person| self.lens.edit(place, &person, None, reason));
            self.proposal.edits.extend(edit);
        }
        if by_list { Managed::Yes } else { Managed::No }
    }

    /// Who takes over. Somebody who leaves can't.
    fn succession(&self, target: &Target) -> &Succession {
        let chosen = self.leaving.successors.get(target).unwrap_or(&self.leaving.successor);
        match chosen {
            Succession::By(person) if self.leaving.users.contains(&person.id) => &Succession::Ask,
            chosen => chosen,
        }
    }

    /// What is not known of a target, and what no plan takes away.
    fn note(&mut self, place: usize, target: &Target) {
        let users: Vec<_> = self.leavers.iter().copied().map(Some).collect();
        self.proposal.obstacles.extend(self.lens.unknown(place, &users));
        let Some(subject) = self.lens.snapshot.subject(place) else { return };
        if subject.visibility() == Visibility::Public {
            self.proposal.obstacles.push(Obstacle::Public(target.clone()));
        }
        let people = self.lens.snapshot.people();
        let mut names = self.leavers.iter().filter_map(|user| people.get(*user)).flat_map(|user| &user.names);
        if subject.creator.as_ref().is_some_and(|creator| names.any(|name| name == creator)) {
            self.proposal.obstacles.push(Obstacle::Creator(target.clone()));
        }
    }
}

#[cfg(test)]
mod tests;
