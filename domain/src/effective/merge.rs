//! Everyone of two lists, each person once.

use std::collections::HashMap;

use crate::model::access::AccessList;
use crate::model::names::UserId;
use crate::model::user::UserGrant;

use super::{Effective, EffectiveRow, ListEntry};

/// The two lists.
#[derive(Clone, Copy)]
pub(super) enum Side {
    Organization,
    Image,
}

/// The rows while they are put together.
pub(super) struct RowMerger {
    pub(super) rows: Vec<EffectiveRow>,
    places: HashMap<UserId, usize>,
    /// Whether who is not found on the organization's list is not on it.
    organization_whole: bool,
    /// The same of the image's list.
    image_whole: bool,
}

impl RowMerger {
    /// Nobody yet. A list that could not be read, or not to its last entry, leaves open who else is on it.
    pub(super) fn new(organization_whole: bool, image_whole: bool) -> Self {
        Self { rows: Vec::new(), places: HashMap::new(), organization_whole, image_whole }
    }

    pub(super) fn add(&mut self, side: Side, list: &AccessList) {
        if let Some(grant) = &list.own {
            self.put(side, grant, true);
        }
        for grant in &list.others {
            self.put(side, grant, false);
        }
    }

    fn put(&mut self, side: Side, grant: &UserGrant, is_own: bool) {
        let place = self.place(grant, is_own).unwrap_or_else(|| {
            self.rows.push(self.blank(grant, is_own));
            self.rows.len() - 1
        });
        let Some(row) = self.rows.get_mut(place) else { return };
        if let Some(id) = &grant.id {
            row.id.get_or_insert_with(|| id.clone());
            self.places.entry(id.clone()).or_insert(place);
        }
        row.is_own |= is_own;
        row.take(side, grant);
    }

    /// The row of the same person, if there is one. Both lists say which entry is the caller's own, so that one is
    /// found even where one of them has no id.
    fn place(&self, grant: &UserGrant, is_own: bool) -> Option<usize> {
        let by_id = grant.id.as_ref().and_then(|id| self.places.get(id).copied());
        if by_id.is_some() || !is_own {
            return by_id;
        }
        let own = self.rows.iter().position(|row| row.is_own)?;
        let lacks_id = grant.id.is_none() || self.rows.get(own)?.id.is_none();
        lacks_id.then_some(own)
    }

    /// A row of which nothing is said yet. Without an id someone may be on the other list anyway.
    fn blank(&self, grant: &UserGrant, is_own: bool) -> EffectiveRow {
        let can_be_found = is_own || grant.id.is_some();
        let before = |is_whole| if can_be_found && is_whole { ListEntry::Absent } else { ListEntry::Unknown };
        EffectiveRow {
            id: grant.id.clone(),
            names: Vec::new(),
            is_own,
            organization: before(self.organization_whole),
            image: before(self.image_whole),
            effective: Effective::Unknown,
            marks: Vec::new(),
        }
    }
}
