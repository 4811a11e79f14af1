//! The tags of an image, and the quota of organizations.

use serde_json::{Value, json};

use crate::client::{Answer, Server, gateway, swr};

const TAGS: &str = "/v2/manage/namespaces/group/repos/test/tags";

fn names(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, 200, "{answer:?}");
    let list = answer.json();
    list.as_array()
        .expect("a list")
        .iter()
        .map(|tag| tag["Tag"].as_str().expect("a name").to_owned())
        .collect()
}

#[test]
fn tags_need_a_token_and_a_permission() {
    let server = Server::start();
    assert_eq!(server.anonymous().get(TAGS).refusal(), gateway(401, "APIGW.0301"));
    assert_eq!(server.user("user12").get(TAGS).refusal(), swr(4_037_020));
    let missing = "/v2/manage/namespaces/group/repos/missing/tags";
    assert_eq!(server.user("admin").get(missing).refusal(), swr(4_040_010));
    assert_eq!(server.user("admin").get("/v2/manage/namespaces/empty/repos/error-500/tags").status, 500);
}

#[test]
fn a_list_of_tags_is_an_array_with_its_range() {
    let server = Server::start();
    let user = server.user("user03");
    let answer = user.get(TAGS);
    assert_eq!(names(&answer), ["1.4.0", "1.3.2", "1.3.1"]);
    assert_eq!(answer.header("Content-Range"), Some("0-3/3"));
    let tag = &answer.json()[0];
    assert_eq!(
        (&tag["repo_id"], &tag["path"]),
        (&json!(3_374_887), &json!("swr.local.example/group/test:1.4.0"))
    );
    assert_eq!((&tag["deleted"], &tag["tag_type"]), (&Value::Null, &json!(0)));
    let digest = tag["digest"].as_str().and_then(|digest| digest.strip_prefix("sha256:")).expect("a digest");
    assert_eq!((digest.len(), Some(digest)), (64, tag["image_id"].as_str()));
    assert_ne!(answer.json()[1]["digest"], tag["digest"]);
}

#[test]
fn tags_are_filtered_ordered_and_paged() {
    let server = Server::start();
    let user = server.user("user03");
    let list = |query: &str| names(&user.get(&format!("{TAGS}?{query}")));
    assert_eq!(list("tag=1.3"), ["1.3.2", "1.3.1"]);
    assert_eq!(list("order_column=updated_at&order_type=asc"), ["1.3.1", "1.3.2", "1.4.0"]);
    assert_eq!(list("order_column=tag&order_type=asc"), ["1.3.1", "1.3.2", "1.4.0"]);
    assert_eq!(list("filter=order_column::tag%7Corder_type::desc%7Climit::1%7Coffset::1"), ["1.3.2"]);
    for (query, code) in [
        ("limit=1", 4_001_025),
        ("order_type=asc", 4_001_025),
        ("order_column=tag&order_type=up", 4_001_025),
        ("order_column=size", 4_001_096),
        ("filter=colour::red", 4_001_035),
    ] {
        assert_eq!(user.get(&format!("{TAGS}?{query}")).refusal(), swr(code), "{query}");
    }
}

#[test]
fn the_quota_counts_organizations() {
    let server = Server::start();
    let admin = server.user("admin");
    let quotas = "/v2/manage/projects/8c5f1b7e2d3a4960a4be6d0c97f1e832/quotas";
    let quota = |used: u8| json!({ "quotas": [{ "quota_key": "namespace", "quota_limit": 5, "unit": "", "used": used }] });
    assert_eq!(admin.get(quotas).json(), quota(3));
    assert_eq!(admin.post("/v2/manage/namespaces", &json!({ "namespace": "new" })).status, 201);
    assert_eq!(admin.get(quotas).json(), quota(4));
    assert_eq!(admin.get("/v2/manage/projects/other/quotas").refusal(), swr(4_039_001));
    assert_eq!(server.anonymous().get(quotas).refusal(), gateway(401, "APIGW.0301"));
}
