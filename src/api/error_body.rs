//! Reading the body of a failure. The services use at least seven forms; all of them end as one [`ErrorBody`].

use serde_json::{Map, Value};

use super::error::{ErrorBody, HEADERS_TOO_LARGE};
use super::json;

/// The longest sentence or plain text that is kept for showing, in characters.
const LONGEST: usize = 400;

/// The longest code or id that is kept, in characters.
const LABEL_LONGEST: usize = 100;

impl ErrorBody {
    /// Reads a body. Never fails: what is in no known form is described instead.
    pub fn read(text: &str) -> Self {
        read(text)
    }
}

/// Reads a body.
///
/// Sources of the forms: SWR API reference, "error codes" (a list of `errorCode`/`errorMessage`, and the newer
/// object with `error_code`/`error_msg` around it); the gateway's `error_code`/`error_msg`/`request_id`; IAM's
/// `{"error":{"code","message","title"}}`; and what the vendor's SDK looks for (`code`/`message`).
pub(super) fn read(text: &str) -> ErrorBody {
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    if trimmed.is_empty() {
        return ErrorBody::Empty;
    }
    match json::read(trimmed) {
        Some(value) => structured(&value).unwrap_or(ErrorBody::OtherJson { bytes: text.len() }),
        // Of pages only this sentence says something that its status does not.
        None if trimmed.starts_with('<') && trimmed.contains(HEADERS_TOO_LARGE) => {
            ErrorBody::Plain(HEADERS_TOO_LARGE.to_owned())
        }
        None if trimmed.starts_with('<') => ErrorBody::Html { bytes: text.len() },
        None if begins_as_json(trimmed) => ErrorBody::OtherJson { bytes: text.len() },
        None => ErrorBody::Plain(start(trimmed, LONGEST)),
    }
}

/// Whether a text that is no JSON was to be some: an answer that breaks off is no sentence of the service's.
fn begins_as_json(text: &str) -> bool {
    text.strip_prefix(['{', '[']).is_some_and(|rest| rest.trim_start().starts_with(['"', '{', '[']))
}

/// The start of a text, of at most so many characters.
fn start(text: &str, longest: usize) -> String {
    text.chars().take(longest).collect()
}

/// The request id that the gateway puts into the body, for answers without the header.
pub(super) fn request_id(text: &str) -> Option<String> {
    json::read(text)?.get("request_id").and_then(|id| label(id, LABEL_LONGEST))
}

fn structured(value: &Value) -> Option<ErrorBody> {
    match value {
        Value::Object(fields) => from_fields(fields).or_else(|| {
            let nested =
                fields.get("error").or_else(|| fields.get("errors")).or_else(|| fields.get("details"))?;
            structured(nested)
        }),
        Value::Array(entries) => entries.iter().find_map(structured),
        _ => None,
    }
}

/// The keys that the services use, the recommended one first.
const CODES: [&str; 3] = ["error_code", "errorCode", "code"];
const MESSAGES: [&str; 4] = ["error_msg", "errorMessage", "errorMsg", "message"];

fn from_fields(fields: &Map<String, Value>) -> Option<ErrorBody> {
    let first = |keys: &[&str], longest| {
        keys.iter().filter_map(|key| fields.get(*key)).find_map(|value| label(value, longest))
    };
    let (code, message) = (first(&CODES, LABEL_LONGEST), first(&MESSAGES, LONGEST));
    (code.is_some() || message.is_some()).then_some(ErrorBody::Structured { code, message })
}

/// A text that is not empty, or a number as text: IAM's `code` is a number.
fn label(value: &Value, longest: usize) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(start(text, longest)),
        Value::Number(number) => Some(start(number.as_str(), longest)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn structured(code: &str, message: &str) -> ErrorBody {
        ErrorBody::Structured { code: Some(code.to_owned()), message: Some(message.to_owned()) }
    }

    #[test]
    fn every_known_form_is_read() {
        let table = [
            (
                r#"[{"errorCode":"SVCSTG.SWR.4001048","errorMessage":"Failed to get Token from Context","detail":""}]"#,
                structured("SVCSTG.SWR.4001048", "Failed to get Token from Context"),
            ),
            (
                r#"{"errors":[{"errorCode":"SVCSTG.SWR.4040058","errorMessage":"inner","detail":""}],"error_code":"SVCSTG.SWR.4040058","error_msg":"Namespace does not exists","encoded_authorization_message":""}"#,
                structured("SVCSTG.SWR.4040058", "Namespace does not exists"),
            ),
            (
                r#"{"errors":[{"errorCode":"SVCSTG.SWR.4040058","errorMessage":"inner"}]}"#,
                structured("SVCSTG.SWR.4040058", "inner"),
            ),
            (
                r#"{"errorCode":"SVCSTG.SWR.4001090","errorMsg":"no domain"}"#,
                structured("SVCSTG.SWR.4001090", "no domain"),
            ),
            (
                r#"{"error_msg":"The API does not exist","error_code":"APIGW.0101","request_id":"r-1"}"#,
                structured("APIGW.0101", "The API does not exist"),
            ),
            (
                r#"{"error":{"code":401,"message":"The username or password is wrong.","title":"Unauthorized"}}"#,
                structured("401", "The username or password is wrong."),
            ),
            (r#"{"error_msg":"no","error_code":"IAM.0001"}"#, structured("IAM.0001", "no")),
            (
                r#"{"error_code":"","details":[{"error_code":"A.1","error_msg":"deep"}]}"#,
                structured("A.1", "deep"),
            ),
        ];
        for (text, expected) in table {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_known_form_is_described() {
        assert_eq!(read(""), ErrorBody::Empty);
        assert_eq!(read(" \u{FEFF}\n"), ErrorBody::Empty);
        assert_eq!(read("<html><body>Bad gateway</body></html>"), ErrorBody::Html { bytes: 37 });
        assert_eq!(read("upstream timed out"), ErrorBody::Plain("upstream timed out".into()));
        for json in ["{}", "[]", "null", "7", r#"{"error":7}"#, r#"{"errors":[]}"#] {
            assert_eq!(read(json), ErrorBody::OtherJson { bytes: json.len() }, "{json}");
        }
    }

    #[test]
    fn an_answer_that_breaks_off_is_no_sentence() {
        for text in ["{\"error_msg\":\"no", "[ {\"name\":", "{\"a\":1}}", &"[".repeat(100_000)] {
            assert_eq!(read(text), ErrorBody::OtherJson { bytes: text.len() });
        }
        assert_eq!(read("[error] upstream"), ErrorBody::Plain("[error] upstream".into()));
    }

    #[test]
    fn nothing_that_is_shown_is_endless() {
        let long = "长".repeat(9000);
        assert!(matches!(read(&long), ErrorBody::Plain(text) if text.chars().count() == LONGEST));
        let body = read(&format!(r#"{{"error_code":"{long}","error_msg":"{long}"}}"#));
        assert_eq!(body.code().map(|code| code.chars().count()), Some(LABEL_LONGEST));
        assert_eq!(body.message().map(|message| message.chars().count()), Some(LONGEST));
        assert_eq!(
            request_id(&format!(r#"{{"request_id":"{long}"}}"#)).map(|id| id.chars().count()),
            Some(LABEL_LONGEST)
        );
    }

    #[test]
    fn the_gateway_names_the_request_in_the_body() {
        assert_eq!(request_id(r#"{"request_id":"r-1"}"#).as_deref(), Some("r-1"));
        assert_eq!(request_id("<html>"), None);
    }
}
