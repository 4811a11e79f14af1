//! Tables as JSON for other programs. (CSV is `domain/export`.) Characters that can't be seen are escapes: programs read
//! them back as they were, and people see them.

use serde::Serialize;

use crate::domain::names::{Target, UserId, UserName};
use crate::domain::people::UserGrant;

use super::json::visible;

/// One entry of a permission table. The keys are those of the CSV columns.
#[derive(Serialize)]
struct Entry<'a> {
    target: String,
    user_id: Option<&'a str>,
    user_name: Option<&'a str>,
    /// The number on the wire; null where the service sent none.
    auth: Option<i64>,
    /// The level's key, or what stood in its place; null where the service sent nothing.
    permission: Option<&'a str>,
}

/// A permission table as an array of objects, one entry a line. Incomplete entries are in it, with nulls.
pub fn json(entries: &[(&Target, &UserGrant)]) -> String {
    let object = |(target, grant): &(&Target, &UserGrant)| {
        // Text and numbers always serialise.
        serde_json::to_string(&Entry {
            target: target.to_string(),
            user_id: grant.id.as_ref().map(UserId::as_str),
            user_name: grant.name.as_ref().map(UserName::as_str),
            auth: grant.permission.auth(),
            permission: grant.permission.key(),
        })
        .ok()
    };
    let objects: Vec<String> = entries.iter().filter_map(object).collect();
    array(&objects)
}

/// Any table as an array of objects, one row a line; every value is text.
pub fn table(header: &[&str], rows: &[Vec<String>]) -> String {
    let text = |text: &str| serde_json::to_string(text).unwrap_or_default();
    let object = |row: &Vec<String>| {
        let pairs: Vec<String> =
            header.iter().zip(row).map(|(key, value)| format!("{}:{}", text(key), text(value))).collect();
        format!("{{{}}}", pairs.join(","))
    };
    let objects: Vec<String> = rows.iter().map(object).collect();
    array(&objects)
}

/// Objects as an array, one a line.
fn array(objects: &[String]) -> String {
    if objects.is_empty() {
        return "[]\n".to_owned();
    }
    visible(&format!("[\n  {}\n]\n", objects.join(",\n  ")))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json as value};

    use super::*;
    use crate::domain::level::{Level, Permission};
    use crate::domain::names::OrganizationName;

    #[test]
    fn any_table_is_told_as_text() {
        let rows = [vec!["a\"b".to_owned(), "=1".to_owned()], vec!["c".to_owned(), String::new()]];
        let read: Value = serde_json::from_str(&table(&["x", "y"], &rows)).unwrap();
        assert_eq!(read, value!([{"x": "a\"b", "y": "=1"}, {"x": "c", "y": ""}]));
        assert_eq!(table(&["x"], &[]), "[]\n");
    }

    #[test]
    fn what_cannot_be_seen_is_an_escape() {
        let text = table(&["x"], &[vec!["a\u{200B}".to_owned()]]);
        assert!(text.contains("\"a\\u200b\""), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value!([{"x": "a\u{200B}"}]));
    }

    #[test]
    fn complete_and_incomplete_entries_are_told_alike() {
        let target = Target::Organization(OrganizationName::new("group").unwrap());
        let grant = |id: Option<&str>, name: Option<&str>, permission| UserGrant {
            id: id.map(UserId::new),
            name: name.map(UserName::new),
            permission,
        };
        let grants = [
            grant(Some("1"), Some("=a\"b"), Level::Manage.into()),
            grant(None, Some("b"), Permission::Missing),
            grant(Some("3"), None, Permission::Unknown("9".into())),
            grant(Some("4"), None, Permission::Unknown("x".into())),
        ];
        let entries: Vec<_> = grants.iter().map(|grant| (&target, grant)).collect();
        let read: Value = serde_json::from_str(&json(&entries)).unwrap();
        let entry = |id: Value, name: Value, auth: Value, permission: Value| value!({"target": "group", "user_id": id, "user_name": name, "auth": auth, "permission": permission});
        assert_eq!(
            read,
            value!([
                entry("1".into(), "=a\"b".into(), 7.into(), "manage".into()),
                entry(Value::Null, "b".into(), Value::Null, Value::Null),
                entry("3".into(), Value::Null, 9.into(), "9".into()),
                entry("4".into(), Value::Null, Value::Null, "x".into()),
            ])
        );
        assert_eq!(json(&[]), "[]\n");
    }
}
