//! The permissions that the page shows, as a file. Saving comes with the reports.

use crate::view::prelude::*;

use crate::pages::export::export_by;
use crate::pages::save::{kinds, listing_file};
use domain::model::access::AccessEntry;
use domain::text::export::{PERMISSION_COLUMNS, Table, permission_row};

use super::{AccessPage, use_page};

/// "Export" for the view that is on the screen.
#[component]
pub(super) fn Export() -> impl IntoView {
    let page = use_page();
    export_by(move |reports, on_saved| (reports.kinds_of_permissions)(page, on_saved))
}

/// The kinds of files for it.
pub(in crate::pages) fn kinds_of_permissions(page: AccessPage, on_saved: Callback<()>) -> AnyView {
    let table = Callback::new(move |()| {
        let effective = page.effective_table.get_value().filter(|_| untrack(|| page.effective.get()));
        // That view may not be drawn yet.
        effective.and_then(|table| table.try_run(())).unwrap_or_else(|| own_table(page))
    });
    kinds(page.target().to_string(), table, on_saved)
}

/// The target's own list.
fn own_table(page: AccessPage) -> Table {
    let target = page.target();
    let read_at = untrack(|| page.list.fresh()).map(|fresh| fresh.at);
    let row = |entry: &AccessEntry| permission_row(&target, &entry.grant);
    listing_file(page.rows, "permissions", &PERMISSION_COLUMNS, read_at, row)
}
