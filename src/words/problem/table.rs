//! The whole table as a text that people can read: what is said, and of which failures of which operations. The test
//! holds the program against it word by word, so a change of a sentence is seen in a review as what users will read.

use std::fmt::Write as _;

use super::tests::failure;
use super::*;

const FILE: &str = "src/words/problem/table.txt";
const TABLE: &str = include_str!("table.txt");

/// Every failure that has words of its own, and one of each kind that is not.
pub(super) fn failures() -> Vec<(String, ApiError)> {
    let decode = ApiError::Decode { status: 200, body: ErrorBody::Empty, request_id: None };
    let mut all = vec![
        ("no answer".to_owned(), ApiError::Network),
        ("too slow".to_owned(), ApiError::Timeout),
        ("given up".to_owned(), ApiError::Aborted),
        ("not readable".to_owned(), decode),
        ("too large".to_owned(), ApiError::TooLarge),
    ];
    let statuses =
        [400, 401, 402, 403, 404, 405, 408, 409, 413, 414, 422, 429, 431, 499, 500, 501, 502, 503, 504, 507];
    all.extend(statuses.map(|status| (status.to_string(), failure(status, None))));
    let codes = [
        (400, "SVCSTG.SWR.4001048"),
        (400, "SVCSTG.SWR.4001065"),
        (400, "SVCSTG.SWR.4001067"),
        (401, "SVCSTG.SWR.4011064"),
        (403, "SVCSTG.SWR.4030170"),
        (403, "SVCSTG.SWR.4031032"),
        (404, "APIGW.0101"),
        (409, "SVCSTG.SWR.4090023"),
    ];
    all.extend(codes.map(|(status, code)| (format!("{status} {code}"), failure(status, Some(code)))));
    all
}

/// What is said of what, in the order in which it first comes.
fn table() -> String {
    let mut said: Vec<([Problem; 2], Vec<String>)> = Vec::new();
    for operation in Operation::ALL {
        for (name, error) in failures() {
            let problems = [Language::English, Language::Chinese]
                .map(|language| explain_outside(operation, &error, language));
            let of = format!("{operation:?}: {name}");
            match said.iter_mut().find(|(others, _)| *others == problems) {
                Some((_, all)) => all.push(of),
                None => said.push((problems, vec![of])),
            }
        }
    }
    let mut text = String::new();
    for (problems, of) in said {
        for Problem { headline, reason, remedy } in problems {
            // Writing to a string can't fail.
            let _ = writeln!(text, "{headline}\n  {reason}\n  {remedy}");
        }
        for one in of {
            let _ = writeln!(text, "    {one}");
        }
        text.push('\n');
    }
    text
}

#[test]
fn what_is_said_is_what_was_last_agreed_on() {
    let table = table();
    if std::env::var_os("SWR_WRITE_TABLE").is_some() {
        std::fs::write(FILE, &table).unwrap();
    }
    let differs = table.lines().zip(TABLE.lines()).find(|(now, agreed)| now != agreed);
    assert!(
        table == TABLE,
        "{FILE} differs, first at {differs:?}; if that is meant, write it again: SWR_WRITE_TABLE=1 cargo test -p swr-console table"
    );
}
