//! The lines as JSON: their keys, in their order. The same types write and read, and name each type of value, so that a
//! hostile line is refused where it begins to differ.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use domain::change::write::Current;
use domain::model::level::{Level, Permission};

/// What decides whether the rest can be read.
#[derive(Debug, Deserialize)]
pub(super) struct Format<'a> {
    #[serde(borrow)]
    pub(super) format: Cow<'a, str>,
    pub(super) version: u64,
}

/// The first line.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct HeadLine<'a> {
    #[serde(borrow)]
    pub(super) format: Cow<'a, str>,
    pub(super) version: u64,
    /// The program.
    #[serde(borrow)]
    pub(super) made_by: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) region: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) account: AccountPart<'a>,
    #[serde(borrow)]
    pub(super) planned_by: PersonPart<'a>,
    /// RFC 3339 in UTC, to the millisecond.
    #[serde(borrow)]
    pub(super) planned: Cow<'a, str>,
    /// The digest of the content of the snapshot that the plan was made by.
    pub(super) snapshot: Option<String>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct AccountPart<'a> {
    pub(super) id: Option<String>,
    #[serde(borrow)]
    pub(super) name: Cow<'a, str>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct PersonPart<'a> {
    #[serde(borrow)]
    pub(super) id: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) name: Cow<'a, str>,
}

/// What every line but the first one says: its kind.
#[derive(Debug, Deserialize)]
pub(super) struct Kind<'a> {
    #[serde(borrow)]
    pub(super) t: Cow<'a, str>,
}

/// The kind of a step's line.
pub(super) const STEP: &str = "step";
/// The kind of the last line.
pub(super) const END: &str = "end";

/// A step.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct StepLine<'a> {
    #[serde(borrow)]
    pub(super) t: Cow<'a, str>,
    pub(super) stage: u64,
    pub(super) organization: String,
    /// Null for the organization itself.
    pub(super) image: Option<String>,
    /// The service's number of the target.
    pub(super) id: Option<String>,
    pub(super) edits: Vec<EditPart>,
}

/// An edit: the user's id and name, what they held, the number of the level that they should hold or 0 for nothing, and why.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct EditPart(
    pub(super) String,
    pub(super) String,
    pub(super) Seen,
    pub(super) i64,
    pub(super) Option<String>,
);

/// The last line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct EndLine<'a> {
    #[serde(borrow)]
    pub(super) t: Cow<'a, str>,
    pub(super) steps: u64,
    pub(super) edits: u64,
}

/// What a user held: 0 for nothing, 1, 3 or 7, null where the service sent no value, and text for any other value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seen(pub(super) Current);

impl Serialize for Seen {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            None => serializer.serialize_u8(0),
            Some(Permission::Known(level)) => serializer.serialize_u8(level.auth()),
            Some(Permission::Unknown(text)) => serializer.serialize_str(text),
            Some(Permission::Missing) => serializer.serialize_unit(),
        }
    }
}

impl<'de> Deserialize<'de> for Seen {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(SeenVisitor)
    }
}

struct SeenVisitor;

impl Visitor<'_> for SeenVisitor {
    type Value = Seen;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("0, 1, 3, 7, a text or null")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Seen, E> {
        Ok(Seen(Some(Permission::Unknown(text.to_owned()))))
    }

    fn visit_unit<E: Error>(self) -> Result<Seen, E> {
        Ok(Seen(Some(Permission::Missing)))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Seen, E> {
        if number == 0 {
            return Ok(Seen(None));
        }
        let level = i64::try_from(number).ok().and_then(Level::from_auth);
        level.map(|level| Seen(Some(level.into()))).ok_or_else(|| E::custom("no level"))
    }
}

/// A line as it is read; `None` where it is none of this kind.
pub(super) fn read<'a, T: Deserialize<'a>>(line: &'a str) -> Option<T> {
    serde_json::from_str(line).ok()
}
