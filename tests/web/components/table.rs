//! The frame of every table.

use swr_console::components::table::DataTable;
use swr_console::components::windowed::{Windowed, use_windowed};
use swr_console::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Find, Stage, attribute, has_focus, until};

/// A table of numbers. With another version every row is another's, as after a search.
pub(super) fn numbers(count: RwSignal<usize>, version: RwSignal<u64>) -> (Windowed, impl IntoView) {
    let windowed = use_windowed(count.into());
    let identity = Callback::new(move |_| version.get());
    let row = Callback::new(move |place: Memo<usize>| {
        let text = move || format!("row {} v{}", place.get(), version.get());
        view! { <td role="cell"><button type="button">{dynamic(text)}</button></td> }.into_any()
    });
    let table = view! {
        <DataTable label=Signal::stored("Numbers".to_owned()) count windowed columns=1 identity row mark=None class="table--test">
            <th scope="col" role="columnheader">"Number"</th>
        </DataTable>
    };
    (windowed, table)
}

#[wasm_bindgen_test]
fn a_short_table_is_whole_and_has_no_need_to_number_its_rows() {
    let mut stage = Stage::new();
    let (count, version) = (RwSignal::new(200), RwSignal::new(0));
    stage.show(move || numbers(count, version).1);
    let table = stage.called("table", "Numbers");
    assert_eq!(table.all("tbody tr").len(), 200);
    assert_eq!(attribute(&table, "aria-rowcount"), None);
    assert!(table.all("tr").iter().all(|row| attribute(row, "aria-rowindex").is_none()));
}

#[wasm_bindgen_test]
fn roles_are_spelled_out_for_screens_that_lay_rows_out_as_blocks() {
    let mut stage = Stage::new();
    let (count, version) = (RwSignal::new(2), RwSignal::new(0));
    stage.show(move || numbers(count, version).1);
    let roles = |selector: &str| stage.all(selector).iter().map(|e| attribute(e, "role")).collect::<Vec<_>>();
    let all = |role: &str, count: usize| vec![Some(role.to_owned()); count];
    assert_eq!(roles("table"), all("table", 1));
    assert_eq!(roles("thead, tbody"), all("rowgroup", 2));
    assert_eq!(roles("tr"), all("row", 3));
    assert_eq!(roles("th"), all("columnheader", 1));
    assert_eq!(roles("td"), all("cell", 2));
}

#[wasm_bindgen_test]
async fn rows_that_become_others_are_filled_anew_and_stay() {
    let mut stage = Stage::new();
    let (count, version) = (RwSignal::new(3), RwSignal::new(0));
    stage.show(move || numbers(count, version).1);
    let first = stage.all("tbody tr")[0].clone();
    count.set(4);
    until("the fourth row", || stage.all("tbody tr").len() == 4).await;
    assert!(first.is_connected(), "a row of the same person stays the same element");
    version.set(1);
    until("the new rows", || stage.all("tbody tr").iter().all(|row| row.text().ends_with("v1"))).await;
    assert!(first.is_connected());
    assert_eq!(first.text(), "row 0 v1");
}

/// Someone was about to press a button of a row when the list was read again: the button had become another person's, and
/// a screen reader, whose focus had not moved, did not say so.
#[wasm_bindgen_test]
async fn the_row_with_the_focus_is_made_anew_for_another() {
    let mut stage = Stage::new();
    let (count, version) = (RwSignal::new(3), RwSignal::new(0));
    stage.show(move || numbers(count, version).1);
    let [first, second] = [0, 1].map(|index| stage.all("tbody tr")[index].clone());
    second.get("button").focus().unwrap();
    version.set(1);
    until("the new rows", || stage.all("tbody tr").iter().all(|row| row.text().ends_with("v1"))).await;
    assert!(first.is_connected() && !second.is_connected());
    let now = stage.all("tbody tr")[1].get("button");
    until("the focus in its place", || has_focus(&now)).await;
    count.set(4);
    until("the fourth row", || stage.all("tbody tr").len() == 4).await;
    assert!(now.is_connected() && has_focus(&now), "the same row's stays");
}

#[wasm_bindgen_test]
async fn a_table_that_grows_long_numbers_its_rows() {
    let mut stage = Stage::new();
    let (count, version) = (RwSignal::new(200), RwSignal::new(0));
    stage.show(move || numbers(count, version).1);
    count.set(201);
    let table = stage.called("table", "Numbers");
    until("the count", || attribute(&table, "aria-rowcount").as_deref() == Some("202")).await;
    assert_eq!(attribute(&table.get("thead tr"), "aria-rowindex").as_deref(), Some("1"));
    assert_eq!(attribute(&table.get("tbody tr"), "aria-rowindex").as_deref(), Some("2"));
}
