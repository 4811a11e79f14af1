//! No request whatsoever makes the emulator panic or answer in a shape that nobody knows.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use swr_emulator::{Delivery, Emulator, Pace, Request, Response, Seed, Switches, UnixMillis};

const NOW: UnixMillis = UnixMillis::new(1_760_000_000_000);

fn method() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prop::sample::select(vec!["GET", "POST", "PATCH", "DELETE", "HEAD"]).prop_map(str::to_owned),
        1 => "[A-Z]{0,9}",
    ]
}

/// A segment of a path: mostly one that means something, sometimes a mutilated or arbitrary one.
fn segment() -> impl Strategy<Value = String> {
    let known = vec![
        "v2",
        "v3",
        "manage",
        "namespaces",
        "repos",
        "access",
        "group",
        "empty",
        "test",
        "busybox",
        "team$web$app",
        "team%24web%24app",
        "slow",
        "hang",
        "html",
        "truncated",
        "reset",
        "cut",
        "redirect",
        "empty",
        "odd",
        "retry",
        "error-404",
        "error-503",
        "error-999",
        "auth",
        "tokens",
        "domains",
        "projects",
        "users",
        "3059e6b5562241fda3fa441cca6f228b",
        "",
        "..",
        "%2F",
        "%",
        "%ff",
    ];
    prop_oneof![9 => prop::sample::select(known).prop_map(str::to_owned), 1 => "\\PC{0,12}"]
}

fn path() -> impl Strategy<Value = String> {
    let access =
        (segment(), segment()).prop_map(|(o, i)| format!("/v2/manage/namespaces/{o}/repos/{i}/access"));
    prop_oneof![
        4 => access,
        2 => segment().prop_map(|organization| format!("/v2/manage/namespaces/{organization}/access")),
        1 => Just("/v2/manage/repos".to_owned()),
        1 => Just("/v3/auth/tokens".to_owned()),
        4 => prop::collection::vec(segment(), 0..8).prop_map(|segments| format!("/{}", segments.join("/"))),
        1 => "\\PC{0,40}",
    ]
}

fn target() -> impl Strategy<Value = String> {
    let pair = "(namespace|name|filter|limit|offset|order_column|order_type|is_public|enabled|nocatalog)=[a-z0-9:|%$-]{0,16}";
    let query = prop_oneof![3 => Just(String::new()), 2 => pair.prop_map(|pair| format!("?{pair}")), 1 => "\\?\\PC{0,20}"];
    (path(), query).prop_map(|(path, query)| path + &query)
}

fn json() -> impl Strategy<Value = String> {
    let text = prop::sample::select(vec![
        "\"user_id\"",
        "\"user_name\"",
        "\"auth\"",
        "\"a\"",
        "\"denied\"",
        "\"hang\"",
        "\"slow\"",
        "\"error-500\"",
        "\"fb3f175c1fd146ab8cdae3272be6107b\"",
        "1",
        "2",
        "3",
        "7",
        "-1",
        "3.0",
        "1e308",
        "9007199254740993",
        "null",
        "true",
        "\"\"",
        "\"\\u0000\"",
    ]);
    let leaf = text.prop_map(str::to_owned);
    leaf.prop_recursive(4, 24, 4, |inner| {
        let object = prop::collection::vec(
            (prop::sample::select(vec!["user_id", "user_name", "auth", "x"]), inner.clone()),
            0..4,
        );
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(","))),
            object.prop_map(|pairs| {
                let pairs: Vec<String> =
                    pairs.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
                format!("{{{}}}", pairs.join(","))
            }),
        ]
    })
}

fn grant() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "user01",
        "denied",
        "conflict",
        "slow",
        "hang",
        "reset",
        "lost",
        "error-418",
        "x",
    ]);
    (0u8..9, name, "[a-f0-9]{1,3}")
        .prop_map(|(auth, name, id)| format!(r#"[{{"user_id":"{id}","user_name":"{name}","auth":{auth}}}]"#))
}

fn body() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        3 => json().prop_map(String::into_bytes),
        3 => grant().prop_map(String::into_bytes),
        1 => prop::collection::vec(any::<u8>(), 0..64),
        1 => Just(Vec::new()),
    ]
}

/// Whose token a request carries.
#[derive(Debug, Clone, Copy)]
enum Whose {
    Nobodys,
    Wrong,
    Users,
    Administrators,
}

