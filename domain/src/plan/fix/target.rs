//! Fixes on one organization or image.

use crate::effective::Part;
use crate::model::level::Level;
use crate::plan::staging::Staged;
use crate::review::findings::Evidence;

use super::{NoFix, Work};

impl Work<'_> {
    /// Grants Manage to somebody who was chosen.
    pub(super) fn second_manager(&self) -> Result<Vec<Staged>, NoFix> {
        let manager = self.choice.manager.as_ref().ok_or(NoFix::ChooseManager)?;
        let place = self.finding.target;
        let edit = place.and_then(|place| self.lens.edit(place, manager, Some(Level::Manage), self.reason()));
        Ok(edit.into_iter().collect())
    }

    /// Lowers to Write those who manage by the list of the finding's target. A person picks who of them keeps it.
    pub(super) fn lower_managers(&self) -> Vec<Staged> {
        self.of_users(Part::Level(Level::Manage), Level::Write)
    }

    /// Sets the level that was chosen for what is none.
    pub(super) fn set_level(&self) -> Result<Vec<Staged>, NoFix> {
        let level = self.choice.level.ok_or(NoFix::ChooseLevel)?;
        Ok(self.of_users(Part::Odd, level))
    }

    /// Edits for the finding's users who hold this on its target.
    fn of_users(&self, held: Part, desired: Level) -> Vec<Staged> {
        let Some(place) = self.finding.target else { return Vec::new() };
        let users = self.finding.users.iter().filter(|user| self.lens.part(place, Some(**user)) == held);
        let people = users.filter_map(|user| self.lens.person(*user));
        people.filter_map(|person| self.lens.edit(place, &person, Some(desired), self.reason())).collect()
    }

    /// Grants on the organization what a user holds on most of its images, and revokes there what adds nothing then. The
    /// stages of a run keep the order.
    pub(super) fn raise_on_organization(&self) -> Vec<Staged> {
        let (Some(place), Evidence::OnMostImages { level, .. }) =
            (self.finding.target, &self.finding.evidence)
        else {
            return Vec::new();
        };
        let mut sections = self.lens.sections().filter(|(organization, _)| *organization == place);
        let images = sections.next().map(|(_, images)| images).unwrap_or_default();
        let mut edits = Vec::new();
        for user in &self.finding.users {
            let Some(person) = self.lens.person(*user) else { continue };
            edits.extend(self.lens.edit(place, &person, Some(*level), self.reason()));
            let adds_nothing = |image: &&usize| {
                self.lens.part(**image, Some(*user)).level().is_some_and(|held| held <= *level)
            };
            let redundant = images.iter().filter(adds_nothing);
            edits.extend(redundant.filter_map(|image| self.lens.edit(*image, &person, None, self.reason())));
        }
        edits
    }
}
