//! The table of a whole collection, such as the organizations, with what is said where there is none of them.

use crate::view::prelude::*;

use crate::components::windowed::use_windowed;
use crate::state::load::Fresh;
use crate::words::Text;
use domain::model::catalog::Collection;
use domain::table::rows::TableRow;

use super::{Listing, ListingTable, NoRows, Unreadable};

/// See the module.
#[component]
pub fn CollectionTable<R: TableRow>(
    /// The collection as it was read.
    fresh: Memo<Fresh<Collection<R>>>,
    /// Its rows.
    listing: Listing<R>,
    /// The table's name.
    label: Text,
    /// A class for the style.
    class: &'static str,
    /// That there is none.
    none: Text,
    /// What that means.
    none_means: Text,
    /// How many of how many are shown.
    count: Text,
    /// What is below the table.
    children: ChildrenFn,
) -> impl IntoView {
    let visible = Signal::derive(move || listing.count());
    let windowed = use_windowed(visible);
    let all = Signal::derive(move || listing.len());
    let unreadable = Signal::derive(move || fresh.with(|fresh| fresh.value.unreadable));
    let has_rows = Signal::derive(move || all.get() > 0);
    view! {
        <Unreadable count=unreadable text=|words| words.lists.unreadable/>
        <Show when=has_rows>
            <ListingTable listing label class windowed/>
        </Show>
        <NoRows visible all unreadable title=none text=none_means/>
        <Show when=has_rows>
            <p class="count" translate="no">{count}</p>
            {children()}
        </Show>
    }
}
