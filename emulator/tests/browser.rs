//! The adapter inside a page, in a real browser.
#![cfg(target_arch = "wasm32")]
#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

use js_sys::{Array, Function, Promise, Reflect};
use swr_emulator::browser::{self, Installed};
use swr_emulator::faults::{Fault, Rule};
use swr_emulator::{Emulator, Seed, Switches};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const ACCESS: &str = "/v2/manage/namespaces/group/repos/team%24web%24app/access";

fn installed() -> Installed {
    browser::install(Emulator::new(Seed::Small, Switches::default()))
}

fn token(installed: &mut Installed) -> String {
    installed.sign_in("admin").expect("the administrator").to_string()
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).expect("an object")
}

/// Evaluates an expression that may use `token`, and waits for it.
async fn script(expression: &str, token: &str) -> Result<JsValue, JsValue> {
    let function = Function::new_with_args("token", &format!("return (async () => {{ {expression} }})()"));
    JsFuture::from(Promise::from(function.call1(&JsValue::UNDEFINED, &token.into())?)).await
}

#[wasm_bindgen_test]
async fn a_page_gets_real_responses() {
    let mut installed = installed();
    let token = token(&mut installed);
    let code = format!(
        "const r = await fetch('{ACCESS}', {{ headers: {{ 'X-Auth-Token': token }} }});
         const list = await r.json();
         return [r instanceof Response, r.ok, r.status, r.headers.has('x-request-id'), list.name];"
    );
    let answer = Array::from(&script(&code, &token).await.expect("an answer"));
    assert_eq!(answer.get(0), JsValue::TRUE);
    assert_eq!(answer.get(1), JsValue::TRUE);
    assert_eq!(answer.get(2), JsValue::from(200));
    assert_eq!(answer.get(3), JsValue::TRUE);
    assert_eq!(answer.get(4), JsValue::from("team/web/app"));
}

#[wasm_bindgen_test]
async fn a_delete_keeps_its_body_and_a_204_has_none() {
    let mut installed = installed();
    let token = token(&mut installed);
    let code = "const request = new Request('/v2/manage/namespaces/group/repos/test/access', {
             method: 'DELETE', headers: { 'X-Auth-Token': token }, body: '[\"fb3f175c1fd146ab8cdae3272be6107b\"]' });
         const r = await fetch(request);
         return [r.status, await r.text()];";
    let answer = Array::from(&script(code, &token).await.expect("an answer"));
    assert_eq!(answer.get(0), JsValue::from(204));
    assert_eq!(answer.get(1), JsValue::from(""));
    let requests = installed.requests();
    assert_eq!(requests.len(), 1);
    assert_eq!(requests[0].method, "DELETE");
    assert_eq!(requests[0].target, "/v2/manage/namespaces/group/repos/test/access");
    assert_eq!(requests[0].body, br#"["fb3f175c1fd146ab8cdae3272be6107b"]"#);
    assert_eq!(requests[0].header("x-auth-token"), Some(token.as_str()));
    installed.forget_requests();
    assert!(installed.requests().is_empty());
    assert_eq!(
        installed.read(|emulator| emulator.store().image("group", "test").map(|image| image.grants.len())),
        Some(3)
    );
}

#[wasm_bindgen_test]
async fn a_hang_ends_with_the_pages_abort() {
    let mut installed = installed();
    let token = token(&mut installed);
    let code = "const controller = new AbortController();
         const hanging = fetch('/v2/manage/namespaces/group/repos/hang', {
             headers: { 'X-Auth-Token': token }, signal: controller.signal });
         setTimeout(() => controller.abort(), 20);
         return hanging;";
    let error = script(code, &token).await.expect_err("an abort");
    assert!(error.is_instance_of::<web_sys::DomException>());
    assert_eq!(get(&error, "name"), JsValue::from("AbortError"));
    assert_eq!(installed.requests().len(), 1);
}

#[wasm_bindgen_test]
async fn an_aborted_signal_sends_nothing() {
    let installed = installed();
    let error =
        script("return fetch('/v3', { signal: AbortSignal.abort() });", "").await.expect_err("an abort");
    assert_eq!(get(&error, "name"), JsValue::from("AbortError"));
    assert!(installed.requests().is_empty());
}

