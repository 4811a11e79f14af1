//! The core as tests of the console use it: without a server, with a clock of their own.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::time::Duration;

use swr_emulator::store::{Grant, ListFault};
use swr_emulator::switches::Unseen;
use swr_emulator::{
    BODY_LIMIT, Emulator, Level, Pace, Request, Response, Seed, Switches, UnixMillis, UserId, UserName,
};

const NOW: UnixMillis = UnixMillis::new(1_760_000_000_000);
const ACCESS: &str = "/v2/manage/namespaces/group/repos/test/access";

fn emulator() -> Emulator {
    Emulator::new(Seed::Small, Switches::default())
}

fn token(emulator: &mut Emulator, user: &str) -> String {
    emulator.sign_in(user, NOW).expect("a user").to_string()
}

fn ask(emulator: &mut Emulator, token: &str, target: &str, now: UnixMillis) -> Response {
    let headers = vec![("X-Auth-Token".to_owned(), token.to_owned())];
    emulator.answer(&Request { headers, ..Request::new("GET", target) }, now)
}

#[test]
fn a_day_is_the_life_of_a_token_unless_told_otherwise() {
    let mut emulator = emulator();
    let token = token(&mut emulator, "admin");
    let last_moment = NOW.after(Duration::from_millis(86_399_999));
    assert_eq!(ask(&mut emulator, &token, ACCESS, last_moment).status, 200);
    assert_eq!(ask(&mut emulator, &token, ACCESS, NOW.after(Duration::from_hours(24))).status, 401);

    let mut emulator = emulator.with_token_lifetime(Duration::from_secs(1));
    let token = emulator.sign_in("admin", NOW).expect("a user").to_string();
    assert_eq!(ask(&mut emulator, &token, ACCESS, NOW.after(Duration::from_secs(1))).status, 401);
}

#[test]
fn sessions_can_be_ended_behind_the_clients_back() {
    let mut emulator = emulator();
    let token = token(&mut emulator, "admin");
    emulator.end_sessions();
    assert_eq!(ask(&mut emulator, &token, ACCESS, NOW).status, 401);
    assert!(emulator.sign_in("nobody", NOW).is_none());
}

#[test]
fn the_store_can_be_changed_behind_the_clients_back() {
    let mut emulator = emulator();
    let user = UserId::new("fb3f175c1fd146ab8cdae3272be6107b");
    let token = token(&mut emulator, "user01");
    let image = emulator.store_mut().image_mut("group", "test").expect("the image");
    assert_eq!(image.grants.level_of(&user), Some(Level::Manage));
    assert_eq!(image.grants.revoke(&user), Ok(()));
    assert_eq!(ask(&mut emulator, &token, ACCESS, NOW).status, 403);
    emulator.switches_mut().unseen = Unseen::NotFound;
    assert_eq!(ask(&mut emulator, &token, ACCESS, NOW).status, 404);
}

fn json(response: &Response) -> serde_json::Value {
    serde_json::from_slice(&response.body).expect("JSON")
}

#[test]
fn a_disabled_user_is_listed_and_does_not_sign_in() {
    let mut emulator = emulator();
    let admin = token(&mut emulator, "admin");
    let user = emulator.store_mut().users.iter_mut().find(|user| user.name.as_str() == "user07");
    user.expect("the user").is_enabled = false;
    assert!(emulator.sign_in("user07", NOW).is_none());
    let body = r#"{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"user07",
        "password":"demo-password","domain":{"name":"demo"}}}}}}"#;
    let sign_in = Request { body: body.into(), ..Request::new("POST", "/v3/auth/tokens") };
    assert_eq!(emulator.answer(&sign_in, NOW).status, 401);

    let mut listed = |query: &str| {
        let list = json(&ask(&mut emulator, &admin, &format!("/v3/users{query}"), NOW));
        let users = list["users"].as_array().expect("users").clone();
        users.iter().map(|user| user["enabled"] == true).collect::<Vec<_>>()
    };
    assert_eq!(listed("?name=user07"), [false]);
    assert_eq!((listed("?enabled=false"), listed("?enabled=true").len()), (vec![false], 12));
    let details = "/v3.0/OS-USER/users/04f7a1d9e6b3482c8d50b9c17e2f6a3d";
    assert_eq!(json(&ask(&mut emulator, &admin, details, NOW))["user"]["enabled"], false);
}

