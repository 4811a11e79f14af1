//! `POST /v3/auth/tokens` with `assume_role`: the caller's own token for one of another account's agency.

use serde_json::{Value, json};

use crate::client::Server;

const TOKENS: &str = "/v3/auth/tokens";

fn body(account: &Value, agency: &Value) -> Value {
    let mut assume = account.clone();
    for (key, value) in agency.as_object().expect("an object") {
        assume[key] = value.clone();
    }
    json!({ "auth": {
        "identity": { "methods": ["assume_role"], "assume_role": assume },
        "scope": { "project": { "name": "local" } },
    } })
}

#[test]
fn an_administrators_token_gives_one_for_the_partners_agency() {
    let server = Server::start();
    let admin = server.user("admin");
    for agency in [json!({ "xrole_name": "swr-admins" }), json!({ "agency_name": "swr-admins" })] {
        let answer = admin.post(TOKENS, &body(&json!({ "domain_name": "partner" }), &agency));
        assert_eq!(answer.status, 201, "{agency}");
        let token = &answer.json()["token"];
        assert_eq!(token["methods"], json!(["assume_role"]));
        assert_eq!(token["user"]["name"], "partner/swr-admins");
        assert_eq!(token["user"]["domain"]["name"], "partner");
        assert_eq!(token["project"]["domain"]["name"], "partner");
        assert_eq!(token["assumed_by"]["user"]["name"], "admin");
        assert_eq!(token["assumed_by"]["user"]["domain"]["name"], "demo");
        let agent = server.bearer(answer.header("X-Subject-Token").expect("a token"));
        assert_eq!(agent.get("/v2/manage/namespaces/group/access").status, 200);
        // The own token is good still.
        assert_eq!(admin.get("/v2/manage/namespaces").status, 200);
        let further = agent.post(TOKENS, &body(&json!({ "domain_name": "partner" }), &agency));
        assert_eq!(further.status, 403, "an agency's token is for no other agency");
    }
}

#[test]
fn who_may_not_act_or_names_what_is_not_there_gets_none() {
    let server = Server::start();
    let (admin, user) = (server.user("admin"), server.user("user01"));
    let partner = json!({ "domain_id": "9f1c62d5a8b34e07b6d2c4f1e8a07b35" });
    let agency = json!({ "xrole_name": "swr-admins" });
    assert_eq!(admin.post(TOKENS, &body(&partner, &agency)).status, 201);
    assert_eq!(user.post(TOKENS, &body(&partner, &agency)).status, 403);
    assert_eq!(admin.post(TOKENS, &body(&partner, &json!({ "xrole_name": "other" }))).status, 403);
    assert_eq!(admin.post(TOKENS, &body(&json!({ "domain_name": "nobody" }), &agency)).status, 404);
    assert_eq!(admin.post(TOKENS, &body(&partner, &json!({}))).status, 400);
    assert_eq!(server.anonymous().post(TOKENS, &body(&partner, &agency)).status, 401);
}
