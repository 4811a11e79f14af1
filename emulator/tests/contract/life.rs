//! Organizations and images are made and deleted.

use serde_json::{Value, json};

use crate::client::{ADMIN, Client, Server, USER01, gateway, holders, others, swr};

const ORGANIZATIONS: &str = "/v2/manage/namespaces";
const EMPTY: &str = "/v2/manage/namespaces/empty/repos";

fn organization(name: &str) -> Value {
    json!({ "namespace": name })
}

fn image(name: &str) -> Value {
    json!({ "repository": name, "is_public": false })
}

fn gone(client: &Client<'_>, target: &str) -> (u16, usize) {
    let answer = client.delete(target, &Value::Null);
    (answer.status, answer.body.len())
}

#[test]
fn nothing_is_made_or_deleted_without_a_token() {
    let server = Server::start();
    let refused = gateway(401, "APIGW.0301");
    let nobody = server.anonymous();
    assert_eq!(nobody.post(ORGANIZATIONS, &organization("new")).refusal(), refused);
    assert_eq!(nobody.post(EMPTY, &image("new")).refusal(), refused);
    for target in ["/v2/manage/namespaces/empty", "/v2/manage/namespaces/group/repos/test"] {
        assert_eq!(nobody.delete(target, &Value::Null).refusal(), refused, "{target}");
        assert_eq!(server.bearer("wrong").delete(target, &Value::Null).refusal(), swr(4_010_000), "{target}");
    }
}

#[test]
fn an_organization_belongs_to_its_creator_until_it_is_deleted() {
    let server = Server::start();
    let user = server.user("user01");
    let answer = user.post(ORGANIZATIONS, &organization("new"));
    assert_eq!((answer.status, answer.text().as_str()), (201, "{}"));
    let made = user.get("/v2/manage/namespaces/new").json();
    assert_eq!((&made["creator_name"], &made["auth"]), (&json!("user01"), &json!(7)));
    let access = user.get("/v2/manage/namespaces/new/access");
    assert_eq!(others(&access), holders(&[("user01", 7)]));
    assert_eq!(access.json()["self_auth"]["user_id"], USER01);
    assert_eq!(server.user("user02").get("/v2/manage/namespaces/new").status, 403);

    assert_eq!(gone(&user, "/v2/manage/namespaces/new"), (204, 0));
    assert_eq!(user.get("/v2/manage/namespaces/new").refusal(), swr(4_040_058));
    assert_eq!(user.post(ORGANIZATIONS, &organization("new")).status, 201);
}

#[test]
fn an_organization_that_may_not_be_is_refused() {
    let server = Server::start();
    let admin = server.user("admin");
    for (body, code) in [
        (organization("group"), 4_090_060),
        (organization("Group"), 4_001_028),
        (organization("library"), 4_001_028),
        (json!({ "namespace": 7 }), 4_001_028),
        (json!({}), 4_001_036),
        (json!([organization("new")]), 4_001_018),
    ] {
        assert_eq!(admin.post(ORGANIZATIONS, &body).refusal(), swr(code), "{body}");
    }
    for name in ["fourth", "fifth"] {
        assert_eq!(admin.post(ORGANIZATIONS, &organization(name)).status, 201, "{name}");
    }
    assert_eq!(admin.post(ORGANIZATIONS, &organization("sixth")).refusal(), swr(4_000_097));
}

#[test]
fn only_an_empty_organization_is_deleted_by_its_managers() {
    let server = Server::start();
    let refused = |user: &str, name: &str| {
        server.user(user).delete(&format!("{ORGANIZATIONS}/{name}"), &Value::Null).refusal()
    };
    assert_eq!(refused("user04", "group"), swr(4_037_020));
    assert_eq!(refused("user12", "empty"), swr(4_037_020));
    assert_eq!(refused("admin", "group"), swr(4_060_074));
    assert_eq!(refused("admin", "missing"), swr(4_040_058));
    assert_eq!(gone(&server.user("admin"), "/v2/manage/namespaces/empty"), (204, 0));
}

