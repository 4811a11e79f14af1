//! What is around every page: header, title, languages, addresses that are no page.

use leptos::prelude::{document, window};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::console::address;
use crate::support::{Console, Find, attribute, choose, has_focus, until};

#[wasm_bindgen_test]
async fn an_address_that_is_no_page_says_so_with_a_way_on() {
    let console = Console::open_as("admin", "/organizations/group/images/a/b");
    console.heading("Not found").await;
    assert!(console.cloud.requests().is_empty());
    console.called("a", "Go to organizations").click();
    console.row("group").await;
    until("the focus on the heading", || has_focus(&console.get("h1"))).await;
}

#[wasm_bindgen_test]
async fn the_start_leads_to_the_organizations() {
    let console = Console::open_as("admin", "/");
    console.heading("Organizations").await;
    assert_eq!(address(), "/organizations");
}

#[wasm_bindgen_test]
async fn the_title_says_where_one_is() {
    let console = Console::open_as("admin", "/organizations/group");
    until("the title", || document().title() == "group – SWR permissions").await;
    console.row("team/web/app").await.get("a").click();
    until("the title", || document().title() == "group/team/web/app – SWR permissions").await;
}

#[wasm_bindgen_test]
async fn a_language_changes_everything_at_once_and_nothing_is_read_again() {
    let console = Console::open_as("admin", "/organizations/group/images/test?q=user");
    console.row("user01").await;
    let before = console.cloud.requests().len();
    choose(&console.field("Language"), "简体中文");
    until("the Chinese table", || console.find_called("table", "group/test 的权限").is_some()).await;
    let root = document().document_element().unwrap();
    until("the language of the page", || root.get_attribute("lang").as_deref() == Some("zh-CN")).await;
    let english: Vec<_> = ["Permission", "Refresh", "Search", "Sign out", "users", "Query"]
        .into_iter()
        .filter(|word| console.text().contains(word))
        .collect();
    assert!(english.is_empty(), "{english:?} in {}", console.text());
    assert_eq!(console.cells().len(), 3, "search and rows stay");
    assert_eq!(console.cloud.requests().len(), before);
    choose(&console.field("语言"), "English");
    until("English again", || console.find_called("table", "Permissions of group/test").is_some()).await;
}

#[wasm_bindgen_test]
async fn signing_out_clears_the_page_the_tab_and_the_way_back() {
    let console = Console::open_as("admin", "/organizations/group/images/test");
    console.row("user01").await;
    console.button("Sign out").click();
    console.heading("Sign in").await;
    assert_eq!(console.announced(), "You have signed out.");
    assert_eq!(address(), "/sign-in");
    assert!(!console.text().contains("user01"));
    assert_eq!(window().session_storage().unwrap().unwrap().length().unwrap(), 0);
    assert!(console.find_button("Sign out").is_none());
}

#[wasm_bindgen_test]
async fn signing_out_while_a_request_is_under_way_is_no_fault() {
    let console = Console::open_as("admin", "/organizations/group/images/hang");
    until("the request", || !console.cloud.requests().is_empty()).await;
    console.button("Sign out").click();
    console.heading("Sign in").await;
}

#[wasm_bindgen_test]
async fn who_is_signed_in_is_led_away_from_the_sign_in_page() {
    let console = Console::open_as("admin", "/sign-in");
    console.heading("Organizations").await;
    assert_eq!(address(), "/organizations");
}

#[wasm_bindgen_test]
async fn the_theme_is_the_documents() {
    let console = Console::open_as("admin", "/organizations");
    console.row("group").await;
    let root = document().document_element().unwrap();
    choose(&console.field("Theme"), "Dark");
    until("the theme", || root.get_attribute("data-theme").as_deref() == Some("dark")).await;
    choose(&console.field("Theme"), "System theme");
    until("the theme", || root.get_attribute("data-theme").as_deref() == Some("system")).await;
}

#[wasm_bindgen_test]
async fn the_first_thing_one_can_reach_leads_over_the_header() {
    let console = Console::open_as("admin", "/organizations");
    console.row("group").await;
    let skip = console.get("a, button, input, select");
    assert_eq!(skip.text(), "Skip to content");
    let content = attribute(&skip, "href").unwrap();
    assert_eq!(console.get(&content).tag_name(), "MAIN");
}
