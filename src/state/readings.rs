//! The permission lists that were read in this session: the last one of each target, with the time at which it was read.
//! In memory only, and gone with the session.
//!
//! The loaders begin with what is here and read again at once, so nothing is shown without its age. No write trusts it:
//! a batch reads the list itself.

use std::collections::HashMap;
use std::sync::Arc;

use crate::view::prelude::*;

use domain::model::access::AccessList;
use domain::model::level::Level;
use domain::model::names::{OrganizationName, Target, UserId};
use domain::table::collation::Collation;

use super::clock::now;
use super::load::Fresh;

/// The most readings that are kept.
const MOST: usize = 200;

/// How long a reading is relied on, in milliseconds: ten minutes. Others change permissions too.
const RECENT_MS: i64 = 600_000;

/// See the module.
#[derive(Clone, Copy)]
pub struct Readings(StoredValue<HashMap<Target, Fresh<AccessList>>>);

fn is_recent(reading: &Fresh<AccessList>) -> bool {
    now().since(reading.at) < RECENT_MS
}

impl Readings {
    /// None yet.
    pub fn new() -> Self {
        Self(StoredValue::new(HashMap::new()))
    }

    /// Takes note of a list that was read just now.
    pub fn note(self, target: &Target, list: Arc<AccessList>) {
        let _ = self.0.try_update_value(|readings| {
            if readings.len() < MOST || readings.contains_key(target) {
                readings.insert(target.clone(), Fresh { value: list, at: now() });
            }
        });
    }

    /// A target was changed, and its list not read afterwards: what was read before says nothing any more.
    pub fn forget(self, target: &Target) {
        let _ = self.0.try_update_value(|readings| readings.remove(target));
    }

    /// The last reading of a target, however old it is.
    pub fn latest(self, target: &Target) -> Option<Fresh<AccessList>> {
        self.0.try_with_value(|readings| readings.get(target).cloned()).flatten()
    }

    /// The last reading of a target, if it is recent enough to be relied on.
    pub fn recent(self, target: &Target) -> Option<Fresh<AccessList>> {
        self.latest(target).filter(is_recent)
    }

    /// The last reading of each target.
    pub fn all(self) -> Vec<(Target, Fresh<AccessList>)> {
        let each = |(target, reading): (&Target, &Fresh<AccessList>)| (target.clone(), reading.clone());
        self.0.try_with_value(|readings| readings.iter().map(each).collect()).unwrap_or_default()
    }

    /// The levels that a user has on the images of an organization, from the lists that were read lately, sorted by image.
    pub fn on_images(
        self,
        organization: &OrganizationName,
        id: &UserId,
        collation: &dyn Collation,
    ) -> Vec<(Target, Level)> {
        let held = |(target, reading): (&Target, &Fresh<AccessList>)| {
            let is_inside = matches!(target, Target::Image(around, _) if around == organization);
            let level =
                reading.value.of(id).filter(|_| is_inside && is_recent(reading))?.permission.level()?;
            Some((target.clone(), level))
        };
        let images: Vec<(Target, Level)> =
            self.0.try_with_value(|readings| readings.iter().filter_map(held).collect()).unwrap_or_default();
        let names: Vec<String> = images.iter().map(|(image, _)| image.to_string()).collect();
        let ranks = collation.ranks(&names.iter().map(String::as_str).collect::<Vec<_>>());
        let mut ranked: Vec<(u32, (Target, Level))> = ranks.into_iter().zip(images).collect();
        ranked.sort_by_key(|(rank, _)| *rank);
        ranked.into_iter().map(|(_, image)| image).collect()
    }
}

impl Default for Readings {
    fn default() -> Self {
        Self::new()
    }
}
