//! `…/sharing`: the accounts that an image is shared with, and the dialogs that share, change and end.

use domain::outside::until::{Until, a_month_after};
use domain::text::time::UnixMillis;
use swr_console::components::moment::day_and_time;
use swr_console::state::clock::now;
use swr_emulator::store::Deadline;
use swr_emulator::{AccountName, PASSWORD};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use super::visibility::{PUBLIC, outcome, reach, spoil};
use crate::support::act::value_of;
use crate::support::find::texts_of;
use crate::support::{Console, Find, appears, attribute, type_into, until};

const SHARING: &str = "/organizations/outside/images/shared/sharing";
const SHARES: &str = "/v2/manage/namespaces/outside/repositories/shared/access-domains";
const PARTNER: &str = "/v2/manage/namespaces/outside/repositories/shared/access-domains/partner";

/// A day so many days from today in UTC, as a date field has it.
fn day(from_today: i64) -> String {
    UnixMillis(now().0 + from_today * 86_400_000).utc_day()
}

/// Opens a dialog by its button.
async fn ask(console: &Console, name: &str) -> HtmlElement {
    appears("the button", || console.find_button(name)).await.click();
    console.dialog(name).await
}

/// Opens the dialog that shares, over a list that is there.
async fn share(console: &Console) -> HtmlElement {
    console.row("partner").await;
    ask(console, "Share with account").await
}

/// The bodies of the requests of a method that were sent.
fn sent(console: &Console, method: &str, path: &str) -> Vec<String> {
    let requests = console.requests(method, path).into_iter();
    requests.map(|request| String::from_utf8(request.body).unwrap()).collect()
}

/// What is remarked about a field.
fn remark(field: &HtmlElement) -> Option<String> {
    let id = attribute(field, "aria-describedby").filter(|_| attribute(field, "aria-invalid").is_some())?;
    Some(texts_of(id.split(' ').next()?))
}

/// Waits until a field has a remark that begins so.
async fn remarked(field: &HtmlElement, start: &str) {
    until(start, || remark(field).is_some_and(|said| said.starts_with(start))).await;
}

/// The end of a share that is stored.
fn stored(console: &Console, account: &str) -> Option<String> {
    console.cloud.read(|emulator| {
        let shares = &emulator.store().image("outside", "shared").unwrap().shares;
        shares.with(&AccountName::new(account)).map(|share| share.deadline.text().to_owned())
    })
}

/// Gives a share another end, behind the user's back.
fn put(console: &mut Console, account: &str, deadline: &str) {
    console.cloud.with(|emulator| {
        let shares = &mut emulator.store_mut().image_mut("outside", "shared").unwrap().shares;
        let share = shares.with(&AccountName::new(account)).unwrap().clone();
        let deadline = Deadline::parse(deadline).unwrap();
        shares.put(swr_emulator::store::Share { deadline, ..share });
    });
}

async fn no_dialog(console: &Console) {
    until("no dialog", || console.find("dialog").is_none()).await;
}

#[wasm_bindgen_test]
async fn one_month_is_proposed_with_its_end_in_the_readers_time() {
    let console = Console::open_as("admin", SHARING);
    let dialog = share(&console).await;
    let proposed = value_of(&dialog.field("Until"));
    assert_eq!(proposed, a_month_after(now()));
    let Some(Until::End(end)) = Until::end_of_day(&proposed) else { panic!("{proposed}") };
    let ends = |end| format!("It ends on {} in your time zone.", day_and_time(end));
    assert!(dialog.text().contains(&ends(end)), "{}", dialog.text());
    type_into(&dialog.field("Account"), "auditor");
    until("the meaning", || {
        dialog.text().contains(&format!("All users of auditor can pull outside/shared, until {proposed}."))
    })
    .await;
    dialog.button("Share").click();
    console.row("auditor").await;
    no_dialog(&console).await;
    assert_eq!(console.announced(), "Shared with auditor.");
    let body = format!(
        r#"{{"access_domain":"auditor","permit":"read","deadline":"{proposed}T23:59:59Z","description":""}}"#
    );
    assert_eq!(sent(&console, "POST", SHARES), [body]);
    until("the head", || reach(&console) == "Shared with 3 accounts (1 expired)").await;
}

