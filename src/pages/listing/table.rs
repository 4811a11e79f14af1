//! The table of a list: a head and a cell for each column, and the rows that the window shows.

use crate::view::prelude::*;

use crate::components::sort_head::SortHead;
use crate::components::table::{DataTable, Row, fingerprint};
use crate::components::windowed::Windowed;
use crate::state::navigation::Navigation;
use crate::words::Text;
use domain::table::rows::{Sort, TableRow};

use super::{CellStyle, Column, Listing};

/// See the module.
#[component]
pub fn ListingTable<R: TableRow>(
    /// The list.
    listing: Listing<R>,
    /// The table's name.
    label: Text,
    /// A class for the style.
    class: &'static str,
    /// Which rows are drawn.
    windowed: Windowed,
    /// Marks a row for the style.
    #[prop(default = None)]
    mark: Option<Callback<usize, Signal<&'static str>>>,
) -> impl IntoView {
    let count = Signal::derive(move || listing.count());
    let row_key = Callback::new(move |place| fingerprint(listing.at(place, |row| fingerprint(row))));
    let cells = move |row: &R| {
        let cell = |column: &Column<R>| {
            cell(column.label, column.style, (column.cell_name)(row), (column.cell)(row))
        };
        listing.columns(|columns| columns.iter().map(cell).collect_view())
    };
    let row = Callback::new(move |place| Row {
        cells: listing.at(place, cells).into_any(),
        class: mark.map_or(Signal::stored(""), |mark| mark.run(place)),
    });
    let heads = listing.columns(|columns| {
        columns.iter().enumerate().map(|(index, column)| head(listing, index, column)).collect_view()
    });
    let columns = listing.columns(<[Column<R>]>::len);
    view! {
        <DataTable label count windowed columns row_key row class>
            {heads}
        </DataTable>
    }
}

fn head<R: TableRow>(listing: Listing<R>, index: usize, column: &Column<R>) -> AnyView {
    let (label, numeric) = (column.label, column.style == CellStyle::Numeric);
    if column.sort.is_none() {
        return view! { <th scope="col" role="columnheader">{label}</th> }.into_any();
    }
    let navigation = expect_context::<Navigation>();
    let direction = Signal::derive(move || listing.direction(index));
    let on_sort = Callback::new(move |direction| {
        let wish = listing.sort_wish(Sort { column: index, direction });
        navigation.refine(|query| query.sort = wish);
    });
    view! { <SortHead label direction on_sort numeric/> }.into_any()
}

fn cell(label: Text, style: CellStyle, name: Option<Text>, content: AnyView) -> AnyView {
    let (class, is_labelled) = match style {
        CellStyle::Class(class) => (class, false),
        CellStyle::Labelled(class) => (class, true),
        CellStyle::Numeric => ("numeric", true),
    };
    if name.is_none() && !is_labelled {
        return view! { <td role="cell" class=class>{content}</td> }.into_any();
    }
    view! {
        <td
            role="cell"
            class=class
            aria-label=move || name.map(|name| name.get())
            data-label=move || is_labelled.then(|| label.get())
        >
            {content}
        </td>
    }
    .into_any()
}
