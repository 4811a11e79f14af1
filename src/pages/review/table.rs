//! A table of the review: the rows that fit the search, how many they are, and their file.

use crate::view::prelude::*;

use crate::components::windowed::use_windowed;
use crate::pages::listing::{Listing, ListingTable, NoRows};
use crate::pages::save::Export;
use crate::words::{Text, use_locale};
use domain::table::rows::TableRow;
use domain::text::export::Table;

#[component]
pub(in crate::pages) fn ReviewTable<R: TableRow>(
    listing: Listing<R>,
    /// The table's name.
    label: Text,
    /// A class for the style.
    class: &'static str,
    /// How many of how many are shown.
    count: Text,
    /// The rows as a file, if there is one.
    #[prop(optional)]
    file: Option<Callback<(), Table>>,
    /// What is said where there are no rows, and what that means; else that nothing was read.
    #[prop(optional)]
    none: Option<[Text; 2]>,
) -> impl IntoView {
    let t = use_locale();
    let visible = Signal::derive(move || listing.count());
    let all = Signal::derive(move || listing.len());
    let windowed = use_windowed(visible);
    let nothing = || [t.prop(|w| w.review_tables().none), t.prop(|w| w.review_tables().none_means)];
    let [title, text] = none.unwrap_or_else(nothing);
    view! {
        <p class="count" translate="no">{count}</p>
        <ListingTable listing label class windowed/>
        <NoRows
            visible
            all
            unreadable=Signal::stored(0)
            title
            text
        />
        {file.map(|table| view! { <Export of=String::new() table/> })}
    }
}