#[wasm_bindgen_test]
async fn a_day_is_needed_that_is_not_over() {
    let console = Console::open_as("admin", SHARING);
    let dialog = share(&console).await;
    type_into(&dialog.field("Account"), "auditor");
    let until_field = dialog.field("Until");
    type_into(&until_field, &day(-1));
    assert_eq!(remark(&until_field), None, "nothing is remarked while it is typed");
    dialog.button("Share").click();
    remarked(&until_field, "This day is over.").await;
    // The browser's own field holds no text that is no day.
    for none in ["", "2026-02-30", "soon"] {
        type_into(&until_field, none);
        remarked(&until_field, "Choose the last day").await;
        dialog.button("Share").click();
    }
    assert!(sent(&console, "POST", SHARES).is_empty());
    type_into(&until_field, &day(0));
    until("no remark", || remark(&until_field).is_none()).await;
    dialog.button("Share").click();
    console.row("auditor").await;
    assert_eq!(stored(&console, "auditor"), Some(format!("{}T23:59:59Z", day(0))));
}

#[wasm_bindgen_test]
async fn an_account_is_refused_that_is_none_or_the_own_one_or_listed() {
    let console = Console::open_as("admin", SHARING);
    let dialog = share(&console).await;
    let account = dialog.field("Account");
    dialog.button("Share").click();
    for (typed, said) in [
        (" ", "Enter the name of an account."),
        ("demo", "This is your own account. Its users need a permission instead."),
        (" demo ", "This is your own account."),
        ("partner", "The image is already shared with this account."),
        ("..", "This can't be the name of an account."),
    ] {
        type_into(&account, typed);
        remarked(&account, said).await;
        dialog.button("Share").click();
    }
    assert!(sent(&console, "POST", SHARES).is_empty());
    type_into(&account, " auditor ");
    until("no remark", || remark(&account).is_none()).await;
    dialog.button("Share").click();
    console.row("auditor").await;
    assert!(stored(&console, "auditor").is_some(), "without the spaces");
}

#[wasm_bindgen_test]
async fn a_description_has_a_thousand_characters_at_most() {
    let console = Console::open_as("admin", SHARING);
    let dialog = share(&console).await;
    type_into(&dialog.field("Account"), "auditor");
    let description = dialog.field("Description");
    type_into(&description, &"名".repeat(1001));
    dialog.button("Share").click();
    remarked(&description, "This is longer than 1,000 characters.").await;
    assert_eq!(value_of(&description).chars().count(), 1001, "nothing of it is cut off");
    assert!(sent(&console, "POST", SHARES).is_empty());
    type_into(&description, &"名".repeat(1000));
    dialog.button("Share").click();
    console.row("auditor").await;
    assert!(sent(&console, "POST", SHARES)[0].contains(&"名".repeat(1000)));
}

#[wasm_bindgen_test]
async fn no_end_takes_the_images_name() {
    let console = Console::open_as("admin", SHARING);
    let dialog = share(&console).await;
    type_into(&dialog.field("Account"), "auditor");
    assert!(dialog.find_field("Type shared to confirm").is_none());
    dialog.field("No end").click();
    let name = appears("the name to type", || dialog.find_field("Type shared to confirm")).await;
    assert!(dialog.find_field("Until").is_none());
    assert!(dialog.text().contains("All users of auditor can pull outside/shared, without end."));
    for typed in ["", "auditor"] {
        type_into(&name, typed);
        dialog.button("Share").click();
        remarked(&name, "Type the name exactly as it is shown.").await;
    }
    assert!(sent(&console, "POST", SHARES).is_empty());
    // Without it the day is there again.
    dialog.field("No end").click();
    let again = appears("the day", || dialog.find_field("Until")).await;
    assert_eq!(value_of(&again), a_month_after(now()));
    dialog.field("No end").click();
    let name = appears("the name to type", || dialog.find_field("Type shared to confirm")).await;
    type_into(&name, "shared");
    dialog.button("Share").click();
    console.row("auditor").await;
    assert_eq!(stored(&console, "auditor").as_deref(), Some("forever"));
}

#[wasm_bindgen_test]
async fn nothing_typed_is_lost_without_a_question() {
    let console = Console::open_as("admin", SHARING);
    let dialog = share(&console).await;
    dialog.button("Cancel").click();
    no_dialog(&console).await;

    let dialog = ask(&console, "Share with account").await;
    type_into(&dialog.field("Description"), "ticket 7");
    dialog.button("Cancel").click();
    let question = console.dialog("Discard what you typed?").await;
    question.button("Keep editing").click();
    until("no question", || console.find_dialog("Discard what you typed?").is_none()).await;
    assert_eq!(value_of(&dialog.field("Description")), "ticket 7");
    dialog.button("Cancel").click();
    console.dialog("Discard what you typed?").await.button("Discard").click();
    no_dialog(&console).await;

    let dialog = ask(&console, "Change partner").await;
    dialog.field("No end").click();
    dialog.button("Cancel").click();
    console.dialog("Discard what you typed?").await.button("Discard").click();
    no_dialog(&console).await;
    assert_eq!(stored(&console, "partner").as_deref(), Some("forever"));
}

