//! Heads of columns that can be sorted.

use domain::table::rows::Direction;
use swr_console::components::sort_head::SortHead;
use swr_console::view::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Find, Stage, attribute, until};

/// Two columns, and by which of them the table is sorted.
fn heads(sort: RwSignal<(&'static str, Direction)>) -> impl IntoView {
    let head = move |name: &'static str| {
        let direction = Signal::derive(move || {
            let (column, direction) = sort.get();
            (column == name).then_some(direction)
        });
        let on_sort = Callback::new(move |direction| sort.set((name, direction)));
        view! { <SortHead label=Signal::stored(name.to_owned()) direction on_sort/> }
    };
    view! {
        <table>
            <tr>{head("User")} {head("User ID")}</tr>
        </table>
    }
}

#[wasm_bindgen_test]
async fn a_click_sorts_a_second_turns_around_and_only_one_column_says_so() {
    let mut stage = Stage::new();
    let sort = RwSignal::new(("User", Direction::Ascending));
    stage.show(move || heads(sort));
    let orders = || stage.all("th").iter().map(|head| attribute(head, "aria-sort")).collect::<Vec<_>>();
    let are =
        |user: Option<&str>, id: Option<&str>| orders() == [user.map(str::to_owned), id.map(str::to_owned)];
    until("User to run upwards", || are(Some("ascending"), None)).await;
    stage.button("User").click();
    until("User to run downwards", || are(Some("descending"), None)).await;
    stage.button("User ID").click();
    until("User ID to run upwards", || are(None, Some("ascending"))).await;
    stage.button("User ID").click();
    until("User ID to run downwards", || are(None, Some("descending"))).await;
    assert_eq!(
        stage.said(),
        ["Sorted by User, descending.", "Sorted by User ID, ascending.", "Sorted by User ID, descending."]
    );
}

#[wasm_bindgen_test]
fn the_arrow_is_not_part_of_the_name() {
    let mut stage = Stage::new();
    let sort = RwSignal::new(("User", Direction::Descending));
    stage.show(move || heads(sort));
    assert_eq!(stage.all("th")[0].text(), "User ↓");
    stage.button("User");
}
