//! An address of another region than the session's.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::console::{address, small, two_regions};
use crate::support::{Console, Find};

/// Someone who is signed in to the region "South", at an address.
fn open(address: &str) -> Console {
    Console::set_up(small(), two_regions(), Some("admin"), address)
}

#[wasm_bindgen_test]
async fn nothing_is_asked_for_before_one_has_chosen() {
    let console = open("/organizations/group/images/test?region=north");
    console.heading("This address is in another region").await;
    assert!(console.text().contains("The address is in North. You are signed in to South"));
    assert!(console.cloud.requests().is_empty());
}

#[wasm_bindgen_test]
async fn staying_leads_to_the_same_page_here() {
    let console = open("/organizations/group/images/test?region=north");
    console.heading("This address is in another region").await;
    console.button("Stay in South").click();
    console.row("user01").await;
    assert_eq!(address(), "/organizations/group/images/test?region=south");
}

#[wasm_bindgen_test]
async fn switching_signs_out_and_comes_back_after_signing_in() {
    let console = open("/organizations/group/images/test?region=north");
    console.heading("This address is in another region").await;
    console.button("Sign out, then sign in to North").click();
    console.heading("Sign in").await;
    assert_eq!(address(), "/sign-in?region=north");
    assert_eq!(crate::support::act::chosen(&console.field("Region")), "North");
}

#[wasm_bindgen_test]
async fn a_region_that_is_not_configured_can_only_be_left() {
    let console = open("/organizations?region=nowhere");
    console.heading("Region “nowhere” isn't configured").await;
    assert!(console.all("main button").len() == 1);
    console.button("Stay in South").click();
    console.row("group").await;
}

#[wasm_bindgen_test]
async fn an_address_without_a_region_is_of_the_first() {
    let console = open("/organizations");
    console.heading("This address is in another region").await;
}
