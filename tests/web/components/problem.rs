//! Failures where they belong.

use domain::model::operation::{Kind, Operation};
use swr_console::api::error::{ApiError, ErrorBody, Failure};
use swr_console::components::problem::ProblemView;
use swr_console::view::prelude::*;
use swr_console::words::Language;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{Find, Stage, until};

fn failure(status: u16, body: ErrorBody) -> ApiError {
    let request_id = Some("0123456789abcdef".to_owned());
    ApiError::Status(Failure { status, body, request_id, retry_after: None })
}

fn structured(status: u16) -> ApiError {
    let (code, message) = ("SVCSTG.SWR.4040010".to_owned(), "Repo not found".to_owned());
    failure(status, ErrorBody::Structured { code: Some(code), message: Some(message) })
}

/// The failure of reading an image's permissions, with a way to try again.
fn shown(error: ApiError) -> (Stage, RwSignal<u32>) {
    let mut stage = Stage::new();
    let retried = RwSignal::new(0);
    let on_retry = Callback::new(move |()| retried.update(|retried| *retried += 1));
    let operation = Operation::QueryAccess(Kind::Image);
    stage.show(move || view! { <ProblemView operation error on_retry/> });
    (stage, retried)
}

fn details(stage: &Stage) -> Vec<(String, String)> {
    let texts =
        |selector: &str| stage.all(selector).iter().map(|e| e.text_content().unwrap()).collect::<Vec<_>>();
    texts("dt").into_iter().zip(texts("dd")).collect()
}

fn pairs(expected: [(&str, &str); 4]) -> Vec<(String, String)> {
    expected.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

#[wasm_bindgen_test]
fn a_failure_is_one_alert_with_headline_reason_and_remedy() {
    let (stage, _) = shown(structured(404));
    let alert = stage.alert().unwrap();
    assert!(alert.starts_with("The image or the image permission does not exist."), "{alert}");
    assert_eq!(stage.all("[role=alert] p").len(), 3);
    assert!(!alert.contains("Repo not found"), "the service's words are no headline");
}

#[wasm_bindgen_test]
fn support_finds_status_code_message_and_request_id_under_the_details() {
    let (stage, _) = shown(structured(404));
    assert_eq!(stage.get("summary").text(), "Technical details");
    let expected = [
        ("HTTP status", "404"),
        ("Error code", "SVCSTG.SWR.4040010"),
        ("Server message", "Repo not found"),
        ("Request ID", "0123456789abcdef"),
    ];
    assert_eq!(details(&stage), pairs(expected));
    assert!(stage.find("[role=alert] details").is_none(), "nobody wants codes read aloud");
}

#[wasm_bindgen_test]
fn a_page_in_place_of_an_answer_is_measured_and_not_shown() {
    let (stage, _) = shown(failure(502, ErrorBody::Html { bytes: 812 }));
    assert_eq!(details(&stage)[2].1, "HTML, 812 bytes");
    drop(stage);
    let (stage, _) = shown(ApiError::Network);
    let nothing = [("HTTP status", "–"), ("Error code", "–"), ("Server message", "–"), ("Request ID", "–")];
    assert_eq!(details(&stage), pairs(nothing));
}

#[wasm_bindgen_test]
fn trying_again_is_offered_where_it_can_help() {
    for error in [ApiError::Network, ApiError::Timeout, ApiError::Aborted, structured(500), structured(429)] {
        let (stage, retried) = shown(error.clone());
        stage.find_button("Try again").unwrap_or_else(|| panic!("{error:?}")).click();
        assert_eq!(retried.get_untracked(), 1);
    }
    for error in [structured(400), structured(403), structured(404), structured(409), ApiError::TooLarge] {
        let (stage, _) = shown(error.clone());
        assert!(stage.find_button("Try again").is_none(), "{error:?}");
    }
}

#[wasm_bindgen_test]
fn without_a_way_to_try_again_there_is_no_button() {
    let stage =
        Stage::with(|| view! { <ProblemView operation=Operation::ListImages error=ApiError::Network/> });
    assert!(stage.find_button("Try again").is_none());
}

#[wasm_bindgen_test]
fn markup_in_a_servers_message_is_text() {
    let message = Some("<b>no</b>".to_owned());
    let error = failure(400, ErrorBody::Structured { code: None, message });
    let stage = Stage::with(move || {
        view! { <ProblemView operation=Operation::SignIn error quote=true/> }
    });
    assert_eq!(stage.get("q").text(), "<b>no</b>");
    assert!(stage.find("b").is_none());
}

#[wasm_bindgen_test]
async fn a_failure_follows_the_language() {
    let (stage, _) = shown(structured(404));
    stage.language.set(Language::Chinese);
    until("the Chinese headline", || stage.alert().unwrap().starts_with("镜像或镜像权限不存在")).await;
}
