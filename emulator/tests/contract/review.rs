//! The world for access reviews as a client reads it, case by case.

use serde_json::{Value, json};

use crate::client::{Answer, Client, Server, swr};

fn server() -> Server {
    Server::with(&["--seed", "review"])
}

fn image(organization: &str, name: &str) -> String {
    format!("/v2/manage/namespaces/{organization}/repos/cases${name}")
}

fn access(organization: &str, name: &str) -> String {
    format!("{}/access", image(organization, name))
}

fn list(answer: &Answer) -> Vec<Value> {
    answer.json().as_array().expect("a list").clone()
}

/// What a list says of users whose names begin so: their names and numbers.
fn planted(client: &Client<'_>, target: &str, prefixes: &[&str]) -> Vec<(String, u64)> {
    let others = crate::client::others(&client.get(target));
    others.into_iter().filter(|(name, _)| prefixes.iter().any(|prefix| name.starts_with(prefix))).collect()
}

fn holders(expected: &[(&str, u64)]) -> Vec<(String, u64)> {
    crate::client::holders(expected)
}

#[test]
fn every_total_is_the_same() {
    let server = server();
    let admin = server.user("admin");
    let namespaces = admin.get("/v2/manage/namespaces?filter=mode::visible").json();
    let counts: Vec<u64> = namespaces["namespaces"]
        .as_array()
        .expect("organizations")
        .iter()
        .map(|organization| organization["repo_count"].as_u64().expect("a count"))
        .collect();
    assert_eq!(counts, [900, 500, 400, 120, 80]);
    let overview = admin.get("/v2/manage/overview").json();
    assert_eq!((&overview["namspace_num"], &overview["repo_num"]), (&json!(5), &json!(2_000)));
    let page = admin.get("/v2/manage/repos?namespace=shop&limit=1000&offset=0");
    assert_eq!((list(&page).len(), page.header("Content-Range")), (900, Some("0-900/900")));
    let users = admin.get("/v3/users").json();
    assert_eq!(users["users"].as_array().map(Vec::len), Some(500));
    let disabled = admin.get("/v3/users?enabled=false").json();
    assert_eq!(disabled["users"].as_array().map(Vec::len), Some(3));
}

#[test]
fn lists_of_images_show_those_whose_own_list_cannot_be_read() {
    let server = server();
    let admin = server.user("admin");
    for (organization, name, code) in [
        ("shop", "denied", 4_037_020),
        ("payments", "missing", 4_040_010),
        ("platform", "failing", 5_000_090),
        ("archive", "refused", 4_030_000),
    ] {
        assert_eq!(admin.get(&access(organization, name)).refusal(), swr(code), "{name}");
        let listed =
            list(&admin.get(&format!("/v2/manage/repos?namespace={organization}&name=cases/{name}")));
        assert_eq!(listed.len(), 1, "{name}");
        assert_eq!(admin.get(&image(organization, name)).status, 200, "{name}");
    }
    let odd = admin.get(&access("labs", "odd-entry")).json();
    assert_eq!(odd["others_auths"].as_array().expect("others").last(), Some(&json!({ "auth": 1 })));
}

#[test]
fn public_and_shared_images_are_listed_as_such() {
    let server = server();
    let admin = server.user("admin");
    let names = |target: &str| -> Vec<String> {
        list(&admin.get(target))
            .iter()
            .map(|image| image["name"].as_str().expect("a name").to_owned())
            .collect()
    };
    assert_eq!(names("/v2/manage/repos?is_public=true"), ["cases/public", "cases/public-read"]);
    let expected = ["shared-and-ended", "shared-forever", "shared-with-end", "shared-with-several"];
    assert_eq!(
        names("/v2/manage/shared-repositories?center=self"),
        expected.map(|name| format!("cases/{name}"))
    );
    let deadlines = |name: &str| -> Vec<(String, String, bool)> {
        let target = format!("/v2/manage/namespaces/payments/repositories/cases${name}/access-domains");
        let text = |share: &Value, key: &str| share[key].as_str().expect("text").to_owned();
        let shares = list(&admin.get(&target));
        let of =
            |share: &Value| (text(share, "access_domain"), text(share, "deadline"), share["status"] == true);
        shares.iter().map(of).collect()
    };
    let expected = [
        ("partner", "forever", true),
        ("contractor", "2024-01-31T23:59:59Z", false),
        ("supplier", "2099-12-31T23:59:59Z", true),
    ];
    let expected =
        expected.map(|(account, deadline, status)| (account.to_owned(), deadline.to_owned(), status));
    assert_eq!(deadlines("shared-with-several"), expected);
    assert_eq!(deadlines("shared-forever").len(), 1);
}

