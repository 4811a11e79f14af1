//! The endpoint by which tests let calls fail.

use std::io::ErrorKind;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::client::{Client, Server, entry, others, sign_in_body};

const TEST: &str = "/v2/manage/namespaces/group/repos/test/access";
const REPOS: &str = "/v2/manage/repos";
const LONG: Duration = Duration::from_secs(30);

fn controlled() -> Server {
    Server::with(&["--control"])
}

fn set(client: &Client<'_>, rules: &Value) {
    let answer = client.post("/control/faults", rules);
    assert_eq!(answer.status, 204, "{answer:?}");
}

fn clear(client: &Client<'_>) {
    assert_eq!(client.delete("/control/faults", &Value::Null).status, 204);
}

#[test]
fn without_the_flag_there_is_no_control() {
    let server = Server::start();
    assert_eq!(server.anonymous().get("/control/requests").status, 404);
    assert_eq!(server.anonymous().post("/control/faults", &json!([])).status, 404);
}

#[test]
fn every_path_can_fail_and_heals() {
    let server = controlled();
    let admin = server.user("admin");
    for target in
        ["/v2/manage/namespaces", REPOS, TEST, "/v2/manage/namespaces/group/access", "/v3/users", "/v3"]
    {
        set(
            &admin,
            &json!([{ "method": "GET", "path": target, "fault": "status", "status": 503,
            "headers": { "Retry-After": "2" } }]),
        );
        let failed = admin.get(target);
        assert_eq!((failed.status, failed.header("Retry-After")), (503, Some("2")), "{target}");
        assert_eq!(
            failed.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("retry-after")).count(),
            1
        );
        clear(&admin);
        assert_eq!(admin.get(target).status, 200, "{target}");
    }
}

#[test]
fn a_rule_for_everything_spares_the_control() {
    let server = controlled();
    let admin = server.user("admin");
    set(&admin, &json!([{ "path": "*", "fault": "reset" }]));
    assert_eq!(admin.overhear("GET", REPOS, &Value::Null, LONG).1, Err(ErrorKind::ConnectionReset));
    clear(&admin);
    assert_eq!(admin.get(REPOS).status, 200);
}

#[test]
fn a_fault_lasts_as_often_as_it_is_told() {
    let server = controlled();
    let admin = server.user("admin");
    set(&admin, &json!([{ "path": "/v2/*", "fault": "html", "times": 2 }]));
    assert!([REPOS, TEST].iter().all(|target| admin.get(target).text().starts_with("<!doctype")));
    assert!(admin.get(REPOS).json().is_array());
}

#[test]
fn a_write_is_done_or_not_as_the_rule_says() {
    let server = controlled();
    let admin = server.user("admin");
    let written = |id: &str, rule: Value| {
        set(&admin, &json!([rule]));
        let heard = admin.overhear("POST", TEST, &json!([entry(id, id, 1)]), LONG);
        clear(&admin);
        (heard.0.is_empty(), others(&admin.get(TEST)).iter().any(|(name, _)| name == id))
    };
    let rule = |fault: &str| json!({ "method": "POST", "path": TEST, "fault": fault });
    assert_eq!(written("a", rule("reset")), (true, false));
    assert_eq!(written("b", rule("cut")), (false, false));
    let mut stored = rule("reset");
    stored["store"] = json!(true);
    assert_eq!(written("c", stored), (true, true));
}

#[test]
fn a_token_that_drips_in_is_a_good_one() {
    let server = controlled();
    set(&server.anonymous(), &json!([{ "path": "/v3/auth/tokens", "fault": "slow" }]));
    let start = Instant::now();
    let answer = server.anonymous().post("/v3/auth/tokens", &sign_in_body("admin"));
    assert!(start.elapsed() >= Duration::from_secs(3));
    let token = answer.header("X-Subject-Token").expect("a token");
    assert_eq!(server.bearer(token).get(REPOS).status, 200);
}

#[test]
fn a_delay_comes_before_anything_else() {
    let server = controlled();
    set(&server.anonymous(), &json!([{ "path": "/v3", "fault": "status", "status": 418, "delay_ms": 300 }]));
    let start = Instant::now();
    assert_eq!(server.anonymous().get("/v3").status, 418);
    assert!(start.elapsed() >= Duration::from_millis(300));
}

#[test]
fn requests_are_told_without_their_tokens() {
    let server = controlled();
    let admin = server.user("admin");
    assert_eq!(admin.delete("/control/requests", &Value::Null).status, 204);
    admin.get("/v2/manage/repos?limit=1&offset=0");
    server.anonymous().get("/v3");
    set(&admin, &json!([]));
    let told = admin.get("/control/requests");
    assert_eq!(
        told.json(),
        json!([
            { "method": "GET", "target": "/v2/manage/repos?limit=1&offset=0", "has_token": true },
            { "method": "GET", "target": "/v3", "has_token": false },
        ])
    );
    assert!(!told.text().contains(admin.token()));
}

#[test]
fn a_mistake_in_the_rules_is_told() {
    let server = controlled();
    let answer = server.anonymous().post("/control/faults", &json!([{ "path": "*", "fault": "explode" }]));
    assert!(answer.status == 400 && answer.text().contains("explode"), "{answer:?}");
    assert_eq!(server.anonymous().get("/control/other").status, 404);
}

#[test]
fn files_of_the_console_can_fail_too() {
    let folder = std::env::temp_dir().join(format!("swr-emulator-control-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("index.html"), "<title>console</title>").expect("a file");
    std::fs::write(folder.join("style.css"), "body { color: black }").expect("a file");
    let server = Server::with(&["--control", "--console", folder.to_str().expect("a path")]);
    let anyone = server.anonymous();
    set(
        &anyone,
        &json!([{ "path": "*.css", "fault": "truncated", "headers": { "Content-Type": "text/plain" } }]),
    );
    let style = anyone.get("/style.css");
    assert_eq!((style.header("Content-Type"), style.text().as_str()), (Some("text/plain"), "body { col"));
    assert_eq!(anyone.get("/").text(), "<title>console</title>");
    std::fs::remove_dir_all(folder).expect("removed");
}
