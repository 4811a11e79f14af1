//! Permission tables that can't be read, each in its own words.

use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Console, Find, appears, hurry, until};

/// Opens an image and waits for what the alert says.
async fn alert(user: &str, image: &str) -> (Console, String) {
    let console = Console::open_as(user, &format!("/organizations/group/images/{image}"));
    let said = appears("the alert", || console.alert()).await;
    (console, said)
}

/// What is under "Technical details".
fn details(console: &Console) -> Vec<String> {
    console.all("details dd").iter().map(|detail| detail.text_content().unwrap()).collect()
}

#[wasm_bindgen_test]
async fn each_status_has_its_documented_headline() {
    for (image, headline, retry) in [
        ("error-400", "Request error.", false),
        ("error-404", "The image or the image permission does not exist.", false),
        ("error-429", "Too many requests.", true),
        ("error-500", "Internal error.", true),
        ("error-503", "Service unavailable.", true),
        ("missing", "The image or the image permission does not exist.", false),
        ("throttled", "Too many requests.", true),
        ("truncated", "Unexpected answer.", true),
    ] {
        let (console, said) = alert("admin", image).await;
        assert!(said.starts_with(headline), "{image}: {said}");
        assert_eq!(console.find_button("Try again").is_some(), retry, "{image}");
        assert!(console.find("table").is_none());
    }
}

#[wasm_bindgen_test]
async fn who_may_not_look_is_told_so() {
    let (console, said) = alert("user12", "test").await;
    assert!(
        said.starts_with("Permission denied. You don't have permission to view the permissions"),
        "{said}"
    );
    let details = details(&console);
    assert_eq!(details[..2], ["403", "SVCSTG.SWR.4037020"]);
    assert_eq!(details[3].len(), 32, "the request id: {details:?}");
}

#[wasm_bindgen_test]
async fn a_page_of_a_proxy_is_measured_and_never_shown() {
    let (console, said) = alert("admin", "html").await;
    assert!(said.starts_with("Unexpected answer."), "{said}");
    let details = details(&console);
    assert!(details[2].starts_with("HTML, ") && details[2].ends_with(" bytes"), "{details:?}");
}

#[wasm_bindgen_test]
async fn an_answer_that_never_comes_is_given_up_by_the_clock() {
    let _hurry = hurry();
    let (console, said) = alert("admin", "hang").await;
    assert!(said.starts_with("No answer in time."), "{said}");
    assert!(console.find_button("Try again").is_some());
}

#[wasm_bindgen_test]
async fn an_answer_that_never_comes_can_be_given_up_by_hand() {
    let console = Console::open_as("admin", "/organizations/group/images/hang");
    appears("the way out", || console.find_button("Cancel")).await.click();
    let said = appears("the alert", || console.alert()).await;
    assert!(said.starts_with("Cancelled."), "{said}");
    let retry = console.button("Try again");
    retry.click();
    until("the second request", || {
        console.requests("GET", "/v2/manage/namespaces/group/repos/hang/access").len() == 2
    })
    .await;
    assert_eq!(console.alert(), None);
}

#[wasm_bindgen_test]
async fn a_failed_refresh_keeps_the_table_and_tells_its_age() {
    let mut console = Console::open_as("admin", "/organizations/group/images/test");
    console.row("user01").await;
    console.cloud.set_offline(true);
    console.button("Refresh").click();
    let said = appears("the alert", || console.alert()).await;
    assert!(said.starts_with("No connection."), "{said}");
    assert_eq!(console.cells().len(), 4);
    assert!(console.text().contains("Couldn't refresh. Showing data from"));
    console.cloud.set_offline(false);
    console.button("Try again").click();
    until("the alert to go", || console.alert().is_none()).await;
    assert!(console.text().contains("4 users · updated "));
}
