//! Staging by hand: one level, or none, for some users on some organizations and images.

use crate::change::reason::Reason;
use crate::change::write::Desired;
use crate::model::level::Permission;
use crate::model::names::Target;
use crate::model::user::Person;
use crate::review::snapshot::{Reading, Snapshot};

use super::proposal::{Lens, Obstacle, Proposal};

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
            match lens.edit_by_hand(place, person, wish.desired, wish.reason.as_ref()) {
                Ok(edit) => proposal.edits.extend(edit),
                Err(obstacle) if proposal.obstacles.contains(&obstacle) => {}
                Err(obstacle) => proposal.obstacles.push(obstacle),
            }
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

#[cfg(test)]
mod tests;
