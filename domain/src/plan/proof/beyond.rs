//! What no plan takes away from a user, as far as a snapshot knows it. Roles and policies of IAM can always allow more.

use crate::model::catalog::Visibility;
use crate::model::names::{Target, UserId, UserName};
use crate::model::user::Person;
use crate::review::snapshot::{KnownUser, Snapshot};

use super::Lens;

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Beyond {
    /// The images that everyone can pull.
    pub public: Vec<Target>,
    /// What the user has made, by the name: they may manage it without being on its list.
    pub created: Vec<Target>,
    /// Users with another id and the same name, who may be the same person.
    pub namesakes: Vec<Person>,
}

/// What a user with such an id and names still has, whatever the lists say.
pub fn beyond(id: &UserId, names: &[UserName], snapshot: &Snapshot) -> Beyond {
    let lens = Lens::new(snapshot);
    let mut beyond = Beyond::default();
    let places =
        lens.sections().flat_map(|(organization, images)| std::iter::once(organization).chain(images));
    for subject in places.filter_map(|place| snapshot.subject(place)) {
        if subject.visibility() == Visibility::Public {
            beyond.public.push(subject.target.clone());
        }
        if subject.creator.as_ref().is_some_and(|creator| names.contains(creator)) {
            beyond.created.push(subject.target.clone());
        }
    }
    let is_namesake = |user: &KnownUser| user.id != *id && user.names.iter().any(|name| names.contains(name));
    let all = snapshot.people().numbered().filter(|(_, user)| is_namesake(user));
    beyond.namesakes = all.filter_map(|(user, _)| lens.person(user)).collect();
    beyond
}
