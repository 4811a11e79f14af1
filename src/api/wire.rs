//! Forgiving access to the JSON of answers: a field may be missing, null or of another type, and one odd record
//! must never hide the others.

use serde_json::Value;

use crate::domain::level::{Level, Permission};
use crate::domain::names::{UserId, UserName};
use crate::domain::people::UserGrant;

/// The longest odd value that is shown for a permission, in characters.
const ODD_LONGEST: usize = 24;

/// A field that holds text; `None` where it is missing, empty or something else.
pub(super) fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key)?.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
}

/// A field that holds text or a number, as text. Ids stay text, so that no digit of a large one is lost.
pub(super) fn label(value: &Value, key: &str) -> Option<String> {
    match value.get(key)? {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A field that holds a count.
pub(super) fn count(value: &Value, key: &str) -> Option<u64> {
    value.get(key)?.as_u64()
}

/// The permission in `auth`.
pub(super) fn permission(value: &Value) -> Permission {
    match value.get("auth") {
        None | Some(Value::Null) => Permission::Missing,
        Some(auth) => match auth.as_i64().and_then(Level::from_auth) {
            Some(level) => Permission::Known(level),
            None => Permission::Unknown(auth.to_string().chars().take(ODD_LONGEST).collect()),
        },
    }
}

/// One `UserAuth`; `None` for null and for what is no object.
pub(super) fn user_grant(value: &Value) -> Option<UserGrant> {
    value.is_object().then(|| UserGrant {
        id: label(value, "user_id").map(UserId::new),
        name: label(value, "user_name").map(UserName::new),
        permission: permission(value),
    })
}

/// The entries of a field that should hold a list: a single object counts as a list of one.
pub(super) fn entries<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    match value.get(key) {
        Some(Value::Array(list)) => list,
        Some(single @ Value::Object(_)) => std::slice::from_ref(single),
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_permission_is_a_level_or_what_was_sent() {
        assert_eq!(permission(&json!({"auth": 7})), Permission::Known(Level::Manage));
        assert_eq!(permission(&json!({"auth": 2})), Permission::Unknown("2".into()));
        assert_eq!(permission(&json!({"auth": -1})), Permission::Unknown("-1".into()));
        assert_eq!(permission(&json!({"auth": "3"})), Permission::Unknown("\"3\"".into()));
        assert_eq!(permission(&json!({"auth": 3.0})), Permission::Unknown("3.0".into()));
        assert_eq!(permission(&json!({"auth": null})), Permission::Missing);
        assert_eq!(permission(&json!({})), Permission::Missing);
        let Permission::Unknown(text) = permission(&json!({"auth": "x".repeat(999)})) else { panic!() };
        assert_eq!(text.chars().count(), ODD_LONGEST);
    }

    #[test]
    fn ids_keep_every_digit() {
        let value: Value = serde_json::from_str(r#"{"id": 9007199254740993}"#).unwrap();
        assert_eq!(label(&value, "id").as_deref(), Some("9007199254740993"));
    }

    #[test]
    fn a_half_record_is_kept_and_a_non_record_is_not() {
        let half = user_grant(&json!({"user_id": null, "user_name": "a", "auth": 1})).unwrap();
        assert_eq!((half.id.clone(), half.is_incomplete()), (None, true));
        assert_eq!(user_grant(&json!(null)), None);
        assert_eq!(user_grant(&json!("a")), None);
    }
}
