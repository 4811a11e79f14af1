//! Fixes that revoke what users hold, wherever that is.

use crate::grant::directory::Standing;
use crate::plan::staging::Staged;
use crate::review::snapshot::UserNumber;

use super::{NoFix, Work};

impl Work<'_> {
    /// Revokes what the users of the finding hold on its places.
    pub(super) fn revoke_everywhere(&self) -> Vec<Staged> {
        self.revoke(&self.finding.users)
    }

    /// The same for those of whom the account's user list says this.
    pub(super) fn revoke_all_with(&self, standing: Standing) -> Vec<Staged> {
        self.revoke(&self.with(standing))
    }

    /// Revokes what ids of a name hold that are no longer those of a user.
    pub(super) fn revoke_old_ids(&self) -> Result<Vec<Staged>, NoFix> {
        let people = self.lens.snapshot.people();
        let is_chosen =
            |user: &&UserNumber| people.get(**user).is_some_and(|known| self.choice.old.contains(&known.id));
        let mut old: Vec<UserNumber> = self.finding.users.iter().filter(is_chosen).copied().collect();
        if old.is_empty() && self.lens.snapshot.lists.users.is_whole() {
            old = self.with(Standing::Absent);
        }
        // If all of these ids are unknown to the account, or none is, the user has to say which one is old.
        if old.is_empty() || (self.choice.old.is_empty() && old.len() == self.finding.users.len()) {
            return Err(NoFix::ChooseOldIds);
        }
        Ok(self.revoke(&old))
    }

    fn with(&self, standing: Standing) -> Vec<UserNumber> {
        let people = self.lens.snapshot.people();
        let has = |user: &&UserNumber| people.get(**user).is_some_and(|known| known.standing == standing);
        self.finding.users.iter().filter(has).copied().collect()
    }

    fn revoke(&self, users: &[UserNumber]) -> Vec<Staged> {
        let mut edits = Vec::new();
        for user in users {
            let Some(person) = self.lens.person(*user) else { continue };
            let places = self.finding.places.iter().map(|place| *place as usize);
            edits.extend(places.filter_map(|place| self.lens.edit(place, &person, None, self.reason())));
        }
        edits
    }
}
