//! The owner of what the pages of one session share, for what is made later and lives as long.

use crate::view::prelude::*;

/// See the module.
#[derive(Clone, Copy)]
pub struct SessionOwner(StoredValue<Option<Owner>>);

impl SessionOwner {
    /// The present owner.
    pub fn present() -> Self {
        Self(StoredValue::new(Owner::current()))
    }

    /// What the session has of a type; made the first time.
    pub fn share<T: Copy + Send + Sync + 'static>(self, make: fn() -> T) -> T {
        let find_or_make = || {
            use_context::<T>().unwrap_or_else(|| {
                let first = make();
                provide_context(first);
                first
            })
        };
        match self.0.try_get_value().flatten() {
            Some(owner) => owner.with(find_or_make),
            None => find_or_make(),
        }
    }
}
