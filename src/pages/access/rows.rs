//! The rows of the page's table, and which of them the address asks for.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::pages::listing::Listing;
use crate::state::loader::Loader;
use crate::state::navigation::Navigation;
use domain::grant::directory::Directory;
use domain::model::access::{AccessEntry, AccessList};
use domain::model::names::Target;
use domain::table::users::UserFilter;

use domain::table::show::Show;

use super::columns::columns;

/// The rows of a target's list. There is none before the list is there.
pub(super) fn access_rows(
    list: Loader<Target, AccessList>,
    directory: Signal<Arc<Directory>>,
) -> Listing<AccessEntry> {
    let fresh = Memo::new(move |_| list.fresh());
    let all = Memo::new(move |_| {
        fresh.with(|fresh| fresh.as_ref().map(|fresh| fresh.value.entries()).unwrap_or_default())
    });
    let filter = user_filter(directory);
    Listing::new(
        columns(),
        move || all.get(),
        move || {
            let filter = filter();
            move |entry: &AccessEntry| filter.fits(entry)
        },
    )
}

/// What the address asks of users, besides the search.
pub(super) fn user_filter(
    directory: Signal<Arc<Directory>>,
) -> impl Fn() -> UserFilter + Copy + Send + Sync + 'static {
    let navigation = expect_context::<Navigation>();
    move || {
        let (level, show) = navigation.query().with(|query| (query.level, Show::from_key(&query.show)));
        UserFilter { level, account: show.and_then(Show::account).map(|filter| (filter, directory.get())) }
    }
}
