//! The end of a token by its owner: `DELETE /v3/auth/tokens`.
//!
//! Source: IAM API reference of the Open Telekom Cloud, "deleting a user token". The main reference of Huawei Cloud does not
//! list the call, so regions there may answer 404 or 405.

use gloo_net::http::Method;

use domain::paths;

use crate::api::cancel::Cancel;
use crate::api::client::Endpoints;
use crate::api::request::{Call, send};
use crate::api::token::Token;

/// How long IAM's response is waited for, in milliseconds.
const PATIENCE_MS: u32 = 3_000;

/// What has happened to a token whose session is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Revocation {
    /// IAM has revoked it, or says that it is not good any more.
    Revoked,
    /// IAM has refused to.
    Refused,
    /// The region's IAM has no such call.
    NotOffered,
    /// IAM has not answered.
    NoAnswer,
    /// It was pasted, so others may use it too: it was left as it is.
    Pasted,
    /// Another tab of the session revokes it.
    OtherTab,
}

/// Revokes a token, by itself.
pub async fn revoke(endpoints: &Endpoints, token: &Token) -> Revocation {
    let url = endpoints.iam.join(&paths::api::tokens());
    let call = Call {
        method: Method::DELETE,
        subject: Some(token),
        patience_ms: PATIENCE_MS,
        ..Call::get(url, token)
    };
    outcome(send(call, &Cancel::new()).await.map(drop).map_err(|error| error.status()))
}

/// What a success says, or the status of a failure.
fn outcome(response: Result<(), Option<u16>>) -> Revocation {
    match response {
        Ok(()) | Err(Some(401)) => Revocation::Revoked,
        Err(Some(404 | 405 | 501)) => Revocation::NotOffered,
        Err(Some(_)) => Revocation::Refused,
        Err(None) => Revocation::NoAnswer,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_success_and_a_token_that_iam_no_longer_takes_are_an_end() {
        assert_eq!(outcome(Ok(())), Revocation::Revoked);
        assert_eq!(outcome(Err(Some(401))), Revocation::Revoked);
        for status in [404, 405, 501] {
            assert_eq!(outcome(Err(Some(status))), Revocation::NotOffered, "{status}");
        }
        for status in [400, 403, 429, 500, 503] {
            assert_eq!(outcome(Err(Some(status))), Revocation::Refused, "{status}");
        }
        assert_eq!(outcome(Err(None)), Revocation::NoAnswer);
    }
}
