//! `POST /v3/auth/tokens` with `token`, and tokens for nothing.

use serde_json::{Value, json};

use crate::client::{Server, sign_in_body};

const TOKENS: &str = "/v3/auth/tokens";

fn unscoped() -> Value {
    let mut body = sign_in_body("user01");
    body["auth"]["scope"] = json!("unscoped");
    body
}

fn exchange(token: &str, scope: &Value) -> Value {
    json!({ "auth": { "identity": { "methods": ["token"], "token": { "id": token } }, "scope": scope } })
}

#[test]
fn a_token_is_exchanged_for_one_of_another_scope() {
    let server = Server::start();
    let answer = server.anonymous().post(TOKENS, &unscoped());
    let first = answer.json()["token"].clone();
    assert_eq!((answer.status, first.get("project"), first.get("domain")), (201, None, None));
    assert_eq!(first.get("catalog"), None);

    let token = answer.header("X-Subject-Token").expect("a token");
    let answer =
        server.anonymous().post(TOKENS, &exchange(token, &json!({ "project": { "name": "local" } })));
    let second = answer.json()["token"].clone();
    assert_eq!((answer.status, &second["project"]["name"]), (201, &json!("local")));
    assert_eq!((&second["user"], &second["expires_at"]), (&first["user"], &first["expires_at"]));
    assert_eq!(second["methods"], json!(["password", "token"]));
    let client = server.bearer(answer.header("X-Subject-Token").expect("a token"));
    assert_eq!(client.get("/v2/manage/namespaces/group/repos/test").status, 200);

    let account = json!({ "domain": { "name": "demo" } });
    let third = client.post(TOKENS, &exchange(client.token(), &account)).json();
    assert_eq!(third["token"]["domain"]["name"], "demo");
    assert_eq!(third["token"]["methods"], second["methods"]);
}

#[test]
fn only_a_good_token_is_exchanged() {
    let server = Server::start();
    let scope = json!({ "project": { "name": "local" } });
    assert_eq!(server.anonymous().post(TOKENS, &exchange("wrong", &scope)).status, 401);
    let user = server.user("user01");
    assert_eq!(user.post(TOKENS, &exchange(user.token(), &json!("scoped"))).status, 400);
    let without = json!({ "auth": { "identity": { "methods": ["token"] }, "scope": scope } });
    assert_eq!(user.post(TOKENS, &without).status, 400);
}

#[test]
fn a_token_for_nothing_is_one_of_the_account_to_swr() {
    for (server, status) in [(Server::start(), 200), (Server::switched("account-token=403"), 403)] {
        let answer = server.anonymous().post(TOKENS, &unscoped());
        let client = server.bearer(answer.header("X-Subject-Token").expect("a token"));
        assert_eq!(client.get("/v2/manage/namespaces").status, status);
    }
}
