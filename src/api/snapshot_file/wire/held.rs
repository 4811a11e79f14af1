//! One grant on a line: `["<user id>",7]`. The permission is 1, 3 or 7, null where the service sent none, and text for any
//! other value, as the service wrote it.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use domain::model::level::{Level, Permission};

/// A user's id, and what they hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::api::snapshot_file) struct Grant<'a>(
    #[serde(borrow)] pub(in crate::api::snapshot_file) Cow<'a, str>,
    #[serde(borrow)] pub(in crate::api::snapshot_file) Held<'a>,
);

/// What they hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::api::snapshot_file) enum Held<'a> {
    Level(Level),
    Other(Cow<'a, str>),
    Missing,
}

impl<'a> From<&'a Permission> for Held<'a> {
    fn from(permission: &'a Permission) -> Self {
        match permission {
            Permission::Known(level) => Held::Level(*level),
            Permission::Unknown(text) => Held::Other(Cow::Borrowed(text)),
            Permission::Missing => Held::Missing,
        }
    }
}

impl From<Held<'_>> for Permission {
    fn from(held: Held<'_>) -> Self {
        match held {
            Held::Level(level) => Permission::Known(level),
            Held::Other(text) => Permission::Unknown(text.into_owned()),
            Held::Missing => Permission::Missing,
        }
    }
}

impl Serialize for Held<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Held::Level(level) => serializer.serialize_u8(level.auth()),
            Held::Other(text) => serializer.serialize_str(text),
            Held::Missing => serializer.serialize_unit(),
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Held<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(HeldVisitor)
    }
}

struct HeldVisitor;

impl<'de> Visitor<'de> for HeldVisitor {
    type Value = Held<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("1, 3, 7, a text or null")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Held<'de>, E> {
        Ok(Held::Other(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Held<'de>, E> {
        Ok(Held::Other(Cow::Owned(text.to_owned())))
    }

    fn visit_unit<E: Error>(self) -> Result<Held<'de>, E> {
        Ok(Held::Missing)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Held<'de>, E> {
        let level = i64::try_from(number).ok().and_then(Level::from_auth);
        level.map(Held::Level).ok_or_else(|| E::custom("no level"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn permission(text: &str) -> Option<Permission> {
        serde_json::from_str::<Held<'_>>(text).ok().map(Permission::from)
    }

    #[test]
    fn a_permission_comes_back_and_no_other_value_is_one() {
        let odd = ["9", "7", "\"3\"", "", "[…]", "null"].map(|text| Permission::Unknown(text.into()));
        for one in Level::ALL.map(Permission::Known).into_iter().chain(odd).chain([Permission::Missing]) {
            let text = serde_json::to_string(&Held::from(&one)).unwrap();
            assert_eq!(permission(&text), Some(one), "{text}");
        }
        for text in ["0", "2", "-1", "7.0", "70", "1e0", "1e999", "true", "[7]", "{}", "{\"a\":7}"] {
            assert_eq!(permission(text), None, "{text}");
        }
    }

    #[test]
    fn a_grant_is_a_pair() {
        let is_read = |text: &str| serde_json::from_str::<Grant<'_>>(text).is_ok();
        assert!(is_read(r#"["a",7]"#));
        for text in [r#"["a"]"#, r#"["a",7,7]"#, "[7,7]", r#"{"a":7}"#, "[]", "null"] {
            assert!(!is_read(text), "{text}");
        }
    }
}
