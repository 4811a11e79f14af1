//! The whole table: every operation, every cause, both languages.

use std::collections::HashSet;

use crate::api::error::Failure;
use domain::model::operation::Kind;

use super::table::failures;
use super::*;

pub(super) fn failure(status: u16, code: Option<&str>) -> ApiError {
    ApiError::Status(Failure {
        status,
        body: ErrorBody::Structured { code: code.map(str::to_owned), message: None },
        request_id: None,
        retry_after: None,
    })
}

#[test]
fn every_failure_has_a_headline_a_reason_and_a_remedy_in_both_languages() {
    for operation in Operation::ALL {
        for (_, error) in failures() {
            let Problem { headline, reason, remedy } = explain_outside(operation, &error, Language::English);
            for text in [headline, reason, remedy] {
                assert!(
                    text.len() > 4 && text.ends_with('.') && (text.is_ascii() || text.contains('“')),
                    "{text}"
                );
            }
            let Problem { headline, reason, remedy } = explain_outside(operation, &error, Language::Chinese);
            assert!(!headline.is_empty() && !headline.ends_with('。'), "{headline}");
            for text in [reason, remedy] {
                assert!(text.ends_with('。') && !text.is_ascii(), "{text}");
            }
        }
    }
}

#[test]
fn the_failures_of_all_causes_are_tried() {
    let tried: HashSet<Cause> = Operation::ALL
        .iter()
        .flat_map(|operation| {
            let of = |error: &ApiError| {
                access::cause(*operation, error).unwrap_or_else(|| Cause::of(*operation, error))
            };
            failures().into_iter().map(move |(_, error)| of(&error)).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(tried.len(), Cause::COUNT);
}

#[test]
fn what_every_visit_has_says_of_lists_what_the_tables_say() {
    let of_the_first =
        [Operation::SignIn, Operation::CheckToken, Operation::ListOrganizations, Operation::ListImages];
    for operation in of_the_first {
        for (name, error) in failures() {
            // Only writes name levels and users, so no answer to these says that one was wrong.
            if matches!(Cause::of(operation, &error), Cause::BadLevel | Cause::BadUser) {
                continue;
            }
            for language in [Language::English, Language::Chinese] {
                let whole = explain(operation, &error, language);
                assert_eq!(explain_lists(operation, &error, language), whole, "{operation:?}: {name}");
            }
        }
    }
}

#[test]
fn the_documented_headlines_are_used_word_for_word() {
    let image = (Operation::QueryAccess(Kind::Image), Operation::CreateAccess(Kind::Image));
    let organization =
        (Operation::QueryAccess(Kind::Organization), Operation::CreateAccess(Kind::Organization));
    let table = [
        (image.0, 400, "Request error.", "错误的请求"),
        (image.0, 401, "Authentication failed.", "鉴权失败"),
        (image.0, 404, "The image or the image permission does not exist.", "镜像或镜像权限不存在"),
        (image.0, 500, "Internal error.", "内部错误"),
        (image.1, 400, "Request error.", "错误的请求"),
        (image.1, 401, "Authentication failed.", "鉴权失败"),
        (image.1, 404, "The image does not exist.", "镜像不存在"),
        (image.1, 500, "Internal error.", "内部错误"),
        (organization.0, 404, "Organization not found.", "组织不存在"),
        (organization.1, 404, "The organization was not found.", "组织不存在"),
        (organization.1, 409, "The organization permission already exists.", "组织权限已存在"),
        (
            Operation::UpdateAccess(Kind::Image),
            404,
            "The image or the image permission does not exist.",
            "镜像或镜像权限不存在",
        ),
        (Operation::DeleteAccess(Kind::Image), 404, "The image does not exist.", "镜像不存在"),
        (Operation::UpdateAccess(Kind::Organization), 404, "The organization was not found.", "组织不存在"),
        (Operation::DeleteAccess(Kind::Organization), 404, "The organization was not found.", "组织不存在"),
        (Operation::DeleteAccess(Kind::Organization), 500, "Internal error.", "内部错误"),
    ];
    for (operation, status, english, chinese) in table {
        let error = failure(status, None);
        assert_eq!(explain(operation, &error, Language::English).headline, english);
        assert_eq!(explain(operation, &error, Language::Chinese).headline, chinese);
    }
}

#[test]
fn throttling_is_never_called_a_missing_right() {
    let error = failure(403, Some("SVCSTG.SWR.4031032"));
    for operation in Operation::ALL {
        assert_eq!(Cause::of(operation, &error), Cause::Throttled);
    }
}

#[test]
fn what_a_proxy_refuses_is_not_the_services_refusal() {
    // A PATCH that a proxy answered with 405 was "The service refused the request."
    let page = ErrorBody::read("<html><center>Request Header Or Cookie Too Large</center></html>");
    let by_nginx = ApiError::Status(Failure { status: 400, body: page, request_id: None, retry_after: None });
    let update = Operation::UpdateAccess(Kind::Image);
    for (error, cause) in [
        (failure(405, None), Cause::ProxyMethod),
        (failure(414, None), Cause::ProxyAddress),
        (failure(431, None), Cause::ProxyHeaders),
        (by_nginx, Cause::ProxyHeaders),
        (failure(405, Some("SVCSTG.SWR.4050001")), Cause::Refused),
    ] {
        assert_eq!(access::cause(update, &error).unwrap_or(Cause::of(update, &error)), cause);
        let reason = explain(update, &error, Language::English).reason;
        assert_eq!(
            reason.contains("between the console and the service"),
            cause != Cause::Refused,
            "{reason}"
        );
    }
}

#[test]
fn the_gateways_404_is_not_called_a_missing_image() {
    let error = failure(404, Some("APIGW.0101"));
    assert_eq!(Cause::of(Operation::QueryAccess(Kind::Image), &error), Cause::WrongAddress);
}

#[test]
fn a_write_without_an_answer_is_never_called_failed() {
    for error in [ApiError::Network, ApiError::Timeout, failure(500, None), failure(504, None)] {
        let problem = explain(Operation::CreateAccess(Kind::Image), &error, Language::English);
        assert!(problem.remedy.contains("couldn't confirm whether"), "{problem:?}");
    }
}

#[test]
fn a_status_without_a_code_is_explained_by_its_class() {
    let explained = |status| {
        explain(Operation::QueryAccess(Kind::Image), &failure(status, None), Language::English).headline
    };
    // 408: something on the way to the service gave up.
    for status in (400..=407).chain(409..=499) {
        assert!(!["Internal error.", "Service unavailable."].contains(&explained(status)), "{status}");
    }
    for status in 500..=599 {
        assert!(
            ["Internal error.", "Service error.", "Service unavailable."].contains(&explained(status)),
            "{status}"
        );
    }
}

#[test]
fn a_body_is_told_by_what_it_is() {
    let structured =
        |message: Option<&str>| ErrorBody::Structured { code: None, message: message.map(str::to_owned) };
    for (body, told) in [
        (None, "–"),
        (Some(ErrorBody::Html { bytes: 12 }), "HTML, 12 bytes"),
        (Some(ErrorBody::OtherJson { bytes: 2 }), "JSON, 2 bytes"),
        (Some(ErrorBody::Empty), "Empty"),
        (Some(ErrorBody::Plain("Bad gateway".to_owned())), "Bad gateway"),
        (Some(structured(Some("The image does not exist"))), "The image does not exist"),
        (Some(structured(None)), "–"),
    ] {
        assert_eq!(ENGLISH.body(body.as_ref()), told);
    }
}
