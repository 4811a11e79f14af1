//! What each switch about shares changes.

use serde_json::{Value, json};

use crate::client::{Client, Server, gateway, swr};

const SHARED: &str = "/v2/manage/namespaces/outside/repositories/shared/access-domains";

fn share(account: &str) -> Value {
    json!({ "access_domain": account, "permit": "read", "deadline": "forever", "description": "new" })
}

fn count(client: &Client<'_>, target: &str) -> usize {
    client.get(target).json().as_array().expect("a list").len()
}

#[test]
fn share_path() {
    let repos = "/v2/manage/namespaces/outside/repos/shared/access-domains";
    let unknown = gateway(404, "APIGW.0101");
    let server = Server::switched("share-path=repositories");
    let admin = server.user("admin");
    assert_eq!((admin.get(SHARED).status, admin.get(repos).refusal()), (200, unknown.clone()));
    let server = Server::switched("share-path=repos");
    let admin = server.user("admin");
    assert_eq!((admin.get(repos).status, admin.get(SHARED).refusal()), (200, unknown));
}

#[test]
fn share_duplicate() {
    let server = Server::switched("share-duplicate=upsert");
    let admin = server.user("admin");
    assert_eq!(admin.post(SHARED, &share("partner")).status, 201);
    assert_eq!(admin.get(&format!("{SHARED}/partner")).json()["description"], "new");
    assert_eq!(count(&admin, SHARED), 2);
}

#[test]
fn share_missing() {
    let server = Server::switched("share-missing=exist-false");
    let answer = server.user("admin").get(&format!("{SHARED}/nobody"));
    let expected = json!({
        "exist": false, "namespace": "outside", "repository": "shared", "access_domain": "nobody",
    });
    assert_eq!((answer.status, answer.json()), (200, expected));
}

#[test]
fn share_delete_missing() {
    let server = Server::switched("share-delete-missing=204");
    assert_eq!(server.user("admin").delete(&format!("{SHARED}/nobody"), &Value::Null).status, 204);
}

#[test]
fn share_list() {
    let server = Server::switched("share-list=all");
    let admin = server.user("admin");
    for number in 0..100 {
        assert_eq!(admin.post(SHARED, &share(&format!("account{number}"))).status, 201);
    }
    assert_eq!(count(&admin, SHARED), 102);
    assert_eq!(count(&admin, &format!("{SHARED}?limit=1&offset=0")), 102);
}

#[test]
fn share_own() {
    let server = Server::switched("share-own=403");
    assert_eq!(server.user("admin").post(SHARED, &share("demo")).refusal(), swr(4_039_002));
}

#[test]
fn share_public() {
    let server = Server::switched("share-public=accept");
    let public = "/v2/manage/namespaces/outside/repositories/public/access-domains";
    assert_eq!(server.user("admin").post(public, &share("partner")).status, 201);
}

#[test]
fn share_past() {
    let server = Server::switched("share-past=400");
    let admin = server.user("admin");
    let past = json!({ "access_domain": "a", "permit": "read", "deadline": "2018-10-01T16:00:00.000Z" });
    assert_eq!(admin.post(SHARED, &past).refusal(), swr(4_000_014));
    assert_eq!(admin.patch(&format!("{SHARED}/partner"), &past).refusal(), swr(4_000_014));
}

#[test]
fn unknown_domain() {
    let server = Server::switched("unknown-domain=400");
    let admin = server.user("admin");
    assert_eq!(admin.post(SHARED, &share("nobody")).refusal(), swr(4_001_041));
    let test = "/v2/manage/namespaces/group/repositories/test/access-domains";
    for account in ["partner", "contractor"] {
        assert_eq!(admin.post(test, &share(account)).status, 201, "{account}");
    }
}

#[test]
fn shared_status() {
    let server = Server::switched("shared-status=expired");
    let list = server.partner().get("/v2/manage/shared-repositories?center=thirdparty").json();
    assert_eq!(list[0]["status"], false);
}
