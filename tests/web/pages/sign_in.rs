//! `/sign-in`, both ways.

use leptos::prelude::window;
use swr_emulator::{PASSCODE, PASSWORD};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::act::value_of;
use crate::support::console::{address, small, two_regions};
use crate::support::{Console, Find, appears, attribute, choose, drain, has_focus, submit, type_into, until};

/// Waits for the form and fills in who one is.
pub(super) async fn fill(console: &Console, user: &str, password: &str) {
    console.heading("Sign in").await;
    type_into(&console.field("User name"), user);
    type_into(&console.field("Password"), password);
}

/// Switches the form to tokens, and returns the field for one.
async fn token_field(console: &Console) -> web_sys::HtmlElement {
    console.heading("Sign in").await;
    console.called("input[type=radio]", "Access token").click();
    appears("the field", || console.find_called("input[type=text]", "Access token")).await
}

#[wasm_bindgen_test]
async fn who_signs_in_with_a_password_arrives_where_the_link_led() {
    let console = Console::open("/organizations/group/images/test?q=user01");
    fill(&console, "admin", PASSWORD).await;
    assert_eq!(address(), "/sign-in");
    assert_eq!(value_of(&console.field("Account")), "demo");
    assert_eq!(value_of(&console.field("Project")), "local");
    console.button("Sign in").click();
    console.row("user01").await;
    assert_eq!(address(), "/organizations/group/images/test?q=user01");
    assert!(console.get("header").text().contains("demo / admin · local · local"));
}

#[wasm_bindgen_test]
async fn who_signs_in_with_a_token_is_known_by_it() {
    let mut console = Console::open("/organizations");
    let token = console.cloud.sign_in("user02").unwrap().to_string();
    let field = token_field(&console).await;
    type_into(&field, &format!(" {token}\n"));
    console.button("Sign in").click();
    console.heading("Organizations").await;
    assert!(console.get("header").text().contains("demo / user02"));
    let checks = console.requests("GET", "/v3/auth/tokens");
    assert_eq!(checks.len(), 1);
    assert_eq!(checks[0].header("X-Subject-Token"), Some(token.as_str()));
}

#[wasm_bindgen_test]
async fn a_second_factor_goes_along_where_there_is_one() {
    let console = Console::open("/sign-in");
    fill(&console, "admin", PASSWORD).await;
    console.called("input[type=checkbox]", "Use a verification code (MFA)").click();
    let code = appears("the field", || console.find_field("Verification code")).await;
    type_into(&code, PASSCODE);
    type_into(&console.field("User ID"), &console.id_of("admin"));
    console.button("Sign in").click();
    console.heading("Organizations").await;
    let sent = String::from_utf8(console.requests("POST", "/v3/auth/tokens").remove(0).body).unwrap();
    assert!(sent.contains(r#""methods":["password","totp"]"#) && sent.contains(PASSCODE), "{sent}");
}

#[wasm_bindgen_test]
async fn empty_fields_are_pointed_out_and_nothing_is_sent() {
    let console = Console::open("/sign-in");
    console.heading("Sign in").await;
    type_into(&console.field("Project"), " ");
    console.button("Sign in").click();
    let is_wrong = |label: &str| attribute(&console.field(label), "aria-invalid").is_some();
    until("the remarks", || ["User name", "Password", "Project"].into_iter().all(is_wrong)).await;
    assert!(!is_wrong("Account"));
    until("the focus on the first", || has_focus(&console.field("User name"))).await;
    assert!(console.cloud.requests().is_empty());
}

#[wasm_bindgen_test]
async fn sending_twice_signs_in_once() {
    let console = Console::open("/sign-in");
    fill(&console, "admin", PASSWORD).await;
    let form = console.get("form");
    submit(&form);
    submit(&form);
    console.button("Sign in").click();
    console.heading("Organizations").await;
    assert_eq!(console.requests("POST", "/v3/auth/tokens").len(), 1);
}

#[wasm_bindgen_test]
async fn a_token_that_cannot_be_one_is_not_sent() {
    let console = Console::open("/sign-in");
    let field = token_field(&console).await;
    type_into(&field, "two words");
    console.button("Sign in").click();
    until("the remark", || console.text().contains("This isn't a valid token")).await;
    assert!(has_focus(&field));
    assert!(console.cloud.requests().is_empty());
}

#[wasm_bindgen_test]
async fn a_region_is_chosen_before_anything_is_sent() {
    let console = Console::set_up(small(), two_regions(), None, "/sign-in");
    console.heading("Sign in").await;
    choose(&console.field("Region"), "South");
    assert_eq!(address(), "/sign-in?region=south");
    // The form is another one now.
    drain().await;
    fill(&console, "admin", PASSWORD).await;
    console.button("Sign in").click();
    console.heading("Organizations").await;
    assert_eq!(address(), "/organizations?region=south");
    assert!(console.get("header").text().contains("South"));
}

#[wasm_bindgen_test]
async fn neither_password_nor_token_get_into_an_address() {
    let console = Console::open("/organizations");
    fill(&console, "admin", PASSWORD).await;
    console.button("Sign in").click();
    console.row("group").await;
    let token = window().session_storage().unwrap().unwrap();
    let token = token.get_item(&token.key(0).unwrap().unwrap()).unwrap().unwrap();
    assert!(!token.contains(PASSWORD), "the password is not kept");
    for request in console.cloud.requests() {
        assert!(!request.target.contains(PASSWORD) && !request.target.to_lowercase().contains("token="));
    }
    assert_eq!(address(), "/organizations");
}
