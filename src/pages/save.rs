//! Saving what a page shows as a file that says what it is.

use crate::view::prelude::*;

use crate::api::export::json;
use crate::components::export_button::{ExportButton, Saved, excel_separator};
use crate::components::moment::exact;
use crate::state::clock::now;
use crate::state::load::Fresh;
use crate::state::navigation::Navigation;
use crate::state::preferences::{Preferences, file_kind, keep_file_kind};
use crate::state::session::Session;
use crate::state::session::handover::is_export_wanted;
use crate::state::session::signed_in::use_signed_in;
use domain::grant::directory::AccountFilter;
use domain::model::catalog::Collection;
use domain::model::level::Level;
use domain::text::export::{About, Cell, FileKind, Table, csv, told_filter, told_sort};
use domain::text::time::UnixMillis;

/// "Export" for a table.
#[component]
pub fn Export(
    /// Of what the table is, for the file's name.
    of: String,
    /// The table as it is shown.
    table: Callback<(), Table>,
) -> impl IntoView {
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
    view! { <ExportButton remembered=Callback::new(|()| file_kind().unwrap_or_default()) is_open=is_export_wanted() save/> }
}

/// The table of a listing: the rows at the indexes that are shown, in their order.
pub fn listing_table<T: Clone + Send + Sync + 'static>(
    kind: &'static str,
    columns: &'static [&'static str],
    shown: Memo<Vec<usize>>,
    read: Memo<Fresh<Collection<T>>>,
    row: impl Fn(T) -> Vec<Cell>,
) -> Table {
    let fresh = read.get_untracked();
    let items = &fresh.value.items;
    let rows = shown.get_untracked().into_iter().filter_map(|index| items.get(index).cloned()).map(row);
    Table { kind, columns, rows: rows.collect(), about: about(Some(fresh.at), items.len()) }
}

/// What a file says about itself: who read its rows where and when, and what the address leaves out of them. `of` is how
/// many there are without that.
pub fn about(read_at: Option<UnixMillis>, of: usize) -> About {
    let (session, signed_in) = (expect_context::<Session>(), use_signed_in());
    let query = expect_context::<Navigation>().query().get_untracked();
    let caller = signed_in.caller();
    let region = session.state_untracked().active().map(|active| active.region.id.to_string());
    let sort = query.sort.as_ref().map(|sort| told_sort(&sort.column, sort.direction));
    About {
        region: region.unwrap_or_default(),
        account: caller.account.to_string(),
        read_by: caller.name.to_string(),
        read_at: exact(read_at.unwrap_or_else(now)),
        filter: told_filter(&[
            ("search", &query.search),
            ("level", query.level.map_or("", Level::key)),
            ("show", query.show.map_or("", AccountFilter::key)),
        ]),
        sort: sort.unwrap_or_default(),
        of,
    }
}
