//! JSON as it comes: the text of an answer to a value.
//!
//! Numbers stay as they were written (`arbitrary_precision`), so none is too large, and no digit of an id is lost.

use std::fmt::Write as _;

use serde_json::Value;

use domain::text::reveal::is_hidden;

/// Reads a text; `None` where it is no JSON, ends early, or is nested deeper than any answer is (128 levels).
pub(super) fn read(text: &str) -> Option<Value> {
    serde_json::from_str(text.trim_start_matches('\u{FEFF}')).ok()
}

/// JSON with every character that can't be seen as an escape. It says the same, and anyone who reads it sees what is there.
pub(super) fn visible(json: &str) -> String {
    let mut visible = String::with_capacity(json.len());
    let mut units = [0; 2];
    for c in json.chars() {
        // Line breaks are between strings; inside of strings they are escapes already.
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_byte_order_mark_is_skipped() {
        let text = r#" {"a": [1, -2.5e3, "x\"\\\u00e9\ud83d\ude00/", true, null], "b": {}} "#;
        assert!(read(text).is_some());
        assert_eq!(read(&format!("\u{FEFF}{text}")), read(text));
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
            "[\"cut in an emoji \\ud83d\"]",
            "[\"raw line\nbreak\"]",
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
            fn every_text_is_read_back_however_it_is_written(text in any::<String>()) {
                let written = visible(&serde_json::to_string(&text).unwrap());
                prop_assert!(!written.chars().any(is_hidden));
                prop_assert_eq!(read(&written), Some(Value::String(text)));
            }
        }
    }
}
