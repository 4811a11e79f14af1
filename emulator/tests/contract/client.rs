//! A server of one's own per test, and a client that sends every byte as it is told: no library tidies the target up.

use std::fmt::Write as _;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};

pub(crate) const ADMIN: &str = "3059e6b5562241fda3fa441cca6f228b";
pub(crate) const USER01: &str = "fb3f175c1fd146ab8cdae3272be6107b";

/// A running emulator; it ends with the test.
pub(crate) struct Server {
    process: Child,
    address: String,
}

impl Server {
    pub(crate) fn start() -> Self {
        Self::with(&[])
    }

    pub(crate) fn with(arguments: &[&str]) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_swr-emulator"))
            .args(["--listen", "127.0.0.1:0"])
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the emulator starts");
        let mut line = String::new();
        BufReader::new(process.stdout.take().expect("its output"))
            .read_line(&mut line)
            .expect("its first line");
        let address = line.trim_end().strip_prefix("listening on http://").expect("an address").to_owned();
        Self { process, address }
    }

    /// With one switch turned.
    pub(crate) fn switched(switch: &str) -> Self {
        Self::with(&["--switch", switch])
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Someone without a token.
    pub(crate) fn anonymous(&self) -> Client<'_> {
        Client { server: self, token: None }
    }

    /// Someone with that token.
    pub(crate) fn bearer(&self, token: &str) -> Client<'_> {
        Client { server: self, token: Some(token.to_owned()) }
    }

    /// That user, signed in for the project.
    pub(crate) fn user(&self, name: &str) -> Client<'_> {
        let answer = self.anonymous().post("/v3/auth/tokens", &sign_in_body(name));
        assert_eq!(answer.status, 201, "{answer:?}");
        self.bearer(answer.header("X-Subject-Token").expect("a token"))
    }

    /// The account `partner`, for which the administrator acts.
    pub(crate) fn partner(&self) -> Client<'_> {
        let mut body = sign_in_body("admin");
        let agency = json!({ "domain_name": "partner", "agency_name": "swr-admins" });
        body["auth"]["identity"] = json!({ "methods": ["assume_role"], "assume_role": agency });
        let answer = self.user("admin").post("/v3/auth/tokens", &body);
        self.bearer(answer.header("X-Subject-Token").expect("a token"))
    }

    /// Sends these bytes; `None` if nothing comes back within the wait.
    pub(crate) fn exchange(&self, request: &[u8], wait: Duration) -> Option<Answer> {
        let (answer, end) = self.overheard(request, wait);
        end.ok()?;
        Some(Answer::parse(&answer))
    }

    /// Sends these bytes; returns what came back within the wait, and how it ended.
    fn overheard(&self, request: &[u8], wait: Duration) -> (Vec<u8>, io::Result<()>) {
        let mut stream = TcpStream::connect(&self.address).expect("a connection");
        stream.set_read_timeout(Some(wait)).expect("a time-out");
        // The server may answer and close before it has read everything.
        let _ = stream.write_all(request);
        let mut answer = Vec::new();
        let end = stream.read_to_end(&mut answer);
        (answer, end.map(|_| ()))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

pub(crate) fn sign_in_body(name: &str) -> Value {
    let user = json!({ "name": name, "password": "demo-password", "domain": { "name": "demo" } });
    let identity = json!({ "methods": ["password"], "password": { "user": user } });
    json!({ "auth": { "identity": identity, "scope": { "project": { "name": "local" } } } })
}

/// Someone talking to a server.
pub(crate) struct Client<'a> {
    server: &'a Server,
    token: Option<String>,
}

impl Client<'_> {
    pub(crate) fn get(&self, target: &str) -> Answer {
        self.send("GET", target, &[], b"")
    }

    pub(crate) fn post(&self, target: &str, body: &Value) -> Answer {
        self.send("POST", target, &[], body.to_string().as_bytes())
    }

    pub(crate) fn patch(&self, target: &str, body: &Value) -> Answer {
        self.send("PATCH", target, &[], body.to_string().as_bytes())
    }

    pub(crate) fn delete(&self, target: &str, body: &Value) -> Answer {
        self.send("DELETE", target, &[], body.to_string().as_bytes())
    }

    pub(crate) fn send(&self, method: &str, target: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let answer =
            self.server.exchange(&self.written(method, target, headers, body), Duration::from_secs(30));
        answer.expect("an answer")
    }

    /// Whether nothing comes back within half a second.
    pub(crate) fn is_left_waiting(&self, method: &str, target: &str, body: &Value) -> bool {
        let request = self.written(method, target, &[], body.to_string().as_bytes());
        self.server.exchange(&request, Duration::from_millis(500)).is_none()
    }

    /// What comes back within the wait, byte by byte, and how it ends.
    pub(crate) fn overhear(
        &self,
        method: &str,
        target: &str,
        body: &Value,
        wait: Duration,
    ) -> (Vec<u8>, Result<(), io::ErrorKind>) {
        let request = self.written(method, target, &[], body.to_string().as_bytes());
        let (answer, end) = self.server.overheard(&request, wait);
        (answer, end.map_err(|error| error.kind()))
    }

    pub(crate) fn token(&self) -> &str {
        self.token.as_deref().expect("a token")
    }

    fn written(&self, method: &str, target: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
        let mut head =
            format!("{method} {target} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n", self.server.address);
        let token = self.token.iter().map(|token| ("X-Auth-Token", token.as_str()));
        for (name, value) in headers.iter().copied().chain(token) {
            write!(head, "{name}: {value}\r\n").expect("text");
        }
        write!(head, "Content-Length: {}\r\n\r\n", body.len()).expect("text");
        [head.as_bytes(), body].concat()
    }
}

/// An answer taken apart.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn parse(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").expect("a head");
        let head = std::str::from_utf8(&bytes[..end]).expect("text");
        let mut lines = head.split("\r\n");
        let status = lines
            .next()
            .and_then(|line| line.split(' ').nth(1))
            .expect("a status")
            .parse()
            .expect("a number");
        let header =
            |line: &str| line.split_once(": ").map(|(name, value)| (name.to_owned(), value.to_owned()));
        Self { status, headers: lines.filter_map(header).collect(), body: bytes[end + 4..].to_vec() }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The status with the error code of SWR or of the gateway.
    pub(crate) fn refusal(&self) -> (u16, String) {
        (self.status, self.json()["error_code"].as_str().unwrap_or_default().to_owned())
    }
}

/// What `Answer::refusal` is for a number of SWR's table.
pub(crate) fn swr(number: u32) -> (u16, String) {
    (u16::try_from(number / 10_000).expect("a status"), format!("SVCSTG.SWR.{number}"))
}

pub(crate) fn gateway(status: u16, code: &str) -> (u16, String) {
    (status, code.to_owned())
}

/// A grant of that level to a user whom nobody else names.
pub(crate) fn entry(id: &str, name: &str, auth: u8) -> Value {
    json!({ "user_id": id, "user_name": name, "auth": auth })
}

/// The names and levels in an answer's `others_auths`, in order.
pub(crate) fn others(answer: &Answer) -> Vec<(String, u64)> {
    let list = answer.json();
    let others = list["others_auths"].as_array().expect("others").iter();
    others
        .map(|other| {
            (
                other["user_name"].as_str().expect("a name").to_owned(),
                other["auth"].as_u64().expect("a level"),
            )
        })
        .collect()
}

/// Pairs as `others` gives them.
pub(crate) fn holders(expected: &[(&str, u64)]) -> Vec<(String, u64)> {
    expected.iter().map(|(name, level)| ((*name).to_owned(), *level)).collect()
}
