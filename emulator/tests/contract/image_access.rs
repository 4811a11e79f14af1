//! `/v2/manage/namespaces/{organization}/repos/{image}/access`.

use serde_json::{Value, json};

use crate::client::{ADMIN, Client, Server, USER01, entry, gateway, holders, others, swr};

const TEST: &str = "/v2/manage/namespaces/group/repos/test/access";
const BUSYBOX: &str = "/v2/manage/namespaces/group/repos/busybox/access";
const MISSING: &str = "/v2/manage/namespaces/group/repos/missing/access";
const NOWHERE: &str = "/v2/manage/namespaces/missing/repos/test/access";
const NEWCOMER: &str = "c7290ad4f85e4b36a1d7e98b3c60f54e";

/// A write that would succeed for the administrator.
fn writes() -> [(&'static str, Value); 3] {
    [
        ("POST", json!([entry(NEWCOMER, "user12", 1)])),
        ("PATCH", json!([entry(USER01, "user01", 3)])),
        ("DELETE", json!([USER01])),
    ]
}

fn send(client: &Client<'_>, (method, body): &(&str, Value), target: &str) -> (u16, String) {
    client.send(method, target, &[], body.to_string().as_bytes()).refusal()
}

#[test]
fn reading_tells_the_caller_apart_from_the_others() {
    let server = Server::start();
    let answer = server.user("user01").get(TEST);
    assert_eq!(answer.status, 200);
    let list = answer.json();
    assert_eq!(list["id"], 3_374_887);
    assert_eq!(list["name"], "test");
    assert_eq!(list["self_auth"], entry(USER01, "user01", 7));
    assert_eq!(others(&answer), holders(&[("admin", 7), ("user02", 3), ("user03", 1)]));
    assert!(list.get("creator_name").is_none());
}

#[test]
fn nobody_reads_or_writes_without_a_token() {
    let server = Server::start();
    assert_eq!(server.anonymous().get(TEST).refusal(), gateway(401, "APIGW.0301"));
    for write in writes() {
        assert_eq!(send(&server.anonymous(), &write, TEST), gateway(401, "APIGW.0301"), "{write:?}");
        assert_eq!(send(&server.bearer("wrong"), &write, TEST), swr(4_010_000), "{write:?}");
    }
    assert_eq!(others(&server.user("admin").get(TEST)).len(), 3);
}

#[test]
fn a_missing_image_or_organization_is_404_for_everything() {
    let server = Server::start();
    let admin = server.user("admin");
    assert_eq!(admin.get(MISSING).refusal(), swr(4_040_010));
    assert_eq!(admin.get(NOWHERE).refusal(), swr(4_040_058));
    for write in writes() {
        assert_eq!(send(&admin, &write, MISSING), swr(4_040_010), "{write:?}");
        assert_eq!(send(&admin, &write, NOWHERE), swr(4_040_058), "{write:?}");
    }
}

#[test]
fn anyone_with_some_permission_reads_and_others_do_not() {
    let server = Server::start();
    for reader in ["admin", "user01", "user02", "user03", "user04"] {
        assert_eq!(server.user(reader).get(TEST).status, 200, "{reader}");
    }
    assert_eq!(server.user("user04").get(BUSYBOX).status, 200);
    assert_eq!(server.user("user03").get(BUSYBOX).refusal(), swr(4_037_020));
    assert_eq!(server.user("user12").get(TEST).refusal(), swr(4_037_020));
}

#[test]
fn managers_of_the_image_and_writers_of_the_organization_may_share_and_others_may_not() {
    for (name, may) in
        [("user01", true), ("user02", false), ("user03", false), ("user04", true), ("user12", false)]
    {
        let server = Server::start();
        let user = server.user(name);
        let grant = user.post(TEST, &json!([entry("0123", "somebody", 1)]));
        let change = user.patch(TEST, &json!([entry(ADMIN, "admin", 3)]));
        let revocation = user.delete(TEST, &json!([ADMIN]));
        if may {
            assert_eq!([grant.status, change.status, revocation.status], [201, 201, 204], "{name}");
        } else {
            for answer in [grant, change, revocation] {
                assert_eq!(answer.refusal(), swr(4_037_020), "{name}");
            }
            assert_eq!(others(&server.user("admin").get(TEST)).len(), 3, "{name}");
        }
    }
}

#[test]
fn a_grant_is_stored_in_the_order_given() {
    let server = Server::start();
    let admin = server.user("admin");
    let answer = admin
        .post(BUSYBOX, &json!([entry("b", "second", 3), entry("a", "first", 1), entry("c", "third", 7)]));
    assert_eq!((answer.status, answer.json()), (201, json!({})));
    let list = admin.get(BUSYBOX);
    assert_eq!(others(&list), holders(&[("second", 3), ("first", 1), ("third", 7)]));
    assert_eq!(list.json()["self_auth"], entry(ADMIN, "admin", 7));
}

#[test]
fn a_grant_takes_effect_at_once() {
    let server = Server::start();
    let newcomer = server.user("user12");
    assert_eq!(newcomer.get(BUSYBOX).status, 403);
    server.user("admin").post(BUSYBOX, &json!([entry(NEWCOMER, "user12", 7)]));
    assert_eq!(newcomer.get(BUSYBOX).json()["self_auth"], entry(NEWCOMER, "user12", 7));
    assert_eq!(newcomer.post(BUSYBOX, &json!([entry("d", "next", 1)])).status, 201);
}

#[test]
fn a_grant_to_somebody_listed_is_a_conflict_and_changes_nothing() {
    let server = Server::start();
    let admin = server.user("admin");
    let answer = admin.post(TEST, &json!([entry(NEWCOMER, "user12", 1), entry(USER01, "user01", 1)]));
    assert_eq!(answer.refusal(), swr(4_090_089));
    assert_eq!(others(&admin.get(TEST)), holders(&[("user01", 7), ("user02", 3), ("user03", 1)]));
}

#[test]
fn nobody_grants_to_themselves() {
    let server = Server::start();
    server.user("admin").delete(TEST, &json!([ADMIN]));
    let answer = server.user("admin").post(TEST, &json!([entry(ADMIN, "admin", 7)]));
    assert_eq!(answer.refusal(), swr(4_039_002));
}

#[test]
fn a_change_is_stored_and_keeps_the_order() {
    let server = Server::start();
    let admin = server.user("admin");
    let answer = admin.patch(TEST, &json!([entry(USER01, "user01", 1)]));
    assert_eq!((answer.status, answer.json()), (201, json!({})));
    assert_eq!(others(&admin.get(TEST)), holders(&[("user01", 1), ("user02", 3), ("user03", 1)]));
}

#[test]
fn a_change_for_somebody_unlisted_is_404_and_changes_nothing() {
    let server = Server::start();
    let admin = server.user("admin");
    let answer = admin.patch(TEST, &json!([entry(USER01, "user01", 1), entry(NEWCOMER, "user12", 1)]));
    assert_eq!(answer.refusal(), swr(4_040_091));
    assert_eq!(others(&admin.get(TEST)), holders(&[("user01", 7), ("user02", 3), ("user03", 1)]));
}

#[test]
fn a_revocation_removes_everyone_named() {
    let server = Server::start();
    let admin = server.user("admin");
    let answer = admin.delete(TEST, &json!([USER01, "9c1f0e4a7b2d4f6d8a35c2e1b7409d58"]));
    assert_eq!((answer.status, answer.body.len()), (204, 0));
    assert_eq!(others(&admin.get(TEST)), holders(&[("user03", 1)]));
}

#[test]
fn a_revocation_for_somebody_unlisted_is_404_and_changes_nothing() {
    let server = Server::start();
    let admin = server.user("admin");
    assert_eq!(admin.delete(TEST, &json!([USER01, NEWCOMER])).refusal(), swr(4_040_091));
    assert_eq!(others(&admin.get(TEST)).len(), 3);
}

#[test]
fn a_body_that_breaks_the_rules_is_400_with_its_code() {
    let server = Server::start();
    let admin = server.user("admin");
    for (body, code) in [
        (json!({}), 4_001_018),
        (json!([]), 4_001_014),
        (json!(["text"]), 4_001_018),
        (json!([entry("a", "b", 2)]), 4_001_066),
        (json!([entry("a", "", 1)]), 4_001_067),
        (json!([entry("", "b", 1)]), 4_001_014),
        (json!([{ "user_id": "a", "auth": 1 }]), 4_001_036),
    ] {
        assert_eq!(admin.post(TEST, &body).refusal(), swr(code), "POST {body}");
        assert_eq!(admin.patch(TEST, &body).refusal(), swr(code), "PATCH {body}");
    }
    for (body, code) in
        [(json!({}), 4_001_018), (json!([]), 4_001_014), (json!([7]), 4_000_014), (json!([""]), 4_001_014)]
    {
        assert_eq!(admin.delete(TEST, &body).refusal(), swr(code), "DELETE {body}");
    }
    assert_eq!(admin.send("POST", TEST, &[], b"[{").refusal(), swr(4_000_014));
    assert_eq!(others(&admin.get(TEST)).len(), 3);
}

#[test]
fn a_slash_in_a_name_is_written_as_dollar_bare_or_escaped_and_no_other_way() {
    let server = Server::start();
    let admin = server.user("admin");
    for written in ["team$web$app", "team%24web%24app", "team%24web$app"] {
        let answer = admin.get(&format!("/v2/manage/namespaces/group/repos/{written}/access"));
        assert_eq!((answer.status, &answer.json()["name"]), (200, &json!("team/web/app")), "{written}");
    }
    for written in ["team/web/app", "team%2Fweb%2Fapp"] {
        let answer = admin.get(&format!("/v2/manage/namespaces/group/repos/{written}/access"));
        assert_eq!(answer.refusal(), gateway(404, "APIGW.0101"), "{written}");
    }
}
