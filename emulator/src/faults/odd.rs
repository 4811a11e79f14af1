//! Broken records among good ones. Every list of objects in an answer keeps what it has, each with a key that nobody
//! knows, and gets copies of its first object beside it: one for each way in which a record can be broken.

use serde_json::{Map, Value, json};

use crate::http::Response;

/// Keys that tell one record from another. Copies get a value of their own there, or they would be duplicates.
const IDENTITY: [&str; 5] = ["id", "name", "user_id", "user_name", "access_domain"];

/// What no page of the vendor knows as a level.
fn unknown_levels() -> [Value; 8] {
    [json!(0), json!(2), json!(4), json!(8), json!(-1), json!(7.5), json!("7"), json!(1e300)]
}

/// The same answer with broken records in its lists. What is no JSON stays as it is.
pub(super) fn mixed_in(honest: Response) -> Response {
    match serde_json::from_slice::<Value>(&honest.body) {
        Ok(mut said) => {
            mix(&mut said);
            Response { body: said.to_string().into_bytes(), ..honest }
        }
        Err(_) => honest,
    }
}

/// The same answer with one more permission, of nobody: it has neither an id nor a name.
pub(crate) fn with_odd_entry(honest: Response) -> Response {
    let said = serde_json::from_slice::<Value>(&honest.body).ok();
    let odd = said.and_then(|mut said| {
        said.get_mut("others_auths")?.as_array_mut()?.push(json!({ "auth": 1 }));
        Some(said.to_string().into_bytes())
    });
    Response { body: odd.unwrap_or(honest.body), ..honest }
}

fn mix(value: &mut Value) {
    match value {
        Value::Object(object) => {
            object.values_mut().for_each(mix);
            object.insert("x_unknown".to_owned(), json!({ "nested": [1, null, "text"] }));
        }
        Value::Array(list) => {
            let broken = list.iter().find_map(Value::as_object).map_or_else(Vec::new, broken_copies);
            list.iter_mut().for_each(mix);
            list.extend(broken);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn broken_copies(record: &Map<String, Value>) -> Vec<Value> {
    let mut copies = Copies { record, made: Vec::new() };
    for (key, value) in record {
        copies.add(|copy| {
            copy.remove(key);
        });
        copies.put(key, Value::Null);
        copies.put(key, of_another_type(value));
    }
    if record.contains_key("auth") {
        for level in unknown_levels() {
            copies.put("auth", level);
        }
    }
    let mut made = copies.made;
    made.extend([Value::Object(record.clone()), json!(null), json!(7), json!("text"), json!([]), json!({})]);
    made
}

/// The copies so far.
struct Copies<'a> {
    record: &'a Map<String, Value>,
    made: Vec<Value>,
}

impl Copies<'_> {
    fn put(&mut self, key: &str, value: Value) {
        self.add(|copy| {
            copy.insert(key.to_owned(), value);
        });
    }

    /// One more copy, under a name of its own, and then broken.
    fn add(&mut self, break_it: impl FnOnce(&mut Map<String, Value>)) {
        let mut copy = self.record.clone();
        let number = self.made.len() + 1;
        for key in IDENTITY {
            if let Some(Value::String(text)) = copy.get_mut(key) {
                *text = format!("{text}-odd-{number}");
            }
        }
        break_it(&mut copy);
        self.made.push(Value::Object(copy));
    }
}

fn of_another_type(value: &Value) -> Value {
    match value {
        Value::String(_) => json!(4711),
        Value::Number(_) => json!("many"),
        Value::Bool(_) => json!("yes"),
        Value::Null => json!({ "object": true }),
        Value::Array(_) | Value::Object(_) => json!(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn odd(value: &Value) -> Value {
        let honest = Response::json(200, value);
        serde_json::from_slice(&mixed_in(honest).body).expect("JSON")
    }

    #[test]
    fn the_good_records_stay_first_and_whole() {
        let said = odd(
            &json!({ "list": [{ "user_id": "1", "user_name": "a", "auth": 7 }, { "user_id": "2", "user_name": "b", "auth": 1 }] }),
        );
        let list = said["list"].as_array().expect("a list");
        assert_eq!((&list[0]["user_name"], &list[1]["user_name"]), (&json!("a"), &json!("b")));
        assert_eq!((&list[0]["auth"], &list[1]["auth"]), (&json!(7), &json!(1)));
        assert!(list[0]["x_unknown"].is_object());
        // Three ways for each of three keys, eight levels, a duplicate, and five that are no records at all.
        assert_eq!(list.len(), 2 + 9 + 8 + 1 + 5);
    }

    #[test]
    fn a_list_of_nothing_and_a_text_stay_what_they_are() {
        assert_eq!(odd(&json!([])), json!([]));
        assert_eq!(odd(&json!(["a"])), json!(["a"]));
        let page = Response { body: b"<html>".to_vec(), ..Response::empty(200) };
        assert_eq!(mixed_in(page.clone()), page);
    }
}
