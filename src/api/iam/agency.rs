//! A token to act for another account, through an agency of that account.
//!
//! Source: IAM API reference of the Open Telekom Cloud, "obtaining an agency token", which names the agency `xrole_name`. The
//! page of the same name of Huawei Cloud says `agency_name`; clients of both clouds send `xrole_name` to both.

use serde_json::json;

use domain::model::names::{AccountName, AgencyName, ProjectName};

use super::{IssuedToken, request_token};
use crate::api::cancel::Cancel;
use crate::api::client::Client;
use crate::api::error::ApiError;

/// An agency, and where it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agency {
    /// The account that it is of, and for which its users act.
    pub account: AccountName,
    /// Its name.
    pub name: AgencyName,
    /// The project of that account.
    pub project: ProjectName,
}

/// Gets a token for an agency: `POST /v3/auth/tokens`, with the user's own token.
///
/// # Errors
/// See [`ApiError`]; a 401 here means that the own token has ended, a 403 that its user may not act for that account.
pub async fn assume(own: &Client, agency: &Agency, cancel: &Cancel) -> Result<IssuedToken, ApiError> {
    request_token(&own.endpoints, Some(&own.token), body(agency), cancel).await
}

fn body(agency: &Agency) -> String {
    let assume = json!({ "domain_name": agency.account.as_str(), "xrole_name": agency.name.as_str() });
    let project = json!({ "name": agency.project.as_str() });
    json!({ "auth": {
        "identity": { "methods": ["assume_role"], "assume_role": assume },
        "scope": { "project": project },
    } })
    .to_string()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn the_body_is_the_documented_one() {
        let agency = Agency {
            account: AccountName::new("domain \"A\""),
            name: AgencyName::new("agencytest"),
            project: ProjectName::new("eu-de"),
        };
        let documented = r#"{"auth":{"identity":{"methods":["assume_role"],
            "assume_role":{"domain_name":"domain \"A\"","xrole_name":"agencytest"}},
            "scope":{"project":{"name":"eu-de"}}}}"#;
        let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        assert_eq!(read(&body(&agency)), read(documented));
    }
}
