//! How often one address may call. The rates here give next to nothing while a test lasts, so that no test depends on how
//! fast it runs.

use std::time::Duration;

use serde_json::json;

use crate::client::{Answer, Server, gateway, swr};

const REPOS: &str = "/v2/manage/repos";
const IAM: &str = "/v3";

/// Three calls at once, and one more in an hour.
const BUCKET: [&str; 4] = ["--rate", "1/3600s", "--rate-burst", "3"];
/// Three calls in an hour.
const WINDOW: [&str; 2] = ["--rate-window", "3/3600s"];

/// A server whose only address has no call left.
fn exhausted(arguments: &[&str]) -> Server {
    let server = Server::with(arguments);
    for _ in 0..3 {
        assert_eq!(server.anonymous().get(IAM).status, 200, "{arguments:?}");
    }
    server
}

fn seconds_to_wait(answer: &Answer) -> Option<u64> {
    answer.header("Retry-After").map(|text| text.parse().expect("a number"))
}

#[test]
fn without_the_flags_nobody_is_held_back() {
    let server = Server::start();
    assert!((0..50).all(|_| server.anonymous().get(IAM).status == 200));
}

#[test]
fn a_call_too_many_is_429_of_the_gateway_and_says_how_long_to_wait() {
    for arguments in [&BUCKET[..], &WINDOW] {
        let server = exhausted(arguments);
        for target in [IAM, REPOS, "/v3/users", "/nowhere"] {
            let refused = server.anonymous().get(target);
            assert_eq!(refused.refusal(), gateway(429, "APIGW.0308"), "{arguments:?} {target}");
            assert!(
                seconds_to_wait(&refused).is_some_and(|wait| (3_000..=3_600).contains(&wait)),
                "{refused:?}"
            );
            assert!(refused.header("X-Request-Id").is_some());
        }
    }
}

#[test]
fn a_client_that_waits_as_it_is_asked_to_is_served() {
    for arguments in [["--rate", "1/s"], ["--rate-window", "1/s"]] {
        let server = Server::with(&arguments);
        let mut refused = server.anonymous().get(IAM);
        while refused.status == 200 {
            refused = server.anonymous().get(IAM);
        }
        assert_eq!(seconds_to_wait(&refused), Some(1));
        std::thread::sleep(Duration::from_secs(1));
        assert_eq!(server.anonymous().get(IAM).status, 200, "{arguments:?}");
    }
}

#[test]
fn every_call_counts_also_one_that_fails_for_another_reason() {
    let server = Server::with(&WINDOW);
    assert_eq!(server.anonymous().get(REPOS).status, 401);
    assert_eq!(server.anonymous().get("/nowhere").status, 404);
    assert_eq!(server.bearer("wrong").get(REPOS).status, 401);
    assert_eq!(server.anonymous().get(IAM).status, 429);
}

#[test]
fn throttle() {
    let with = |value: &str| exhausted(&[&BUCKET[..], &["--switch", value]].concat());
    let server = with("throttle=403");
    let refused = server.anonymous().get(REPOS);
    assert_eq!((refused.refusal(), seconds_to_wait(&refused)), (swr(4_031_032), None));
    let refused = server.anonymous().get(IAM);
    assert_eq!(refused.refusal(), gateway(429, "APIGW.0308"), "IAM has no such code");
    assert!(seconds_to_wait(&refused).is_some());

    let server = with("throttle=503");
    let refused = server.anonymous().get(REPOS);
    assert_eq!(refused.refusal(), gateway(503, "APIGW.0201"));
    assert!(seconds_to_wait(&refused).is_some_and(|wait| wait > 3_000));
}

#[test]
fn what_is_held_back_is_not_done_and_uses_up_no_fault() {
    let server = Server::with(&[&["--control"][..], &["--rate-window", "2/3600s"]].concat());
    let admin = server.user("admin");
    let rules = json!([{ "path": REPOS, "fault": "status", "status": 500, "times": 2 }]);
    assert_eq!(admin.post("/control/faults", &rules).status, 204);
    let answers: Vec<u16> = (0..3).map(|_| admin.get(REPOS).status).collect();
    assert_eq!(answers, [500, 429, 429]);
    let organization = json!({ "namespace": "made-too-often" });
    assert_eq!(admin.post("/v2/manage/namespaces", &organization).status, 429);
    assert_eq!(admin.get("/control/requests").status, 200, "tests are no clients");
}

#[test]
fn files_of_the_console_do_not_count() {
    let folder = std::env::temp_dir().join(format!("swr-emulator-rates-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("index.html"), "<title>console</title>").expect("a file");
    let console = folder.to_str().expect("a path");
    let server = exhausted(&[&WINDOW[..], &["--console", console]].concat());
    assert!((0..10).all(|_| server.anonymous().get("/organizations").status == 200));
    assert_eq!(server.anonymous().get(IAM).status, 429);
    std::fs::remove_dir_all(folder).expect("removed");
}

#[test]
fn latency_delays_a_refusal_too() {
    let server = exhausted(&[&BUCKET[..], &["--latency", "200"]].concat());
    let start = std::time::Instant::now();
    assert_eq!(server.anonymous().get(IAM).status, 429);
    assert!(start.elapsed() >= Duration::from_millis(200));
}

/// Other systems have one loopback address only.
#[cfg(target_os = "linux")]
#[test]
fn every_source_address_is_counted_apart() {
    use std::io::{Read as _, Write as _};

    let ask = |server: &Server, source: &str| {
        let address = server.address().parse().expect("an address");
        let connect = async {
            let socket = tokio::net::TcpSocket::new_v4()?;
            socket.bind(format!("{source}:0").parse().expect("an address"))?;
            socket.connect(address).await?.into_std()
        };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let mut stream = runtime.block_on(connect).expect("a connection");
        stream.set_nonblocking(false).expect("a connection that waits");
        stream.write_all(b"GET /v3 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").expect("sent");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        Answer::parse(&bytes).status
    };
    let server = exhausted(&WINDOW);
    assert_eq!(ask(&server, "127.0.0.1"), 429);
    let other: Vec<u16> = (0..4).map(|_| ask(&server, "127.0.0.2")).collect();
    assert_eq!(other, [200, 200, 200, 429]);
    assert_eq!(ask(&server, "127.0.0.3"), 200);
}
