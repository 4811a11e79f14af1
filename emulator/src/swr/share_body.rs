//! The body of a share: one object, with the account only where it is new.

use serde_json::{Map, Value};

use crate::error::{self, Refusal};
use crate::names::AccountName;
use crate::store::Deadline;

use super::body;

/// The most characters that the vendor's console takes for a description.
const DESCRIPTION_LIMIT: usize = 1000;

/// The longest account name that IAM has.
const ACCOUNT_LIMIT: usize = 64;

/// What a share says beside its account.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Terms {
    pub(super) deadline: Deadline,
    pub(super) description: String,
}

/// A new share. Source: OTC API reference, "Sharing an Image with an Account".
pub(super) fn new_share(body: &[u8]) -> Result<(AccountName, Terms), Refusal> {
    let body = body::object(body)?;
    let account = account(body::mandatory(&body, "access_domain")?)?;
    Ok((account, terms(&body)?))
}

/// A change of a share. A description that is left out is empty afterwards: the page says that it "is left blank by
/// default".
///
/// Source: OTC API reference, "Updating an Account An Image Is Shared With".
pub(super) fn change(body: &[u8]) -> Result<Terms, Refusal> {
    terms(&body::object(body)?)
}

fn account(value: &Value) -> Result<AccountName, Refusal> {
    let is_name = |name: &&str| !name.trim().is_empty() && name.chars().count() <= ACCOUNT_LIMIT;
    Ok(AccountName::new(value.as_str().filter(is_name).ok_or(error::DOMAIN)?))
}

fn terms(body: &Map<String, Value>) -> Result<Terms, Refusal> {
    if body::mandatory(body, "permit")?.as_str() != Some("read") {
        return Err(error::PERMIT.into());
    }
    let deadline = body::mandatory(body, "deadline")?.as_str().and_then(Deadline::parse);
    let deadline = deadline.ok_or(error::INVALID_PARAMETER)?;
    let description = body::optional_text(body, "description")?.unwrap_or_default();
    if description.chars().count() > DESCRIPTION_LIMIT {
        return Err(error::DESCRIPTION_TOO_LONG.into());
    }
    Ok(Terms { deadline, description })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn whole() -> Value {
        json!({ "access_domain": "partner", "permit": "read", "deadline": "forever", "description": "why" })
    }

    fn parsed(body: &Value) -> Result<(AccountName, Terms), Refusal> {
        new_share(body.to_string().as_bytes())
    }

    #[test]
    fn all_but_the_description_is_mandatory() {
        let terms = Terms { deadline: Deadline::Forever, description: "why".into() };
        assert_eq!(parsed(&whole()), Ok((AccountName::new("partner"), terms)));
        for name in ["access_domain", "permit", "deadline"] {
            let mut body = whole();
            body[name] = Value::Null;
            assert_eq!(parsed(&body), Err(error::MANDATORY_MISSING.into()), "{name}");
        }
        let mut body = whole();
        body.as_object_mut().expect("an object").remove("description");
        assert_eq!(parsed(&body).expect("a share").1.description, "");
    }

    #[test]
    fn each_wrong_field_has_its_code() {
        for (name, value, code) in [
            ("access_domain", json!(""), error::DOMAIN),
            ("access_domain", json!("x".repeat(65)), error::DOMAIN),
            ("access_domain", json!(7), error::DOMAIN),
            ("permit", json!("write"), error::PERMIT),
            ("permit", json!(true), error::PERMIT),
            ("deadline", json!("2024-01-31"), error::INVALID_PARAMETER),
            ("deadline", json!(0), error::INVALID_PARAMETER),
            ("description", json!(["x"]), error::INVALID_PARAMETER),
            ("description", json!("ü".repeat(1001)), error::DESCRIPTION_TOO_LONG),
        ] {
            let mut body = whole();
            body[name] = value.clone();
            assert_eq!(parsed(&body), Err(code.into()), "{name} {value}");
        }
        let mut body = whole();
        body["description"] = json!("ü".repeat(1000));
        assert!(parsed(&body).is_ok());
    }

    #[test]
    fn a_body_is_one_object() {
        assert_eq!(parsed(&json!([whole()])), Err(error::BODY_TYPE.into()));
        assert_eq!(new_share(b"{"), Err(error::INVALID_PARAMETER.into()));
        assert_eq!(change(b"[]"), Err(error::BODY_TYPE.into()));
    }
}
