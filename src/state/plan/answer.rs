//! What an answer, or the lack of one, means for a run.

use crate::api::ApiError;
use crate::api::scan::outcome;
use domain::model::access::AccessList;
use domain::plan::run::{Answer, Failure};
use domain::review::scan::Outcome;

/// To a request that reads a list.
pub(super) fn of_reading(answer: Result<AccessList, ApiError>, is_online: bool) -> Answer {
    match answer {
        Ok(list) => Answer::List(list),
        Err(error) => of_failure(error, is_online),
    }
}

/// To a request that writes.
pub(super) fn of_write(answer: &Result<Option<String>, ApiError>) -> Answer {
    match answer {
        Ok(_) => Answer::Done,
        Err(error) if error.status() == Some(409) => Answer::Failed(Failure::Conflict),
        Err(error) => of_failure(error.clone(), true),
    }
}

fn of_failure(error: ApiError, is_online: bool) -> Answer {
    if error.ends_session() {
        return Answer::Failed(Failure::SessionEnded);
    }
    Answer::Failed(match outcome(Err(error), is_online) {
        Outcome::Answered(_) | Outcome::Interrupted => return Answer::Interrupted,
        Outcome::Throttled => Failure::Throttled,
        Outcome::Denied { status, code } => Failure::Denied { status, code },
        Outcome::Gone => Failure::Missing,
        Outcome::Failed(fault) => Failure::Fault(fault),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::error::{ErrorBody, Failure as Refusal};
    use domain::review::snapshot::Fault;

    fn refused(status: u16, code: &str) -> ApiError {
        let body = ErrorBody::Structured { code: Some(code.to_owned()), message: None };
        ApiError::Status(Refusal { status, body, request_id: None, retry_after: None })
    }

    #[test]
    fn each_status_has_its_meaning() {
        let denied = Failure::Denied { status: 403, code: Some("SVCSTG.SWR.4037020".to_owned()) };
        let table = [
            (refused(401, ""), Failure::SessionEnded),
            (refused(403, "SVCSTG.SWR.4037020"), denied),
            (refused(403, "SVCSTG.SWR.4031032"), Failure::Throttled),
            (refused(429, ""), Failure::Throttled),
            (refused(404, "SVCSTG.SWR.4040010"), Failure::Missing),
            (ApiError::Network, Failure::Fault(Fault::NoAnswer)),
            (ApiError::Timeout, Failure::Fault(Fault::TimeOut)),
        ];
        for (error, failure) in table {
            assert_eq!(of_reading(Err(error.clone()), true), Answer::Failed(failure.clone()), "{error:?}");
            assert_eq!(of_write(&Err(error.clone())), Answer::Failed(failure), "{error:?}");
        }
        assert_eq!(of_write(&Err(refused(409, ""))), Answer::Failed(Failure::Conflict));
        assert_eq!(of_write(&Ok(None)), Answer::Done);
    }

    // A list that could not be read for want of a network was reported as unreadable, and its edits as not sent.
    #[test]
    fn without_a_network_a_reading_is_put_off() {
        assert_eq!(of_reading(Err(ApiError::Network), false), Answer::Interrupted);
    }
}
