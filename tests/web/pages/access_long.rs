//! A permission table with 10,000 users, some under names that no console should trust.

use swr_emulator::{Emulator, Seed, Switches};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::console::one_region;
use crate::support::{Console, Find, attribute, type_into, until};

#[wasm_bindgen_test]
async fn ten_thousand_users_are_searched_and_sorted_in_one_table() {
    let emulator = Emulator::new(Seed::Large, Switches::default());
    let address = "/organizations/large/images/users-10000";
    let console = Console::set_up(emulator, one_region(), Some("admin"), address);
    until("the table", || console.find("table").is_some()).await;
    let table = console.called("table", "Permissions of large/users-10000");
    let rows: usize = attribute(&table, "aria-rowcount").unwrap().parse().unwrap();
    assert!(rows >= 10_001, "{rows}");
    assert!(table.all("tbody tr").len() <= 80);
    assert!(console.cells()[0][0].ends_with("You"));
    console.button("User").click();
    until("the order", || attribute(&console.get("th"), "aria-sort").as_deref() == Some("descending")).await;
    assert!(console.cells()[0][0].ends_with("You"));
    type_into(&console.field("Search users"), "no such user at all");
    until("nobody", || console.text().contains("Nothing matches the filter.")).await;
    type_into(&console.field("Search users"), "<");
    until("names that hold markup", || !console.cells().is_empty()).await;
    assert!(console.find("table script, table img, table iframe").is_none());
}
