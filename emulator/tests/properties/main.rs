//! No request whatsoever makes the emulator panic or answer in a shape that nobody knows.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

mod requests;

use proptest::prelude::*;
use swr_emulator::{Delivery, Emulator, Pace, Request, Response, Seed, Switches, UnixMillis};

use requests::{Whose, body, request, whose};

const NOW: UnixMillis = UnixMillis::new(1_760_000_000_000);

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

    #[test]
    fn a_refused_share_changes_nothing(
        call in prop::sample::select(vec![("POST", ""), ("PATCH", "/partner"), ("PATCH", "/x"), ("DELETE", "/x")]),
        body in body(),
        whose in whose(),
    ) {
        let mut emulator = Emulator::new(Seed::Small, Switches::default());
        let shares = |emulator: &Emulator| -> Vec<swr_emulator::store::Share> {
            emulator.store().image("outside", "shared").expect("the image").shares.in_order().to_vec()
        };
        let before = shares(&emulator);
        let (method, below) = call;
        let target = format!("/v2/manage/namespaces/outside/repositories/shared/access-domains{below}");
        let request = with_token(Request { body, ..Request::new(method, target) }, whose, &mut emulator);
        let response = emulator.answer(&request, NOW);
        // A name such as `hang` lets the write be done and its answer be lost.
        if response.status < 499 && (400..600).contains(&response.status) {
            prop_assert_eq!(shares(&emulator), before);
        }
    }
}
