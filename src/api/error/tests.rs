//! What the facts of a failure say.

use super::*;

fn failure(status: u16, code: &str) -> ApiError {
    ApiError::Status(Failure {
        status,
        body: ErrorBody::Structured { code: Some(code.to_owned()), message: None },
        request_id: None,
        retry_after: None,
    })
}

#[test]
fn what_an_answer_said_can_be_told() {
    let plain = ErrorBody::Plain("Bad gateway".to_owned());
    assert_eq!((plain.message(), plain.code()), (Some("Bad gateway"), None));
    let (body, request_id) = (plain, Some("1a2b".to_owned()));
    let decode = ApiError::Decode { status: 200, body: body.clone(), request_id: request_id.clone() };
    let status = ApiError::Status(Failure { status: 502, body, request_id, retry_after: None });
    for error in [decode, status] {
        assert_eq!(error.request_id(), Some("1a2b"));
        assert_eq!(error.body().and_then(ErrorBody::message), Some("Bad gateway"));
    }
    assert_eq!(ApiError::Network.request_id(), None);
}

#[test]
fn a_403_that_means_throttling_is_not_a_missing_right() {
    assert!(failure(403, "SVCSTG.SWR.4031032").is_throttling());
    assert!(failure(403, "SVCSTG.SWR.4031042").is_retryable());
    assert!(!failure(403, "SVCSTG.SWR.4037020").is_throttling());
    assert!(failure(429, "APIGW.0308").is_throttling());
}

#[test]
fn a_403_that_means_throttling_and_a_404_of_the_gateway_lead_nowhere_else() {
    assert!(
        failure(403, "SVCSTG.SWR.4030170").is_denied() && !failure(403, "SVCSTG.SWR.4031032").is_denied()
    );
    assert!(failure(404, "SVCSTG.SWR.4040010").is_missing() && !failure(404, "APIGW.0101").is_missing());
    assert!(!ApiError::Network.is_denied() && !ApiError::Network.is_missing());
}

#[test]
fn only_a_401_ends_the_session() {
    assert!(failure(401, "SVCSTG.SWR.4010000").ends_session());
    assert!(!failure(403, "SVCSTG.SWR.4030170").ends_session());
    assert!(!ApiError::Network.ends_session());
}

#[test]
fn only_a_refusal_settles_that_a_write_was_not_done() {
    assert!(ApiError::Network.leaves_open() && ApiError::TooLarge.leaves_open());
    assert!(failure(500, "").leaves_open() && failure(408, "").leaves_open());
    assert!(!failure(403, "").leaves_open() && !failure(409, "").leaves_open());
}

#[test]
fn a_wrong_request_is_not_worth_a_second_try() {
    assert!(!failure(400, "SVCSTG.SWR.4000014").is_retryable());
    assert!(!failure(404, "SVCSTG.SWR.4040010").is_retryable());
    assert!(failure(409, "SVCSTG.SWR.4090023").is_retryable());
    assert!(!failure(409, "SVCSTG.SWR.4090089").is_retryable());
    assert!(failure(503, "").is_retryable() && ApiError::Timeout.is_retryable());
}
