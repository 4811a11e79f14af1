//! What holds for every answer, whatever was asked.

use std::collections::BTreeSet;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::client::{Server, gateway, swr};

#[test]
fn every_answer_has_a_request_id_of_its_own() {
    let server = Server::start();
    let admin = server.user("admin");
    let targets =
        ["/", "/v2", "/v3", "/nowhere", "/v2/manage/nowhere", "/v2/manage/repos", "/v3/users", "/v3/nowhere"];
    let ids: BTreeSet<String> = targets
        .iter()
        .map(|target| admin.get(target).header("X-Request-Id").expect("an id").to_owned())
        .collect();
    assert_eq!(ids.len(), targets.len());
    assert!(ids.iter().all(|id| id.len() == 32));
}

#[test]
fn two_servers_asked_the_same_say_the_same() {
    let (one, other) = (Server::start(), Server::start());
    let ask = |server: &Server| {
        let admin = server.user("admin");
        let answer = admin.get("/v2/manage/namespaces/group/repos/test/access");
        (admin.token().to_owned(), answer.header("X-Request-Id").map(str::to_owned), answer.text())
    };
    assert_eq!(ask(&one), ask(&other));
}

#[test]
fn an_unknown_path_is_the_gateways_404() {
    let server = Server::start();
    let admin = server.user("admin");
    for target in [
        "/v1",
        "/v2/manage",
        "/v2/manage/namespaces/",
        "/v2/manage/namespaces/group/repos",
        "/v2/%zz",
        "/v3/groups",
    ] {
        assert_eq!(admin.get(target).refusal(), gateway(404, "APIGW.0101"), "{target}");
    }
}

#[test]
fn no_cross_origin_request_is_allowed() {
    let server = Server::start();
    let answer =
        server.anonymous().send("OPTIONS", "/v2/manage/repos", &[("Origin", "https://console.example")], b"");
    assert_eq!(answer.refusal(), gateway(404, "APIGW.0101"));
    assert!(answer.headers.iter().all(|(name, _)| !name.to_lowercase().starts_with("access-control-")));
}

#[test]
fn a_body_above_12_mebibytes_is_413() {
    let server = Server::start();
    let body = vec![b' '; 12 * 1024 * 1024 + 1];
    let answer = server.user("admin").send("POST", "/v2/manage/namespaces/group/access", &[], &body);
    assert_eq!(answer.refusal(), swr(4_131_001));
    assert!(answer.header("X-Request-Id").is_some());
}

#[test]
fn a_connection_serves_one_request_after_another() {
    let server = Server::start();
    let mut stream = TcpStream::connect(server.address()).expect("a connection");
    for _ in 0..3 {
        stream.write_all(b"GET /v3 HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("sent");
        let mut buffer = [0; 4096];
        let count = stream.read(&mut buffer).expect("an answer");
        assert!(buffer[..count].starts_with(b"HTTP/1.1 200"));
    }
}

#[test]
fn latency_delays_every_answer() {
    let server = Server::with(&["--latency", "200"]);
    let start = Instant::now();
    assert_eq!(server.anonymous().get("/v2/manage/repos").status, 401);
    assert!(start.elapsed() >= Duration::from_millis(200));
}