#[wasm_bindgen_test]
async fn a_refusal_keeps_what_was_typed() {
    for (account, headline) in [
        ("denied", "Permission denied."),
        ("conflict", "The image is already shared with this account."),
        ("error-400", "Request error."),
        ("error-500", "Internal error."),
    ] {
        let console = Console::open_as("admin", SHARING);
        let dialog = share(&console).await;
        type_into(&dialog.field("Account"), account);
        type_into(&dialog.field("Until"), &day(9));
        type_into(&dialog.field("Description"), "ticket 7");
        dialog.button("Share").click();
        let said = appears("the alert", || dialog.alert()).await;
        assert!(said.starts_with(headline), "{account}: {said}");
        let held = ["Account", "Until", "Description"].map(|name| value_of(&dialog.field(name)));
        assert_eq!(held, [account.to_owned(), day(9), "ticket 7".to_owned()]);
        console.looked_again().await;
    }
}

#[wasm_bindgen_test]
async fn a_session_that_ends_in_the_middle_keeps_the_fields() {
    let mut console = Console::open_as("admin", SHARING);
    let dialog = share(&console).await;
    type_into(&dialog.field("Account"), "auditor");
    console.cloud.with(swr_emulator::Emulator::end_sessions);
    dialog.button("Share").click();
    let again = console.dialog("Sign in again").await;
    assert_eq!(dialog.alert(), None, "only one of them speaks of it");
    type_into(&again.field("Password"), PASSWORD);
    again.button("Sign in").click();
    until("the dialog to go", || console.find_dialog("Sign in again").is_none()).await;
    assert_eq!(value_of(&dialog.field("Account")), "auditor");
    assert_eq!(stored(&console, "auditor"), None, "a write is not sent again by itself");
    dialog.button("Share").click();
    console.row("auditor").await;
}

