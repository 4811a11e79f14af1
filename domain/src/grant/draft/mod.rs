//! A grant that is being prepared: its rows, what the console remarks on them, and the grants that come of it.

mod pair;
mod remarks;
mod summary;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::grant::directory::Directory;
use crate::grant::list::{ListedLevel, ListedUser};
use crate::model::access::AccessList;
use crate::model::level::Level;
use crate::model::names::{UserId, UserName};
use crate::model::user::NewGrant;

pub use pair::{Pair, completed};
pub use remarks::{DraftField, Remark, remarks};
pub use summary::{Category, Summary, category};

/// The most users that one request is known to be reasonable for. The service documents no limit, so above this the
/// dialog offers to send parts.
pub const MOST_IN_ONE_REQUEST: usize = 500;

/// One row of the grant dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// The name as it is in the field.
    pub name: String,
    /// The id as it is in the field.
    pub id: String,
    /// Whether name and id were typed or belong together.
    pub pair: Pair,
    /// The level; `None` where a list names one that is not understood, until one is chosen.
    pub level: Option<Level>,
    /// The line of a list that the row comes from.
    pub listed: Option<Arc<ListedUser>>,
}

impl Default for DraftRow {
    /// An empty row with the lowest level: a higher one is always someone's choice.
    fn default() -> Self {
        Self {
            name: String::new(),
            id: String::new(),
            pair: Pair::Typed,
            level: Some(Level::Read),
            listed: None,
        }
    }
}

impl From<ListedUser> for DraftRow {
    fn from(user: ListedUser) -> Self {
        let level = match &user.level {
            ListedLevel::NotGiven => Some(Level::Read),
            ListedLevel::Level(level) => Some(*level),
            ListedLevel::NotUnderstood(_) => None,
        };
        Self {
            name: user.name.clone(),
            id: user.id.clone(),
            pair: Pair::Typed,
            level,
            listed: Some(Arc::new(user)),
        }
    }
}

impl DraftRow {
    /// Whether nothing has been typed.
    pub fn is_blank(&self) -> bool {
        self.name.trim().is_empty() && self.id.trim().is_empty()
    }

    /// The id as it would be compared.
    pub fn user_id(&self) -> UserId {
        UserId::typed(&self.id)
    }

    fn grant(&self, facts: &Facts<'_>) -> Option<NewGrant> {
        let typed = self.user_id();
        // What the service showed is sent as it showed it.
        let shown = facts.list.and_then(|list| list.of(&typed)).and_then(|grant| grant.id.clone());
        let known = || facts.directory.of(&typed).map(|known| known.person.id.clone());
        let id = shown.or_else(known).unwrap_or(typed);
        Some(NewGrant { id, name: UserName::new(self.name.trim()), level: self.level? })
    }
}

/// What is known around a draft.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The permissions of the target, where they could be read.
    pub list: Option<&'a AccessList>,
    /// The signed-in user.
    pub caller: &'a UserId,
    /// Everyone who is known.
    pub directory: &'a Directory,
}

/// The grants of a draft, or `None` while a row has a remark that stops it. The remarks are those of [`remarks`] on the same
/// rows. Blank rows below the first are left out: an "Add another user" too many is no mistake worth a message.
pub fn grants(rows: &[DraftRow], remarks: &[Vec<Remark>], facts: &Facts<'_>) -> Option<Vec<NewGrant>> {
    let typed = |(row, _): &(&DraftRow, _)| !row.is_blank();
    let counted: Vec<_> = rows.iter().zip(remarks).filter(typed).collect();
    let is_stopped = counted.iter().flat_map(|(_, remarks)| *remarks).any(Remark::stops);
    if is_stopped || counted.is_empty() {
        return None;
    }
    counted.into_iter().map(|(row, _)| row.grant(facts)).collect()
}
