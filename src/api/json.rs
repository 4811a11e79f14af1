//! JSON as it comes: the text of an answer to a value.
//!
//! What most parsers take and ours does not is mended first, because each of these spoils a whole answer for the
//! sake of one field: half of a surrogate pair (a name cut in the middle of an emoji), a raw line break inside of a
//! text.
//!
//! Numbers stay as they were written (`arbitrary_precision`), so none is too large, and no digit of an id is lost.

use std::fmt::Write as _;

use serde_json::Value;

use crate::domain::reveal::is_hidden;

/// Reads a text; `None` where it is no JSON, ends early, or is nested deeper than any answer is (128 levels).
pub(super) fn read(text: &str) -> Option<Value> {
    let text = text.trim_start_matches('\u{FEFF}');
    serde_json::from_str(text).ok().or_else(|| serde_json::from_str(&mended(text)).ok())
}

/// JSON with every character that can't be seen as an escape. It says the same, and whoever reads it sees what is there.
pub(super) fn visible(json: &str) -> String {
    let mut visible = String::with_capacity(json.len());
    let mut units = [0; 2];
    for c in json.chars() {
        // Between strings stand line breaks; inside of them they are escapes already.
        if is_hidden(c) && c != '\n' {
            for unit in c.encode_utf16(&mut units) {
                // Writing to a string can't fail.
                let _ = write!(visible, "\\u{unit:04x}");
            }
        } else {
            visible.push(c);
        }
    }
    visible
}

/// The text with what can be understood all the same written as it should be. Nothing is added or taken away that
/// would make a broken text whole.
fn mended(text: &str) -> String {
    let mut mended = String::with_capacity(text.len() + 64);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = match c {
            '"' => string(rest, &mut mended),
            c => {
                mended.push(c);
                rest.get(c.len_utf8()..).unwrap_or_default()
            }
        };
    }
    mended
}

/// Copies the string that a text begins with, and returns what follows it.
fn string<'a>(text: &'a str, mended: &mut String) -> &'a str {
    mended.push('"');
    let mut rest = text.get(1..).unwrap_or_default();
    while let Some(c) = rest.chars().next() {
        // An escape is at least two characters; the second may be any.
        let length = match c {
            '\\' => 1 + rest.chars().nth(1).map_or(0, char::len_utf8),
            c => c.len_utf8(),
        };
        let (piece, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        rest = after;
        match c {
            '"' => {
                mended.push('"');
                return rest;
            }
            c if c < ' ' => mended.push('\u{FFFD}'),
            '\\' if piece == "\\u" => rest = escape(rest, mended),
            _ => mended.push_str(piece),
        }
    }
    rest
}

/// Copies an escape whose `\u` is read already: a pair of surrogates as a whole, and half of one as the sign for
/// something unreadable.
fn escape<'a>(text: &'a str, mended: &mut String) -> &'a str {
    let unit = |text: &str| text.get(..4).and_then(|digits| u16::from_str_radix(digits, 16).ok());
    let after = |text: &'a str, count: usize| text.get(count..).unwrap_or_default();
    let (Some(first), Some(digits)) = (unit(text), text.get(..4)) else {
        mended.push_str("\\u");
        return text;
    };
    match first {
        0xD800..=0xDBFF => {
            let low = text.get(4..).and_then(|rest| rest.strip_prefix("\\u"));
            if low.and_then(unit).is_some_and(|low| (0xDC00..=0xDFFF).contains(&low)) {
                mended.push_str("\\u");
                mended.push_str(text.get(..10).unwrap_or_default());
                return after(text, 10);
            }
            mended.push('\u{FFFD}');
        }
        0xDC00..=0xDFFF => mended.push('\u{FFFD}'),
        _ => {
            mended.push_str("\\u");
            mended.push_str(digits);
        }
    }
    after(text, 4)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    #[test]
    fn sound_json_is_left_alone() {
        let text = r#" {"a": [1, -2.5e3, "x\"\\\u00e9\ud83d\ude00/", true, null], "b": {}} "#;
        assert_eq!(mended(text), text);
        assert_eq!(read(&format!("\u{FEFF}{text}")), serde_json::from_str(text).ok());
    }

    #[test]
    fn what_spoils_one_field_does_not_spoil_the_answer() {
        let table = [
            (r#"{"a":"x\ud83d","b":1}"#, json!({"a": "x\u{FFFD}", "b": 1})),
            (r#"{"a":"\ude00\ud83d\ud83d\ude00"}"#, json!({"a": "\u{FFFD}\u{FFFD}😀"})),
            ("{\"a\":\"x\ny\u{1}\"}", json!({"a": "x\u{FFFD}y\u{FFFD}"})),
            ("{\"a\":\"1e999\n\"}", json!({"a": "1e999\u{FFFD}"})),
        ];
        for (text, expected) in table {
            assert_eq!(read(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn no_number_is_too_large_and_none_loses_a_digit() {
        for number in ["1e+999", "-1e-400", "0.10", "12345678901234567890123456789012345678901234567890"] {
            let value = read(&format!("[{number}]")).unwrap();
            assert_eq!(value[0].to_string(), number);
        }
    }

    #[test]
    fn what_is_broken_stays_broken() {
        for text in [
            "",
            " ",
            "\u{FEFF}",
            "{",
            "[1,",
            "{\"a\":",
            "\"x",
            "\"\\",
            "\"\\u12",
            "{\"a\":1}}",
            "NaN",
            "<p>",
            "1e",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn nesting_beyond_reason_is_refused_and_no_crash() {
        assert!(read(&format!("{}{}", "[".repeat(100), "]".repeat(100))).is_some());
        for open in ["[", "{\"a\":", "[{\"a\":"] {
            assert_eq!(read(&open.repeat(200_000)), None, "{open}");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_an_escape() {
        assert_eq!(visible("[\"a\u{200B}b\u{E0041}名\"]\n"), "[\"a\\u200bb\\udb40\\udc41名\"]\n");
    }

    mod properties {
        use super::*;

        proptest! {
            #[test]
            fn every_sound_text_survives_mending(text in any::<String>()) {
                let written = serde_json::to_string(&text).unwrap();
                prop_assert_eq!(mended(&written), written);
            }

            #[test]
            fn every_text_is_read_back_however_it_is_written(text in any::<String>()) {
                let written = visible(&serde_json::to_string(&text).unwrap());
                prop_assert!(!written.chars().any(is_hidden));
                prop_assert_eq!(read(&written), Some(Value::String(text)));
            }
        }
    }
}
