//! Names that break the answer on its way.

use std::io::ErrorKind;
use std::time::Duration;

use serde_json::{Value, json};

use crate::client::{Answer, Client, Server, entry, holders, others};

const TEST: &str = "/v2/manage/namespaces/group/repos/test/access";
const WAIT: Duration = Duration::from_millis(500);
const LONG: Duration = Duration::from_secs(30);

fn image(name: &str) -> String {
    format!("/v2/manage/namespaces/empty/repos/{name}/access")
}

/// Other systems have other words for the end of a wait.
fn is_silence(end: Result<(), ErrorKind>) -> bool {
    matches!(end, Err(ErrorKind::WouldBlock | ErrorKind::TimedOut))
}

fn length_told(answer: &Answer) -> usize {
    answer.header("Content-Length").expect("a length").parse().expect("a number")
}

fn read(client: &Client<'_>, name: &str, wait: Duration) -> (Answer, Result<(), ErrorKind>) {
    let (bytes, end) = client.overhear("GET", &image(name), &Value::Null, wait);
    (Answer::parse(&bytes), end)
}

#[test]
fn a_reset_comes_before_any_byte() {
    let server = Server::start();
    let anyone = server.user("user12");
    for method in ["GET", "POST"] {
        let heard = anyone.overhear(method, &image("reset"), &json!([]), LONG);
        assert_eq!(heard, (Vec::new(), Err(ErrorKind::ConnectionReset)), "{method}");
    }
    assert_eq!(server.user("admin").get(TEST).status, 200, "everybody else goes on");
}

#[test]
fn a_cut_tells_the_whole_length_and_ends_in_the_middle() {
    let server = Server::start();
    let (answer, end) = read(&server.user("admin"), "cut", LONG);
    assert_eq!((answer.status, end), (200, Ok(())));
    assert_eq!(answer.body.len(), length_told(&answer) / 2);
    assert!(answer.text().starts_with("{\"id\":1,\"name\":\"cut\""));
}

#[test]
fn a_stall_is_nothing_but_headers() {
    let server = Server::start();
    let (answer, end) = read(&server.user("admin"), "stall", WAIT);
    assert!(answer.status == 200 && answer.body.is_empty() && length_told(&answer) > 100 && is_silence(end));
}

#[test]
fn a_drip_is_a_byte_a_second() {
    let server = Server::start();
    let (answer, end) = read(&server.user("admin"), "drip", WAIT);
    assert!(length_told(&answer) > 100 && is_silence(end));
    assert_eq!(answer.text(), "{", "the next one comes after the wait");
}

#[test]
fn a_redirect_leads_to_something_that_would_answer() {
    let server = Server::start();
    let admin = server.user("admin");
    let redirect = admin.get(&image("redirect"));
    assert_eq!(redirect.status, 302);
    assert_eq!(admin.get(redirect.header("Location").expect("a place")).status, 200);
}

#[test]
fn a_huge_answer_tells_its_length_and_an_endless_one_does_not() {
    let server = Server::start();
    let admin = server.user("admin");
    let (huge, _) = read(&admin, "huge", LONG);
    assert!(huge.body.len() > 20_000_000 && length_told(&huge) == huge.body.len());
    assert!(huge.json()["others_auths"].is_array(), "only its length is wrong with it");
    let (endless, _) = read(&admin, "endless", LONG);
    assert!(endless.body.len() > 20_000_000);
    assert_eq!(
        (endless.header("Content-Length"), endless.header("Transfer-Encoding")),
        (None, Some("chunked"))
    );
}

#[test]
fn an_empty_answer_is_200_and_nothing() {
    let server = Server::start();
    let answer = server.user("admin").get(&image("empty"));
    assert_eq!((answer.status, answer.body.len()), (200, 0));
}

#[test]
fn odd_records_stand_beside_good_ones() {
    let server = Server::start();
    let list = server.user("admin").get(&image("odd")).json();
    let others = list["others_auths"].as_array().expect("others").clone();
    assert_eq!((&others[0]["user_name"], &others[1]["user_name"]), (&json!("user01"), &json!("user02")));
    let has = |is_meant: &dyn Fn(&Value) -> bool| others.iter().any(is_meant);
    assert!(has(&|other| other.is_null()) && has(&|other| other.get("user_id").is_none()));
    assert!(has(&|other| other["auth"] == 2) && has(&|other| other["user_name"].is_null()));
    assert!(has(&|other| other["user_id"].is_number()) && has(&|other| other["x_unknown"].is_object()));
}

#[test]
fn whoever_comes_back_twice_is_served() {
    let server = Server::start();
    let (admin, other) = (server.user("admin"), server.user("user12"));
    for _ in 0..2 {
        let answer = admin.get(&image("retry"));
        assert_eq!((answer.status, answer.header("Retry-After")), (429, Some("2")));
        let grant = admin.post(&image("retry"), &json!([entry("a", "b", 1)]));
        assert_eq!(grant.status, 201, "writes work at once");
        assert_eq!(admin.delete(&image("retry"), &json!(["a"])).status, 204);
    }
    // One without a permission is refused in the end, but not before they came back.
    let refused: Vec<u16> = (0..3).map(|_| other.get(&image("retry")).status).collect();
    assert_eq!(refused, [429, 429, 403], "everybody is counted apart");
    assert_eq!(admin.get(&image("retry")).status, 200);
    assert_eq!(admin.get(&image("retry")).status, 429, "and once more");
}

#[test]
fn a_write_on_a_user_called_reset_is_stored_and_on_one_called_lost_is_not() {
    let server = Server::start();
    let admin = server.user("admin");
    let reset = (Vec::new(), Err(ErrorKind::ConnectionReset));
    for (id, name) in [("a", "reset"), ("b", "lost")] {
        // A browser may send it a second time, and the second must not say more than the first.
        for _ in 0..2 {
            assert_eq!(admin.overhear("POST", TEST, &json!([entry(id, name, 1)]), LONG), reset, "{name}");
        }
    }
    let stored = others(&admin.get(TEST));
    assert_eq!(stored.last(), holders(&[("reset", 1)]).first());
    assert!(stored.iter().all(|(name, _)| name != "lost"));
    assert_eq!(admin.overhear("PATCH", TEST, &json!([entry("a", "reset", 3)]), LONG), reset);
    assert_eq!(others(&admin.get(TEST)).last(), holders(&[("reset", 3)]).first());
}
