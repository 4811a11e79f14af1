//! The frame of every table: its name, its head, and the rows that are in the document.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::view::prelude::*;

use crate::words::Text;
use domain::table::window::{Item, WHOLE};

use super::windowed::Windowed;

/// One row, as its page draws it.
pub struct Row {
    /// The cells.
    pub cells: AnyView,
    /// Marks for the style.
    pub class: Signal<&'static str>,
}

/// A key for a row: a number that differs where what the row shows differs.
pub fn fingerprint(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// A table. Roles are spelled out because narrow screens lay rows out as blocks, which would cost a plain table
/// its meaning.
#[component]
pub fn DataTable(
    /// Its name.
    label: Text,
    /// How many rows it has, drawn or not.
    #[prop(into)]
    count: Signal<usize>,
    /// Which of them are drawn.
    windowed: Windowed,
    /// How many columns it has.
    columns: usize,
    /// Tells rows apart: a row is drawn again when its key changes, so the key follows everything that it shows.
    row_key: Callback<usize, u64>,
    /// Draws a row.
    row: Callback<usize, Row>,
    /// A class for the style.
    class: &'static str,
    /// The heads of the columns.
    children: Children,
) -> impl IntoView {
    let is_long = move || count.get() > WHOLE;
    let keyed = move || {
        windowed.items.get().into_iter().map(move |item| match item {
            Item::Row(index) => (item, row_key.run(index)),
            Item::Gap(_) => (item, 0),
        })
    };
    let piece = move |(item, _): (Item, u64)| match item {
        Item::Gap(rows) => view! {
            <tr class="gap" aria-hidden="true" style:height=move || windowed.height(rows)>
                <td colspan=columns.to_string()></td>
            </tr>
        }
        .into_any(),
        Item::Row(index) => {
            // What a row shows is fixed when it is drawn; its key says when it has to be drawn again.
            let Row { cells, class } = untrack(|| row.run(index));
            view! {
                <tr class=move || class.get() role="row" data-row=index.to_string() aria-rowindex=move || is_long().then(|| (index + 2).to_string())>
                    {cells}
                </tr>
            }
            .into_any()
        }
    };
    view! {
        <table
            class=format!("table {class}")
            role="table"
            aria-label=move || label.get()
            aria-rowcount=move || is_long().then(|| (count.get() + 1).to_string())
        >
            <thead role="rowgroup">
                <tr role="row" aria-rowindex=move || is_long().then(|| 1.to_string())>
                    {children()}
                </tr>
            </thead>
            <tbody
                role="rowgroup"
                node_ref=windowed.body
                on:focusin=move |event| windowed.focus_in(&event)
                on:focusout=move |_| windowed.focus_out()
            >
                <For each=keyed key=|piece| *piece children=piece/>
            </tbody>
        </table>
    }
}
