//! The body of a write on permissions: a bare JSON array, of objects for grants and changes, of user
//! ids for revocations.

use serde_json::Value;

use crate::error::{self, Code, Refusal};
use crate::level::Level;
use crate::names::{UserId, UserName};
use crate::store::Grant;

use super::body;

/// The longest user name that IAM has anywhere in its pages.
const USER_NAME_LIMIT: usize = 64;

pub(super) fn entries(body: &[u8]) -> Result<Vec<Value>, Refusal> {
    match serde_json::from_slice(body) {
        Ok(Value::Array(entries)) => Ok(entries),
        Ok(_) => Err(error::BODY_TYPE.into()),
        Err(_) => Err(error::INVALID_PARAMETER.into()),
    }
}

/// A permission to give. `level_invalid` says that its level is none.
pub(super) fn grant(entry: &Value, level_invalid: Code) -> Result<Grant, Refusal> {
    let Value::Object(entry) = entry else { return Err(error::BODY_TYPE.into()) };
    let user_id = user_id(body::mandatory(entry, "user_id")?)?;
    let user_name = user_name(body::mandatory(entry, "user_name")?)?;
    let level = body::mandatory(entry, "auth")?.as_u64().and_then(Level::from_number).ok_or(level_invalid)?;
    Ok(Grant { user_id, user_name, level })
}

/// A user whose permission is to be revoked.
pub(super) fn user_id(entry: &Value) -> Result<UserId, Refusal> {
    match entry.as_str() {
        Some("") => Err(error::MANDATORY_UNSET.into()),
        Some(id) => Ok(UserId::new(id)),
        None => Err(error::INVALID_PARAMETER.into()),
    }
}

fn user_name(value: &Value) -> Result<UserName, Refusal> {
    let is_name = |name: &&str| !name.trim().is_empty() && name.chars().count() <= USER_NAME_LIMIT;
    let name = value.as_str().filter(is_name).ok_or(error::USER_NAME)?;
    Ok(UserName::new(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const LEVEL: Code = error::IMAGE_LEVEL;

    fn refused(entry: &Value) -> Refusal {
        grant(entry, LEVEL).expect_err("a refusal")
    }

    #[test]
    fn a_whole_entry_is_a_grant() {
        let entry = json!({ "user_id": "a", "user_name": "b", "auth": 3, "more": true });
        let expected =
            Grant { user_id: UserId::new("a"), user_name: UserName::new("b"), level: Level::Write };
        assert_eq!(grant(&entry, LEVEL), Ok(expected));
    }

    #[test]
    fn every_field_is_mandatory() {
        for name in ["user_id", "user_name", "auth"] {
            let mut entry = json!({ "user_id": "a", "user_name": "b", "auth": 3 });
            entry[name] = Value::Null;
            assert_eq!(refused(&entry), error::MANDATORY_MISSING.into(), "{name} null");
            entry.as_object_mut().expect("an object").remove(name);
            assert_eq!(refused(&entry), error::MANDATORY_MISSING.into(), "{name} missing");
        }
    }

    #[test]
    fn a_level_is_the_integer_1_3_or_7() {
        for auth in [json!(0), json!(2), json!(-1), json!(3.0), json!("3"), json!([3]), json!(1e308)] {
            assert_eq!(
                refused(&json!({ "user_id": "a", "user_name": "b", "auth": auth })),
                LEVEL.into(),
                "{auth}"
            );
        }
    }

    #[test]
    fn names_have_1_to_64_characters() {
        for name in [json!(""), json!("  "), json!("x".repeat(65)), json!(7)] {
            let entry = json!({ "user_id": "a", "user_name": name, "auth": 1 });
            assert_eq!(refused(&entry), error::USER_NAME.into(), "{name}");
        }
        assert!(grant(&json!({ "user_id": "a", "user_name": "名".repeat(64), "auth": 1 }), LEVEL).is_ok());
    }

    #[test]
    fn a_body_is_an_array() {
        assert_eq!(entries(b"[1]"), Ok(vec![json!(1)]));
        assert_eq!(entries(b"{}"), Err(error::BODY_TYPE.into()));
        assert_eq!(entries(b"[1"), Err(error::INVALID_PARAMETER.into()));
        assert_eq!(entries(b""), Err(error::INVALID_PARAMETER.into()));
    }
}
