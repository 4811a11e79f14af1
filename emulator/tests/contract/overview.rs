//! `GET /v2/manage/overview`.

use serde_json::{Value, json};

use crate::client::{Server, gateway, swr};

const OVERVIEW: &str = "/v2/manage/overview";

#[test]
fn nobody_sees_it_without_a_token() {
    let server = Server::start();
    assert_eq!(server.anonymous().get(OVERVIEW).refusal(), gateway(401, "APIGW.0301"));
    assert_eq!(server.bearer("wrong").get(OVERVIEW).refusal(), swr(4_010_000));
}

#[test]
fn it_counts_what_the_account_has_for_everyone() {
    let server = Server::start();
    let expected = json!({
        "domain_id": "d78cbac186b744899480f25bd022f468", "domain_name": "demo", "namspace_num": 3, "repo_num": 5,
        "image_num": 12, "store_space": 0.37, "downflow_size": 107.97,
    });
    for user in ["admin", "user12"] {
        let answer = server.user(user).get(OVERVIEW);
        assert_eq!((answer.status, answer.json()), (200, expected.clone()), "{user}");
    }
}

#[test]
fn shares_and_permissions_are_not_counted() {
    let server = Server::start();
    let admin = server.user("admin");
    let before = admin.get(OVERVIEW).json();
    let one = "/v2/manage/namespaces/outside/repositories/shared/access-domains/partner";
    assert_eq!(admin.delete(one, &Value::Null).status, 204);
    assert_eq!(admin.get(OVERVIEW).json(), before);
}
