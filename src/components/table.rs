//! The frame of every table: its name, its head, and the rows that are in the document.

use crate::view::prelude::*;

use crate::words::Text;
use domain::table::slots::{self, Piece};
use domain::table::window::WHOLE;

use super::windowed::Windowed;

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
    /// Whose row is at a place: equal for the same person, organization or image.
    identity: Callback<usize, u64>,
    /// Draws the cells of the row at a place. The place changes when the row is filled anew.
    row: Callback<Memo<usize>, AnyView>,
    /// A class for the style of the row at a place.
    mark: Option<Callback<usize, &'static str>>,
    /// A class for the style.
    class: &'static str,
    /// The heads of the columns.
    children: Children,
) -> impl IntoView {
    let is_long = move || count.get() > WHOLE;
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
            <TableBody count whole=WHOLE windowed columns identity row mark/>
        </table>
    }
}

/// The rows of a table that are in the document.
#[component]
pub fn TableBody(
    /// How many rows the table has, drawn or not.
    count: Signal<usize>,
    /// Rows are numbered where there are more than so many.
    whole: usize,
    /// Which of them are drawn.
    windowed: Windowed,
    /// How many columns it has.
    columns: usize,
    /// See [`DataTable`].
    identity: Callback<usize, u64>,
    /// See [`DataTable`].
    row: Callback<Memo<usize>, AnyView>,
    /// See [`DataTable`].
    mark: Option<Callback<usize, &'static str>>,
) -> impl IntoView {
    let is_long = move || count.get() > whole;
    let pieces = Memo::new(move |before: Option<&Vec<Piece>>| {
        let before = before.map_or(&[][..], Vec::as_slice);
        windowed
            .items
            .with(|items| slots::assign(before, items, windowed.focused(), &|place| identity.run(place)))
    });
    effect(move || {
        pieces.track();
        windowed.give_focus_back();
    });
    let key = |piece: &Piece| match *piece {
        Piece::Row(slot) => (slot.number, None),
        Piece::Gap { first, rows } => (first, Some(rows)),
    };
    let piece = move |piece: Piece| match piece {
        Piece::Gap { rows, .. } => view! {
            <tr class="gap" aria-hidden="true" style:height=move || windowed.height(rows)>
                <td colspan=columns.to_string()></td>
            </tr>
        }
        .into_any(),
        Piece::Row(slot) => {
            let place = Memo::new(move |before: Option<&usize>| {
                let present = pieces.with(|pieces| slots::place_of(pieces, slot.number));
                // A row that is about to go shows what it showed.
                present.or(before.copied()).unwrap_or(slot.place)
            });
            let mark = move || mark.map_or("", |mark| mark.run(place.get()));
            let cells = row.run(place);
            view! {
                <tr class=mark role="row" data-row=move || place.get().to_string() aria-rowindex=move || is_long().then(|| (place.get() + 2).to_string())>
                    {cells}
                </tr>
            }
            .into_any()
        }
    };
    view! {
        <tbody
            role="rowgroup"
            node_ref=windowed.body
            on:focusin=move |event| windowed.focus_in(&event)
            on:focusout=move |_| windowed.focus_out()
        >
            <For each=move || pieces.get() key children=piece/>
        </tbody>
    }
}
