//! A list of users in a file or on the clipboard. What is no JSON goes to `domain::grant::list` as it is; JSON becomes the same
//! records first: exports of this console, answers of SWR and IAM, or any array of objects or names.

use serde_json::{Map, Value};

use domain::grant::list::{Record, Sheet, UserList, read as read_text, read_table, sheet as sheet_of_text};

use super::json;

/// Reads a list; `None` where the text is none. `knows` says whether someone of the account has a name.
pub fn read(text: &str, knows: &dyn Fn(&str) -> bool) -> Option<UserList> {
    match json::read(text).filter(|value| value.is_array() || value.is_object()) {
        Some(value) => of_json(&value),
        None => read_text(text, knows),
    }
}

/// The lines of a list, before anything is made of them.
pub fn sheet(text: &str) -> Sheet {
    match json::read(text).filter(|value| value.is_array() || value.is_object()) {
        Some(value) => {
            let (head, records) = table(&value);
            Sheet { head: Some(head), records }
        }
        None => sheet_of_text(text),
    }
}

fn of_json(value: &Value) -> Option<UserList> {
    let (head, records) = table(value);
    read_table(&head, records)
}

/// The keys of all entries, and a record for each entry.
fn table(value: &Value) -> (Vec<String>, Vec<Record>) {
    let users = users(value);
    let mut head: Vec<String> = Vec::new();
    let rows: Vec<Vec<(String, String)>> = users.into_iter().map(fields).collect();
    for (key, _) in rows.iter().flatten() {
        if !head.contains(key) {
            head.push(key.clone());
        }
    }
    let cell = |row: &[(String, String)], key: &String| {
        row.iter().find(|(own, _)| own == key).map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let record = |(index, row): (usize, Vec<(String, String)>)| Record {
        line: index + 1,
        cells: head.iter().map(|key| cell(&row, key)).collect(),
    };
    let records = rows.into_iter().enumerate().map(record).collect();
    (head, records)
}

/// What may be a user in a value: the entries of an array, or those of an envelope (`others_auths`, `entries`, `users`).
fn users(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(entries) => entries.iter().collect(),
        Value::Object(object) if is_user(object) => vec![value],
        Value::Object(object) => {
            let inside = |value: &&Value| match value {
                Value::Array(_) => true,
                Value::Object(object) => is_user(object),
                _ => false,
            };
            object.values().filter(inside).flat_map(users).collect()
        }
        _ => Vec::new(),
    }
}

fn is_user(object: &Map<String, Value>) -> bool {
    ["user_id", "user_name", "userId", "userName"].iter().any(|key| object.contains_key(*key))
}

/// The fields of an entry as text. A name alone is a field too; a user inside of an entry has a key of two parts.
fn fields(entry: &Value) -> Vec<(String, String)> {
    match entry {
        Value::Object(object) => object
            .iter()
            .flat_map(|(key, value)| match value {
                Value::Object(inner) => {
                    inner.iter().map(|(part, value)| (format!("{key}_{part}"), text(value))).collect()
                }
                value => vec![(key.clone(), text(value))],
            })
            .collect(),
        other => vec![("name".to_owned(), text(other))],
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::grant::list::ListedLevel;
    use domain::model::level::Level;

    const ID: &str = "fb3f175c1fd146ab8cdae3272be6107b";

    fn users_of(text: &str) -> Vec<(String, String, ListedLevel)> {
        let list = read(text, &|_| false).unwrap_or_else(|| panic!("no list: {text}"));
        list.users.into_iter().map(|user| (user.name, user.id, user.level)).collect()
    }

    fn user01(level: Level) -> (String, String, ListedLevel) {
        ("user01".to_owned(), ID.to_owned(), ListedLevel::Level(level))
    }

    #[test]
    fn the_consoles_own_json_is_read_back() {
        let entry = format!(
            r#"{{"target":"group/test","user_id":"{ID}","user_name":"user01","auth":7,"permission":"manage"}}"#
        );
        assert_eq!(users_of(&format!("[{entry}]")), [user01(Level::Manage)]);
        let envelope = format!(
            r#"{{"kind":"permissions","version":1,"filter":{{"search":"a"}},"rows":1,"entries":[{entry}]}}"#
        );
        assert_eq!(users_of(&envelope), [user01(Level::Manage)]);
    }

    #[test]
    fn the_documented_array_and_answer_are_lists() {
        let entry = format!(r#"{{"user_id":"{ID}","user_name":"user01","auth":3}}"#);
        assert_eq!(users_of(&format!("\u{FEFF}[{entry}]\n")), [user01(Level::Write)]);
        let answer = format!(r#"{{"id":1,"name":"group/test","self_auth":null,"others_auths":[{entry}]}}"#);
        assert_eq!(users_of(&answer), [user01(Level::Write)]);
    }

    #[test]
    fn iams_list_of_users_and_a_list_of_names_are_lists() {
        let of_iam = format!(
            r#"{{"users":[{{"id":"{ID}","name":"user01","domain_id":"d","enabled":true}}],"links":{{}}}}"#
        );
        assert_eq!(users_of(&of_iam), [("user01".to_owned(), ID.to_owned(), ListedLevel::NotGiven)]);
        assert_eq!(users_of(r#"["user05","user06"]"#).len(), 2);
        let inner = format!(r#"[{{"user":{{"id":"{ID}","name":"user01"}},"permission":"Edit"}}]"#);
        assert_eq!(users_of(&inner), [user01(Level::Write)]);
    }

    #[test]
    fn a_name_in_json_is_as_it_is() {
        let text = format!(r#"[{{"user_id":"{ID}","user_name":" '=1,\"","auth":9}}]"#);
        assert_eq!(
            users_of(&text),
            [(" '=1,\"".to_owned(), ID.to_owned(), ListedLevel::NotUnderstood("9".into()))]
        );
    }

    #[test]
    fn json_without_users_is_no_list() {
        for text in ["[]", "{}", r#"{"a":1}"#, r#"[{"department":"x"}]"#, "[1]"] {
            assert!(
                read(text, &|_| false).is_none_or(|list| text == "[1]" && list.users.len() == 1),
                "{text}"
            );
        }
    }
}
