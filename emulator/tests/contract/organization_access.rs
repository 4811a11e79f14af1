//! `/v2/manage/namespaces/{organization}/access`.

use serde_json::json;

use crate::client::{ADMIN, Server, USER01, entry, gateway, holders, others, swr};

const GROUP: &str = "/v2/manage/namespaces/group/access";
const MISSING: &str = "/v2/manage/namespaces/missing/access";
const USER04: &str = "e05b8c7f6a914d23b8f1947c3d2ea096";

#[test]
fn reading_tells_the_caller_twice() {
    let server = Server::start();
    let answer = server.user("admin").get(GROUP);
    assert_eq!(answer.status, 200);
    let list = answer.json();
    assert_eq!(
        (&list["id"], &list["name"], &list["creator_name"]),
        (&json!(3_827_347), &json!("group"), &json!("admin"))
    );
    assert_eq!(list["self_auth"], entry(ADMIN, "admin", 7));
    assert_eq!(others(&answer), holders(&[("admin", 7), ("user04", 3)]));
}

#[test]
fn nobody_reads_or_writes_without_a_token() {
    let server = Server::start();
    let body = json!([entry(USER01, "user01", 1)]);
    for client in [server.anonymous(), server.bearer("wrong")] {
        for answer in [
            client.get(GROUP),
            client.post(GROUP, &body),
            client.patch(GROUP, &body),
            client.delete(GROUP, &body),
        ] {
            assert_eq!(answer.status, 401);
        }
    }
    assert_eq!(others(&server.user("admin").get(GROUP)).len(), 2);
}

#[test]
fn a_missing_organization_is_404_for_everything() {
    let server = Server::start();
    let admin = server.user("admin");
    let body = json!([entry(USER01, "user01", 1)]);
    for answer in [
        admin.get(MISSING),
        admin.post(MISSING, &body),
        admin.patch(MISSING, &body),
        admin.delete(MISSING, &json!([USER01])),
    ] {
        assert_eq!(answer.refusal(), swr(4_040_058));
    }
}

#[test]
fn members_read_and_only_managers_write() {
    let server = Server::start();
    assert_eq!(server.user("user04").get(GROUP).json()["self_auth"], entry(USER04, "user04", 3));
    // Holding something on an image makes nobody a member.
    assert_eq!(server.user("user01").get(GROUP).refusal(), swr(4_037_020));
    let body = json!([entry(USER01, "user01", 1)]);
    for name in ["user01", "user04", "user12"] {
        let user = server.user(name);
        for answer in
            [user.post(GROUP, &body), user.patch(GROUP, &body), user.delete(GROUP, &json!([USER04]))]
        {
            assert_eq!(answer.refusal(), swr(4_037_020), "{name}");
        }
    }
    assert_eq!(others(&server.user("admin").get(GROUP)), holders(&[("admin", 7), ("user04", 3)]));
}

#[test]
fn a_grant_is_stored_and_reaches_every_image() {
    let server = Server::start();
    let newcomer = server.user("user12");
    let busybox = "/v2/manage/namespaces/group/repos/busybox/access";
    assert_eq!(newcomer.get(busybox).status, 403);
    let answer =
        server.user("admin").post(GROUP, &json!([entry("c7290ad4f85e4b36a1d7e98b3c60f54e", "user12", 7)]));
    assert_eq!((answer.status, answer.json()), (201, json!({})));
    assert_eq!(newcomer.get(busybox).status, 200);
    assert_eq!(newcomer.post(busybox, &json!([entry("a", "next", 1)])).status, 201);
    assert_eq!(newcomer.post(GROUP, &json!([entry("a", "next", 1)])).status, 201);
    assert_eq!(
        others(&newcomer.get(GROUP)),
        holders(&[("admin", 7), ("user04", 3), ("user12", 7), ("next", 1)])
    );
}

#[test]
fn a_grant_to_somebody_listed_is_a_conflict_and_changes_nothing() {
    let server = Server::start();
    let admin = server.user("admin");
    let answer = admin.post(GROUP, &json!([entry(USER01, "user01", 1), entry(USER04, "user04", 7)]));
    assert_eq!(answer.refusal(), swr(4_090_076));
    assert_eq!(admin.post(GROUP, &json!([entry(ADMIN, "admin", 1)])).refusal(), swr(4_090_076));
    assert_eq!(others(&admin.get(GROUP)), holders(&[("admin", 7), ("user04", 3)]));
}

#[test]
fn a_change_is_stored_and_needs_somebody_listed() {
    let server = Server::start();
    let admin = server.user("admin");
    assert_eq!(admin.patch(GROUP, &json!([entry(USER04, "user04", 1)])).status, 201);
    assert_eq!(others(&admin.get(GROUP)), holders(&[("admin", 7), ("user04", 1)]));
    assert_eq!(admin.patch(GROUP, &json!([entry(USER01, "user01", 1)])).refusal(), swr(4_040_078));
}

#[test]
fn a_revocation_is_stored_and_needs_somebody_listed() {
    let server = Server::start();
    let admin = server.user("admin");
    let answer = admin.delete(GROUP, &json!([USER04]));
    assert_eq!((answer.status, answer.body.len()), (204, 0));
    assert_eq!(others(&admin.get(GROUP)), holders(&[("admin", 7)]));
    assert_eq!(admin.delete(GROUP, &json!([USER04])).refusal(), swr(4_040_078));
    assert_eq!(server.user("user04").get(GROUP).refusal(), swr(4_037_020));
}

#[test]
fn a_level_that_is_none_has_a_code_of_its_own() {
    let server = Server::start();
    let admin = server.user("admin");
    assert_eq!(admin.post(GROUP, &json!([entry(USER01, "user01", 5)])).refusal(), swr(4_001_065));
    assert_eq!(admin.patch(GROUP, &json!([entry(USER04, "user04", 0)])).refusal(), swr(4_001_065));
}

#[test]
fn no_other_method_is_published() {
    let server = Server::start();
    for method in ["PUT", "OPTIONS", "TRACE"] {
        assert_eq!(
            server.user("admin").send(method, GROUP, &[], b"").refusal(),
            gateway(404, "APIGW.0101"),
            "{method}"
        );
    }
}