#[test]
fn an_image_is_made_by_writers_of_the_organization_and_belongs_to_its_creator() {
    let server = Server::start();
    let user = server.user("user04");
    let body = json!({
        "repository": "team/new", "is_public": true, "category": "linux", "description": "this is new",
    });
    let answer = user.post("/v2/manage/namespaces/group/repos", &body);
    assert_eq!((answer.status, answer.text().as_str()), (201, "{}"));
    let made = user.get("/v2/manage/namespaces/group/repos/team$new").json();
    assert_eq!((&made["name"], &made["creator_name"]), (&json!("team/new"), &json!("user04")));
    assert_eq!((&made["is_public"], &made["category"]), (&json!(true), &json!("linux")));
    assert_eq!((&made["description"], &made["num_images"]), (&json!("this is new"), &json!(0)));
    let access = user.get("/v2/manage/namespaces/group/repos/team$new/access").json();
    assert_eq!(access["self_auth"]["auth"], 7);
    for reader in ["user01", "user12"] {
        let answer = server.user(reader).post("/v2/manage/namespaces/group/repos", &image("other"));
        assert_eq!(answer.refusal(), swr(4_037_020), "{reader}");
    }
}

#[test]
fn an_image_that_may_not_be_is_refused() {
    let server = Server::start();
    let admin = server.user("admin");
    for (body, code) in [
        (image("a..b"), 4_001_029),
        (json!({ "repository": 7, "is_public": true }), 4_001_029),
        (json!({ "is_public": true }), 4_001_036),
        (json!({ "repository": "new" }), 4_001_036),
        (json!({ "repository": "new", "is_public": "yes" }), 4_001_009),
        (json!({ "repository": "new", "is_public": true, "category": "cloud" }), 4_000_014),
        (json!([image("new")]), 4_001_018),
        (image("error-409"), 4_090_023),
        (image("throttled"), 4_031_032),
        (image("slow"), 4_090_006),
    ] {
        assert_eq!(admin.post(EMPTY, &body).refusal(), swr(code), "{body}");
    }
    assert!(admin.is_left_waiting("POST", EMPTY, &image("hang")));
    assert_eq!(admin.post("/v2/manage/namespaces/missing/repos", &image("new")).refusal(), swr(4_040_058));
    let group = "/v2/manage/namespaces/group/repos";
    assert_eq!(admin.post(group, &image("test")).refusal(), swr(4_090_006));
    assert_eq!(admin.post(group, &image("team$web$app")).refusal(), swr(4_090_006));
    assert!(admin.get("/v2/manage/repos?namespace=empty").json().as_array().expect("a list").is_empty());
}

#[test]
fn only_an_image_without_tags_is_deleted_by_its_managers() {
    let server = Server::start();
    let refused = |user: &str, target: &str| server.user(user).delete(target, &Value::Null).refusal();
    for user in ["user02", "user04", "user12"] {
        assert_eq!(refused(user, "/v2/manage/namespaces/group/repos/test"), swr(4_037_020), "{user}");
    }
    assert_eq!(refused("user01", "/v2/manage/namespaces/group/repos/test"), swr(4_060_012));
    assert_eq!(refused("admin", "/v2/manage/namespaces/group/repos/missing"), swr(4_040_010));
    let user = server.user("user04");
    assert_eq!(user.post("/v2/manage/namespaces/group/repos", &image("new")).status, 201);
    assert_eq!(gone(&user, "/v2/manage/namespaces/group/repos/new"), (204, 0));
    assert_eq!(refused("admin", "/v2/manage/namespaces/group/repos/new"), swr(4_040_010));
}

#[test]
fn numbers_are_not_used_twice() {
    let server = Server::start();
    let admin = server.user("admin");
    let made = |name: &str| {
        assert_eq!(admin.post(EMPTY, &image(name)).status, 201);
        admin.get(&format!("{EMPTY}/{name}")).json()["id"].clone()
    };
    let first = made("first");
    assert_eq!(gone(&admin, &format!("{EMPTY}/first")).0, 204);
    assert_ne!(made("second"), first);
    assert_eq!(admin.get(&format!("{EMPTY}/second/access")).json()["self_auth"]["user_id"], ADMIN);
}

#[test]
fn image_creation_status() {
    let server = Server::switched("image-creation-status=200");
    assert_eq!(server.user("admin").post(EMPTY, &image("new")).status, 200);
}
