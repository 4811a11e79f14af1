//! `/v2/manage/namespaces/{organization}/repositories/{image}/access-domains`.

use serde_json::{Value, json};

use crate::client::{ADMIN, Client, Server, gateway, swr};

const SHARED: &str = "/v2/manage/namespaces/outside/repositories/shared/access-domains";
const TEST: &str = "/v2/manage/namespaces/group/repositories/test/access-domains";

fn share(account: &str) -> Value {
    json!({ "access_domain": account, "permit": "read", "deadline": "forever", "description": "why" })
}

fn terms(deadline: &str) -> Value {
    json!({ "permit": "read", "deadline": deadline, "description": "changed" })
}

fn accounts(client: &Client<'_>, target: &str) -> Vec<String> {
    let answer = client.get(target);
    assert_eq!(answer.status, 200, "{answer:?}");
    let list = answer.json();
    let shares = list.as_array().expect("a list").iter();
    shares.map(|share| share["access_domain"].as_str().expect("an account").to_owned()).collect()
}

/// The calls with a body that each would take.
fn calls(target: &str) -> [(&'static str, String, Value); 5] {
    let one = format!("{target}/partner");
    [
        ("GET", target.to_owned(), Value::Null),
        ("POST", target.to_owned(), share("another")),
        ("GET", one.clone(), Value::Null),
        ("PATCH", one.clone(), terms("forever")),
        ("DELETE", one, Value::Null),
    ]
}

fn send(client: &Client<'_>, (method, target, body): &(&str, String, Value)) -> (u16, String) {
    let answer = client.send(method, target, &[], body.to_string().as_bytes());
    if answer.status < 400 { (answer.status, String::new()) } else { answer.refusal() }
}

#[test]
fn nobody_sees_or_changes_shares_without_a_token() {
    let server = Server::start();
    for call in calls(SHARED) {
        assert_eq!(send(&server.anonymous(), &call), gateway(401, "APIGW.0301"), "{call:?}");
        assert_eq!(send(&server.bearer("wrong"), &call), swr(4_010_000), "{call:?}");
    }
}

#[test]
fn everyone_with_a_permission_reads_and_managers_write() {
    let server = Server::start();
    let (reader, stranger) = (server.user("user06"), server.user("user12"));
    for call in calls(SHARED) {
        let expected = if call.0 == "GET" { (200, String::new()) } else { swr(4_037_020) };
        assert_eq!(send(&reader, &call), expected, "{call:?}");
        assert_eq!(send(&stranger, &call), swr(4_037_020), "{call:?}");
    }
    // Write on the organization lets someone grant permissions, and not share with other accounts.
    for user in ["user02", "user04"] {
        assert_eq!(server.user(user).post(TEST, &share("partner")).refusal(), swr(4_037_020), "{user}");
    }
    assert_eq!(server.user("user01").post(TEST, &share("partner")).status, 201);
}

#[test]
fn what_is_not_there_is_missing() {
    let server = Server::start();
    let admin = server.user("admin");
    for call in calls("/v2/manage/namespaces/group/repositories/missing/access-domains") {
        assert_eq!(send(&admin, &call), swr(4_040_010), "{call:?}");
    }
    for call in calls("/v2/manage/namespaces/missing/repositories/shared/access-domains") {
        assert_eq!(send(&admin, &call), swr(4_040_058), "{call:?}");
    }
    let one = format!("{SHARED}/nobody");
    assert_eq!(admin.get(&one).refusal(), swr(4_001_090));
    assert_eq!(admin.patch(&one, &terms("forever")).refusal(), swr(4_001_090));
    assert_eq!(admin.delete(&one, &Value::Null).refusal(), swr(4_001_090));
}

#[test]
fn the_list_says_who_shared_for_how_long() {
    let server = Server::start();
    let list = server.user("admin").get(SHARED).json();
    let partner = json!({
        "namespace": "outside", "repository": "shared", "access_domain": "partner", "permit": "read",
        "deadline": "forever", "description": "Runs it in their own cluster", "creator_id": ADMIN,
        "creator_name": "admin", "created": "2023-07-15T23:59:59.000Z", "updated": "2023-07-15T23:59:59.000Z",
        "status": true,
    });
    assert_eq!(list[0], partner);
    assert_eq!(list[1]["access_domain"], "contractor");
    assert_eq!((&list[1]["deadline"], &list[1]["status"]), (&json!("2024-01-31T23:59:59Z"), &json!(false)));
    assert!(accounts(&server.user("admin"), TEST).is_empty());
}

#[test]
fn one_account_is_shown_with_the_same_fields() {
    let server = Server::start();
    let admin = server.user("admin");
    let mut shown = admin.get(&format!("{SHARED}/partner")).json();
    assert_eq!(shown["exist"], true);
    shown.as_object_mut().expect("an object").remove("exist");
    assert_eq!(shown, admin.get(SHARED).json()[0]);
}

#[test]
fn an_image_is_shared_changed_and_not_shared_any_more() {
    let server = Server::start();
    let user = server.user("user01");
    let one = format!("{TEST}/partner");
    let answer = user.post(TEST, &share("partner"));
    assert_eq!((answer.status, answer.text().as_str()), (201, "{}"));
    let shared = user.get(&one).json();
    assert_eq!((&shared["creator_name"], &shared["status"]), (&json!("user01"), &json!(true)));

    let answer = user.patch(&one, &terms("2018-10-01T16:00:00.000Z"));
    assert_eq!((answer.status, answer.text().as_str()), (201, "{}"));
    let changed = user.get(&one).json();
    assert_eq!(changed["deadline"], "2018-10-01T16:00:00.000Z");
    assert_eq!((&changed["description"], &changed["status"]), (&json!("changed"), &json!(false)));
    assert_eq!(changed["created"], shared["created"]);

    let answer = user.delete(&one, &Value::Null);
    assert_eq!((answer.status, answer.body.len()), (204, 0));
    assert!(accounts(&user, TEST).is_empty());
}

#[test]
fn a_change_without_a_description_empties_it() {
    let server = Server::start();
    let admin = server.user("admin");
    let one = format!("{SHARED}/partner");
    assert_eq!(admin.patch(&one, &json!({ "permit": "read", "deadline": "forever" })).status, 201);
    assert_eq!(admin.get(&one).json()["description"], "");
}

#[test]
fn a_share_that_may_not_be_is_refused_and_not_stored() {
    let server = Server::start();
    let admin = server.user("admin");
    let without = |name: &str, value: Value| {
        let mut body = share("another");
        body[name] = value;
        body
    };
    for (body, code) in [
        (share("partner"), 4_090_089),
        (share("demo"), 4_001_041),
        (share(""), 4_001_041),
        (without("permit", json!("write")), 4_001_091),
        (without("permit", Value::Null), 4_001_036),
        (without("deadline", json!("tomorrow")), 4_000_014),
        (without("description", json!("x".repeat(1001))), 4_131_012),
        (json!([share("another")]), 4_001_018),
    ] {
        assert_eq!(admin.post(SHARED, &body).refusal(), swr(code), "{body}");
    }
    assert_eq!(accounts(&admin, SHARED), ["partner", "contractor"]);
    let public = "/v2/manage/namespaces/outside/repositories/public/access-domains";
    assert_eq!(admin.post(public, &share("partner")).refusal(), swr(4_000_014));
}

#[test]
fn an_image_is_shared_with_500_accounts_and_the_list_has_the_first_100() {
    let server = Server::start();
    let admin = server.user("admin");
    for number in 0..500 {
        assert_eq!(admin.post(TEST, &share(&format!("account{number:03}"))).status, 201, "{number}");
    }
    assert_eq!(admin.post(TEST, &share("one-more")).refusal(), swr(4_000_014));
    let first = accounts(&admin, TEST);
    assert_eq!((first.len(), first.last().map(String::as_str)), (100, Some("account099")));
    let last = accounts(&admin, &format!("{TEST}?limit=1000&offset=450"));
    assert_eq!((last.len(), last.first().map(String::as_str)), (50, Some("account450")));
}

#[test]
fn both_spellings_of_the_path_are_the_same_place() {
    let server = Server::start();
    let admin = server.user("admin");
    let repos = "/v2/manage/namespaces/outside/repos/shared/access-domains";
    assert_eq!(admin.get(repos).json(), admin.get(SHARED).json());
    assert_eq!(admin.delete(&format!("{repos}/contractor"), &Value::Null).status, 204);
    assert_eq!(accounts(&admin, SHARED), ["partner"]);
    let slashes = "/v2/manage/namespaces/group/repositories/team$web%24app/access-domains";
    assert_eq!(admin.post(slashes, &share("partner")).status, 201);
    assert_eq!(admin.get(slashes).json()[0]["repository"], "team/web/app");
}
