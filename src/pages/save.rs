//! Saving what a page shows as a file that says what it is.

use crate::view::prelude::*;

use crate::api::export::json;
use crate::components::file_kinds::{FileKinds, Saved, excel_separator};
use crate::components::moment::exact;
use crate::state::clock::now;
use crate::state::navigation::Navigation;
use crate::state::preferences::{Preferences, file_kind, keep_file_kind};
use crate::state::session::Session;
use crate::state::session::signed_in::use_signed_in;
use domain::model::level::Level;
use domain::paths::SortWish;
use domain::table::rows::TableRow;
use domain::text::export::{About, Cell, FileKind, Table, csv, filter_text, sort_text};
use domain::text::time::UnixMillis;

use super::export::export_by;
use super::listing::Listing;

/// "Export" for a table. The kinds of files come with the reports.
#[component]
pub fn Export(
    /// Of what the table is, for the file's name.
    of: String,
    /// The table as it is shown.
    table: Callback<(), Table>,
) -> impl IntoView {
    export_by(move |reports, on_saved| (reports.kinds)(of.clone(), table, on_saved))
}

/// The kinds of files for a table.
pub(super) fn kinds(of: String, table: Callback<(), Table>, on_saved: Callback<()>) -> AnyView {
    let preferences = expect_context::<Preferences>();
    let save = Callback::new(move |kind: FileKind| {
        keep_file_kind(preferences, kind);
        let table = table.run(());
        let text = match kind {
            FileKind::Excel => csv(&table, Some(excel_separator())),
            FileKind::Csv => csv(&table, None),
            FileKind::Json => json(&table),
        };
        Saved { name: table.file_name(&of), text, rows: table.rows.len() }
    });
    let remembered = Callback::new(|()| file_kind().unwrap_or_default());
    view! { <FileKinds remembered save on_saved/> }.into_any()
}

/// A file of the rows that a table shows, in their order. The columns of a file are apart from those of the screen: scripts
/// read them, so they say more and keep their order.
pub fn listing_file<R: TableRow>(
    listing: Listing<R>,
    kind: &'static str,
    columns: &'static [&'static str],
    read_at: Option<UnixMillis>,
    row: impl Fn(&R) -> Vec<Cell>,
) -> Table {
    untrack(|| {
        let sort = listing.sort_wish(listing.sort());
        Table {
            kind,
            columns,
            rows: listing.visible(|rows| rows.map(row).collect()),
            about: about(read_at, sort, listing.len()),
        }
    })
}

/// What a file says about itself: who read its rows where and when, and what the address leaves out of them. `of` is how
/// many there are without that.
pub fn about(read_at: Option<UnixMillis>, sort: Option<SortWish>, of: usize) -> About {
    let (session, signed_in) = (expect_context::<Session>(), use_signed_in());
    let query = expect_context::<Navigation>().query().get_untracked();
    let caller = signed_in.caller();
    let region = session.state_untracked().active().map(|active| active.region.id.to_string());
    About {
        region: region.unwrap_or_default(),
        account: caller.account.to_string(),
        read_by: caller.name.to_string(),
        read_at: exact(read_at.unwrap_or_else(now)),
        filter: filter_text(&[
            ("search", &query.search),
            ("level", query.level.map_or("", Level::key)),
            ("show", &query.show),
        ]),
        sort: sort.map(|sort| sort_text(&sort.column, sort.direction)).unwrap_or_default(),
        of,
    }
}
