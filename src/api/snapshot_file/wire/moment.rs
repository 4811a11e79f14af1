//! Moments on lines: RFC 3339 in UTC, to the millisecond.

use std::borrow::Cow;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use domain::text::time::UnixMillis;

/// See the module.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::api::snapshot_file) struct Moment(pub(in crate::api::snapshot_file) UnixMillis);

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.to_rfc3339_millis())
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <Cow<'de, str>>::deserialize(deserializer)?;
        UnixMillis::from_rfc3339(&text).map(Self).ok_or_else(|| D::Error::custom("no moment"))
    }
}
