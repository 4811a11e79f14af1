//! Bodies that are one JSON object, and their fields.

use serde_json::{Map, Value};

use crate::error::{self, Refusal};

pub(super) fn object(body: &[u8]) -> Result<Map<String, Value>, Refusal> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err(error::BODY_TYPE.into()),
        Err(_) => Err(error::INVALID_PARAMETER.into()),
    }
}

/// A field that must be there. `null` is as good as none.
pub(super) fn mandatory<'a>(object: &'a Map<String, Value>, name: &str) -> Result<&'a Value, Refusal> {
    let given = object.get(name).filter(|value| !value.is_null());
    Ok(given.ok_or(error::MANDATORY_MISSING)?)
}

/// A text that may be left out.
pub(super) fn optional_text(object: &Map<String, Value>, name: &str) -> Result<Option<String>, Refusal> {
    match object.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(error::INVALID_PARAMETER.into()),
    }
}