#[test]
fn a_number_that_is_no_level_is_shown_and_permits_nothing_but_to_look() {
    let mut emulator = emulator();
    let user = token(&mut emulator, "user12");
    let (user_id, user_name) = (UserId::new("c7290ad4f85e4b36a1d7e98b3c60f54e"), UserName::new("user12"));
    let image = emulator.store_mut().image_mut("group", "test").expect("the image");
    assert_eq!(image.grants.grant(Grant { user_id, user_name, level: Level::Other(5) }), Ok(()));
    assert_eq!(json(&ask(&mut emulator, &user, ACCESS, NOW))["self_auth"]["auth"], 5);
    for (method, target) in [("POST", ACCESS), ("DELETE", "/v2/manage/namespaces/group/repos/test")] {
        let headers = vec![("X-Auth-Token".to_owned(), user.clone())];
        let write = Request { headers, ..Request::new(method, target) };
        assert_eq!(emulator.answer(&write, NOW).status, 403, "{method}");
    }
}

#[test]
fn a_list_that_cannot_be_read_says_why_and_lists_of_images_show_it() {
    let mut emulator = emulator();
    let admin = token(&mut emulator, "admin");
    let mut read = |fault: ListFault| {
        emulator.store_mut().image_mut("group", "test").expect("the image").list_fault = Some(fault);
        let images = json(&ask(&mut emulator, &admin, "/v2/manage/repos?namespace=group", NOW));
        assert_eq!(images.as_array().map(Vec::len), Some(3), "{fault:?}");
        let answer = ask(&mut emulator, &admin, ACCESS, NOW);
        (answer.status, json(&answer))
    };
    for (fault, status, code) in [
        (ListFault::Denied, 403, "SVCSTG.SWR.4037020"),
        (ListFault::Refused, 403, "SVCSTG.SWR.4030000"),
        (ListFault::Missing, 404, "SVCSTG.SWR.4040010"),
        (ListFault::Failing, 500, "SVCSTG.SWR.5000090"),
    ] {
        let (answered, body) = read(fault);
        assert_eq!((answered, body["error_code"].as_str()), (status, Some(code)), "{fault:?}");
    }
    let (status, list) = read(ListFault::OddEntry);
    let others = list["others_auths"].as_array().expect("others");
    assert_eq!((status, others.len()), (200, 4));
    assert_eq!(others.last(), Some(&serde_json::json!({ "auth": 1 })));
}

#[test]
fn answers_say_when_they_are_to_be_given() {
    let mut emulator = emulator().with_latency(Duration::from_millis(100));
    let token = token(&mut emulator, "admin");
    let mut pace = |image: &str| {
        ask(&mut emulator, &token, &format!("/v2/manage/namespaces/empty/repos/{image}"), NOW).pace
    };
    assert_eq!(pace("missing"), Pace::After(Duration::from_millis(100)));
    assert_eq!(pace("slow"), Pace::After(Duration::from_millis(3100)));
    assert_eq!(pace("hang"), Pace::Never);
}

#[test]
fn a_body_may_be_as_long_as_the_limit() {
    let post = |length: usize| {
        let body = vec![b' '; length];
        emulator().answer(&Request { body, ..Request::new("POST", "/v3/auth/tokens") }, NOW).status
    };
    assert_eq!((post(BODY_LIMIT), post(BODY_LIMIT + 1)), (400, 413));
}

#[test]
fn the_small_seed_is_what_it_promises() {
    let emulator = emulator();
    let store = emulator.store();
    assert_eq!(
        (store.account.name.as_str(), store.project.name.as_str(), store.users.len()),
        ("demo", "local", 13)
    );
    assert_eq!(store.users.iter().filter(|user| user.is_administrator).count(), 1);
    let images = |name| -> Vec<String> {
        let organization = store.organization(name).expect("the organization");
        organization.listed_images().map(|image| image.name.to_string()).collect()
    };
    assert_eq!(images("group"), ["busybox", "team/web/app", "test"]);
    assert!(images("empty").is_empty());
    assert_eq!(images("outside"), ["public", "shared"]);
    assert_eq!(store.organizations.len(), 3);
}

