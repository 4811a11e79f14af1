//! `/review/people`: everyone, with what they reach in numbers.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::pages::access::id_column;
use crate::pages::links::user_link;
use crate::pages::listing::{CellStyle, Column, Listing, SearchField};
use crate::pages::save::listing_file;
use crate::words::use_locale;
use domain::paths::Query;
use domain::review::rows::files::{PERSON_COLUMNS, person_row};
use domain::review::rows::{PersonRow, people};
use domain::review::snapshot::Snapshot;
use domain::table::rows::SortBy;

use super::matrix::link_of_filter;
use super::table::ReviewTable;

#[component]
pub(super) fn People(snapshot: Arc<Snapshot>) -> impl IntoView {
    let t = use_locale();
    let read_at = snapshot.ended;
    let rows = people(&snapshot);
    let listing = Listing::new(columns(), move || Arc::clone(&rows), || |_: &PersonRow| true);
    let file =
        Callback::new(move |()| listing_file(listing, "people", &PERSON_COLUMNS, Some(read_at), person_row));
    view! {
        <div class="toolbar">
            <SearchField label=t.prop(|w| w.access().search)/>
            {link_of_filter(|search| Query { people: search.to_owned(), ..Query::default() })}
        </div>
        <ReviewTable
            listing
            label=t.prop(|w| w.review_tables().people)
            class="table--people"
            count=t.format(move |w| (w.access().users_count)(listing.count(), listing.len()))
            file
        />
    }
}

fn columns() -> Vec<Column<PersonRow>> {
    let t = use_locale();
    let number = |label, number: fn(&PersonRow) -> u32, key, by| {
        Column::new(label, move |row: &PersonRow| number(row).to_string())
            .style(CellStyle::Numeric)
            .sorted(key, by)
    };
    vec![
        Column::new(t.prop(|w| w.access().user), user).sorted("user", SortBy::Name),
        id_column(),
        Column::new(t.prop(|w| w.review().images), |row: &PersonRow| {
            let (images, is_at_least) = (u64::from(row.reach.images()), row.reach.is_at_least);
            let t = use_locale();
            dynamic(move || (t.words().review_tables().count)(images, is_at_least))
        })
        .style(CellStyle::Numeric)
        .sorted("images", SortBy::Value(|a, b| a.reach.images().cmp(&b.reach.images()))),
        number(
            t.prop(|w| w.levels.manage),
            |row| row.reach.manage,
            "manage",
            SortBy::Value(|a, b| a.reach.manage.cmp(&b.reach.manage)),
        ),
        number(
            t.prop(|w| w.levels.write),
            |row| row.reach.write,
            "write",
            SortBy::Value(|a, b| a.reach.write.cmp(&b.reach.write)),
        ),
        number(
            t.prop(|w| w.levels.read),
            |row| row.reach.read,
            "read",
            SortBy::Value(|a, b| a.reach.read.cmp(&b.reach.read)),
        ),
        Column::new(t.prop(|w| w.review_tables().marks), marks)
            .style(CellStyle::Labelled(""))
            .sorted("marks", SortBy::Value(|a, b| a.reach.marks.len().cmp(&b.reach.marks.len()))),
    ]
}

/// The name, which leads to the user's page.
fn user(row: &PersonRow) -> AnyView {
    user_link(&row.user.id, row.user.names.first())
}

fn marks(row: &PersonRow) -> AnyView {
    let (t, marks) = (use_locale(), row.reach.marks.clone());
    let mark = move |mark: &_| {
        let word = (t.words().review_tables().mark)(*mark);
        view! { <span class="badge badge--warning">{word}</span> " " }
    };
    dynamic(move || marks.iter().map(mark).collect_view())
}
