//! Which rows of the list are visible, and in which order: prepared once per answer, ordered once per sort, and
//! filtered with every key. Toolbar and table read the same.

use std::collections::HashSet;
use std::sync::Arc;

use crate::view::prelude::*;

use crate::pages::table_controls::Sorting;
use crate::state::collation::collation;
use crate::state::load::Fresh;
use crate::state::loader::Loader;
use crate::state::navigation::Navigation;
use crate::words::use_locale;
use domain::grant::directory::Directory;
use domain::model::access::AccessList;
use domain::model::names::{Target, UserId};
use domain::model::user::UserGrant;
use domain::table::rows::{Direction, Sort, UserColumn, UserRows};

/// The columns as the URL calls them.
const COLUMNS: &[(&str, UserColumn)] =
    &[("user", UserColumn::User), ("id", UserColumn::Id), ("permission", UserColumn::Permission)];

const OWN_ORDER: Sort<UserColumn> = Sort { column: UserColumn::User, direction: Direction::Ascending };

/// The visible rows.
#[derive(Clone, Copy)]
pub(super) struct Rows {
    /// Indexes into [`AccessList::everyone`].
    pub(super) visible: Memo<Vec<usize>>,
    /// The order, and the heads that change it.
    pub(super) sorting: Sorting<UserColumn>,
}

impl Rows {
    pub(super) fn new(list: Loader<Target, AccessList>, directory: Signal<Arc<Directory>>) -> Self {
        let (t, navigation) = (use_locale(), expect_context::<Navigation>());
        let sorting = Sorting::new(COLUMNS, OWN_ORDER);
        let fresh = Memo::new(move |_| list.fresh());
        let prepared = Memo::new(move |_| {
            fresh.with(|fresh| {
                fresh
                    .as_ref()
                    .map(|fresh: &Fresh<AccessList>| UserRows::new(&fresh.value, collation(t.language())))
                    .unwrap_or_default()
            })
        });
        let ordered = Memo::new(move |_| prepared.with(|prepared| prepared.ordered(sorting.sort.get())));
        let wish = Memo::new(move |_| {
            navigation.query().with(|query| (query.search.clone(), query.level, query.show))
        });
        let visible = Memo::new(move |_| {
            let (search, level, show) = wish.get();
            let search = collation(t.language()).search_key(&search);
            let mut rows =
                prepared.with(|prepared| ordered.with(|ordered| prepared.fitting(ordered, &search, level)));
            if let (Some(filter), Some(fresh)) = (show, fresh.get()) {
                let directory = directory.get();
                // One's own row is not judged.
                rows.retain(|index| {
                    let entry = entry(&fresh.value, *index).filter(|entry| !entry.is_own);
                    directory.lets_through(filter, entry.and_then(|entry| entry.grant.id.as_ref()))
                });
            }
            rows
        });
        Self { visible, sorting }
    }

    /// The place of the first row of some people.
    pub(super) fn first_of(self, list: &AccessList, people: &HashSet<UserId>) -> Option<usize> {
        self.visible.with(|visible| {
            visible.iter().position(|index| {
                entry(list, *index)
                    .and_then(|entry| entry.grant.id.as_ref())
                    .is_some_and(|id| people.contains(id))
            })
        })
    }
}

/// One person on the list.
pub(super) struct Entry<'a> {
    pub(super) grant: &'a UserGrant,
    pub(super) is_own: bool,
}

/// The entry of an index into [`AccessList::everyone`], without walking there.
pub(super) fn entry(list: &AccessList, index: usize) -> Option<Entry<'_>> {
    match (&list.own, index) {
        (Some(own), 0) => Some(Entry { grant: own, is_own: true }),
        (Some(_), index) => list.others.get(index - 1).map(|grant| Entry { grant, is_own: false }),
        (None, index) => list.others.get(index).map(|grant| Entry { grant, is_own: false }),
    }
}
