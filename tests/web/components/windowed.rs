//! Long tables, of which only what is near the screen is in the document.

use std::cell::Cell;
use std::rc::Rc;

use swr_console::components::windowed::{PRINTED, Windowed};
use swr_console::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use super::table::numbers;
use crate::support::{Find, Stage, appears, attribute, drain, event, frame, has_focus, until};

/// A table with 10,000 rows, measured, under something as high as a screen.
async fn long() -> (Stage, Windowed, RwSignal<usize>) {
    let mut stage = Stage::new();
    let (count, version) = (RwSignal::new(10_000), RwSignal::new(0));
    let windowed = Rc::new(Cell::new(None));
    let given = Rc::clone(&windowed);
    stage.show(move || {
        let (windowed, table) = numbers(count, version);
        given.set(Some(windowed));
        view! { <p style="height: 100vh">"Above"</p> {table} }
    });
    frame().await;
    (stage, windowed.get().unwrap(), count)
}

/// The numbers of the rows in the document.
fn drawn(stage: &Stage) -> Vec<usize> {
    stage
        .all("tbody tr[data-row]")
        .iter()
        .map(|row| attribute(row, "data-row").unwrap().parse().unwrap())
        .collect()
}

fn row(stage: &Stage, index: usize) -> Option<web_sys::HtmlElement> {
    stage.find(&format!("tr[data-row=\"{index}\"]"))
}

/// Scrolls until a row would be on the screen.
fn scroll_to(stage: &Stage, windowed: Windowed, index: usize) {
    windowed.reveal(index);
    // The browser reports scrolling at the next frame; the test does it at once.
    let _ = window().dispatch_event(&event("Event", "scroll", &[])).unwrap();
    assert!(stage.is_connected());
}

#[wasm_bindgen_test]
async fn ten_thousand_rows_put_at_most_eighty_into_the_document() {
    let (stage, windowed, _) = long().await;
    for index in [0, 17, 4_000, 4_001, 9_999, 5_000, 0] {
        scroll_to(&stage, windowed, index);
        until("the row", || drawn(&stage).contains(&index)).await;
        frame().await;
        assert!(stage.all("tbody tr").len() <= 80, "{} rows at {index}", stage.all("tbody tr").len());
        assert!(drawn(&stage).contains(&index));
    }
}

#[wasm_bindgen_test]
async fn a_screen_reader_is_told_where_in_the_whole_a_row_is() {
    let (stage, windowed, _) = long().await;
    scroll_to(&stage, windowed, 5_000);
    let row = appears("row 5000", || row(&stage, 5_000)).await;
    assert_eq!(attribute(&stage.get("table"), "aria-rowcount").as_deref(), Some("10001"));
    // The head is the first row, and rows count from 1.
    assert_eq!(attribute(&row, "aria-rowindex").as_deref(), Some("5002"));
    assert!(stage.all("tbody tr").iter().all(|row| {
        row.has_attribute("aria-rowindex") || attribute(row, "aria-hidden").as_deref() == Some("true")
    }));
}

#[wasm_bindgen_test]
async fn the_table_is_as_high_as_if_all_its_rows_were_there() {
    let (stage, windowed, _) = long().await;
    let height = || stage.get("tbody").get_bounding_client_rect().height();
    let one = row(&stage, 0).unwrap().get_bounding_client_rect().height();
    let all = one * 10_000.0;
    until("the measured height", || (height() - all).abs() < one * 2.0).await;
    scroll_to(&stage, windowed, 7_000);
    appears("row 7000", || row(&stage, 7_000)).await;
    until("the same height", || (height() - all).abs() < one * 2.0).await;
}

#[wasm_bindgen_test]
async fn a_row_that_holds_the_focus_stays_wherever_one_scrolls() {
    // Drawing the rows again takes the focused row out of the document for a moment. It lost the focus, and the
    // browser, which then found a table of a few rows, scrolled back to its top.
    let (stage, windowed, _) = long().await;
    let button = row(&stage, 3).unwrap().get("button");
    button.focus().unwrap();
    scroll_to(&stage, windowed, 6_000);
    appears("row 6000", || row(&stage, 6_000)).await;
    assert!(button.is_connected(), "the row is still there");
    assert!(has_focus(&button), "and has kept the focus");
    assert!(stage.all("tbody tr").len() <= 80);
    button.blur().unwrap();
    until("the row to go once it is left", || row(&stage, 3).is_none()).await;
}

#[wasm_bindgen_test]
async fn a_list_that_shrinks_is_drawn_from_where_it_still_is() {
    let (stage, windowed, count) = long().await;
    scroll_to(&stage, windowed, 9_999);
    appears("the last row", || row(&stage, 9_999)).await;
    count.set(250);
    until("the last row of the shorter list", || drawn(&stage).last() == Some(&249)).await;
    count.set(2);
    until("two rows", || drawn(&stage) == [0, 1]).await;
    count.set(0);
    until("no rows", || drawn(&stage).is_empty()).await;
}

#[wasm_bindgen_test]
async fn printing_draws_the_rows_that_are_printed() {
    let (stage, windowed, _) = long().await;
    let _ = window().dispatch_event(&event("Event", "beforeprint", &[])).unwrap();
    until("all rows that are printed", || drawn(&stage).len() == PRINTED).await;
    assert!(windowed.is_printing());
    let _ = window().dispatch_event(&event("Event", "afterprint", &[])).unwrap();
    until("few rows again", || drawn(&stage).len() <= 80).await;
}

#[wasm_bindgen_test]
async fn leaving_within_a_frame_is_no_fault() {
    // A table measured itself at the next frame. Anyone who left the page before that frame met a measurement of
    // something that was gone, and the program stopped.
    let (mut stage, _, count) = long().await;
    count.set(9_000);
    drain().await;
    stage.clear();
    frame().await;
    let _ = window().dispatch_event(&event("Event", "scroll", &[])).unwrap();
}