#[wasm_bindgen_test]
async fn latency_is_waited_for() {
    let emulator =
        Emulator::new(Seed::Small, Switches::default()).with_latency(std::time::Duration::from_millis(120));
    let _installed = browser::install(emulator);
    let code = "const start = performance.now(); await fetch('/v3'); return performance.now() - start;";
    let millis = script(code, "").await.expect("an answer").as_f64().expect("a number");
    assert!(millis >= 119.0, "{millis}");
}

#[wasm_bindgen_test]
async fn offline_is_the_type_error_of_fetch() {
    let mut installed = installed();
    installed.set_offline(true);
    let error = script("return fetch('/v3');", "").await.expect_err("no network");
    assert!(error.is_instance_of::<js_sys::TypeError>());
    installed.set_offline(false);
    assert!(script("return fetch('/v3');", "").await.is_ok());
}

#[wasm_bindgen_test]
async fn other_paths_go_to_the_browsers_own_fetch() {
    let installed = installed();
    for target in ["/config.json", "/v2x", "/organizations/v2", "/deep/v2/manage/namespaces"] {
        let status =
            script(&format!("return (await fetch('{target}')).headers.has('x-request-id');"), "").await;
        assert_eq!(status.expect("an answer of the test server"), JsValue::FALSE, "{target}");
    }
    assert!(installed.requests().is_empty());
}

#[wasm_bindgen_test]
async fn the_original_fetch_comes_back() {
    let before = get(&js_sys::global(), "fetch");
    let installed = installed();
    assert_ne!(get(&js_sys::global(), "fetch"), before);
    drop(installed);
    assert_eq!(get(&js_sys::global(), "fetch"), before);
    assert!(get(&js_sys::global(), "fetch").is_function());
}

#[wasm_bindgen_test]
async fn broken_answers_break_as_they_do_on_a_wire() {
    let mut installed = installed();
    let token = token(&mut installed);
    let reading = |name: &str| {
        format!(
            "const read = fetch('/v2/manage/namespaces/group/repos/{name}/access', {{ headers: {{ 'X-Auth-Token': token }} }});
             const silence = new Promise((done) => setTimeout(() => done('silence'), 200));
             const told = async () => {{
                 const r = await read;
                 return `${{r.status}} ${{(await r.text()).length > 20_000_000 ? 'too long' : 'whole'}}`;
             }};
             return Promise.race([told(), silence]);"
        )
    };
    for name in ["reset", "cut", "redirect"] {
        let error = script(&reading(name), &token).await.expect_err("a failure");
        assert!(error.is_instance_of::<js_sys::TypeError>(), "{name}");
    }
    for (name, told) in [
        ("stall", "silence"),
        ("drip", "silence"),
        ("hang", "silence"),
        ("empty", "200 whole"),
        ("huge", "200 too long"),
    ] {
        assert_eq!(script(&reading(name), &token).await.expect("a word"), JsValue::from(told), "{name}");
    }
}

#[wasm_bindgen_test]
async fn an_endless_answer_comes_in_pieces_until_the_page_has_enough() {
    let mut installed = installed();
    let token = token(&mut installed);
    let code = "const r = await fetch('/v2/manage/namespaces/group/repos/endless/access', { headers: { 'X-Auth-Token': token } });
         const reader = r.body.getReader();
         let length = 0;
         while (length < 1_000_000) length += (await reader.read()).value.length;
         await reader.cancel();
         return r.headers.has('content-length');";
    assert_eq!(script(code, &token).await.expect("a word"), JsValue::FALSE);
}

#[wasm_bindgen_test]
async fn rules_reach_a_page_too() {
    let mut installed = installed();
    installed.with(|emulator| emulator.faults_mut().set(vec![Rule::new("/v3", Fault::Reset)]));
    let code = "return (await fetch('/v3')).status;";
    assert!(script(code, "").await.is_err());
    installed.with(|emulator| emulator.faults_mut().clear());
    assert_eq!(script(code, "").await.expect("an answer"), JsValue::from(200));
}
