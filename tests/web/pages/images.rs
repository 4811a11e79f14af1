//! `/organizations/{organization}`.

use swr_emulator::{Emulator, Seed, Switches};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::console::{address, one_region};
use crate::support::{Console, Find, attribute, type_into, until};

#[wasm_bindgen_test]
async fn images_are_listed_with_their_slashes() {
    let console = Console::open_as("admin", "/organizations/group");
    console.row("team/web/app").await;
    let rows: Vec<_> = console.cells().into_iter().map(|row| row[..3].to_vec()).collect();
    assert_eq!(
        rows,
        [["busybox", "Public", "2"], ["team/web/app", "Private", "4"], ["test", "Private", "3"]]
    );
    assert!(console.text().contains("3 images"));
    console.called("table", "Images of group");
}

#[wasm_bindgen_test]
async fn a_link_writes_a_dollar_for_every_slash() {
    let console = Console::open_as("admin", "/organizations/group");
    console.row("team/web/app").await.get("a").click();
    console.heading("group/team/web/app").await;
    assert_eq!(address(), "/organizations/group/images/team$web$app");
    console.row("admin").await;
    assert_eq!(console.requests("GET", "/v2/manage/namespaces/group/repos/team$web$app/access").len(), 1);
}

#[wasm_bindgen_test]
async fn an_organization_without_images_is_told_from_a_filter_without_matches() {
    let console = Console::open_as("admin", "/organizations/empty");
    until("the words", || console.text().contains("No images")).await;
    drop(console);
    let console = Console::open_as("admin", "/organizations/group?q=nothing");
    until("the words", || console.text().contains("Nothing matches the filter.")).await;
    console.button("Clear filter").click();
    console.row("test").await;
}

#[wasm_bindgen_test]
async fn the_tabs_lead_to_the_members_and_back() {
    let console = Console::open_as("admin", "/organizations/group");
    console.row("test").await;
    let tab = |name: &str| console.called("nav a", name);
    assert_eq!(attribute(&tab("Images"), "aria-current").as_deref(), Some("page"));
    tab("Users").click();
    until("the members", || address() == "/organizations/group/members").await;
    until("the mark", || attribute(&tab("Users"), "aria-current").is_some()).await;
    tab("Images").click();
    console.row("test").await;
}

#[wasm_bindgen_test]
async fn two_thousand_images_are_one_table() {
    let emulator = Emulator::new(Seed::Large, Switches::default());
    let console = Console::set_up(emulator, one_region(), Some("admin"), "/organizations/large");
    until("all of them", || {
        console.text().contains("2,000 images") || console.text().contains("2000 images")
    })
    .await;
    assert_eq!(console.requests("GET", "/v2/manage/repos").len(), 2, "a thousand at a time");
    let table = console.called("table", "Images of large");
    assert_eq!(attribute(&table, "aria-rowcount").as_deref(), Some("2001"));
    assert!(table.all("tbody tr").len() <= 80);
    type_into(&console.field("Filter by name"), "users-10000");
    until("the one", || console.cells().len() == 1).await;
}
