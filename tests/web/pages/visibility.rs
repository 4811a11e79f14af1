//! Making an image public or private.

use swr_emulator::Emulator;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::support::console::{one_region, small};
use crate::support::{Console, Find, appears, attribute, type_into, until};

/// An image that is public.
pub(super) const PUBLIC: &str = "/organizations/outside/images/public";
/// An image that is shared with two accounts.
const SHARED: &str = "/organizations/outside/images/shared";

/// Where an image's record is.
fn record(image: &str) -> String {
    format!("/v2/manage/namespaces/outside/repos/{image}")
}

/// The line that says who can pull.
pub(super) fn reach(console: &Console) -> String {
    console.find(".facts--reach .fact").map(|fact| fact.text()).unwrap_or_default()
}

/// Lets a kind of call go wrong from now on, by the rest of a rule.
pub(super) fn spoil(console: &mut Console, method: &str, path: &str, rule: &str) {
    let rules = format!(r#"[{{"method":"{method}","path":"{path}",{rule}}}]"#);
    console.cloud.with(|emulator| emulator.faults_mut().read(rules.as_bytes()).unwrap());
}

/// What the dialog says of how it went.
pub(super) fn outcome(dialog: &HtmlElement) -> Option<String> {
    dialog.find(".outcome").map(|outcome| outcome.text())
}

/// The bodies of the changes of a record that were sent.
fn sent(console: &Console, image: &str) -> Vec<String> {
    let requests = console.requests("PATCH", &record(image)).into_iter();
    requests.map(|request| String::from_utf8(request.body).unwrap()).collect()
}

fn is_public(console: &Console, image: &str) -> bool {
    console.cloud.read(|emulator| emulator.store().image("outside", image).unwrap().is_public)
}

/// Describes the image that is public, behind the user's back.
fn describe(emulator: &mut Emulator, text: &str) {
    text.clone_into(&mut emulator.store_mut().image_mut("outside", "public").unwrap().description);
}

/// Opens the dialog of a button.
async fn ask(console: &Console, name: &str) -> HtmlElement {
    appears("the button", || console.find_button(name)).await.click();
    console.dialog(name).await
}

#[wasm_bindgen_test]
async fn an_image_is_made_private_by_one_request_that_repeats_what_was_read() {
    let mut emulator = small();
    describe(&mut emulator, "a “text”");
    let console = Console::set_up(emulator, one_region(), Some("admin"), PUBLIC);
    let dialog = ask(&console, "Make private").await;
    assert!(dialog.text().contains("Only users with a permission, and the accounts that outside/public"));
    assert!(dialog.find_field("Type public to confirm").is_none(), "to close takes no name");
    dialog.button("Make private").click();
    dialog.button("Make private").click();
    until("no dialog", || console.find("dialog").is_none()).await;
    assert_eq!(console.announced(), "outside/public is now private.");
    until("the line", || reach(&console) == "Private").await;
    let [body] = &sent(&console, "public")[..] else { panic!("{:?}", sent(&console, "public")) };
    assert!(
        body.contains(r#""description":"a “text”""#) && body.ends_with(r#""is_public":false}"#),
        "{body}"
    );
    assert!(!is_public(&console, "public"));
}

#[wasm_bindgen_test]
async fn an_image_is_made_public_only_after_typing_its_name() {
    let console = Console::open_as("admin", SHARED);
    let dialog = ask(&console, "Make public").await;
    assert!(dialog.text().contains("Anyone on the internet will be able to pull outside/shared"));
    let name = dialog.field("Type shared to confirm");
    for typed in ["", "share", "public"] {
        type_into(&name, typed);
        dialog.button("Make public").click();
        until("the remark", || attribute(&name, "aria-invalid").is_some()).await;
    }
    assert!(sent(&console, "shared").is_empty());
    type_into(&name, "shared");
    until("no remark", || attribute(&name, "aria-invalid").is_none()).await;
    dialog.button("Make public").click();
    until("the line", || reach(&console) == "Public: anyone can pull · Shared with 2 accounts (1 expired)")
        .await;
    assert_eq!(console.announced(), "outside/shared is now public.");
    assert!(is_public(&console, "shared") && console.find_button("Make private").is_some());
}

#[wasm_bindgen_test]
async fn cancel_sends_nothing_and_asks_nothing() {
    let console = Console::open_as("admin", PUBLIC);
    let dialog = ask(&console, "Make private").await;
    dialog.button("Cancel").click();
    until("no dialog", || console.find("dialog").is_none()).await;
    assert!(sent(&console, "public").is_empty() && is_public(&console, "public"));
}

#[wasm_bindgen_test]
async fn what_someone_else_changed_meanwhile_is_asked_about_anew_and_kept() {
    let mut console = Console::open_as("admin", PUBLIC);
    let dialog = ask(&console, "Make private").await;
    console.cloud.with(|emulator| describe(emulator, "newer"));
    dialog.button("Make private").click();
    let said = appears("the alert", || dialog.alert()).await;
    assert!(said.contains("Someone else changed this. Nothing was sent. It is now public."), "{said}");
    assert!(sent(&console, "public").is_empty());
    dialog.button("Make private").click();
    until("no dialog", || console.find("dialog").is_none()).await;
    assert!(sent(&console, "public")[0].contains(r#""description":"newer""#));
}

#[wasm_bindgen_test]
async fn a_refusal_says_which_right_it_takes_and_the_question_stays() {
    let console = Console::open_as("user05", PUBLIC);
    let dialog = ask(&console, "Make private").await;
    dialog.button("Make private").click();
    let said = appears("the alert", || dialog.alert()).await;
    assert!(said.starts_with("Permission denied."), "{said}");
    assert!(said.contains("needs Write on the image or its organization"), "{said}");
    assert_eq!(outcome(&dialog), None, "a refusal says by itself that nothing was done");
    assert!(dialog.is_connected() && is_public(&console, "public"));
    until("the look after the write", || console.requests("GET", &record("public")).len() >= 3).await;
}

#[wasm_bindgen_test]
async fn what_is_read_afterwards_decides_whatever_the_answer_was() {
    // The answer says no, and it was done.
    let mut console = Console::open_as("admin", PUBLIC);
    let dialog = ask(&console, "Make private").await;
    spoil(&mut console, "PATCH", &record("public"), r#""fault":"status","status":502,"store":true"#);
    dialog.button("Make private").click();
    until("no dialog", || console.find("dialog").is_none()).await;
    assert_eq!(
        (console.announced(), reach(&console)),
        ("outside/public is now private.".into(), "Private".into())
    );
    assert_eq!(sent(&console, "public").len(), 1);
    drop(console);

    // The answer says yes, and it was not.
    let mut console = Console::open_as("admin", PUBLIC);
    let dialog = ask(&console, "Make private").await;
    spoil(
        &mut console,
        "PATCH",
        &record("public"),
        r#""fault":"status","status":201,"body":"{}","store":false"#,
    );
    dialog.button("Make private").click();
    let said = appears("the alert", || dialog.alert()).await;
    assert!(said.contains("The service reported success, but the list shows something else."), "{said}");
    assert_eq!(outcome(&dialog).as_deref(), Some("Not applied"));
    assert_eq!(reach(&console), "Public: anyone can pull");
}

#[wasm_bindgen_test]
async fn from_what_is_not_known_nothing_is_changed() {
    let mut console = Console::open_as("admin", PUBLIC);
    let dialog = ask(&console, "Make private").await;
    // A record that says nothing of visibility.
    spoil(&mut console, "GET", &record("public"), r#""fault":"status","status":200,"body":"{}""#);
    dialog.button("Make private").click();
    let said = appears("the alert", || dialog.alert()).await;
    assert!(
        said.contains("Nothing was sent: the service's answer doesn't show what is there now."),
        "{said}"
    );
    assert!(sent(&console, "public").is_empty());
    dialog.button("Cancel").click();
    console.button("Refresh").click();
    until("the line", || reach(&console) == "Visibility unknown").await;
    let is_offered = |name| console.find_button(name).is_some();
    until("no button", || !is_offered("Make private") && !is_offered("Make public")).await;
}
