//! Heads of columns that can be sorted.

use leptos::prelude::*;
use swr_console::components::sort_head::SortHead;
use swr_console::domain::listing::{Direction, Sort, UserColumn};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Find, Stage, attribute, until};

fn heads(sort: RwSignal<Sort<UserColumn>>) -> impl IntoView {
    let on_sort = Callback::new(move |wanted| sort.set(wanted));
    view! {
        <table>
            <tr>
                <SortHead column=UserColumn::User label=Signal::stored("User".to_owned()) sort on_sort/>
                <SortHead column=UserColumn::Id label=Signal::stored("User ID".to_owned()) sort on_sort/>
            </tr>
        </table>
    }
}

#[wasm_bindgen_test]
async fn a_click_sorts_a_second_turns_around_and_only_one_column_says_so() {
    let mut stage = Stage::new();
    let sort = RwSignal::new(Sort { column: UserColumn::User, direction: Direction::Ascending });
    stage.show(move || heads(sort));
    let orders = || stage.all("th").iter().map(|head| attribute(head, "aria-sort")).collect::<Vec<_>>();
    let are =
        |user: Option<&str>, id: Option<&str>| orders() == [user.map(str::to_owned), id.map(str::to_owned)];
    assert!(are(Some("ascending"), None));
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
    let sort = RwSignal::new(Sort { column: UserColumn::User, direction: Direction::Descending });
    stage.show(move || heads(sort));
    assert_eq!(stage.all("th")[0].text(), "User ↓");
    stage.button("User");
}
