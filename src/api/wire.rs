//! Forgiving access to the JSON of answers: a field may be missing, null or of another type, and one odd record
//! must never hide the others.

use serde_json::Value;

use domain::model::level::{Level, Permission};
use domain::model::names::{UserId, UserName};
use domain::model::user::UserGrant;

/// The longest odd value that is shown for a permission, in characters.
const ODD_LONGEST: usize = 24;

/// Text, or a whole number as text; `None` for everything else and for the empty text. Ids and names stay text, so
/// that no digit of a large one is lost.
pub(super) fn as_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) if is_whole(number.as_str()) => Some(number.as_str().to_owned()),
        _ => None,
    }
}

fn is_whole(number: &str) -> bool {
    number.strip_prefix('-').unwrap_or(number).bytes().all(|byte| byte.is_ascii_digit())
}

/// A field that holds text or a whole number, as text.
pub(super) fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key).and_then(as_text)
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
            None => Permission::Unknown(odd(auth).chars().take(ODD_LONGEST).collect()),
        },
    }
}

/// An odd value as JSON writes it, but for what is inside of a list or an object: nobody means a level by that.
fn odd(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(is_true) => is_true.to_string(),
        Value::Number(number) => number.as_str().to_owned(),
        // Text always serialises.
        Value::String(text) => serde_json::to_string(text).unwrap_or_default(),
        Value::Array(_) => "[…]".to_owned(),
        Value::Object(_) => "{…}".to_owned(),
    }
}

/// One `UserAuth`; `None` for null and for what is no object.
pub(super) fn user_grant(value: &Value) -> Option<UserGrant> {
    value.is_object().then(|| UserGrant {
        id: text(value, "user_id").map(UserId::new),
        name: text(value, "user_name").map(UserName::new),
        permission: permission(value),
    })
}

/// The entries of a field that should hold a list. Null and a missing field are an empty list, and whatever else is
/// no list is one entry: an object can be read as one, and everything else is then counted as one that can't.
pub(super) fn entries<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    match value.get(key) {
        Some(Value::Array(list)) => list,
        None | Some(Value::Null) => &[],
        Some(single) => std::slice::from_ref(single),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_permission_is_a_level_or_what_was_sent() {
        let table = [
            ("7", Permission::Known(Level::Manage)),
            ("0", Permission::Unknown("0".into())),
            ("2", Permission::Unknown("2".into())),
            ("5", Permission::Unknown("5".into())),
            ("9", Permission::Unknown("9".into())),
            ("-1", Permission::Unknown("-1".into())),
            ("-0", Permission::Unknown("-0".into())),
            ("\"3\"", Permission::Unknown("\"3\"".into())),
            ("3.0", Permission::Unknown("3.0".into())),
            ("2147483648", Permission::Unknown("2147483648".into())),
            ("9007199254740993", Permission::Unknown("9007199254740993".into())),
            ("18446744073709551617", Permission::Unknown("18446744073709551617".into())),
            ("1e999", Permission::Unknown("1e+999".into())),
            ("true", Permission::Unknown("true".into())),
            ("[7]", Permission::Unknown("[…]".into())),
            ("{\"auth\":7}", Permission::Unknown("{…}".into())),
            ("null", Permission::Missing),
        ];
        for (auth, expected) in table {
            let value: Value = serde_json::from_str(&format!("{{\"auth\":{auth}}}")).unwrap();
            assert_eq!(permission(&value), expected, "{auth}");
        }
        assert_eq!(permission(&json!({})), Permission::Missing);
        let Permission::Unknown(text) = permission(&json!({"auth": "x".repeat(999)})) else { panic!() };
        assert_eq!(text.chars().count(), ODD_LONGEST);
    }

    #[test]
    fn ids_keep_every_digit_or_are_none() {
        let id = |text: &str| {
            let value: Value = serde_json::from_str(&format!("{{\"id\":{text}}}")).unwrap();
            super::text(&value, "id")
        };
        assert_eq!(id("9007199254740993").as_deref(), Some("9007199254740993"));
        let beyond_64_bits = "184467440737095516160000000000000000001";
        assert_eq!(id(beyond_64_bits).as_deref(), Some(beyond_64_bits));
        assert_eq!(id("-1").as_deref(), Some("-1"));
        assert_eq!(id("\" \"").as_deref(), Some(" "));
        for odd in ["1e308", "3.0", "true", "null", "{}", "[]", "\"\""] {
            assert_eq!(id(odd), None, "{odd}");
        }
    }

    #[test]
    fn a_half_record_is_kept_and_a_non_record_is_not() {
        let half = user_grant(&json!({"user_id": null, "user_name": "a", "auth": 1})).unwrap();
        assert_eq!((half.id.clone(), half.is_incomplete()), (None, true));
        assert_eq!(user_grant(&json!(null)), None);
        assert_eq!(user_grant(&json!("a")), None);
    }

    #[test]
    fn a_key_that_comes_twice_counts_as_the_last_one() {
        let value: Value =
            serde_json::from_str(r#"{"user_id":"1","auth":1,"auth":7,"user_id":"2"}"#).unwrap();
        let grant = user_grant(&value).unwrap();
        assert_eq!((grant.id, grant.permission), (Some(UserId::new("2")), Level::Manage.into()));
    }

    #[test]
    fn what_is_no_list_is_one_entry() {
        assert!(entries(&json!({"a": null}), "a").is_empty() && entries(&json!({}), "a").is_empty());
        assert_eq!(entries(&json!({"a": {}}), "a").len(), 1);
        assert_eq!(entries(&json!({"a": "x"}), "a").len(), 1);
        assert!(entries(&json!([1]), "a").is_empty());
    }
}
