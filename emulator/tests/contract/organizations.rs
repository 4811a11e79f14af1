//! `/v2/manage/namespaces` and one organization.

use serde_json::{Value, json};

use crate::client::{Answer, Server, swr};

const LIST: &str = "/v2/manage/namespaces";

fn names(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, 200, "{answer:?}");
    let list = answer.json();
    let namespaces = list["namespaces"].as_array().expect("a list").iter();
    namespaces.map(|namespace| namespace["name"].as_str().expect("a name").to_owned()).collect()
}

#[test]
fn nobody_lists_or_reads_without_a_token() {
    let server = Server::start();
    for target in [LIST, "/v2/manage/namespaces/group"] {
        assert_eq!(server.anonymous().get(target).status, 401);
        assert_eq!(server.bearer("wrong").get(target).refusal(), swr(4_010_000));
    }
}

#[test]
fn the_list_tells_level_users_and_images() {
    let server = Server::start();
    let answer = server.user("admin").get(LIST);
    let group = json!({
        "id": 3_827_347, "name": "group", "creator_name": "admin", "auth": 7, "access_user_count": 2, "repo_count": 3,
    });
    assert_eq!(names(&answer), ["group", "empty", "outside"]);
    assert_eq!(answer.json()["namespaces"][0], group);
    assert_eq!(answer.json()["namespaces"][1]["repo_count"], 0);
}

#[test]
fn without_a_mode_only_members_see_an_organization() {
    let server = Server::start();
    assert_eq!(names(&server.user("user04").get(LIST)), ["group"]);
    assert!(names(&server.user("user01").get(LIST)).is_empty());
    assert!(names(&server.user("user12").get(LIST)).is_empty());
}

#[test]
fn the_visible_ones_are_reached_through_an_image() {
    let server = Server::start();
    let answer = server.user("user01").get("/v2/manage/namespaces?filter=mode::visible");
    assert_eq!(names(&answer), ["group"]);
    assert_eq!(answer.json()["namespaces"][0]["auth"], 0);
    assert!(names(&server.user("user12").get("/v2/manage/namespaces?filter=mode::visible")).is_empty());
}

#[test]
fn a_name_narrows_the_list() {
    let server = Server::start();
    let admin = server.user("admin");
    assert_eq!(names(&admin.get("/v2/manage/namespaces?namespace=empty")), ["empty"]);
    assert_eq!(names(&admin.get("/v2/manage/namespaces?filter=namespace::group%7Cmode::visible")), ["group"]);
    assert_eq!(names(&admin.get("/v2/manage/namespaces?filter=namespace::group|mode::visible")), ["group"]);
    assert!(names(&admin.get("/v2/manage/namespaces?namespace=gro")).is_empty());
}

#[test]
fn an_empty_mode_is_none() {
    let server = Server::start();
    for filter in ["mode::", "namespace::group%7Cmode::"] {
        let target = format!("/v2/manage/namespaces?filter={filter}");
        assert_eq!(names(&server.user("user04").get(&target)), ["group"], "{filter}");
        assert!(names(&server.user("user01").get(&target)).is_empty(), "{filter}");
    }
}

#[test]
fn a_filter_that_is_none_is_refused() {
    let server = Server::start();
    for filter in ["", "mode", "mode::all", "colour::red", "namespace::group|"] {
        let answer = server.user("admin").get(&format!("/v2/manage/namespaces?filter={filter}"));
        assert_eq!(answer.refusal(), swr(4_001_035), "{filter}");
    }
}

#[test]
fn one_organization_is_told_to_whoever_sees_it() {
    let server = Server::start();
    let level =
        |user: &str| -> Value { server.user(user).get("/v2/manage/namespaces/group").json()["auth"].clone() };
    assert_eq!((level("admin"), level("user04"), level("user01")), (json!(7), json!(3), json!(0)));
    assert_eq!(server.user("user12").get("/v2/manage/namespaces/group").refusal(), swr(4_037_020));
    assert_eq!(server.user("user04").get("/v2/manage/namespaces/empty").refusal(), swr(4_037_020));
    assert_eq!(server.user("admin").get("/v2/manage/namespaces/missing").refusal(), swr(4_040_058));
}

#[test]
fn a_missing_organization_is_told_in_the_words_of_the_real_service() {
    let server = Server::start();
    let answer = server.user("admin").get("/v2/manage/namespaces/missing");
    let error = json!({ "errorCode": "SVCSTG.SWR.4040058", "errorMessage": "Namespace does not exists", "detail": "" });
    let body = json!({
        "errors": [error], "error_code": "SVCSTG.SWR.4040058", "error_msg": "Namespace does not exists",
        "encoded_authorization_message": "",
    });
    assert_eq!((answer.status, answer.json()), (404, body));
}