#[wasm_bindgen_test]
async fn the_list_that_is_read_afterwards_decides() {
    // The answer says no, and it was done.
    let mut console = Console::open_as("admin", SHARING);
    let dialog = share(&console).await;
    type_into(&dialog.field("Account"), "auditor");
    spoil(&mut console, "POST", SHARES, r#""fault":"status","status":500,"store":true"#);
    dialog.button("Share").click();
    console.row("auditor").await;
    no_dialog(&console).await;
    assert_eq!(console.announced(), "Shared with auditor.");
    assert_eq!(sent(&console, "POST", SHARES).len(), 1);
    drop(console);

    // The answer says yes, and it was not.
    let mut console = Console::open_as("admin", SHARING);
    let dialog = share(&console).await;
    type_into(&dialog.field("Account"), "auditor");
    spoil(&mut console, "POST", SHARES, r#""fault":"status","status":201,"body":"{}","store":false"#);
    dialog.button("Share").click();
    let said = appears("the alert", || dialog.alert()).await;
    assert!(said.contains("The service reported success, but the list shows something else."), "{said}");
    assert_eq!(outcome(&dialog).as_deref(), Some("Not applied"));
    assert_eq!(value_of(&dialog.field("Account")), "auditor");
    console.looked_again().await;
}

#[wasm_bindgen_test]
async fn an_end_that_someone_else_changed_meanwhile_is_not_overwritten_unseen() {
    let mut console = Console::open_as("admin", SHARING);
    console.row("partner").await;
    let dialog = ask(&console, "Change partner").await;
    assert!(attribute(&dialog.field("Account"), "readonly").is_some());
    dialog.field("No end").click();
    let until_field = appears("the day", || dialog.find_field("Until")).await;
    type_into(&until_field, &day(20));
    put(&mut console, "partner", &format!("{}T23:59:59Z", day(3)));
    dialog.button("Save").click();
    let said = appears("the alert", || dialog.alert()).await;
    assert!(said.contains("Someone else changed this. Nothing was sent."), "{said}");
    assert!(said.contains(&format!("It is now shared until {} (“", day(3))), "{said}");
    assert!(sent(&console, "PATCH", PARTNER).is_empty());
    assert_eq!(value_of(&until_field), day(20), "what was typed stays");
    dialog.button("Save").click();
    no_dialog(&console).await;
    assert_eq!(console.announced(), "Changed the sharing with partner.");
    assert_eq!(stored(&console, "partner"), Some(format!("{}T23:59:59Z", day(20))));
}

#[wasm_bindgen_test]
async fn a_share_is_ended_once_and_only_where_it_is_as_it_was_shown() {
    let mut console = Console::open_as("admin", SHARING);
    console.row("partner").await;
    let dialog = ask(&console, "Stop sharing partner").await;
    assert!(
        dialog.text().contains("Users of partner can no longer pull outside/shared, unless it is public.")
    );
    put(&mut console, "partner", &format!("{}T23:59:59Z", day(3)));
    dialog.button("Stop sharing").click();
    let said = appears("the alert", || dialog.alert()).await;
    assert!(said.contains("Nothing was sent."), "{said}");
    dialog.button("Stop sharing").click();
    dialog.button("Stop sharing").click();
    until("no row", || console.find_row("partner").is_none()).await;
    no_dialog(&console).await;
    assert_eq!(console.announced(), "No longer shared with partner.");
    assert_eq!(sent(&console, "DELETE", PARTNER).len(), 1);
}

#[wasm_bindgen_test]
async fn a_change_that_changes_nothing_is_not_sent() {
    let console = Console::open_as("admin", SHARING);
    console.row("partner").await;
    let dialog = ask(&console, "Change contractor").await;
    assert_eq!(value_of(&dialog.field("Until")), "2024-01-31", "a day that is over can stay");
    dialog.button("Save").click();
    no_dialog(&console).await;
    assert!(console.cloud.requests().iter().all(|request| request.method == "GET"));
}

// The service shares private images only: the refusal came after everything was typed.
#[wasm_bindgen_test]
async fn that_an_image_is_public_is_said_before_it_is_shared_and_stops_nobody() {
    const NOTE: &str = "This image is public: anyone can pull it already.";
    let console = Console::open_as("admin", SHARING);
    assert!(!share(&console).await.text().contains(NOTE));
    drop(console);

    let mut console = Console::open_as("admin", &format!("{PUBLIC}/sharing"));
    until("the line", || reach(&console) == "Public: anyone can pull").await;
    let dialog = ask(&console, "Share with account").await;
    assert!(dialog.text().contains(NOTE));
    type_into(&dialog.field("Account"), "auditor");
    dialog.button("Share").click();
    let said = appears("the alert", || dialog.alert()).await;
    assert!(said.starts_with("Request error.") && said.contains("that the image is private"), "{said}");
    assert_eq!(value_of(&dialog.field("Account")), "auditor");
    let accept = swr_emulator::switches::SharePublic::Accept;
    console.cloud.with(|emulator| emulator.switches_mut().share_public = accept);
    dialog.button("Share").click();
    console.row("auditor").await;
}

// "Refresh" read the accounts again and left the visibility as old as the page.
#[wasm_bindgen_test]
async fn refresh_reads_the_visibility_too() {
    let mut console = Console::open_as("admin", SHARING);
    console.row("partner").await;
    until("the line", || reach(&console) == "Shared with 2 accounts (1 expired)").await;
    console
        .cloud
        .with(|emulator| emulator.store_mut().image_mut("outside", "shared").unwrap().is_public = true);
    console.button("Refresh").click();
    until("the line", || reach(&console).starts_with("Public: anyone can pull")).await;
}

#[wasm_bindgen_test]
async fn an_end_that_is_none_is_shown_as_it_came_and_can_be_replaced() {
    let mut console = Console::open_as("admin", SHARING);
    console.row("partner").await;
    let odd = r#"[{"access_domain":"partner","permit":"read","deadline":"2026-02-30T00:00:00Z"},{"permit":"read"}]"#;
    spoil(
        &mut console,
        "GET",
        SHARES,
        &format!(r#""fault":"status","status":200,"body":{}"#, serde_json::Value::from(odd)),
    );
    console.button("Refresh").click();
    until("the odd end", || {
        console.find_row("partner").is_some_and(|row| row.text().contains("2026-02-30T00:00:00Z"))
    })
    .await;
    assert!(console.find_row("contractor").is_none());
    let dialog = ask(&console, "Change partner").await;
    assert_eq!(value_of(&dialog.field("Until")), "");
    dialog.button("Save").click();
    remarked(&dialog.field("Until"), "Choose the last day").await;
    assert!(sent(&console, "PATCH", PARTNER).is_empty());
}
