//! What each switch changes. The defaults are tested with their resources.

use serde_json::{Value, json};

use crate::client::{ADMIN, Server, USER01, entry, holders, others, sign_in_body, swr};

const TEST: &str = "/v2/manage/namespaces/group/repos/test/access";
const BUSYBOX: &str = "/v2/manage/namespaces/group/repos/busybox/access";
const GROUP: &str = "/v2/manage/namespaces/group/access";

#[test]
fn error_shape() {
    let server = Server::switched("error-shape=array");
    let body = server.user("admin").get("/v2/manage/namespaces/missing").json();
    let error = json!({ "errorCode": "SVCSTG.SWR.4040058", "errorMessage": "Namespace does not exists", "detail": "" });
    assert_eq!(body, json!([error]));
    let server = Server::switched("error-shape=gateway");
    let answer = server.user("admin").get("/v2/manage/namespaces/missing");
    assert_eq!(answer.json()["error_code"], "SVCSTG.SWR.4040058");
    assert_eq!(answer.json()["request_id"].as_str(), answer.header("X-Request-Id"));
}

#[test]
fn write_body() {
    let server = Server::switched("write-body=empty");
    let answer = server.user("admin").patch(TEST, &json!([entry(USER01, "user01", 1)]));
    assert_eq!((answer.status, answer.body.len()), (201, 0));
}

#[test]
fn organization_grant_status() {
    let server = Server::switched("organization-grant-status=200");
    assert_eq!(server.user("admin").post(GROUP, &json!([entry(USER01, "user01", 1)])).status, 200);
}

#[test]
fn content_range() {
    let server = Server::switched("content-range=paged");
    let admin = server.user("admin");
    assert_eq!(admin.get("/v2/manage/repos").header("Content-Range"), None);
    assert_eq!(admin.get("/v2/manage/repos?limit=2&offset=1").header("Content-Range"), Some("1-2/5"));
    let server = Server::switched("content-range=never");
    assert_eq!(server.user("admin").get("/v2/manage/repos?limit=2&offset=1").header("Content-Range"), None);
}

#[test]
fn image_duplicate() {
    let server = Server::switched("image-duplicate=upsert");
    let admin = server.user("admin");
    assert_eq!(admin.post(TEST, &json!([entry(USER01, "user01", 1)])).status, 201);
    assert_eq!(others(&admin.get(TEST)), holders(&[("user01", 1), ("user02", 3), ("user03", 1)]));
}

#[test]
fn change_missing() {
    let server = Server::switched("change-missing=upsert");
    let admin = server.user("admin");
    assert_eq!(admin.patch(BUSYBOX, &json!([entry(USER01, "user01", 1)])).status, 201);
    assert_eq!(others(&admin.get(BUSYBOX)), holders(&[("user01", 1)]));
}

#[test]
fn delete_missing() {
    let server = Server::switched("delete-missing=204");
    let admin = server.user("admin");
    assert_eq!(admin.delete(TEST, &json!(["nobody", USER01])).status, 204);
    assert_eq!(others(&admin.get(TEST)), holders(&[("user02", 3), ("user03", 1)]));
}

#[test]
fn batch() {
    let server = Server::switched("batch=partial");
    let admin = server.user("admin");
    let body = json!([entry("a", "first", 1), entry(USER01, "user01", 1), entry("b", "third", 1)]);
    assert_eq!(admin.post(TEST, &body).refusal(), swr(4_090_089));
    assert_eq!(
        others(&admin.get(TEST)),
        holders(&[("user01", 7), ("user02", 3), ("user03", 1), ("first", 1)])
    );
}

#[test]
fn empty_batch() {
    let server = Server::switched("empty-batch=accept");
    let admin = server.user("admin");
    assert_eq!(admin.post(TEST, &json!([])).status, 201);
    assert_eq!(admin.delete(TEST, &json!([])).status, 204);
}

#[test]
fn self_grant() {
    let grant = |server: &Server| {
        let admin = server.user("admin");
        admin.delete(TEST, &json!([ADMIN]));
        admin.post(TEST, &json!([entry(ADMIN, "admin", 3)]))
    };
    assert_eq!(grant(&Server::switched("self-grant=400")).refusal(), swr(4_000_014));
    let server = Server::switched("self-grant=accept");
    assert_eq!(grant(&server).status, 201);
    assert_eq!(server.user("admin").get(TEST).json()["self_auth"], entry(ADMIN, "admin", 3));
}

#[test]
fn empty_mode() {
    let server = Server::switched("empty-mode=400");
    assert_eq!(server.user("admin").get("/v2/manage/namespaces?filter=mode::").refusal(), swr(4_001_035));
}

