//! Lists with records that can't be read: the others are shown, and the page says how many it left out.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::grant::TEST;
use crate::support::{Console, Find, until};

/// `fetch` that answers whatever ends so with a body of ours, until this is dropped.
struct Odd(JsValue);

impl Odd {
    fn answers(ending: &str, body: &str) -> Self {
        let global = js_sys::global();
        let earlier = Reflect::get(&global, &"fetch".into()).unwrap();
        let make = Function::new_with_args(
            "earlier, ending, body",
            "return (input, init) => new URL(input.url ?? input, location).pathname.endsWith(ending) \
             ? Promise.resolve(new Response(body)) : earlier(input, init)",
        );
        let odd = make.call3(&JsValue::NULL, &earlier, &ending.into(), &body.into()).unwrap();
        Reflect::set(&global, &"fetch".into(), &odd).unwrap();
        Self(earlier)
    }
}

impl Drop for Odd {
    fn drop(&mut self) {
        Reflect::set(&js_sys::global(), &"fetch".into(), &self.0).unwrap();
    }
}

/// Opens an address where one answer is odd. What is named last goes first.
fn opened(address: &str, ending: &str, body: &str) -> (Console, Odd) {
    // The page asks in a later task than it is shown in.
    (Console::open_as("admin", address), Odd::answers(ending, body))
}

#[wasm_bindgen_test]
async fn entries_that_are_none_are_counted_above_the_others() {
    let body =
        r#"{"id":1,"others_auths":[null,7,{"user_id":"1","user_name":"a","auth":1},{"user_name":"b"}]}"#;
    let (console, _odd) = opened(TEST, "/repos/test/access", body);
    console.row("a").await;
    assert!(console.row("b").await.text().contains("Incomplete"));
    assert!(console.text().contains("2 entries of this list couldn't be read."), "{}", console.text());
}

#[wasm_bindgen_test]
async fn nobody_is_said_to_be_alone_where_entries_could_not_be_read() {
    let (console, _odd) = opened(TEST, "/repos/test/access", r#"{"others_auths":"x"}"#);
    until("the note", || console.text().contains("1 entry of this list couldn't be read.")).await;
    assert!(!console.text().contains("No users"));
}

#[wasm_bindgen_test]
async fn organizations_without_a_name_are_counted() {
    let body = r#"{"namespaces":[{"name":"group","auth":7},{"auth":7},null]}"#;
    let (console, _odd) = opened("/organizations", "/v2/manage/namespaces", body);
    console.row("group").await;
    assert!(console.text().contains("2 records without a readable name"), "{}", console.text());
}

#[wasm_bindgen_test]
async fn an_image_without_a_name_is_not_no_image() {
    let (console, _odd) = opened("/organizations/group", "/v2/manage/repos", "[{}]");
    until("the note", || console.text().contains("1 record without a readable name")).await;
    assert!(!console.text().contains("No images"));
}
