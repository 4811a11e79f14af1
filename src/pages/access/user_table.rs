//! A table of users: the permissions of a target, or effective access. Its rows can be copied, and it says why it is empty.

use crate::view::prelude::*;

use crate::components::copied_rows::copy_rows;
use crate::components::windowed::Windowed;
use crate::pages::listing::{Listing, ListingTable, NoRows};
use crate::words::{Text, Words, use_locale};
use domain::model::names::UserId;
use domain::table::rows::TableRow;
use domain::table::users::UserRow;

/// See the module.
#[component]
pub(super) fn UserTable<R: UserRow>(
    /// The users.
    rows: Listing<R>,
    /// The table's name.
    label: Text,
    /// A class for the style.
    class: &'static str,
    /// Which rows are drawn.
    windowed: Windowed,
    /// How many entries could not be read.
    unreadable: Signal<usize>,
    /// The level of a user in a copied line, after name and id.
    level: fn(&R, &'static Words) -> String,
    /// Marks a row for the style.
    #[prop(optional)]
    mark: Option<Callback<usize, &'static str>>,
) -> impl IntoView {
    let t = use_locale();
    let line = move |row: &R| {
        let id = row.id().map_or("", UserId::as_str);
        [row.name(), id, &level(row, t.untracked())].join("\t")
    };
    let line = Callback::new(move |place| rows.at(place, line).unwrap_or_default());
    view! {
        <div on:copy=move |event| copy_rows(&event, line)>
            <ListingTable listing=rows label class windowed mark/>
        </div>
        <NoRows
            visible=Signal::derive(move || rows.count())
            all=Signal::derive(move || rows.len())
            unreadable
            title=t.prop(|w| w.access().nobody)
            text=t.prop(|w| w.access().nobody_means)
        />
    }
}
