//! Tokens and users.
//!
//! Source: IAM API reference, "obtaining a user token through password authentication", "verifying a token",
//! "listing IAM users".

use gloo_net::http::Method;
use serde_json::Value;

use domain::model::names::{AccountName, ProjectName, UserId, UserName};
use domain::model::user::{AccountUser, Caller, ListedUsers, Person};
use domain::paths;
use domain::text::time::UnixMillis;

use super::cancel::Cancel;
use super::client::{Client, Endpoints};
use super::error::ApiError;
use super::json;
use super::request::{Answer, Call, FIRST_BYTE_MS, send};
use super::token::Token;
use super::wire;

mod agency;
mod password;
mod revocation;

pub use agency::{Agency, assume};
pub use revocation::{Revocation, revoke};

/// What a person signs in with.
pub struct Credentials {
    /// The account.
    pub account: AccountName,
    /// The user's name.
    pub user: UserName,
    /// The password, sent as typed.
    pub password: String,
    /// The project for which the token is to be good; SWR works per project.
    pub project: ProjectName,
    /// The second factor, where the user has one.
    pub second_factor: Option<SecondFactor>,
}

/// A code of a multi-factor device. IAM finds the device by the user's id and takes no name for it.
pub struct SecondFactor {
    /// The user's id.
    pub user: UserId,
    /// The code.
    pub passcode: String,
}

/// A token that IAM vouches for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedToken {
    /// The token.
    pub token: Token,
    /// Whose it is.
    pub caller: Caller,
    /// The project for which it is good; `None` for a token of the whole account.
    pub project: Option<ProjectName>,
    /// When it ends by IAM's clock, where IAM said so.
    pub expires: Option<UnixMillis>,
    /// The present moment by IAM's clock, if IAM has just made the token.
    pub issued: Option<UnixMillis>,
}

/// Signs in: `POST /v3/auth/tokens`. The token comes in the header `X-Subject-Token`.
///
/// # Errors
/// See [`ApiError`]; a 401 here means refused credentials.
pub async fn sign_in(
    endpoints: &Endpoints,
    credentials: &Credentials,
    cancel: &Cancel,
) -> Result<IssuedToken, ApiError> {
    request_token(endpoints, None, password::body(credentials), cancel).await
}

/// Requests a token, with another one as the right to it where that is needed.
async fn request_token(
    endpoints: &Endpoints,
    by: Option<&Token>,
    body: String,
    cancel: &Cancel,
) -> Result<IssuedToken, ApiError> {
    let call = Call {
        method: Method::POST,
        url: endpoints.iam.join(&paths::api::tokens_without_catalog()),
        token: by,
        subject: None,
        body: Some(body),
        patience_ms: FIRST_BYTE_MS,
    };
    let answer = send(call, cancel).await?;
    let token = answer.subject_token.as_deref().and_then(Token::new).ok_or_else(|| answer.unexpected())?;
    issued(token, &answer)
}

/// Asks IAM about a token, with the token itself as the right to ask: `GET /v3/auth/tokens`.
///
/// # Errors
/// See [`ApiError`]; a 401 or 404 here means that the token is no good.
pub async fn check(endpoints: &Endpoints, token: &Token, cancel: &Cancel) -> Result<IssuedToken, ApiError> {
    let url = endpoints.iam.join(&paths::api::tokens());
    let call = Call { subject: Some(token), ..Call::get(url, token) };
    let answer = send(call, cancel).await?;
    // Made long ago, perhaps.
    issued(token.clone(), &answer).map(|issued| IssuedToken { issued: None, ..issued })
}

impl Client {
    /// Reads the account's users: `GET /v3/users`. Most users may not, which is no fault.
    ///
    /// # Errors
    /// See [`ApiError`].
    pub async fn users(&self, cancel: &Cancel) -> Result<ListedUsers, ApiError> {
        let url = self.endpoints.iam.join(&paths::api::users());
        let answer = send(Call::get(url, &self.token), cancel).await?;
        answer.read(decode_users)
    }
}

/// Reads the body of `GET /v3/users`; `None` where it is no such body.
pub fn decode_users(body: &str) -> Option<ListedUsers> {
    let value = json::read(body)?;
    value.get("users")?;
    let records = wire::entries(&value, "users");
    let users: Vec<AccountUser> = records.iter().filter_map(account_user).collect();
    let nameless = u32::try_from(records.len() - users.len()).unwrap_or(u32::MAX);
    Some(ListedUsers { users, nameless })
}

