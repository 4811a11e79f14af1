//! `/organizations/{organization}/members`.

use wasm_bindgen_test::wasm_bindgen_test;

use super::grant::{fill, open};
use crate::support::{Console, Find, appears, until};

#[wasm_bindgen_test]
async fn an_organizations_permissions_are_a_table_too() {
    let console = Console::open_as("admin", "/organizations/group/members");
    console.row("user04").await;
    console.called("table", "Permissions of group");
    let levels: Vec<_> = console.cells().into_iter().map(|row| [row[0].clone(), row[2].clone()]).collect();
    assert_eq!(levels, [["admin You", "Manage"], ["user04", "Write"]]);
    assert!(console.find("code.code").is_none(), "an organization can't be pulled");
}

#[wasm_bindgen_test]
async fn a_grant_on_an_organization_is_its_own_request_and_sentence() {
    let console = Console::open_as("admin", "/organizations/group/members");
    console.row("user04").await;
    let dialog = open(&console).await;
    fill(&console, &dialog, 1, "user05").await;
    dialog.button("Grant").click();
    console.row("user05").await;
    assert_eq!(console.announced(), "Creation succeeded. Granted Read to user05.");
    assert_eq!(console.requests("POST", "/v2/manage/namespaces/group/access").len(), 1);
}

#[wasm_bindgen_test]
async fn an_organization_that_does_not_exist_is_told_in_the_documented_words() {
    let console = Console::open_as("admin", "/organizations/nowhere/members");
    let said = appears("the alert", || console.alert()).await;
    assert!(said.starts_with("Organization not found."), "{said}");
}

#[wasm_bindgen_test]
async fn who_may_not_manage_is_advised_before_typing() {
    let console = Console::open_as("user04", "/organizations/group/members");
    console.row("user04").await;
    let dialog = open(&console).await;
    until("the advice", || dialog.text().contains("You probably can't grant permissions here")).await;
    dialog.button("Grant");
}