#[test]
fn people_of_the_cases_are_where_the_documentation_says() {
    let server = server();
    let admin = server.user("admin");
    let of = |organization: &str, name: &str, prefix: &str| {
        planted(&admin, &access(organization, name), &[prefix])
    };
    assert_eq!(of("shop", "deleted-user", "deleted"), holders(&[("deleted03", 1)]));
    assert_eq!(of("shop", "disabled-user", "disabled"), holders(&[("disabled03", 7)]));
    assert_eq!(of("shop", "name-under-two-ids", "twice"), holders(&[("twice01", 1), ("twice01", 3)]));
    assert_eq!(of("shop", "name-of-another", "holder"), holders(&[("holder01", 1), ("holder01", 1)]));
    assert_eq!(of("shop", "renamed-user", "renamed"), holders(&[("renamed01-before", 3)]));
    assert_eq!(of("shop", "unknown-level", "odd"), holders(&[("odd01", 5)]));
    assert_eq!(of("shop", "newly-managed", "granted"), holders(&[("granted02", 7)]));
    assert_eq!(of("labs", "new", "wide"), holders(&[("wide01", 3)]));
    let levels = |organization: &str, name: &str| -> Vec<u64> {
        crate::client::others(&admin.get(&access(organization, name)))
            .iter()
            .map(|(_, level)| *level)
            .collect()
    };
    let managers = |organization: &str, name: &str| {
        levels(organization, name).iter().filter(|level| **level == 7).count()
    };
    assert_eq!((managers("labs", "no-manager"), managers("labs", "one-manager")), (0, 1));
    assert_eq!(managers("archive", "one-manager"), 0, "its organization's manager is the only one");
    assert!(levels("payments", "many-managers").iter().all(|level| *level == 7));
    let creator = admin.get(&image("archive", "unknown-creator")).json();
    let id = creator["creator_id"].as_str().expect("an id");
    assert_eq!(admin.get(&format!("/v3/users/{id}")).status, 404);
    assert_eq!(admin.get("/v2/manage/namespaces/archive/access").json()["creator_name"], "founder01");
}

#[test]
fn one_ordinary_user_sees_a_part_and_another_one_everything() {
    let server = server();
    let seen = |user: &str| {
        let client = server.user(user);
        let organizations = client.get("/v2/manage/namespaces?filter=mode::visible").json();
        let images = client.get("/v2/manage/repos?limit=1&offset=0");
        let total = images.header("Content-Range").and_then(|range| range.rsplit_once('/'));
        assert_eq!(client.get("/v3/users").status, 403);
        (organizations["namespaces"].as_array().map(Vec::len), total.map(|(_, total)| total.to_owned()))
    };
    assert_eq!(seen("user01"), (Some(2), Some("611".to_owned())));
    assert_eq!(seen("user02"), (Some(5), Some("2000".to_owned())));
    assert_eq!(seen("user12"), (Some(0), Some("0".to_owned())));
    let user = server.user("user01");
    assert_eq!(user.get("/v2/manage/namespaces/shop/access").refusal(), swr(4_037_020));
    assert_eq!(user.get("/v2/manage/namespaces/payments/access").status, 200);
}

#[test]
fn the_earlier_world_is_the_same_account() {
    let (earlier, now) = (Server::with(&["--seed", "review-earlier"]), server());
    let numbers = [&earlier, &now].map(|server| {
        let admin = server.user("admin");
        let account = admin.get("/v3/auth/domains").json()["domains"][0]["id"].clone();
        (account, admin.get(&access("shop", "made-anew")).json()["id"].as_u64())
    });
    let [(account, before), (same, now)] = numbers;
    assert!(account == same && before.is_some() && before != now);
}
