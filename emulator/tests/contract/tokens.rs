//! `GET`, `HEAD` and `DELETE /v3/auth/tokens`, and the end of a token by its time.

use std::time::Duration;

use serde_json::json;

use crate::client::{Server, swr};

const TOKENS: &str = "/v3/auth/tokens";

#[test]
fn a_token_is_told_to_its_owner() {
    let server = Server::start();
    let user = server.user("user01");
    let answer = user.send("GET", TOKENS, &[("X-Subject-Token", user.token())], b"");
    assert_eq!((answer.status, &answer.json()["token"]["user"]["name"]), (200, &json!("user01")));
    assert_eq!(answer.header("X-Subject-Token"), Some(user.token()));
    assert!(answer.json()["token"].get("catalog").is_some());
}

#[test]
fn the_catalogue_has_swr_under_every_name_that_clients_look_for() {
    let server = Server::start();
    let user = server.user("user01");
    let token = user.send("GET", TOKENS, &[("X-Subject-Token", user.token())], b"").json()["token"].clone();
    let address = |kind: &str, region: &str| {
        let service = token["catalog"].as_array()?.iter().find(|service| service["type"] == kind)?;
        let endpoint =
            service["endpoints"].as_array()?.iter().find(|endpoint| endpoint["region_id"] == region)?;
        endpoint["url"].as_str()?.strip_prefix(&format!("http://{}", server.address())).map(str::to_owned)
    };
    for (kind, region, path) in [
        ("identity", "*", "/v3"),
        ("identity", "local", "/v3"),
        ("swr", "local", "/v2"),
        ("swrv2", "local", "/v2/"),
        ("smn", "local", "/v2/"),
    ] {
        assert_eq!(address(kind, region).as_deref(), Some(path), "{kind} in {region}");
        assert_eq!(server.anonymous().get(path).status, 200, "{path}");
    }
}

#[test]
fn head_tells_the_same_without_a_body() {
    let server = Server::start();
    let user = server.user("user01");
    let answer = user.send("HEAD", TOKENS, &[("X-Subject-Token", user.token())], b"");
    assert_eq!((answer.status, answer.body.len()), (200, 0));
    let answer = user.send("HEAD", TOKENS, &[("X-Subject-Token", "wrong")], b"");
    assert_eq!((answer.status, answer.body.len()), (404, 0));
    assert!(answer.header("X-Request-Id").is_some());
}

#[test]
fn a_bad_subject_is_404_in_iams_words() {
    let server = Server::start();
    let user = server.user("user01");
    let body = json!({ "error": { "code": 404, "message": "X-Subject-Token is invalid in the request", "title": "Not Found" } });
    let answer = user.send("GET", TOKENS, &[("X-Subject-Token", "wrong")], b"");
    assert_eq!((answer.status, answer.json()), (404, body.clone()));
    assert_eq!(user.get(TOKENS).json(), body);
}

#[test]
fn without_a_token_of_ones_own_it_is_401() {
    let server = Server::start();
    let user = server.user("user01");
    let subject = [("X-Subject-Token", user.token())];
    let message = json!("The request you have made requires authentication.");
    for client in [server.anonymous(), server.bearer("wrong")] {
        let answer = client.send("GET", TOKENS, &subject, b"");
        assert_eq!((answer.status, &answer.json()["error"]["message"]), (401, &message));
    }
}

#[test]
fn only_the_administrator_looks_at_the_tokens_of_others() {
    let server = Server::start();
    let (admin, user) = (server.user("admin"), server.user("user01"));
    assert_eq!(admin.send("GET", TOKENS, &[("X-Subject-Token", user.token())], b"").status, 200);
    assert_eq!(user.send("GET", TOKENS, &[("X-Subject-Token", admin.token())], b"").status, 403);
}

#[test]
fn a_token_ends_with_its_time() {
    let server = Server::with(&["--token-seconds", "1"]);
    let user = server.user("user01");
    assert_eq!(user.get("/v2/manage/repos").status, 200);
    std::thread::sleep(Duration::from_millis(1100));
    assert_eq!(user.get("/v2/manage/repos").refusal(), swr(4_010_000));
    assert_eq!(user.get("/v3/auth/projects").status, 401);
}

#[test]
fn a_token_that_its_owner_ends_is_no_good_any_more_and_no_other_ends() {
    let server = Server::start();
    let (user, other) = (server.user("user01"), server.user("user01"));
    let end = || user.send("DELETE", TOKENS, &[("X-Subject-Token", user.token())], b"");
    let answer = end();
    assert_eq!((answer.status, answer.body.len()), (204, 0));
    assert_eq!(user.get("/v2/manage/repos").refusal(), swr(4_010_000));
    assert_eq!(end().status, 401, "the token is no longer valid");
    assert_eq!(other.get("/v2/manage/repos").status, 200);
}

#[test]
fn nobody_but_an_administrator_ends_the_tokens_of_others() {
    let server = Server::start();
    let (admin, user) = (server.user("admin"), server.user("user01"));
    assert_eq!(user.send("DELETE", TOKENS, &[("X-Subject-Token", admin.token())], b"").status, 403);
    assert_eq!(user.send("DELETE", TOKENS, &[], b"").status, 404);
    assert_eq!(admin.send("DELETE", TOKENS, &[("X-Subject-Token", user.token())], b"").status, 204);
    assert_eq!(user.get("/v2/manage/repos").status, 401);
}

#[test]
fn where_the_call_is_not_known_the_token_stays_good() {
    for (value, status) in [("404", 404), ("405", 405)] {
        let server = Server::with(&["--switch", &format!("token-delete={value}")]);
        let user = server.user("user01");
        let answer = user.send("DELETE", TOKENS, &[("X-Subject-Token", user.token())], b"");
        assert_eq!(answer.status, status);
        assert_eq!(user.get("/v2/manage/repos").status, 200);
    }
}
