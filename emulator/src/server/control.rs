//! The endpoint by which tests let calls fail and learn what was received. It exists only where `--control` was said.

use serde::Serialize;

use crate::emulator::Emulator;
use crate::http::{Request, Response};

/// What was received, oldest first.
#[derive(Debug, Default)]
pub(super) struct Control {
    received: Vec<Received>,
}

/// One request. Tokens are for anyone who sent them, so the answer says only whether there was one.
#[derive(Debug, Serialize)]
struct Received {
    method: String,
    target: String,
    has_token: bool,
}

impl Control {
    /// The answer to a request that is for the endpoint. Any other is written down and left to others.
    pub(super) fn answer(&mut self, request: &Request, emulator: &mut Emulator) -> Option<Response> {
        let Some(path) = request.target.strip_prefix("/control/") else {
            self.received.push(Received::from(request));
            return None;
        };
        Some(match (request.method.as_str(), path) {
            ("POST", "faults") => match emulator.faults_mut().read(&request.body) {
                Ok(()) => Response::empty(204),
                Err(mistake) => visible(400, mistake),
            },
            ("DELETE", "faults") => {
                emulator.faults_mut().clear();
                Response::empty(204)
            }
            ("GET", "requests") => Response::json(200, &self.received),
            ("DELETE", "requests") => {
                self.received.clear();
                Response::empty(204)
            }
            _ => visible(404, "There are /control/faults and /control/requests".to_owned()),
        })
    }
}

impl From<&Request> for Received {
    fn from(request: &Request) -> Self {
        Self {
            method: request.method.clone(),
            target: request.target.clone(),
            has_token: request.header("X-Auth-Token").is_some(),
        }
    }
}

fn visible(status: u16, words: String) -> Response {
    let answer = Response::empty(status).with_header("Content-Type", "text/plain; charset=utf-8");
    Response { body: words.into_bytes(), ..answer }
}
