//! The bar between toolbar and table: what can be done with several people, and other ways to look at the list.

use crate::view::prelude::*;

use crate::components::switch::switch;
use crate::pages::save::{Export, listing_file};
use domain::model::access::AccessEntry;
use domain::model::operation::Kind;
use domain::text::export::{PERMISSION_COLUMNS, Table, permission_row};

use super::selection::Selection;
use super::{AccessPage, use_page};

/// It is there when there is a list.
#[component]
pub(super) fn Bar() -> impl IntoView {
    let page = use_page();
    let has_list = Signal::derive(move || page.list.reader().status().data().is_some());
    view! {
        <Show when=has_list>
            <div class="bar">
                <Show when=Signal::derive(move || !page.effective.get())>
                    <Selection/>
                </Show>
                <span class="toolbar__space"></span>
                <EffectiveSwitch/>
                <ExportRows/>
            </div>
        </Show>
    }
}

/// Between the image's own list and what everyone may do in the end.
#[component]
fn EffectiveSwitch() -> impl IntoView {
    let page = use_page();
    let toggle = move || page.effective.update(|on| *on = !*on);
    (page.kind() == Kind::Image)
        .then(|| switch(|w| w.effective().switch, move || page.effective.get(), toggle))
}

/// The rows that are shown, as a file: those of the view that is on the screen.
#[component]
fn ExportRows() -> impl IntoView {
    let page = use_page();
    let table = Callback::new(move |()| {
        let effective = page.effective_table.get_value().filter(|_| untrack(|| page.effective.get()));
        // That view may not be drawn yet.
        effective.and_then(|table| table.try_run(())).unwrap_or_else(|| own_table(page))
    });
    view! { <Export of=page.target().to_string() table/> }
}

/// The target's own list.
fn own_table(page: AccessPage) -> Table {
    let target = page.target();
    let read_at = untrack(|| page.list.fresh()).map(|fresh| fresh.at);
    let row = |entry: &AccessEntry| permission_row(&target, &entry.grant);
    listing_file(page.rows, "permissions", &PERMISSION_COLUMNS, read_at, row)
}
