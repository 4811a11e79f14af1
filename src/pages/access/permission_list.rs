//! The target's list, as the parts of the page share it: read, shown, and with the rows that changed just now marked.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use crate::view::prelude::*;

use crate::state::known_users::KnownUsers;
use crate::state::load::{Fresh, Load};
use crate::state::loader::{Loader, Reader};
use crate::state::readings::Readings;
use domain::model::access::AccessList;
use domain::model::names::{Target, UserId};
use domain::model::operation::Kind;

/// How long rows that changed just now stay marked.
const MARKED: Duration = Duration::from_secs(6);

/// See the module.
#[derive(Clone, Copy)]
pub(super) struct PermissionList {
    target: StoredValue<Target>,
    pub(super) loader: Loader<Target, AccessList>,
    /// Users whose rows are marked.
    pub(super) marked: RwSignal<HashSet<UserId>>,
    /// Whether the first of them is still to be scrolled into view.
    pub(super) reveal: RwSignal<bool>,
    users: KnownUsers,
    readings: Readings,
}

impl PermissionList {
    pub(super) fn new(target: Target, loader: Loader<Target, AccessList>) -> Self {
        Self {
            target: StoredValue::new(target),
            loader,
            marked: RwSignal::new(HashSet::new()),
            reveal: RwSignal::new(false),
            users: expect_context::<KnownUsers>(),
            readings: expect_context::<Readings>(),
        }
    }

    pub(super) fn target(self) -> Target {
        self.target.get_value()
    }

    pub(super) fn kind(self) -> Kind {
        self.target.with_value(Kind::of)
    }

    pub(super) fn fresh(self) -> Option<Fresh<AccessList>> {
        self.loader.fresh()
    }

    pub(super) fn state(self) -> Load<Fresh<AccessList>> {
        self.loader.state()
    }

    pub(super) fn reader(self) -> Reader {
        self.loader.reader()
    }

    /// A batch has ended: shows the list that was read after it, or reads again if that failed.
    pub(super) fn take_in(self, list: Option<Arc<AccessList>>) {
        match list {
            Some(list) => {
                self.users.note(&list);
                self.readings.note(&self.target(), Arc::clone(&list));
                self.loader.show(list);
            }
            None => self.loader.reload(),
        }
    }

    /// Marks rows for a while, and scrolls the first of them into view.
    pub(super) fn mark(self, users: impl IntoIterator<Item = UserId>) {
        let _ = self.marked.try_set(users.into_iter().collect());
        let _ = self.reveal.try_set(true);
        set_timeout(
            move || {
                let _ = self.marked.try_update(HashSet::clear);
            },
            MARKED,
        );
    }
}
