//! `/sign-in`, when it does not work.

use swr_emulator::PASSWORD;
use wasm_bindgen_test::wasm_bindgen_test;

use super::sign_in::fill;
use crate::support::act::value_of;
use crate::support::{Console, Find, appears, has_focus, type_into, until};

async fn alert(console: &Console, headline: &str) -> String {
    let found = || console.alert().filter(|alert| alert.starts_with(headline));
    appears(&format!("“{headline}”"), found).await
}

#[wasm_bindgen_test]
async fn refused_credentials_clear_the_password_alone() {
    let console = Console::open("/sign-in");
    fill(&console, "admin", "wrong").await;
    console.button("Sign in").click();
    let said = alert(&console, "Sign-in refused.").await;
    assert!(said.contains("The username or password is wrong."), "IAM's own words: {said}");
    until("the password to be cleared", || value_of(&console.field("Password")).is_empty()).await;
    assert_eq!(value_of(&console.field("User name")), "admin");
    assert_eq!(value_of(&console.field("Account")), "demo");
    assert!(has_focus(&console.field("Password")));
    assert!(!console.text().contains("Fill in this field."), "it is not the user who left it empty");
}

#[wasm_bindgen_test]
async fn one_can_try_again_after_a_refusal() {
    let console = Console::open("/sign-in");
    fill(&console, "admin", "wrong").await;
    console.button("Sign in").click();
    alert(&console, "Sign-in refused.").await;
    until("the password to be cleared", || value_of(&console.field("Password")).is_empty()).await;
    type_into(&console.field("Password"), PASSWORD);
    console.button("Sign in").click();
    console.heading("Organizations").await;
}

#[wasm_bindgen_test]
async fn a_project_that_does_not_exist_is_told_apart_from_a_wrong_password() {
    let console = Console::open("/sign-in");
    fill(&console, "admin", PASSWORD).await;
    type_into(&console.field("Project"), "eu-nowhere");
    console.button("Sign in").click();
    alert(&console, "Project or account not found.").await;
}

#[wasm_bindgen_test]
async fn a_broken_connection_leaves_everything_as_typed() {
    let mut console = Console::open("/sign-in");
    console.cloud.set_offline(true);
    fill(&console, "admin", PASSWORD).await;
    console.button("Sign in").click();
    alert(&console, "No connection.").await;
    assert_eq!(value_of(&console.field("Password")), PASSWORD);
    console.cloud.set_offline(false);
    console.button("Sign in").click();
    console.heading("Organizations").await;
}

#[wasm_bindgen_test]
async fn a_token_that_iam_does_not_know_is_said_to_be_one() {
    let console = Console::open("/sign-in");
    console.heading("Sign in").await;
    console.called("input[type=radio]", "Access token").click();
    let field = appears("the field", || console.find_called("input[type=text]", "Access token")).await;
    type_into(&field, "no-such-token");
    console.button("Sign in").click();
    alert(&console, "Token not accepted.").await;
    assert_eq!(value_of(&field), "no-such-token", "one may have to look at it");
}

#[wasm_bindgen_test]
async fn a_refusal_of_one_way_is_not_shown_beside_the_other() {
    let console = Console::open("/sign-in");
    fill(&console, "admin", "wrong").await;
    console.button("Sign in").click();
    alert(&console, "Sign-in refused.").await;
    console.called("input[type=radio]", "Access token").click();
    until("the alert to go", || console.alert().is_none()).await;
}