fn whose() -> impl Strategy<Value = Whose> {
    prop_oneof![1 => Just(Whose::Nobodys), 1 => Just(Whose::Wrong), 2 => Just(Whose::Users), 6 => Just(Whose::Administrators)]
}

prop_compose! {
    fn request()(
        method in method(), target in target(), body in body(), whose in whose(), header in "\\PC{0,20}",
    ) -> (Request, Whose) {
        let headers = vec![("X-Subject-Token".to_owned(), header.clone()), ("Host".to_owned(), header)];
        (Request { method, target, headers, body }, whose)
    }
}

fn switches() -> impl Strategy<Value = Switches> {
    let choices = prop::collection::vec(any::<prop::sample::Index>(), Switches::TABLE.len());
    choices.prop_map(|choices| {
        let mut switches = Switches::default();
        for (switch, choice) in Switches::TABLE.iter().zip(choices) {
            let value: &str = choice.get::<&str>(switch.values);
            switches.set(switch.name, value).expect("a value of the table");
        }
        switches
    })
}

fn with_token(mut request: Request, whose: Whose, emulator: &mut Emulator) -> Request {
    let token = match whose {
        Whose::Nobodys => None,
        Whose::Wrong => Some("wrong".to_owned()),
        Whose::Users => emulator.sign_in("user01", NOW).map(|token| token.to_string()),
        Whose::Administrators => emulator.sign_in("admin", NOW).map(|token| token.to_string()),
    };
    request.headers.extend(token.map(|token| ("X-Auth-Token".to_owned(), token)));
    request
}

fn is_of_a_known_shape(request: &Request, response: &Response) -> bool {
    let may_be_empty = request.method == "HEAD"
        || response.status == 204
        || response.pace == Pace::Never
        || response.delivery == Delivery::Reset
        || response.status == 302
        || matches!(response.status, 200 | 201) && response.header("Content-Type").is_none();
    // These two images exist to send bodies that are not what they should be.
    let is_broken_on_demand = ["html", "truncated"].iter().any(|name| request.target.contains(name));
    match serde_json::from_slice::<serde_json::Value>(&response.body) {
        Ok(body) => body.is_object() || body.is_array(),
        Err(_) => (may_be_empty && response.body.is_empty()) || is_broken_on_demand,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_request_gets_an_answer_of_a_known_shape(
        switches in switches(), requests in prop::collection::vec(request(), 1..12), now in any::<u64>(),
    ) {
        let mut emulator = Emulator::new(Seed::Small, switches);
        for (request, whose) in requests {
            let request = with_token(request, whose, &mut emulator);
            for now in [NOW, UnixMillis::new(now)] {
                let response = emulator.answer(&request, now);
                prop_assert!((200..600).contains(&response.status), "{request:?} {response:?}");
                prop_assert!(response.header("X-Request-Id").is_some_and(|id| id.len() == 32), "{request:?}");
                prop_assert!(is_of_a_known_shape(&request, &response), "{request:?} {response:?}");
            }
        }
    }

    #[test]
    fn the_same_requests_get_the_same_answers(requests in prop::collection::vec(request(), 1..12)) {
        let answers = || -> Vec<Response> {
            let mut emulator = Emulator::new(Seed::Small, Switches::default());
            let ask = |(request, whose): &(Request, Whose)| {
                let request = with_token(request.clone(), *whose, &mut emulator);
                emulator.answer(&request, NOW)
            };
            requests.iter().map(ask).collect()
        };
        prop_assert_eq!(answers(), answers());
    }

    #[test]
    fn a_refused_write_changes_nothing(
        method in prop::sample::select(vec!["POST", "PATCH", "DELETE"]), body in body(), whose in whose(),
    ) {
        let mut emulator = Emulator::new(Seed::Small, Switches::default());
        let held = |emulator: &Emulator| -> Vec<swr_emulator::store::Grant> {
            let image = emulator.store().image("group", "test").expect("the image");
            image.grants.in_order().into_iter().cloned().collect()
        };
        let before = held(&emulator);
        let target = "/v2/manage/namespaces/group/repos/test/access";
        let request = Request { body, ..Request::new(method, target) };
        let request = with_token(request, whose, &mut emulator);
        let response = emulator.answer(&request, NOW);
        if (400..600).contains(&response.status) && response.pace != Pace::Never {
            prop_assert_eq!(held(&emulator), before);
        }
    }
}
