//! `/organizations/{organization}/images/{image}`: who may do what.

use swr_emulator::switches::{ImplicitSelfAuth, SelfInImageOthers};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::console::address;
use crate::support::{Console, Find, appears, attribute, choose, type_into, until};

const TEST: &str = "/organizations/group/images/test";

/// The first cell of each row.
fn names(console: &Console) -> Vec<String> {
    console.cells().into_iter().map(|mut row| row.swap_remove(0)).collect()
}

#[wasm_bindgen_test]
async fn everybody_is_listed_with_whole_id_and_level_and_oneself_first() {
    let console = Console::open_as("user02", TEST);
    console.row("user02").await;
    let row = |name: &str, user: &str, level: &str| {
        [name.to_owned(), console.id_of(user), level.to_owned(), "Change Revoke".to_owned()]
    };
    let rows = [
        row("user02 You", "user02", "Write"),
        row("admin", "admin", "Manage"),
        row("user01", "user01", "Manage"),
        row("user03", "user03", "Read"),
    ];
    assert_eq!(console.cells(), rows);
    let heads: Vec<_> = console.all("th button").iter().map(crate::support::name_of).collect();
    assert_eq!(heads, ["User", "User ID", "Permission"]);
    console.called("th", "Actions");
    console.called("table", "Permissions of group/test");
}

#[wasm_bindgen_test]
async fn the_status_line_says_what_was_read_and_when() {
    let console = Console::open_as("admin", TEST);
    console.row("user01").await;
    assert!(console.text().contains("4 users · updated "), "{}", console.text());
    type_into(&console.field("Search users"), "user0");
    until("the count", || console.text().contains("3 of 4 users · updated ")).await;
}

#[wasm_bindgen_test]
async fn a_refresh_of_the_users_is_announced_and_the_first_read_is_not() {
    let console = Console::open_as("admin", TEST);
    console.row("user01").await;
    assert_eq!(console.announced(), "");
    assert!(!console.text().contains("Query succeeded."), "{}", console.text());
    console.button("Refresh").click();
    until("the announcement", || console.announced() == "Query succeeded. 4 users.").await;
}

// Each visit to a page began with an empty table, also seconds after its list had been read.
#[wasm_bindgen_test]
async fn a_list_that_was_read_before_is_there_at_once_with_its_age() {
    let mut console = Console::open_as("admin", TEST);
    console.row("user01").await;
    console.called("a", "group").click();
    let image = appears("the image", || console.find_called("td a", "test")).await;
    console.cloud.set_offline(true);
    image.click();
    console.row("user01").await;
    until("its age", || console.text().contains("Couldn't refresh. Showing data from ")).await;
    assert!(console.alert().is_some_and(|said| said.starts_with("No connection.")));
}

#[wasm_bindgen_test]
async fn search_and_level_stand_in_the_address() {
    let console = Console::open_as("admin", TEST);
    console.row("user01").await;
    type_into(&console.field("Search users"), "user");
    until("three rows", || console.cells().len() == 3).await;
    choose(&console.field("Level"), "Manage");
    until("one row", || names(&console) == ["user01"]).await;
    assert_eq!(address(), format!("{TEST}?q=user&level=manage"));
    choose(&console.field("Level"), "All levels");
    type_into(&console.field("Search users"), &console.id_of("user03")[4..20]);
    until("who has that id", || names(&console) == ["user03"]).await;
}

#[wasm_bindgen_test]
async fn oneself_comes_first_under_every_sort() {
    let console = Console::open_as("user02", TEST);
    console.row("user02").await;
    for (head, first) in [("User", "user03"), ("User ID", "user03"), ("Permission", "user03")] {
        // The first click on the column of the present order turns it around, on any other sorts upwards.
        console.button(head).click();
        until(head, || names(&console).get(..2) == Some(&["user02 You".to_owned(), first.to_owned()][..]))
            .await;
    }
}

#[wasm_bindgen_test]
async fn who_has_no_entry_of_their_own_sees_the_others() {
    let console = Console::open_as("user04", TEST);
    console.row("admin").await;
    assert_eq!(names(&console), ["admin", "user01", "user02", "user03"]);
    assert!(!console.get("table").text().contains("You"));
}

#[wasm_bindgen_test]
async fn an_entry_of_oneself_among_the_others_is_no_second_row() {
    let mut console = Console::open_as("admin", "/organizations");
    console.cloud.with(|emulator| {
        emulator.switches_mut().self_in_image_others = SelfInImageOthers::Yes;
        emulator.switches_mut().implicit_self_auth = ImplicitSelfAuth::Null;
    });
    console.row("group").await;
    console.called("a", "group").click();
    console.row("test").await.get("a").click();
    console.row("admin").await;
    assert_eq!(names(&console), ["admin You", "user01", "user02", "user03"]);
}

#[wasm_bindgen_test]
async fn the_head_says_where_one_is_and_how_to_pull() {
    let console = Console::open_as("admin", TEST);
    console.row("user01").await;
    console.heading("group/test").await;
    assert!(console.text().contains("Permission ID 3374887"), "{}", console.text());
    let pull = console.get("code.code").text();
    assert!(pull.starts_with("docker pull ") && pull.ends_with("/group/test"), "{pull}");
    assert_eq!(attribute(&console.called("nav a", "group"), "href").as_deref(), Some("/organizations/group"));
    assert!(console.text().contains("Account administrators and IAM policies can allow or deny more"));
}

#[wasm_bindgen_test]
async fn another_image_shows_nothing_of_the_one_before() {
    let console = Console::open_as("admin", TEST);
    console.row("user01").await;
    console.called("nav a", "group").click();
    console.row("busybox").await.get("a").click();
    console.heading("group/busybox").await;
    assert!(console.find_row("user01").is_none());
    until("its own row", || names(&console) == ["admin You"]).await;
}
