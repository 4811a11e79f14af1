//! `/organizations`.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::console::address;
use crate::support::{Console, Find, appears, attribute, type_into, until};

/// The first cell of each row.
fn names(console: &Console) -> Vec<String> {
    console.cells().into_iter().map(|mut row| row.swap_remove(0)).collect()
}

#[wasm_bindgen_test]
async fn organizations_are_listed_with_ones_own_level() {
    let console = Console::open_as("admin", "/organizations");
    console.row("group").await;
    let rows = [
        ["empty", "Manage", "0", "1", "admin"],
        ["group", "Manage", "3", "2", "admin"],
        ["outside", "Manage", "2", "1", "admin"],
    ];
    assert_eq!(console.cells(), rows);
    assert!(console.text().contains("3 organizations"));
}

#[wasm_bindgen_test]
async fn an_organization_seen_only_through_an_image_says_so() {
    let console = Console::open_as("user01", "/organizations");
    let row = console.row("group").await;
    assert!(row.text().contains("Through an image"), "{}", row.text());
}

#[wasm_bindgen_test]
async fn who_holds_nothing_is_told_what_to_do() {
    let console = Console::open_as("user12", "/organizations");
    until("the words", || console.text().contains("No organizations")).await;
    assert!(console.find("table").is_none());
}

#[wasm_bindgen_test]
async fn a_filter_that_nothing_matches_can_be_cleared() {
    let console = Console::open_as("admin", "/organizations");
    console.row("group").await;
    type_into(&console.field("Filter by name"), "GRO");
    until("one row", || names(&console) == ["group"]).await;
    assert_eq!(address(), "/organizations?q=GRO");
    assert!(console.text().contains("1 of 3 organizations"));
    type_into(&console.field("Filter by name"), "nothing");
    until("the words", || console.text().contains("Nothing matches the filter.")).await;
    console.button("Clear filter").click();
    until("all rows", || names(&console) == ["empty", "group", "outside"]).await;
    assert_eq!(address(), "/organizations");
}

#[wasm_bindgen_test]
async fn a_sort_stands_in_the_address_and_an_address_sorts() {
    let console = Console::open_as("admin", "/organizations?sort=-name");
    console.row("group").await;
    assert_eq!(names(&console), ["outside", "group", "empty"]);
    console.button("Images").click();
    until("the fewest first", || names(&console) == ["empty", "outside", "group"]).await;
    assert_eq!(address(), "/organizations?sort=images");
    let orders: Vec<_> = console.all("th").iter().map(|head| attribute(head, "aria-sort")).collect();
    assert_eq!(orders, [None, None, Some("ascending".to_owned()), None, None]);
}

#[wasm_bindgen_test]
async fn a_link_leads_to_the_images() {
    let console = Console::open_as("admin", "/organizations");
    console.row("group").await.get("a").click();
    console.heading("group").await;
    assert_eq!(address(), "/organizations/group");
}

#[wasm_bindgen_test]
async fn who_knows_an_images_name_goes_straight_there() {
    let console = Console::open_as("admin", "/organizations");
    let field = appears("the field", || console.find_field("Go to image")).await;
    type_into(&field, "nonsense");
    console.button("Go").click();
    until("the remark", || attribute(&field, "aria-invalid").is_some()).await;
    type_into(&field, "docker pull swr.example/group/team/web/app:1.0");
    console.button("Go").click();
    console.heading("group/team/web/app").await;
}

#[wasm_bindgen_test]
async fn a_list_that_cannot_be_read_can_be_tried_again() {
    let mut console = Console::open_as("admin", "/organizations");
    console.cloud.set_offline(true);
    let retry = appears("the way on", || console.find_button("Try again")).await;
    assert!(console.alert().unwrap().starts_with("No connection."));
    console.cloud.set_offline(false);
    retry.click();
    console.row("group").await;
    assert_eq!(console.alert(), None);
}

#[wasm_bindgen_test]
async fn a_failed_refresh_keeps_the_table_and_marks_it_old() {
    let mut console = Console::open_as("admin", "/organizations");
    console.row("group").await;
    assert!(console.text().contains("updated "));
    console.cloud.set_offline(true);
    console.button("Refresh").click();
    until("the alert", || console.alert().is_some()).await;
    assert_eq!(names(&console), ["empty", "group", "outside"]);
    assert!(console.text().contains("Couldn't refresh. Showing data from"));
    console.cloud.set_offline(false);
    console.button("Refresh").click();
    until("the alert to go", || console.alert().is_none()).await;
}