#[test]
fn the_large_seed_is_large_and_nasty() {
    let emulator = Emulator::new(Seed::Large, Switches::default());
    let store = emulator.store();
    let large = store.organization("large").expect("the organization");
    assert_eq!(large.listed_images().count(), 2_000);
    let crowded = store.image("large", "users-10000").expect("the image");
    assert_eq!(crowded.grants.len(), 10_000);
    let names: Vec<&str> = crowded.grants.in_order().iter().map(|grant| grant.user_name.as_str()).collect();
    for part in ["<img", "=cmd|", "\u{202e}", "\u{200b}", "王", "\u{1f469}\u{200d}", &"W".repeat(255)] {
        assert!(names.iter().any(|name| name.contains(part)), "{part}");
    }
    let levels: BTreeSet<u8> = crowded.grants.in_order().iter().map(|grant| grant.level.number()).collect();
    assert_eq!(levels, BTreeSet::from([1, 3, 7]));
    let ids: BTreeSet<&UserId> = store.users.iter().map(|user| &user.id).collect();
    assert_eq!((ids.len(), store.users.len()), (10_012, 10_012));
}

#[test]
fn the_huge_seed_is_one_long_list() {
    let emulator = Emulator::new(Seed::Huge, Switches::default());
    let store = emulator.store();
    let crowded = store.image("huge", "users-100000").expect("the image");
    assert_eq!(crowded.grants.len(), 100_000);
    assert_eq!(store.organization("huge").expect("the organization").listed_images().count(), 1);
}

/// As `huaweicloudsdkcore` 3.1.219 has signed it for a server on port 8081, at that moment.
fn signed() -> Request {
    let mut request = Request::new("GET", "/v2/manage/namespaces/group/repos/team%24web%24app?a=x%20y&b=2");
    let authorization = "SDK-HMAC-SHA256 Access=ADMINACCESSKEY, SignedHeaders=content-type;host;x-sdk-date, \
         Signature=1aba25519a7c7a458d6e33108df43a17b003b35d58346f24d0b5b5c76eb11b61";
    for (name, value) in [
        ("Host", "127.0.0.1:8081"),
        ("X-Sdk-Date", "20251009T085320Z"),
        ("Content-Type", "application/json"),
        ("Authorization", authorization),
    ] {
        request.headers.push((name.to_owned(), value.to_owned()));
    }
    request
}

/// The status and the gateway's words for a request with another value in one header.
fn refused(name: &str, value: &str) -> (u16, String) {
    let mut request = signed();
    request.headers.retain(|(known, _)| known != name);
    request.headers.push((name.to_owned(), value.to_owned()));
    let answer = emulator().answer(&request, NOW);
    (answer.status, String::from_utf8(answer.body).expect("text"))
}

#[test]
fn an_access_key_signs_instead_of_a_token() {
    let mut request = signed();
    assert_eq!(emulator().answer(&request, NOW).status, 200);
    request.headers.push(("X-Project-Id".into(), "8c5f1b7e2d3a4960a4be6d0c97f1e832".into()));
    assert_eq!(emulator().answer(&request, NOW).status, 200);
}

#[test]
fn a_signature_that_is_not_good_is_refused_in_the_gateways_words() {
    let authorization = "SDK-HMAC-SHA256 Access=NOBODY, SignedHeaders=host;x-sdk-date, Signature=00";
    let (status, text) = refused("Authorization", authorization);
    assert!(status == 401 && text.contains("Get secretKey failed,ak:NOBODY,err:ak not exist"), "{text}");
    let (status, text) = refused("Host", "elsewhere");
    assert!(status == 401 && text.contains("verify aksk signature fail"), "{text}");
    let (status, text) = refused("X-Sdk-Date", "20251009T080000Z");
    assert!(status == 401 && text.contains("signature expired"), "{text}");
    let (status, text) = refused("X-Project-Id", "another");
    assert!(status == 401 && text.contains("APIGW.0301"), "{text}");
    // A token counts first.
    let (status, text) = refused("X-Auth-Token", "wrong");
    assert!(status == 401 && text.contains("SVCSTG.SWR.4010000"), "{text}");
}
