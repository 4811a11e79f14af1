//! `/review/people/{user_id}`: everything that one user reaches.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::name::Name;
use crate::pages::links::target_link;
use crate::pages::listing::{CellStyle, Column, Listing, SearchField};
use crate::pages::save::listing_file;
use crate::words::use_locale;
use domain::effective::Effective;
use domain::model::names::UserId;
use domain::review::reach::reach;
use domain::review::rows::files::{ACCESS_COLUMNS, access_row};
use domain::review::rows::{AccessRow, access};
use domain::review::snapshot::{KnownUser, Snapshot};
use domain::table::rows::SortBy;

use super::off_board::OffBoard;
use super::table::ReviewTable;

#[component]
pub(super) fn UserAccess(snapshot: Arc<Snapshot>, id: UserId) -> impl IntoView {
    let t = use_locale();
    let Some(user) = snapshot.people().find(&id) else {
        return view! { <p class="note">{t.label(|w| w.review_tables().not_seen)}</p> }.into_any();
    };
    let reach = reach(&snapshot, user);
    let called = snapshot.people().get(user).map(KnownUser::called).unwrap_or_default();
    let (reached, of, open) = (reach.images.len(), reach.of, reach.open.len());
    let (is_at_least, name) = (reach.is_at_least, called.clone());
    let sentence = move || (t.words().review_tables().reaches)(&name, reached, of, is_at_least);
    let unknown = move || (open > 0).then(|| (t.words().review_tables().open)(open));
    let rows = access(&snapshot, &reach);
    let read_at = snapshot.ended;
    let listing = Listing::new(columns(), move || Arc::clone(&rows), || |_: &AccessRow| true);
    let file =
        Callback::new(move |()| listing_file(listing, "access", &ACCESS_COLUMNS, Some(read_at), access_row));
    view! {
        <h2><Name text=called.clone()/></h2>
        <p>{dynamic(sentence)} " " {dynamic(unknown)}</p>
        <p class="facts"><code class="code">{id.to_string()}</code></p>
        <div class="toolbar">
            <SearchField label=t.prop(|w| w.lists.filter)/>
            <OffBoard snapshot=Arc::clone(&snapshot) id=id.clone() called=called.clone()/>
        </div>
        <ReviewTable
            listing
            label=t.format(move |w| (w.review_tables().access_of)(&called))
            class="table--reach"
            count=t.format(move |w| (w.images().count)(listing.count(), listing.len()))
            file
        />
    }
    .into_any()
}

fn columns() -> Vec<Column<AccessRow>> {
    let t = use_locale();
    vec![
        Column::new(t.prop(|w| w.review_tables().image), |row: &AccessRow| target_link(&row.image))
            .sorted("image", SortBy::Name),
        Column::new(t.prop(|w| w.access().permission), |row: &AccessRow| {
            let (t, effective) = (use_locale(), row.effective);
            dynamic(move || {
                let words = t.words();
                match effective {
                    Effective::Level(level, _) => words.levels.name(level).to_owned(),
                    Effective::AtLeast(level) => {
                        format!("{} {}", words.effective().at_least, words.levels.name(level))
                    }
                    Effective::Unknown => words.effective().not_known.to_owned(),
                }
            })
        })
        .style(CellStyle::Labelled(""))
        .sorted("permission", SortBy::Value(|a, b| a.effective.rank().cmp(&b.effective.rank()))),
        Column::new(t.prop(|w| w.review_tables().from), |row: &AccessRow| {
            let (t, origin) = (use_locale(), row.origin);
            dynamic(move || (t.words().review_tables().origin)(origin))
        })
        .style(CellStyle::Labelled(""))
        .sorted("from", SortBy::Value(|a, b| a.origin.cmp(&b.origin))),
    ]
}