fn account_user(value: &Value) -> Option<AccountUser> {
    let person =
        Person { id: UserId::new(wire::text(value, "id")?), name: UserName::new(wire::text(value, "name")?) };
    Some(AccountUser { person, is_enabled: value.get("enabled") != Some(&Value::Bool(false)) })
}

fn issued(token: Token, answer: &Answer) -> Result<IssuedToken, ApiError> {
    answer.read(|body| decode_token(token, body))
}

/// Reads the body that describes a token; `None` where it does not say whose the token is.
///
/// The account is the user's; where that is not said, it is the one of what the token is good for.
pub fn decode_token(token: Token, body: &str) -> Option<IssuedToken> {
    let value = json::read(body)?;
    let about = value.get("token")?;
    let user = about.get("user")?;
    let account = |of: Option<&Value>| wire::text(of?.get("domain")?, "name");
    let account =
        account(Some(user)).or_else(|| account(about.get("project"))).or_else(|| account(Some(about)));
    let moment = |key| wire::text(about, key).and_then(|text| UnixMillis::from_rfc3339(&text));
    Some(IssuedToken {
        token,
        caller: Caller {
            id: UserId::new(wire::text(user, "id")?),
            name: UserName::new(wire::text(user, "name")?),
            account: AccountName::new(account?),
        },
        project: about.get("project").and_then(|project| wire::text(project, "name")).map(ProjectName::new),
        expires: moment("expires_at"),
        issued: moment("issued_at"),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn described(body: &Value) -> Option<IssuedToken> {
        decode_token(Token::new("t").unwrap(), &body.to_string())
    }

    #[test]
    fn a_token_is_described_by_the_body() {
        let body = json!({"token": {
            "expires_at": "2026-11-22T10:00:00.000000Z",
            "issued_at": "2026-11-21T10:00:00.000000Z",
            "project": {"id": "p", "name": "eu-de"},
            "user": {"id": "u", "name": "admin", "domain": {"id": "d", "name": "demo"}},
        }});
        let issued = described(&body).unwrap();
        assert_eq!(issued.caller.account.as_str(), "demo");
        assert_eq!(issued.project, Some(ProjectName::new("eu-de")));
        assert_eq!(issued.expires.unwrap().since(issued.issued.unwrap()), 24 * 3_600_000);
    }

    #[test]
    fn a_token_is_nobodys_without_an_id_a_name_and_an_account() {
        let user = json!({"id": "u", "name": "admin"});
        let domain = json!({"name": "demo"});
        let account = |about: Value| {
            described(&json!({"token": about})).map(|issued| issued.caller.account.to_string())
        };
        assert_eq!(account(json!({"user": user, "project": {"domain": domain}})).as_deref(), Some("demo"));
        assert_eq!(account(json!({"user": user, "domain": domain})).as_deref(), Some("demo"));
        for about in [
            json!(null),
            json!([]),
            json!({"user": {}}),
            json!({"user": user}),
            json!({"user": {"domain": domain}}),
        ] {
            assert_eq!(account(about.clone()), None, "{about}");
        }
    }

    #[test]
    fn an_odd_moment_or_project_is_not_known() {
        for odd in [json!(null), json!(5), json!("soon"), json!({}), json!("9999-99-99T00:00:00Z")] {
            let user = json!({"id": 7, "name": "admin", "domain": {"name": "demo"}});
            let body = json!({"token": {"expires_at": odd, "project": odd, "user": user}});
            let issued = described(&body).unwrap();
            assert_eq!(
                (issued.expires, issued.project, issued.caller.id.as_str()),
                (None, None, "7"),
                "{body}"
            );
        }
    }

    #[test]
    fn users_who_cannot_be_offered_hide_no_others() {
        let body = r#"{"users":[null,7,{},{"id":"1"},{"name":"a"},{"id":{},"name":"a"},{"id":2,"name":"b"},{"id":"3","name":"c","enabled":false}]}"#;
        let user = |id: &str, name: &str, is_enabled| AccountUser {
            person: Person { id: UserId::new(id), name: UserName::new(name) },
            is_enabled,
        };
        let read = ListedUsers { users: vec![user("2", "b", true), user("3", "c", false)], nameless: 6 };
        assert_eq!(decode_users(body), Some(read));
        assert_eq!(decode_users(r#"{"users":null}"#), Some(ListedUsers::default()));
        for body in ["", "null", "[]", "{}", "{\"users\":["] {
            assert_eq!(decode_users(body), None, "{body}");
        }
    }
}
