//! The table of a list: a head and a cell for each column, and the rows that the window shows.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::view::prelude::*;

use crate::components::sort_head::SortHead;
use crate::components::table::DataTable;
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
    mark: Option<Callback<usize, &'static str>>,
) -> impl IntoView {
    let count = Signal::derive(move || listing.count());
    let identity = Callback::new(move |place| listing.at(place, identity).unwrap_or_default());
    let row = Callback::new(move |place| {
        let Some(row) = listing.follow(place) else { return ().into_any() };
        let cell = |column: &Column<R>| {
            let name = column.cell_name.clone();
            let name = name.map(|name| -> CellText { Box::new(move || row.with(|row| name(row))) });
            cell(column.label, column.style, name, (column.cell)(row))
        };
        listing.columns(|columns| columns.iter().map(cell).collect_view()).into_any()
    });
    let heads = listing.columns(|columns| {
        columns.iter().enumerate().map(|(index, column)| head(listing, index, column)).collect_view()
    });
    let columns = listing.columns(<[Column<R>]>::len);
    view! {
        <DataTable label count windowed columns identity row mark class>
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

/// A number for the person, organization or image of a row: the same while its name and id are.
fn identity<R: TableRow>(row: &R) -> u64 {
    let mut hasher = DefaultHasher::new();
    row.search_text().hash(&mut hasher);
    hasher.finish()
}

/// What a cell is called, at any time.
type CellText = Box<dyn Fn() -> Option<String> + Send + Sync>;

fn cell(label: Text, style: CellStyle, name: Option<CellText>, content: AnyView) -> AnyView {
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
            aria-label=move || name.as_ref().and_then(|name| name())
            data-label=move || is_labelled.then(|| label.get())
        >
            {content}
        </td>
    }
    .into_any()
}
