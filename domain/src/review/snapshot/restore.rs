//! A snapshot from its parts, as a file has them: users by id, then organizations and images in their order. Whatever comes
//! is checked, so that what results is a snapshot that a scan could have made.

use std::cmp::Ordering;

use crate::grant::directory::Standing;
use crate::model::level::Permission;
use crate::model::names::{Target, UserId};
use crate::review::scan::GRANTS_MOST;
use crate::text::time::UnixMillis;

use super::about::{About, Totals};
use super::grants::Grants;
use super::people::{KnownUser, People, UserNumber};
use super::reading::Lists;
use super::subject::{Facts, Subject};
use super::values::Values;
use super::{Row, Snapshot};

/// Why a part does not fit the others. After that nothing more can be made of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// Something comes twice, or not in the order of a snapshot.
    Order,
    /// A list names a user who was not among the users before.
    UnknownUser,
    /// An image without its organization.
    NoOrganization,
    /// Two parts can't both be so.
    Contradiction,
    /// There are more distinct values of permissions than a snapshot has numbers for.
    TooManyValues,
    /// There are more grants than [`GRANTS_MOST`].
    TooManyGrants,
}

/// What a snapshot has besides its users and subjects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// See [`Snapshot::about`].
    pub about: About,
    /// See [`Snapshot::ended`].
    pub ended: UnixMillis,
    /// See [`Snapshot::is_stopped`].
    pub is_stopped: bool,
    /// See [`Snapshot::totals`].
    pub totals: Totals,
    /// See [`Snapshot::lists`].
    pub lists: Lists,
}

/// See the module.
#[derive(Debug)]
pub struct Restore {
    people: Vec<KnownUser>,
    is_on_a_list: Vec<bool>,
    subjects: Vec<Subject>,
    /// The place of the organization whose images come.
    organization: Option<usize>,
    values: Values,
    grants: Grants,
    grants_most: usize,
}

impl Default for Restore {
    fn default() -> Self {
        Self::with_grants_most(GRANTS_MOST)
    }
}

impl Restore {
    pub(super) fn with_grants_most(grants_most: usize) -> Self {
        Self {
            people: Vec::new(),
            is_on_a_list: Vec::new(),
            subjects: Vec::new(),
            organization: None,
            values: Values::new(),
            grants: Grants::default(),
            grants_most,
        }
    }

    /// Takes the next user.
    ///
    /// # Errors
    /// Users come before subjects, by id, and their names in the order of [`KnownUser::names`].
    pub fn person(&mut self, user: KnownUser) -> Result<(), Misfit> {
        let is_next = self.people.last().is_none_or(|last| last.id < user.id);
        if !is_next || !self.subjects.is_empty() {
            return Err(Misfit::Order);
        }
        let is_in_account = matches!(user.standing, Standing::Active | Standing::Disabled);
        let (own, others) = user.names.split_at(usize::from(is_in_account).min(user.names.len()));
        if is_in_account && own.is_empty() {
            return Err(Misfit::Contradiction);
        }
        let is_sorted = others.is_sorted_by(|one, next| one < next);
        if !is_sorted || own.iter().any(|name| others.contains(name)) {
            return Err(Misfit::Order);
        }
        self.people.push(user);
        self.is_on_a_list.push(false);
        Ok(())
    }

    /// Takes the next organization or image with its list: ids and permissions, by id.
    ///
    /// # Errors
    /// See [`Misfit`].
    pub fn subject<'a>(
        &mut self,
        subject: Subject,
        list: impl IntoIterator<Item = (&'a str, Permission)>,
    ) -> Result<(), Misfit> {
        if self.subjects.last().is_some_and(|last| last.target >= subject.target) {
            return Err(Misfit::Order);
        }
        self.check_place(&subject)?;
        let row = self.row(list)?;
        if !row.is_empty() && !subject.reading.is_read() {
            return Err(Misfit::Contradiction);
        }
        if self.grants.len() + row.len() > self.grants_most {
            return Err(Misfit::TooManyGrants);
        }
        self.grants.push(row);
        self.subjects.push(subject);
        Ok(())
    }

