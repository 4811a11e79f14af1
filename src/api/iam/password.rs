//! The body of `POST /v3/auth/tokens` that signs in with a password, and a code where the user has a device for one.
//!
//! Source: IAM API reference, "obtaining a user token through password authentication" and, with a code, "… through
//! password and virtual MFA authentication".

use serde::Serialize;

use super::Credentials;

#[derive(Serialize)]
struct Body<'a> {
    auth: Auth<'a>,
}

#[derive(Serialize)]
struct Auth<'a> {
    identity: Identity<'a>,
    scope: Scope<'a>,
}

#[derive(Serialize)]
struct Identity<'a> {
    /// Each is the name of a field below.
    methods: &'a [&'a str],
    password: Of<User<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    totp: Option<Of<Device<'a>>>,
}

/// Each method says whose it is.
#[derive(Serialize)]
struct Of<T> {
    user: T,
}

#[derive(Serialize)]
struct User<'a> {
    name: &'a str,
    password: &'a str,
    domain: Named<'a>,
}

#[derive(Serialize)]
struct Device<'a> {
    id: &'a str,
    passcode: &'a str,
}

#[derive(Serialize)]
struct Scope<'a> {
    project: Named<'a>,
}

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
}

/// Writes the body.
pub(super) fn body(credentials: &Credentials) -> String {
    let user = User {
        name: credentials.user.as_str(),
        password: &credentials.password,
        domain: Named { name: credentials.account.as_str() },
    };
    let identity = Identity {
        methods: if credentials.second_factor.is_some() { &["password", "totp"] } else { &["password"] },
        password: Of { user },
        totp: credentials
            .second_factor
            .as_ref()
            .map(|factor| Of { user: Device { id: factor.user.as_str(), passcode: &factor.passcode } }),
    };
    let scope = Scope { project: Named { name: credentials.project.as_str() } };
    // Text always serialises.
    serde_json::to_string(&Body { auth: Auth { identity, scope } }).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::api::iam::SecondFactor;
    use domain::model::names::{AccountName, ProjectName, UserId, UserName};

    fn written(passcode: Option<&str>) -> Value {
        let credentials = Credentials {
            account: AccountName::new("demo"),
            user: UserName::new("admin"),
            password: " pass word ".to_owned(),
            project: ProjectName::new("eu-de"),
            second_factor: passcode
                .map(|passcode| SecondFactor { user: UserId::new("u"), passcode: passcode.to_owned() }),
        };
        serde_json::from_str(&body(&credentials)).unwrap()
    }

    #[test]
    fn a_password_is_sent_as_typed_and_scoped_to_the_project() {
        let expected = json!({"auth": {
            "identity": {
                "methods": ["password"],
                "password": {"user": {"name": "admin", "password": " pass word ", "domain": {"name": "demo"}}},
            },
            "scope": {"project": {"name": "eu-de"}},
        }});
        assert_eq!(written(None), expected);
    }

    #[test]
    fn a_code_adds_the_second_method() {
        let body = written(Some("123456"));
        let identity = &body["auth"]["identity"];
        assert_eq!(identity["methods"], json!(["password", "totp"]));
        assert_eq!(identity["totp"], json!({"user": {"id": "u", "passcode": "123456"}}));
    }
}
