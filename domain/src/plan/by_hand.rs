//! Staging by hand: one level, or none, for some users on some organizations and images.

use crate::change::reason::Reason;
use crate::change::write::Desired;
use crate::effective::Part;
use crate::model::level::Permission;
use crate::model::names::{Target, UserId};
use crate::model::user::Person;
use crate::review::snapshot::{Reading, Snapshot};

use super::proposal::{Lens, Obstacle, Proposal};
use super::staging::Plan;

/// What a person stages: the same for each of the users on each of the targets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByHand {
    /// On what.
    pub targets: Vec<Target>,
    /// For whom.
    pub users: Vec<Person>,
    /// The level; `None` revokes what is there.
    pub desired: Desired,
    /// Why.
    pub reason: Option<Reason>,
}

/// The edits of a staging by hand. Those that change nothing are among them: to stage them takes earlier ones back.
pub fn by_hand(wish: &ByHand, snapshot: &Snapshot) -> Proposal {
    let lens = Lens::new(snapshot);
    let mut proposal = Proposal::default();
    for target in &wish.targets {
        let Some(place) = snapshot.place(target) else {
            let (target, reading) = (target.clone(), Reading::NotYet);
            proposal.obstacles.push(Obstacle::NotRead { target, reading });
            continue;
        };
        for person in &wish.users {
            let user = lens.user(&person.id);
            if let Some(obstacle) = lens.unknown(place, &[user]) {
                if !proposal.obstacles.contains(&obstacle) {
                    proposal.obstacles.push(obstacle);
                }
                continue;
            }
            let is_caller = snapshot.about.caller.id == person.id;
            if is_caller && wish.desired.is_some() && lens.part(place, user) == Part::Nothing {
                proposal.obstacles.push(Obstacle::Oneself(target.clone()));
                continue;
            }
            proposal.edits.extend(lens.any_edit(place, person, wish.desired, wish.reason.as_ref()));
        }
    }
    proposal
}

/// The users on the list of a target, by name, with what it says of them. Nobody if it was not read.
pub fn on_list(snapshot: &Snapshot, target: &Target) -> Vec<(Person, Permission)> {
    let (lens, place) = (Lens::new(snapshot), snapshot.place(target));
    let list = place.into_iter().flat_map(|place| snapshot.list(place));
    let named = |(user, permission): (_, &Permission)| Some((lens.person(user)?, permission.clone()));
    let mut named: Vec<_> = list.filter_map(named).collect();
    named.sort_by(|(a, _), (b, _)| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    named
}

/// What a plan does to one user on some targets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StagedOn {
    /// Nothing.
    None,
    /// The same on all of them.
    All(Desired),
    /// Something on so many of them, or not the same on all.
    Some(usize),
}

/// What a plan does to a user on some targets.
pub fn staged_on(plan: &Plan, targets: &[Target], user: &UserId) -> StagedOn {
    let mut staged = targets.iter().filter_map(|target| plan.get(target, user)).map(|one| one.edit.desired);
    let Some(first) = staged.next() else { return StagedOn::None };
    let (count, is_same) = staged.fold((1, true), |(n, same), desired| (n + 1, same && desired == first));
    if is_same && count == targets.len() { StagedOn::All(first) } else { StagedOn::Some(count) }
}

#[cfg(test)]
mod tests;
