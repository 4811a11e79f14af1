//! Tables as JSON for other programs. (CSV is `domain/src/text/export`.) Characters that can't be seen are escapes: programs read
//! them back as they were, and people see them.

use std::fmt::Write as _;

use domain::text::export::{Cell, Table};

use super::json::visible;

mod chained;

pub use chained::{Chained, chained};

/// A table as an object: what it is and where it comes from, then one entry a line. What the service did not send is null.
pub fn json(table: &Table) -> String {
    let about = &table.about;
    let mut text = format!("{{\n  \"kind\":{},\n  \"version\":1", quoted(table.kind));
    for (key, value) in [
        ("region", &about.region),
        ("account", &about.account),
        ("read_by", &about.read_by),
        ("read_at", &about.read_at),
        ("filter", &about.filter),
        ("sort", &about.sort),
    ] {
        // Writing to a string can't fail.
        let _ = write!(text, ",\n  \"{key}\":{}", quoted(value));
    }
    let _ = write!(text, ",\n  \"rows\":{},\n  \"of\":{},\n  \"entries\":[", table.rows.len(), about.of);
    for (index, row) in table.rows.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        let _ = write!(text, "{comma}\n    {{{}}}", fields(table.columns, row));
    }
    text.push_str("\n  ]\n}\n");
    visible(&text)
}

/// The fields of a row, without the braces around them.
fn fields(columns: &[&str], row: &[Cell]) -> String {
    let field = |(key, cell): (&&str, &Cell)| format!("{}:{}", quoted(key), value(cell));
    columns.iter().zip(row).map(field).collect::<Vec<_>>().join(",")
}

fn value(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) | Cell::Moment(text) => quoted(text),
        Cell::Number(number) => number.to_string(),
        Cell::Nothing => "null".to_owned(),
    }
}

/// Text always serialises.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

#[cfg(test)]
mod read_back;

#[cfg(test)]
mod tests {
    use serde_json::{Value, json as value};

    use super::*;
    use domain::text::export::About;

    fn table(rows: Vec<Vec<Cell>>) -> Table {
        let about = About { region: "local".into(), filter: "search=\"a".into(), of: 9, ..About::default() };
        Table { kind: "permissions", columns: &["user_id", "auth"], rows, about }
    }

    #[test]
    fn the_envelope_says_what_the_entries_are() {
        let text =
            json(&table(vec![vec!["a\"b".into(), Cell::Number(7)], vec![Cell::Nothing, Cell::Nothing]]));
        let read: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(
            (&read["kind"], &read["version"], &read["rows"], &read["of"]),
            (&value!("permissions"), &value!(1), &value!(2), &value!(9))
        );
        assert_eq!(read["filter"], "search=\"a");
        assert_eq!(
            read["entries"],
            value!([{"user_id": "a\"b", "auth": 7}, {"user_id": null, "auth": null}])
        );
        let empty: Value = serde_json::from_str(&json(&table(Vec::new()))).unwrap();
        assert_eq!(empty["entries"], value!([]));
    }

    #[test]
    fn what_cannot_be_seen_is_an_escape() {
        let text = json(&table(vec![vec!["a\u{200B}".into(), Cell::Nothing]]));
        assert!(text.contains("\"a\\u200b\""), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap()["entries"][0]["user_id"], "a\u{200B}");
    }
}
