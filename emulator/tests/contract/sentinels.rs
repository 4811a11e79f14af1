//! Names that make things go wrong on demand.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::client::{Server, USER01, entry, gateway, holders, others, swr};

const TEST: &str = "/v2/manage/namespaces/group/repos/test/access";
const GROUP: &str = "/v2/manage/namespaces/group/access";

fn image(name: &str) -> String {
    format!("/v2/manage/namespaces/empty/repos/{name}/access")
}

#[test]
fn an_image_fails_with_the_status_in_its_name_for_every_method() {
    let server = Server::start();
    let anyone = server.user("user12");
    for status in [400, 401, 403, 404, 409, 413, 429, 500, 502, 503, 504, 507, 599] {
        let target = image(&format!("error-{status}"));
        for method in ["GET", "POST", "PATCH", "DELETE"] {
            let answer = anyone.send(method, &target, &[], b"");
            assert_eq!(answer.status, status, "{method}");
            assert!(answer.json()["error_code"].is_string(), "{method} {status}");
        }
        for method in ["GET", "PATCH"] {
            let target = format!("/v2/manage/namespaces/group/repos/error-{status}");
            assert_eq!(anyone.send(method, &target, &[], b"").status, status, "{method}");
        }
    }
}

#[test]
fn failing_images_still_need_a_token_and_an_organization() {
    let server = Server::start();
    assert_eq!(server.anonymous().get(&image("error-500")).status, 401);
    let answer = server.user("admin").get("/v2/manage/namespaces/missing/repos/error-500/access");
    assert_eq!(answer.refusal(), swr(4_040_058));
}

#[test]
fn codes_fit_the_status() {
    let server = Server::start();
    let admin = server.user("admin");
    assert_eq!(admin.get(&image("error-404")).refusal(), swr(4_040_010));
    assert_eq!(admin.get(&image("error-401")).refusal(), swr(4_010_000));
    assert_eq!(admin.get(&image("error-418")).refusal(), swr(4_180_000));
    assert_eq!(admin.get(&image("throttled")).refusal(), swr(4_031_032));
    let throttled = admin.get(&image("error-429"));
    assert_eq!(throttled.refusal(), gateway(429, "APIGW.0308"));
    assert_eq!(throttled.header("Retry-After"), Some("1"));
}

#[test]
fn behaving_images_are_in_no_list_and_no_count() {
    let server = Server::start();
    let admin = server.user("admin");
    assert_eq!(admin.get("/v2/manage/repos").json().as_array().map(Vec::len), Some(5));
    assert_eq!(admin.get("/v2/manage/namespaces?namespace=empty").json()["namespaces"][0]["repo_count"], 0);
}

#[test]
fn a_slow_image_works_and_takes_its_time() {
    let server = Server::start();
    let admin = server.user("admin");
    let start = Instant::now();
    assert_eq!(admin.post(&image("slow"), &json!([entry("a", "b", 3)])).status, 201);
    assert!(start.elapsed() >= Duration::from_secs(3));
    assert_eq!(others(&admin.get(&image("slow"))), holders(&[("b", 3)]));
}

#[test]
fn a_hanging_image_answers_nothing() {
    let server = Server::start();
    let admin = server.user("admin");
    assert!(admin.is_left_waiting("GET", &image("hang"), &Value::Null));
    assert!(admin.is_left_waiting("POST", &image("hang"), &json!([entry("a", "b", 3)])));
    // A hang holds nobody else up.
    assert_eq!(admin.get(TEST).status, 200);
}

#[test]
fn an_image_misbehaves_for_its_shares_too() {
    let server = Server::start();
    let admin = server.user("admin");
    let target = |name: &str| format!("/v2/manage/namespaces/empty/repositories/{name}/access-domains");
    for (method, rest) in [("GET", ""), ("POST", ""), ("GET", "/a"), ("PATCH", "/a"), ("DELETE", "/a")] {
        let answer = admin.send(method, &format!("{}{rest}", target("error-503")), &[], b"");
        assert_eq!(answer.refusal(), gateway(503, "APIGW.0201"), "{method} {rest}");
        assert!(admin.is_left_waiting(method, &format!("{}{rest}", target("hang")), &Value::Null));
    }
    assert!(admin.is_left_waiting("GET", &target("slow"), &Value::Null));
    assert_eq!(admin.get(&target("retry")).status, 429);
    let odd = admin.get(&target("odd")).json();
    let odd = odd.as_array().expect("a list");
    assert_eq!((&odd[0]["access_domain"], &odd[0]["permit"]), (&json!("partner"), &json!("read")));
    assert!(odd.iter().any(Value::is_null) && odd.iter().any(|share| share["deadline"] == 4711));
    assert!(serde_json::from_slice::<Value>(&admin.get(&target("truncated")).body).is_err());
    assert_eq!(admin.get(&format!("{}/partner", target("huge"))).json()["exist"], true);
}

