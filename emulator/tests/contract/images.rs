//! `/v2/manage/repos` and one image.

use serde_json::json;

use crate::client::{ADMIN, Answer, Server, swr};

fn names(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, 200, "{answer:?}");
    answer
        .json()
        .as_array()
        .expect("a list")
        .iter()
        .map(|repo| repo["name"].as_str().expect("a name").to_owned())
        .collect()
}

#[test]
fn nobody_lists_or_reads_without_a_token() {
    let server = Server::start();
    for target in ["/v2/manage/repos", "/v2/manage/namespaces/group/repos/test"] {
        assert_eq!(server.anonymous().get(target).status, 401);
        assert_eq!(server.bearer("wrong").get(target).refusal(), swr(4_010_000));
    }
}

#[test]
fn the_list_is_an_array_with_its_range_in_the_vendors_form() {
    let server = Server::start();
    let answer = server.user("admin").get("/v2/manage/repos");
    assert_eq!(names(&answer), ["busybox", "team/web/app", "test", "public", "shared"]);
    assert_eq!(answer.header("Content-Range"), Some("0-5/5"));
    let busybox = json!({
        "name": "busybox", "category": "linux", "description": "BusyBox, the Swiss army knife", "size": 2_219_431,
        "is_public": true, "num_images": 2, "num_download": 10_873, "created_at": "2024-03-11T10:01:02.000Z",
        "updated_at": "2025-04-28T08:30:31.480Z", "logo": "", "url": "", "path": "swr.local.example/group/busybox",
        "internal_path": "swr.local.example/group/busybox", "domain_name": "demo", "namespace": "group",
        "tags": ["1.37.0", "latest"], "status": false, "total_range": 5,
    });
    assert_eq!(answer.json()[0], busybox);
}

#[test]
fn everybody_lists_what_they_may_pull() {
    let server = Server::start();
    assert_eq!(names(&server.user("user01").get("/v2/manage/repos")), ["test"]);
    assert_eq!(names(&server.user("user04").get("/v2/manage/repos")).len(), 3);
    let nothing = server.user("user12").get("/v2/manage/repos");
    assert_eq!((names(&nothing).len(), nothing.header("Content-Range")), (0, Some("0-0/0")));
}

#[test]
fn pages_follow_each_other_without_gap_or_overlap() {
    let server = Server::with(&["--seed", "large"]);
    let admin = server.user("admin");
    let mut seen = Vec::new();
    for offset in (0..2_400).step_by(300) {
        let answer = admin.get(&format!("/v2/manage/repos?namespace=large&limit=300&offset={offset}"));
        let page = names(&answer);
        let expected = format!("{offset}-{}/2000", page.len());
        assert_eq!(answer.header("Content-Range"), Some(expected.as_str()));
        seen.extend(page);
    }
    let mut distinct = seen.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!((seen.len(), distinct.len()), (2_000, 2_000));
    assert_eq!(names(&admin.get("/v2/manage/repos?namespace=large")).len(), 100);
}

#[test]
fn parameters_narrow_the_list() {
    let server = Server::start();
    let admin = server.user("admin");
    let list = |query: &str| names(&admin.get(&format!("/v2/manage/repos?{query}")));
    assert_eq!(list("name=es"), ["test"]);
    assert_eq!(list("name=web%24app"), ["team/web/app"]);
    assert_eq!(list("category=linux"), ["busybox", "public"]);
    assert_eq!(list("is_public=false"), ["team/web/app", "test", "shared"]);
    assert!(list("namespace=gro").is_empty());
    assert_eq!(list("filter=namespace::gro").len(), 3);
    assert_eq!(list("filter=namespace::group%7Cname::t%7Climit::1%7Coffset::1"), ["test"]);
    assert!(list("namespace=empty").is_empty());
}

#[test]
fn columns_order_the_list() {
    let server = Server::start();
    let admin = server.user("admin");
    let list = |query: &str| names(&admin.get(&format!("/v2/manage/repos?namespace=group&{query}")));
    assert_eq!(list("order_column=name&order_type=desc"), ["test", "team/web/app", "busybox"]);
    assert_eq!(list("order_column=updated_time&order_type=asc"), ["busybox", "test", "team/web/app"]);
    assert_eq!(list("order_column=tag_count"), ["team/web/app", "test", "busybox"]);
    assert_eq!(list("order_column=is_public&order_type=desc")[0], "busybox");
    let all = names(&admin.get("/v2/manage/repos?order_column=namespace&order_type=desc"));
    assert_eq!(all, ["public", "shared", "busybox", "team/web/app", "test"]);
}

#[test]
fn what_the_pages_do_not_allow_is_refused() {
    let server = Server::start();
    let admin = server.user("admin");
    for (query, code) in [
        ("limit=10", 4_001_025),
        ("limit=1001&offset=0", 4_001_025),
        ("order_column=num_images", 4_001_096),
        ("filter=colour::red", 4_001_035),
    ] {
        assert_eq!(admin.get(&format!("/v2/manage/repos?{query}")).refusal(), swr(code), "{query}");
    }
}

#[test]
fn one_image_is_told_in_detail_to_whoever_may_pull_it() {
    let server = Server::start();
    let target = "/v2/manage/namespaces/group/repos/team$web$app";
    let detail = json!({
        "id": 3_375_140, "ns_id": 3_827_347, "name": "team/web/app", "category": "app_server",
        "description": "Front end of the team's web application", "creator_id": ADMIN, "creator_name": "admin",
        "size": 96_127_004, "is_public": false, "num_images": 4, "num_download": 2_316, "url": "",
        "path": "swr.local.example/group/team/web/app", "internal_path": "swr.local.example/group/team/web/app",
        "created": "2024-06-10T08:00:00.000Z", "updated": "2025-09-18T16:19:59.907Z",
        "domain_id": "d78cbac186b744899480f25bd022f468", "priority": 0,
    });
    assert_eq!(server.user("user04").get(target).json(), detail);
    assert_eq!(server.user("user01").get(target).refusal(), swr(4_037_020));
    assert_eq!(
        server.user("admin").get("/v2/manage/namespaces/group/repos/missing").refusal(),
        swr(4_040_010)
    );
    assert_eq!(
        server.user("admin").get("/v2/manage/namespaces/missing/repos/test").refusal(),
        swr(4_040_058)
    );
}

#[test]
fn ten_thousand_users_are_told_at_once() {
    let server = Server::with(&["--seed", "large"]);
    let answer = server.user("admin").get("/v2/manage/namespaces/large/repos/users-10000/access");
    assert_eq!(answer.status, 200);
    assert_eq!(answer.json()["others_auths"].as_array().map(Vec::len), Some(9_999));
    assert_eq!(answer.json()["self_auth"]["auth"], 7);
}
