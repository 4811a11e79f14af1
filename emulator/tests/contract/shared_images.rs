//! `GET /v2/manage/shared-repositories`.

use serde_json::{Value, json};

use crate::client::{Answer, Server, gateway, swr};

const LIST: &str = "/v2/manage/shared-repositories";

fn names(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, 200, "{answer:?}");
    let list = answer.json();
    list.as_array()
        .expect("a list")
        .iter()
        .map(|image| image["name"].as_str().expect("a name").to_owned())
        .collect()
}

fn share(account: &str, deadline: &str) -> Value {
    json!({ "access_domain": account, "permit": "read", "deadline": deadline })
}

#[test]
fn nobody_lists_without_a_token() {
    let server = Server::start();
    let target = format!("{LIST}?center=self");
    assert_eq!(server.anonymous().get(&target).refusal(), gateway(401, "APIGW.0301"));
    assert_eq!(server.bearer("wrong").get(&target).refusal(), swr(4_010_000));
}

#[test]
fn whose_images_must_be_said() {
    let server = Server::start();
    let admin = server.user("admin");
    assert_eq!(admin.get(LIST).refusal(), swr(4_001_036));
    assert_eq!(admin.get(&format!("{LIST}?center=mine")).refusal(), swr(4_001_025));
    assert_eq!(admin.get(&format!("{LIST}?filter=center")).refusal(), swr(4_001_035));
    assert_eq!(admin.get(&format!("{LIST}?center=self&status=maybe")).refusal(), swr(4_001_025));
    assert_eq!(admin.get(&format!("{LIST}?center=self&order_column=size")).refusal(), swr(4_001_096));
}

#[test]
fn own_shared_images_look_like_images_in_a_list() {
    let server = Server::start();
    let admin = server.user("admin");
    let answer = admin.get(&format!("{LIST}?center=self"));
    assert_eq!(names(&answer), ["shared"]);
    assert_eq!(answer.header("Content-Range"), Some("0-1/1"));
    let image = &answer.json()[0];
    assert_eq!((&image["namespace"], &image["domain_name"]), (&json!("outside"), &json!("demo")));
    assert_eq!((&image["status"], &image["total_range"]), (&json!(false), &json!(1)));
    assert_eq!(names(&admin.get(&format!("{LIST}?filter=center::self%7Cname::sha"))), ["shared"]);
}

#[test]
fn of_the_own_images_everyone_sees_those_with_a_permission() {
    let server = Server::start();
    let of = |user: &str| names(&server.user(user).get(&format!("{LIST}?center=self")));
    assert_eq!(of("user06"), ["shared"]);
    assert!(of("user05").is_empty());
}

#[test]
fn filters_and_pages_narrow_the_list() {
    let server = Server::start();
    let admin = server.user("admin");
    for image in ["test", "team$web$app"] {
        let target = format!("/v2/manage/namespaces/group/repositories/{image}/access-domains");
        assert_eq!(admin.post(&target, &share("partner", "forever")).status, 201);
    }
    let listed = |query: &str| names(&admin.get(&format!("{LIST}?center=self&{query}")));
    assert_eq!(listed(""), ["team/web/app", "test", "shared"]);
    assert_eq!(listed("namespace=group"), ["team/web/app", "test"]);
    assert_eq!(listed("name=web$app"), ["team/web/app"]);
    assert_eq!(listed("domain_name=demo").len(), 3);
    assert!(listed("domain_name=partner").is_empty());
    assert_eq!(listed("order_column=name&order_type=desc"), ["test", "team/web/app", "shared"]);
    assert_eq!(listed("order_column=updated_at&order_type=asc&limit=1&offset=0"), ["shared"]);
    let page = admin.get(&format!("{LIST}?center=self&limit=2&offset=2"));
    assert_eq!((names(&page).len(), page.header("Content-Range")), (1, Some("2-1/3")));
}

#[test]
fn an_account_sees_what_others_share_with_it_and_whether_that_has_ended() {
    let server = Server::start();
    assert!(names(&server.user("admin").get(&format!("{LIST}?center=thirdparty"))).is_empty());
    let partner = server.partner();
    let answer = partner.get(&format!("{LIST}?center=thirdparty"));
    assert_eq!(names(&answer), ["shared"]);
    assert_eq!(
        (&answer.json()[0]["status"], &answer.json()[0]["domain_name"]),
        (&json!(true), &json!("demo"))
    );

    let one = "/v2/manage/namespaces/outside/repositories/shared/access-domains/partner";
    let ended = json!({ "permit": "read", "deadline": "2018-10-01T16:00:00Z" });
    assert_eq!(server.user("admin").patch(one, &ended).status, 201);
    assert_eq!(partner.get(&format!("{LIST}?center=thirdparty")).json()[0]["status"], false);
    assert_eq!(names(&partner.get(&format!("{LIST}?center=thirdparty&status=false"))), ["shared"]);
    assert!(names(&partner.get(&format!("{LIST}?center=thirdparty&status=true"))).is_empty());
}
