//! The permission lists that were read in this session, the last one of each target. In memory only, and gone with the
//! session. They answer what somebody keeps elsewhere; what a page shows it reads itself.

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::access::AccessList;
use crate::domain::level::Level;
use crate::domain::names::{OrganizationName, Target, UserId};
use crate::domain::order::SortKey;

/// The most lists that are kept.
const MOST: usize = 200;

/// See the module.
#[derive(Clone, Copy)]
pub struct KnownLists(StoredValue<HashMap<Target, Arc<AccessList>>>);

impl KnownLists {
    /// None yet.
    pub fn new() -> Self {
        Self(StoredValue::new(HashMap::new()))
    }

    /// Takes note of a list that was just read.
    pub fn note(self, target: &Target, list: &AccessList) {
        let _ = self.0.try_update_value(|lists| {
            if lists.len() < MOST || lists.contains_key(target) {
                lists.insert(target.clone(), Arc::new(list.clone()));
            }
        });
    }

    /// The list of a target, if it was read.
    pub fn of(self, target: &Target) -> Option<Arc<AccessList>> {
        self.0.try_with_value(|lists| lists.get(target).cloned()).flatten()
    }

    /// What somebody holds on the images of an organization whose lists were read, in the order of the images' names.
    pub fn on_images(self, organization: &OrganizationName, id: &UserId) -> Vec<(Target, Level)> {
        let held = |(target, list): (&Target, &Arc<AccessList>)| {
            let is_inside = matches!(target, Target::Image(around, _) if around == organization);
            let level = list.of(id).filter(|_| is_inside)?.permission.level()?;
            Some((target.clone(), level))
        };
        let mut images: Vec<(Target, Level)> =
            self.0.try_with_value(|lists| lists.iter().filter_map(held).collect()).unwrap_or_default();
        images.sort_by_cached_key(|(image, _)| SortKey::new(&image.to_string()));
        images
    }
}

impl Default for KnownLists {
    fn default() -> Self {
        Self::new()
    }
}