#[test]
fn omitted_attribute() {
    const IMAGE: &str = "/v2/manage/namespaces/group/repos/busybox";
    let server = Server::switched("omitted-attribute=reset");
    let admin = server.user("admin");
    assert_eq!(admin.patch(IMAGE, &json!({ "is_public": false })).status, 201);
    let image = admin.get(IMAGE).json();
    assert_eq!((&image["category"], &image["description"]), (&json!("other"), &json!("")));
}

#[test]
fn self_change() {
    let server = Server::switched("self-change=403");
    let user = server.user("user01");
    assert_eq!(user.patch(TEST, &json!([entry(USER01, "user01", 1)])).refusal(), swr(4_039_002));
    assert_eq!(user.delete(TEST, &json!([USER01])).refusal(), swr(4_039_002));
    assert_eq!(Server::start().user("user01").delete(TEST, &json!([USER01])).status, 204);
}

#[test]
fn creator_change() {
    let server = Server::switched("creator-change=403");
    let user = server.user("user01");
    assert_eq!(user.delete(TEST, &json!([ADMIN])).refusal(), swr(4_039_002));
    assert_eq!(user.patch(TEST, &json!([entry(ADMIN, "admin", 1)])).refusal(), swr(4_039_002));
}

#[test]
fn unknown_user() {
    let server = Server::switched("unknown-user=400");
    let admin = server.user("admin");
    assert_eq!(admin.post(BUSYBOX, &json!([entry("nobody", "nobody", 1)])).refusal(), swr(4_001_067));
    assert_eq!(admin.post(BUSYBOX, &json!([entry(USER01, "user02", 1)])).refusal(), swr(4_001_067));
    assert_eq!(admin.post(BUSYBOX, &json!([entry(USER01, "user01", 1)])).status, 201);
}

#[test]
fn self_among_others() {
    let server = Server::switched("self-in-image-others=yes");
    assert_eq!(others(&server.user("admin").get(TEST)).len(), 4);
    let server = Server::switched("self-in-organization-others=no");
    assert_eq!(others(&server.user("admin").get(GROUP)), holders(&[("user04", 3)]));
}

#[test]
fn implicit_self_auth() {
    let of = |server: &Server, user: &str| server.user(user).get(BUSYBOX).json().get("self_auth").cloned();
    assert_eq!(of(&Server::start(), "user04"), None);
    assert_eq!(of(&Server::switched("implicit-self-auth=null"), "user04"), Some(Value::Null));
    let server = Server::switched("implicit-self-auth=effective");
    assert_eq!(of(&server, "user04"), Some(entry("e05b8c7f6a914d23b8f1947c3d2ea096", "user04", 3)));
    server.user("admin").delete(BUSYBOX, &json!([ADMIN]));
    assert_eq!(of(&server, "admin"), Some(entry(ADMIN, "admin", 7)));
}

#[test]
fn empty_others() {
    let of = |server: &Server| server.user("admin").get(BUSYBOX).json().get("others_auths").cloned();
    assert_eq!(of(&Server::start()), Some(json!([])));
    assert_eq!(of(&Server::switched("empty-others=null")), Some(Value::Null));
    assert_eq!(of(&Server::switched("empty-others=absent")), None);
}

#[test]
fn visible_auth() {
    let server = Server::switched("visible-auth=absent");
    assert!(server.user("user01").get("/v2/manage/namespaces/group").json().get("auth").is_none());
}

#[test]
fn unseen() {
    let server = Server::switched("unseen=404");
    let nobody = server.user("user12");
    assert_eq!(nobody.get(TEST).refusal(), swr(4_040_010));
    assert_eq!(nobody.post(TEST, &json!([entry("a", "b", 1)])).refusal(), swr(4_040_010));
    assert_eq!(nobody.get(GROUP).refusal(), swr(4_040_058));
    assert_eq!(nobody.get("/v2/manage/namespaces/group").refusal(), swr(4_040_058));
    // A user who sees it and may not change it gets 403 anyway.
    assert_eq!(server.user("user03").post(TEST, &json!([entry("a", "b", 1)])).refusal(), swr(4_037_020));
    assert_eq!(server.user("user01").get(GROUP).refusal(), swr(4_037_020));
}

#[test]
fn unknown_project() {
    let server = Server::switched("unknown-project=401");
    let mut body = sign_in_body("user01");
    body["auth"]["scope"]["project"]["name"] = json!("mars");
    assert_eq!(server.anonymous().post("/v3/auth/tokens", &body).status, 401);
}

#[test]
fn account_token() {
    let with_account_token = |server: &Server| {
        let mut body = sign_in_body("user01");
        body["auth"]["scope"] = json!({ "domain": { "name": "demo" } });
        let answer = server.anonymous().post("/v3/auth/tokens", &body);
        server.bearer(answer.header("X-Subject-Token").expect("a token")).get("/v2/manage/repos").status
    };
    assert_eq!(with_account_token(&Server::start()), 200);
    assert_eq!(with_account_token(&Server::switched("account-token=403")), 403);
}
