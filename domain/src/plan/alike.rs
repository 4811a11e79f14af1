//! Making images alike: several images get the list of a model.

use std::collections::BTreeSet;

use crate::change::reason::Reason;
use crate::effective::Part;
use crate::model::level::Level;
use crate::model::names::{Target, UserId};
use crate::review::snapshot::{Reading, Snapshot, UserNumber};

use super::clone_access::Fit;
use super::proposal::{Lens, Obstacle, Proposal};

/// Which images get which list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// The image whose list it is.
    pub model: Target,
    /// The images that get it.
    pub images: Vec<Target>,
    /// How alike.
    pub fit: Fit,
    /// Why.
    pub reason: Option<Reason>,
}

/// Gives several images the list of a model. What the caller holds stays as it is.
pub fn alike(alike: &Alike, snapshot: &Snapshot) -> Proposal {
    let lens = Lens::new(snapshot);
    let mut proposal = Proposal::default();
    let Some(model) = place(&lens, &alike.model, &mut proposal) else { return proposal };
    // Who is hidden on the model's list would lose everything.
    let is_whole = snapshot.subject(model).is_some_and(|subject| subject.reading.is_whole());
    if !is_whole {
        proposal.obstacles.push(Obstacle::MayHide(alike.model.clone()));
        if alike.fit == Fit::Exactly {
            return proposal;
        }
    }
    let viewer = lens.user(&snapshot.viewer);
    let mut images: Vec<&Target> = alike.images.iter().filter(|image| **image != alike.model).collect();
    images.sort_unstable();
    images.dedup();
    for image in images {
        let Some(image) = place(&lens, image, &mut proposal) else { continue };
        let is_whole = snapshot.subject(image).is_some_and(|subject| subject.reading.is_whole());
        if !is_whole && alike.fit == Fit::Exactly {
            proposal.obstacles.extend(lens.target(image).cloned().map(Obstacle::MayHide));
        }
        let listed = [model, image].into_iter().flat_map(|place| snapshot.list(place));
        let users: BTreeSet<UserNumber> =
            listed.map(|(user, _)| user).filter(|user| Some(*user) != viewer).collect();
        for user in users {
            match level(&lens, alike, model, image, user) {
                Ok(desired) => {
                    let person = lens.person(user);
                    let reason = alike.reason.as_ref();
                    proposal.edits.extend(person.and_then(|one| lens.edit(image, &one, desired, reason)));
                }
                Err(Some(obstacle)) if !proposal.obstacles.contains(&obstacle) => {
                    proposal.obstacles.push(obstacle);
                }
                Err(_) => {}
            }
        }
    }
    proposal
}

/// What a user should hold on an image; an error if that is nothing to change, perhaps with an obstacle.
fn level(
    lens: &Lens<'_>,
    alike: &Alike,
    model: usize,
    image: usize,
    user: UserNumber,
) -> Result<Option<Level>, Option<Obstacle>> {
    let (model_part, held) = (lens.part(model, Some(user)), lens.part(image, Some(user)));
    let no_level = |place: usize| {
        let target = lens.target(place).cloned();
        let user: Option<UserId> = lens.person(user).map(|person| person.id);
        target.zip(user).map(|(target, user)| Obstacle::NoLevel { target, user })
    };
    match (model_part, held, alike.fit) {
        (Part::Odd, ..) => Err(no_level(model)),
        (Part::Level(_), Part::NotKnown, _) => Err(lens.target(image).cloned().map(Obstacle::MayHide)),
        (Part::Level(_), Part::Odd, Fit::AddOnly) => Err(no_level(image)),
        (Part::Level(level), _, Fit::Exactly) => Ok(Some(level)),
        (Part::Level(level), held, Fit::AddOnly) if held.level() < Some(level) => Ok(Some(level)),
        (Part::Nothing, _, Fit::Exactly) => Ok(None),
        (Part::Level(_) | Part::Nothing | Part::NotKnown, ..) => Err(None),
    }
}

/// The place of an image whose list was read.
fn place(lens: &Lens<'_>, target: &Target, proposal: &mut Proposal) -> Option<usize> {
    let place = lens.snapshot.place(target);
    let reading = place.and_then(|place| lens.snapshot.subject(place)).map(|subject| subject.reading.clone());
    let reading = reading.unwrap_or(Reading::NotYet);
    if !reading.is_read() {
        proposal.obstacles.push(Obstacle::NotRead { target: target.clone(), reading });
        return None;
    }
    place
}

#[cfg(test)]
mod tests;
