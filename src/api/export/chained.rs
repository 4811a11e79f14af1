//! A table as JSON Lines that are chained by hashes: each line has the SHA-256 of the line before, so that a line that was
//! changed, removed, added or moved later breaks the chain. `docs/audit.md` has the format, and how to check a file.

use domain::text::export::{Cell, Table};

use super::{fields, quoted, visible};

/// What the first line has in the place of a hash.
const NO_LINE: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// A chained file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chained {
    /// Its text.
    pub text: String,
    /// The hash of its last line, in hexadecimal. Nothing in the file vouches for that line, so this is to be kept elsewhere.
    pub last: String,
}

/// The lines of a table: where it comes from, its rows, how many they are and when they were saved. `sha256` hashes a text,
/// in hexadecimal. What is saved again later begins with the same lines as long as the rows have not changed.
///
/// # Errors
/// Those of `sha256`.
pub async fn chained<E>(
    table: &Table,
    sha256: impl AsyncFn(&str) -> Result<String, E>,
) -> Result<Chained, E> {
    let (mut text, mut last) = (String::new(), NO_LINE.to_owned());
    for fields in lines(table) {
        let line = format!("{{\"previous\":\"{last}\",{}}}\n", visible(&fields));
        last = sha256(&line).await?;
        text.push_str(&line);
    }
    Ok(Chained { text, last })
}

/// The fields of each line but `previous`.
fn lines(table: &Table) -> Vec<String> {
    let about = &table.about;
    let head = fields(
        &["kind", "version", "region", "account", "saved_by"],
        &[
            table.kind.into(),
            Cell::Number(1),
            about.region.clone().into(),
            about.account.clone().into(),
            about.read_by.clone().into(),
        ],
    );
    let rows = table.rows.iter().map(|row| fields(table.columns, row));
    let end = format!("\"rows\":{},\"saved_at\":{}", table.rows.len(), quoted(&about.read_at));
    std::iter::once(head).chain(rows).chain(std::iter::once(end)).collect()
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;
    use domain::text::export::About;

    /// No SHA-256, but it differs wherever two short texts do.
    async fn digest(text: &str) -> Result<String, Infallible> {
        Ok(format!("<{}>", text.trim_end().replace('"', "'").replace('\\', "/")))
    }

    fn chain(table: &Table) -> Chained {
        let Ok(chained) = poll_now(chained(table, digest));
        chained
    }

    fn table(rows: &[&str], read_at: &str) -> Table {
        let about = About {
            region: "local".into(),
            account: "demo".into(),
            read_by: "admin".into(),
            read_at: read_at.into(),
            ..About::default()
        };
        let rows = rows.iter().map(|name| vec![(*name).into()]).collect();
        Table { kind: "journal", columns: &["user_name"], rows, about }
    }

    #[test]
    fn each_line_is_an_object_that_names_the_hash_of_the_line_before() {
        let Chained { text, last } = chain(&table(&["a\"b", "c"], "2026-11-29T10:00:00.000Z"));
        let lines: Vec<&str> = text.lines().collect();
        let read: Vec<Value> = lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(read[0]["previous"], NO_LINE);
        assert_eq!(read[0]["kind"], "journal");
        assert_eq!(read[0]["saved_by"], "admin");
        assert_eq!((&read[1]["user_name"], &read[2]["user_name"]), (&"a\"b".into(), &"c".into()));
        assert_eq!((&read[3]["rows"], &read[3]["saved_at"]), (&2.into(), &"2026-11-29T10:00:00.000Z".into()));
        for (line, next) in lines.iter().zip(&read[1..]) {
            let Ok(hash) = poll_now(digest(line));
            assert_eq!(next["previous"], Value::from(hash));
        }
        let Ok(end) = poll_now(digest(lines[3]));
        assert_eq!(last, end);
    }

    #[test]
    fn what_cannot_be_seen_is_an_escape_and_no_name_ends_a_line() {
        let text = chain(&table(&["a\u{200B}\n}{\u{2028}"], "")).text;
        assert!(text.contains("a\\u200b\\n}{\\u2028"), "{text}");
        assert_eq!(text.lines().count(), 3);
    }

    proptest! {
        // What was saved first is the beginning of what is saved later, so two files of a session agree.
        #[test]
        fn a_later_file_begins_like_an_earlier_one(names in prop::collection::vec(".{0,3}", 0..6), cut in 0_usize..6) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let (earlier, later) = (names.get(..cut).unwrap_or(&names), &names);
            let (earlier, later) = (chain(&table(earlier, "1")).text, chain(&table(later, "2")).text);
            let same = earlier.lines().count() - 1;
            prop_assert!(earlier.lines().take(same).eq(later.lines().take(same)));
        }
    }

    fn poll_now<T>(future: impl Future<Output = T>) -> T {
        match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => value,
            Poll::Pending => panic!("nothing waits here"),
        }
    }
}
