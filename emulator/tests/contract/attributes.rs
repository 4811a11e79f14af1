//! `PATCH /v2/manage/namespaces/{organization}/repos/{image}`.

use serde_json::{Value, json};

use crate::client::{Client, Server, swr};

const TEST: &str = "/v2/manage/namespaces/group/repos/test";

fn shown(client: &Client<'_>) -> (Value, Value, Value) {
    let image = client.get(TEST).json();
    (image["is_public"].clone(), image["category"].clone(), image["description"].clone())
}

#[test]
fn nobody_changes_an_image_without_a_token() {
    let server = Server::start();
    assert_eq!(server.anonymous().patch(TEST, &json!({ "is_public": true })).status, 401);
    assert_eq!(server.bearer("wrong").patch(TEST, &json!({ "is_public": true })).refusal(), swr(4_010_000));
}

#[test]
fn it_takes_write_on_the_image_or_its_organization() {
    let server = Server::start();
    let change = |user: &str| server.user(user).patch(TEST, &json!({ "is_public": false }));
    for user in ["admin", "user01", "user02", "user04"] {
        assert_eq!(change(user).status, 201, "{user}");
    }
    assert_eq!(change("user03").refusal(), swr(4_037_020));
    assert_eq!(change("user12").refusal(), swr(4_037_020));
}

#[test]
fn an_image_or_organization_that_is_not_there_is_404() {
    let server = Server::start();
    let change = |target: &str| server.user("admin").patch(target, &json!({ "is_public": true })).refusal();
    assert_eq!(change("/v2/manage/namespaces/group/repos/missing"), swr(4_040_010));
    assert_eq!(change("/v2/manage/namespaces/missing/repos/test"), swr(4_040_058));
}

#[test]
fn the_detail_and_the_list_show_what_was_changed() {
    let server = Server::start();
    let user = server.user("user02");
    let before = user.get(TEST).json();
    let body = json!({ "category": "database", "description": "this is a test", "is_public": true });
    let answer = user.patch(TEST, &body);
    assert_eq!((answer.status, answer.text().as_str()), (201, "{}"));
    assert_eq!(shown(&user), (json!(true), json!("database"), json!("this is a test")));
    assert_ne!(user.get(TEST).json()["updated"], before["updated"]);
    assert_eq!(user.get(TEST).json()["created"], before["created"]);

    let listed = user.get("/v2/manage/repos?is_public=true&category=database").json();
    assert_eq!((&listed[0]["name"], &listed[0]["description"]), (&json!("test"), &json!("this is a test")));
}

#[test]
fn what_is_left_out_stays() {
    let server = Server::start();
    let admin = server.user("admin");
    assert_eq!(admin.patch(TEST, &json!({ "is_public": true })).status, 201);
    assert_eq!(shown(&admin), (json!(true), json!("other"), json!("Integration test runner")));
}

#[test]
fn a_wrong_body_is_refused_and_changes_nothing() {
    let server = Server::start();
    let admin = server.user("admin");
    for (body, code) in [
        (json!({ "category": "linux" }), 4_001_036),
        (json!({ "is_public": "true" }), 4_001_009),
        (json!({ "is_public": true, "category": "cloud" }), 4_000_014),
        (json!({ "is_public": true, "description": 7 }), 4_000_014),
        (json!([{ "is_public": true }]), 4_001_018),
    ] {
        assert_eq!(admin.patch(TEST, &body).refusal(), swr(code), "{body}");
    }
    assert_eq!(shown(&admin), (json!(false), json!("other"), json!("Integration test runner")));
}
