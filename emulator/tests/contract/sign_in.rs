//! `POST /v3/auth/tokens`.

use serde_json::{Value, json};

use crate::client::{Answer, Server, USER01, sign_in_body};

const TOKENS: &str = "/v3/auth/tokens";

fn error(code: u16, message: &str, title: &str) -> Value {
    json!({ "error": { "code": code, "message": message, "title": title } })
}

fn wrong() -> Value {
    error(401, "The username or password is wrong.", "Unauthorized")
}

fn invalid() -> Value {
    error(400, "The request body is invalid", "Bad Request")
}

fn sign_in(server: &Server, change: impl FnOnce(&mut Value)) -> Answer {
    let mut body = sign_in_body("user01");
    change(&mut body["auth"]);
    server.anonymous().post(TOKENS, &body)
}

fn identify(user: &Value) -> impl FnOnce(&mut Value) {
    move |auth| auth["identity"]["password"]["user"] = user.clone()
}

#[test]
fn a_right_password_gives_a_token_in_the_header() {
    let server = Server::start();
    let answer = server.anonymous().post(TOKENS, &sign_in_body("user01"));
    assert_eq!(answer.status, 201);
    let token = answer.header("X-Subject-Token").expect("a token");
    assert!(token.starts_with("MII") && token.len() > 500);
    assert!(!answer.text().contains(token));
    assert_eq!(server.bearer(token).get("/v2/manage/repos").status, 200);
}

#[test]
fn the_body_tells_who_for_what_and_until_when() {
    let server = Server::start();
    let token = server.anonymous().post(TOKENS, &sign_in_body("user01")).json()["token"].clone();
    let account = json!({ "id": "d78cbac186b744899480f25bd022f468", "name": "demo" });
    assert_eq!(token["user"]["id"], USER01);
    assert_eq!(token["user"]["name"], "user01");
    assert_eq!(token["user"]["domain"], account);
    assert_eq!(token["project"]["name"], "local");
    assert_eq!(token["project"]["domain"], account);
    assert_eq!(token["methods"], json!(["password"]));
    let day = |key: &str| token[key].as_str().expect("a time").to_owned();
    assert!(day("expires_at") > day("issued_at") && day("expires_at").ends_with('Z'));
    let services: Vec<&Value> =
        token["catalog"].as_array().expect("a catalogue").iter().map(|service| &service["type"]).collect();
    assert_eq!(services, ["identity", "swr", "swrv2", "smn"]);
    assert_eq!(token["catalog"][1]["endpoints"][0]["url"], format!("http://{}/v2", server.address()));
}

#[test]
fn the_catalogue_is_left_out_on_demand() {
    let server = Server::start();
    let token =
        server.anonymous().post("/v3/auth/tokens?nocatalog=true", &sign_in_body("user01")).json()["token"]
            .clone();
    assert!(token.get("catalog").is_none());
}

#[test]
fn users_are_known_by_name_and_account_or_by_id() {
    let server = Server::start();
    for user in [
        json!({ "id": USER01, "password": "demo-password" }),
        json!({ "name": "user01", "password": "demo-password", "domain": { "name": "demo" } }),
        json!({ "name": "user01", "password": "demo-password", "domain": { "id": "d78cbac186b744899480f25bd022f468" } }),
    ] {
        assert_eq!(sign_in(&server, identify(&user)).status, 201, "{user}");
    }
}

#[test]
fn a_wrong_user_password_or_account_is_401_and_does_not_tell_which() {
    let server = Server::start();
    for user in [
        json!({ "name": "user01", "password": "wrong", "domain": { "name": "demo" } }),
        json!({ "name": "nobody", "password": "demo-password", "domain": { "name": "demo" } }),
        json!({ "name": "user01", "password": "demo-password", "domain": { "name": "other" } }),
        json!({ "id": "nobody", "password": "demo-password" }),
    ] {
        let answer = sign_in(&server, identify(&user));
        assert_eq!((answer.status, answer.json()), (401, wrong()), "{user}");
        assert_eq!(answer.header("X-Subject-Token"), None);
    }
}

#[test]
fn a_body_that_is_none_is_400() {
    let server = Server::start();
    for change in [
        json!({ "auth": { "identity": {} } }),
        json!({ "auth": { "identity": { "methods": ["saml2"], "saml2": { "id": "x" } } } }),
        json!([]),
    ] {
        let answer = server.anonymous().post(TOKENS, &change);
        assert_eq!((answer.status, answer.json()), (400, invalid()), "{change}");
    }
    let answer = server.anonymous().send("POST", TOKENS, &[], b"{");
    assert_eq!((answer.status, answer.json()), (400, invalid()));
    let nameless = json!({ "name": "user01", "password": "demo-password" });
    assert_eq!(sign_in(&server, identify(&nameless)).status, 400);
    assert_eq!(sign_in(&server, |auth| auth["scope"] = json!({})).status, 400);
}

#[test]
fn a_passcode_is_checked_when_it_is_used() {
    let server = Server::start();
    let with = |id: &str, passcode: &str| {
        sign_in(&server, |auth| {
            auth["identity"]["methods"] = json!(["password", "totp"]);
            auth["identity"]["totp"] = json!({ "user": { "id": id, "passcode": passcode } });
        })
    };
    let answer = with(USER01, "123456");
    assert_eq!((answer.status, &answer.json()["token"]["methods"]), (201, &json!(["password", "totp"])));
    assert_eq!((with(USER01, "654321").status, with("other", "123456").status), (401, 401));
    assert_eq!(
        sign_in(&server, |auth| auth["identity"]["methods"] = json!(["password", "totp"])).status,
        400
    );
    assert_eq!(sign_in(&server, |auth| auth["identity"]["methods"] = json!(["totp"])).status, 400);
}

#[test]
fn a_scope_is_a_project_or_the_account() {
    let server = Server::start();
    let scoped = |scope: Value| sign_in(&server, |auth| auth["scope"] = scope);
    for project in [
        json!({ "id": "8c5f1b7e2d3a4960a4be6d0c97f1e832" }),
        json!({ "name": "local", "domain": { "name": "demo" } }),
        json!({ "name": "local", "domain": { "id": "d78cbac186b744899480f25bd022f468" } }),
    ] {
        assert_eq!(
            scoped(json!({ "project": project })).json()["token"]["project"]["name"],
            "local",
            "{project}"
        );
    }
    for scope in [
        json!({ "domain": { "name": "demo" } }),
        json!({ "domain": { "id": "d78cbac186b744899480f25bd022f468" } }),
        Value::Null,
    ] {
        let token = scoped(scope).json()["token"].clone();
        assert_eq!((&token["domain"]["name"], token.get("project")), (&json!("demo"), None));
    }
}

#[test]
fn an_unknown_scope_is_404() {
    let server = Server::start();
    let scoped = |scope: Value| sign_in(&server, |auth| auth["scope"] = scope);
    let answer = scoped(json!({ "project": { "name": "mars" } }));
    assert_eq!(
        (answer.status, answer.json()),
        (404, error(404, "Could not find project: mars.", "Not Found"))
    );
    assert_eq!(scoped(json!({ "project": { "name": "local", "domain": { "name": "other" } } })).status, 404);
    assert_eq!(scoped(json!({ "domain": { "name": "other" } })).status, 404);
}