#[test]
fn an_account_fails_a_share_as_a_user_fails_a_grant() {
    let server = Server::start();
    let admin = server.user("admin");
    let target = "/v2/manage/namespaces/outside/repositories/shared/access-domains";
    let share = |account: &str| json!({ "access_domain": account, "permit": "read", "deadline": "forever" });
    for (account, refusal) in [
        ("denied", swr(4_037_020)),
        ("conflict", swr(4_090_089)),
        ("error-400", swr(4_000_014)),
        ("error-503", gateway(503, "APIGW.0201")),
    ] {
        assert_eq!(admin.post(target, &share(account)).refusal(), refusal, "{account}");
        assert_eq!(
            admin.patch(&format!("{target}/{account}"), &share(account)).refusal(),
            refusal,
            "{account}"
        );
    }
    assert_eq!(admin.get(target).json().as_array().map(Vec::len), Some(2));
    for account in ["slow", "hang"] {
        assert!(admin.is_left_waiting("POST", target, &share(account)), "{account}");
        assert_eq!(admin.get(&format!("{target}/{account}")).json()["exist"], true, "{account}");
        assert_eq!(admin.delete(&format!("{target}/{account}"), &Value::Null).status, 204, "{account}");
    }
    for (account, is_stored) in [("reset", 200), ("lost", 400)] {
        let (answer, end) = admin.overhear("POST", target, &share(account), Duration::from_secs(5));
        assert!(answer.is_empty() && end.is_err(), "{account}");
        assert_eq!(admin.get(&format!("{target}/{account}")).status, is_stored, "{account}");
    }
}

#[test]
fn a_page_of_html_and_broken_json_come_with_200() {
    let server = Server::start();
    let admin = server.user("admin");
    let html = admin.get(&image("html"));
    assert_eq!((html.status, html.header("Content-Type")), (200, Some("text/html; charset=utf-8")));
    assert!(html.text().starts_with("<!doctype html>"));
    let truncated = admin.get(&image("truncated"));
    assert_eq!((truncated.status, truncated.header("Content-Type")), (200, Some("application/json")));
    assert!(serde_json::from_slice::<Value>(&truncated.body).is_err());
}

#[test]
fn a_user_fails_a_grant_with_the_status_in_their_name_and_nothing_is_stored() {
    let server = Server::start();
    let admin = server.user("admin");
    for (name, image_refusal, group_refusal) in [
        ("denied", swr(4_037_020), swr(4_037_020)),
        ("conflict", swr(4_090_089), swr(4_090_076)),
        ("error-400", swr(4_000_014), swr(4_000_014)),
        ("error-503", gateway(503, "APIGW.0201"), gateway(503, "APIGW.0201")),
    ] {
        let body = json!([entry("a", "good", 1), entry("b", name, 1)]);
        assert_eq!(admin.post(TEST, &body).refusal(), image_refusal, "{name}");
        assert_eq!(admin.post(GROUP, &body).refusal(), group_refusal, "{name}");
        let change = json!([entry(USER01, name, 1)]);
        assert_eq!(admin.patch(TEST, &change).refusal(), image_refusal, "{name}");
    }
    assert_eq!(others(&admin.get(TEST)), holders(&[("user01", 7), ("user02", 3), ("user03", 1)]));
    assert_eq!(others(&admin.get(GROUP)).len(), 2);
}

#[test]
fn a_slow_user_is_stored_and_answered_late() {
    let server = Server::start();
    let admin = server.user("admin");
    assert!(admin.is_left_waiting("POST", TEST, &json!([entry("a", "slow", 1)])));
    assert_eq!(others(&admin.get(TEST)).last(), holders(&[("slow", 1)]).first());
    let start = Instant::now();
    assert_eq!(admin.patch(TEST, &json!([entry("a", "slow", 3)])).status, 201);
    assert!(start.elapsed() >= Duration::from_secs(3));
}

#[test]
fn a_hanging_user_is_stored_and_never_answered() {
    let server = Server::start();
    let admin = server.user("admin");
    assert!(admin.is_left_waiting("POST", TEST, &json!([entry("a", "hang", 1)])));
    assert_eq!(others(&admin.get(TEST)).last(), holders(&[("hang", 1)]).first());
    assert_eq!(admin.delete(TEST, &json!(["a"])).status, 204);
}
