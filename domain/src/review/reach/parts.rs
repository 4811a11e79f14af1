//! What each list gives each user, looked up quickly.

use crate::effective::Part;
use crate::model::catalog::Visibility;
use crate::review::snapshot::{Facts, Reading, Snapshot, UserNumber};

/// See the module.
#[derive(Debug)]
pub struct Parts<'a> {
    snapshot: &'a Snapshot,
    of_values: Vec<Part>,
}

impl<'a> Parts<'a> {
    /// The parts of a snapshot.
    pub fn of(snapshot: &'a Snapshot) -> Self {
        Self { snapshot, of_values: snapshot.values().iter().map(Part::held).collect() }
    }

    /// What the value of a grant gives.
    pub fn value(&self, value: u8) -> Part {
        self.of_values.get(usize::from(value)).copied().unwrap_or(Part::Odd)
    }

    /// What the list of a subject gives a user.
    pub fn part(&self, place: usize, user: UserNumber) -> Part {
        let value = self.snapshot.grants().row(place).value(user.0);
        value.map_or_else(|| self.absent(place), |value| self.value(value))
    }

    /// What the list of a subject gives a user whom it does not name.
    pub fn absent(&self, place: usize) -> Part {
        let is_whole = self.snapshot.subject(place).is_some_and(|subject| subject.reading.is_whole());
        if is_whole { Part::Nothing } else { Part::NotKnown }
    }

    /// Who can pull an image; `None` if it is gone, or is none.
    pub fn visibility(&self, place: usize) -> Option<Visibility> {
        let subject = self.snapshot.subject(place).filter(|subject| subject.reading != Reading::Gone)?;
        match &subject.facts {
            Facts::Image(facts) => Some(facts.visibility),
            Facts::Organization(_) => None,
        }
    }
}
