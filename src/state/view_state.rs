//! What a region of a page that shows data can look like: one of a finite set, judged by a function over values.
//! Drawing it is `pages::data_view`; whether the data is empty, or nothing of it matches a filter, is the data's own page.

use crate::api::ApiError;

use super::load::Status;

/// How a region looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ViewState {
    /// Nothing yet.
    First,
    /// Data.
    Data(Age),
    /// No data: the caller may not see it.
    Denied(ApiError),
    /// No data: there is no such thing.
    Missing(ApiError),
    /// No data, for any other reason.
    Failed(ApiError),
    /// No data, because there is no network.
    Offline,
    /// No data, because the session has ended.
    SessionEnded,
}

/// What is to be said of the data's age.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Age {
    /// The newest.
    Fresh,
    /// Newer data is on its way.
    Refreshing,
    /// Newer data could not be read.
    Stale(ApiError),
}

impl ViewState {
    /// How a region looks whose reader is in a state, with or without a network.
    pub fn of(status: Status, is_offline: bool) -> Self {
        match status {
            Status::First => ViewState::First,
            Status::Ready(_) => ViewState::Data(Age::Fresh),
            Status::Refreshing(_) => ViewState::Data(Age::Refreshing),
            Status::Stale(_, error) => ViewState::Data(Age::Stale(error)),
            Status::Failed(ApiError::Network) if is_offline => ViewState::Offline,
            Status::Failed(error) if error.is_denied() => ViewState::Denied(error),
            Status::Failed(error) if error.is_missing() => ViewState::Missing(error),
            Status::Failed(error) => ViewState::Failed(error),
            Status::Ended => ViewState::SessionEnded,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::error::{ErrorBody, Failure};
    use crate::domain::time::UnixMillis;

    fn failure(status: u16, code: &str) -> ApiError {
        let body = ErrorBody::Structured { code: Some(code.to_owned()), message: None };
        ApiError::Status(Failure { status, body, request_id: None, retry_after: None })
    }

    fn failed(error: ApiError) -> ViewState {
        ViewState::of(Status::Failed(error), false)
    }

    #[test]
    fn a_403_that_means_throttling_is_no_missing_right() {
        assert!(matches!(failed(failure(403, "SVCSTG.SWR.4030170")), ViewState::Denied(_)));
        assert!(matches!(failed(failure(403, "SVCSTG.SWR.4031032")), ViewState::Failed(_)));
    }

    #[test]
    fn a_404_of_the_gateway_is_no_missing_image() {
        assert!(matches!(failed(failure(404, "SVCSTG.SWR.4040010")), ViewState::Missing(_)));
        assert!(matches!(failed(failure(404, "APIGW.0101")), ViewState::Failed(_)));
    }

    #[test]
    fn no_answer_is_offline_only_without_a_network() {
        assert_eq!(failed(ApiError::Network), ViewState::Failed(ApiError::Network));
        assert_eq!(ViewState::of(Status::Failed(ApiError::Network), true), ViewState::Offline);
        let timeout = ViewState::of(Status::Failed(ApiError::Timeout), true);
        assert_eq!(timeout, ViewState::Failed(ApiError::Timeout));
    }

    #[test]
    fn data_stays_whatever_becomes_of_newer_data() {
        let at = UnixMillis(1);
        for status in
            [Status::Ready(at), Status::Refreshing(at), Status::Stale(at, failure(404, "SVCSTG.SWR.4040010"))]
        {
            assert!(matches!(ViewState::of(status, true), ViewState::Data(_)));
        }
    }
}