    /// The subject that came last, and who is on its list.
    pub fn last(&self) -> Option<(&Subject, impl Iterator<Item = (UserNumber, &Permission)>)> {
        let subject = self.subjects.last()?;
        let row: Row<'_> = self.grants.row(self.subjects.len() - 1);
        let list = row.iter().filter_map(|(user, value)| Some((UserNumber(user), self.values.get(value)?)));
        Some((subject, list))
    }

    /// How many grants came.
    pub fn grants(&self) -> usize {
        self.grants.len()
    }

    /// The snapshot.
    ///
    /// # Errors
    /// The account's users do not fit what reading their list has come to, or someone is neither in the account nor on a
    /// list.
    pub fn finish(self, head: Head) -> Result<Snapshot, Misfit> {
        let is_whole = head.lists.users.is_whole();
        for (user, is_on_a_list) in self.people.iter().zip(&self.is_on_a_list) {
            let fits = match user.standing {
                Standing::Active | Standing::Disabled => true,
                Standing::Absent => is_whole && *is_on_a_list,
                Standing::NotKnown => !is_whole && *is_on_a_list,
            };
            if !fits {
                return Err(Misfit::Contradiction);
            }
        }
        let Self { people, subjects, values, mut grants, .. } = self;
        let (values, numbers) = values.sorted(grants.values());
        grants.renumber_values(&numbers);
        let Head { about, ended, is_stopped, totals, lists } = head;
        let people = People::sorted(people);
        Ok(Snapshot {
            viewer: about.caller.id.clone(),
            about,
            ended,
            is_stopped,
            totals,
            lists,
            people,
            subjects,
            values,
            grants,
        })
    }

    /// Whether a subject may come here, by its organization and its facts.
    fn check_place(&mut self, subject: &Subject) -> Result<(), Misfit> {
        match (&subject.target, &subject.facts) {
            (Target::Organization(_), Facts::Organization(_)) => {
                self.organization = Some(self.subjects.len());
                Ok(())
            }
            (Target::Image(organization, _), Facts::Image(_)) => {
                let last = self.organization.and_then(|place| self.subjects.get(place));
                let is_here = last.is_some_and(|last| last.target.organization() == organization);
                if is_here { Ok(()) } else { Err(Misfit::NoOrganization) }
            }
            _ => Err(Misfit::Contradiction),
        }
    }

    fn row<'a>(
        &mut self,
        list: impl IntoIterator<Item = (&'a str, Permission)>,
    ) -> Result<Vec<(u32, u8)>, Misfit> {
        let (mut row, mut from) = (Vec::new(), 0);
        for (id, permission) in list {
            let place = self.find(id, from)?;
            from = place + 1;
            if let Some(is_on_a_list) = self.is_on_a_list.get_mut(place) {
                *is_on_a_list = true;
            }
            let value = self.values.number(&permission).ok_or(Misfit::TooManyValues)?;
            row.push((UserNumber::at(place).0, value));
        }
        Ok(row)
    }

    /// The place of a user, who is most often the next one.
    fn find(&self, id: &str, from: usize) -> Result<usize, Misfit> {
        let rest = self.people.get(from..).unwrap_or_default();
        if rest.first().is_some_and(|next| next.id.as_str() == id) {
            return Ok(from);
        }
        let id = UserId::new(id);
        let by_id = |user: &KnownUser| -> Ordering { user.id.cmp(&id) };
        match rest.binary_search_by(by_id) {
            Ok(place) => Ok(from + place),
            Err(_) if self.people.binary_search_by(by_id).is_ok() => Err(Misfit::Order),
            Err(_) => Err(Misfit::UnknownUser),
        }
    }
}

#[cfg(test)]
mod tests;
