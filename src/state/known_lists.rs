//! The permission lists that were read in this session, the last one of each target. In memory only, and gone with the
//! session. They answer what somebody keeps elsewhere; what a page shows it reads itself.

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;

use domain::model::access::AccessList;
use domain::model::level::Level;
use domain::model::names::{OrganizationName, Target, UserId};
use domain::table::collation::Collation;
use domain::text::time::UnixMillis;

use super::clock::now;

/// The most lists that are kept.
const MOST: usize = 200;

/// How long a list is taken for what still holds, in milliseconds: ten minutes. Others change permissions too.
const RECENT_MS: i64 = 600_000;

/// See the module.
#[derive(Clone, Copy)]
pub struct KnownLists(StoredValue<HashMap<Target, Known>>);

/// A list, and when it was read.
type Known = (UnixMillis, Arc<AccessList>);

fn is_recent((read_at, _): &Known) -> bool {
    now().since(*read_at) < RECENT_MS
}

impl KnownLists {
    /// None yet.
    pub fn new() -> Self {
        Self(StoredValue::new(HashMap::new()))
    }

    /// Takes note of a list that was just read.
    pub fn note(self, target: &Target, list: &AccessList) {
        let _ = self.0.try_update_value(|lists| {
            if lists.len() < MOST || lists.contains_key(target) {
                lists.insert(target.clone(), (now(), Arc::new(list.clone())));
            }
        });
    }

    /// The list of a target, however long ago it was read.
    pub fn of(self, target: &Target) -> Option<Arc<AccessList>> {
        self.known(target).map(|(_, list)| list)
    }

    /// The list of a target, if it was read lately.
    pub fn recent(self, target: &Target) -> Option<Arc<AccessList>> {
        self.known(target).filter(is_recent).map(|(_, list)| list)
    }

    fn known(self, target: &Target) -> Option<Known> {
        self.0.try_with_value(|lists| lists.get(target).cloned()).flatten()
    }

    /// The levels that a user has on the images of an organization, from the lists that were read lately, sorted by image.
    pub fn on_images(
        self,
        organization: &OrganizationName,
        id: &UserId,
        collation: &dyn Collation,
    ) -> Vec<(Target, Level)> {
        let held = |(target, known @ (_, list)): (&Target, &Known)| {
            let is_inside = matches!(target, Target::Image(around, _) if around == organization);
            let level = list.of(id).filter(|_| is_inside && is_recent(known))?.permission.level()?;
            Some((target.clone(), level))
        };
        let images: Vec<(Target, Level)> =
            self.0.try_with_value(|lists| lists.iter().filter_map(held).collect()).unwrap_or_default();
        let names: Vec<String> = images.iter().map(|(image, _)| image.to_string()).collect();
        let ranks = collation.ranks(&names.iter().map(String::as_str).collect::<Vec<_>>());
        let mut ranked: Vec<(u32, (Target, Level))> = ranks.into_iter().zip(images).collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        ranked.into_iter().map(|(_, image)| image).collect()
    }
}

impl Default for KnownLists {
    fn default() -> Self {
        Self::new()
    }
}
