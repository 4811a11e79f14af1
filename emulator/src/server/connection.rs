//! One connection: HTTP in, the core's answer out, at the core's pace and in the state that the core wants.

use std::cell::{Cell, RefCell};
use std::io;
use std::net::IpAddr;
use std::path::PathBuf;
use std::rc::Rc;
use std::time::{SystemTime, UNIX_EPOCH};

use http_body_util::{BodyExt as _, Limited};
use hyper::body::Incoming;
use hyper::header::{HeaderName, HeaderValue};
use hyper::http::request::Parts;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpStream;

use crate::emulator::{BODY_LIMIT, Emulator};
use crate::http::{Delivery, Pace, Request, Response};
use crate::time::UnixMillis;

use super::body::Body;
use super::console::Console;
use super::control::Control;

/// What every connection shares.
pub(super) struct Service {
    emulator: RefCell<Emulator>,
    console: Option<Console>,
    control: Option<RefCell<Control>>,
}

impl Service {
    pub(super) fn new(emulator: Emulator, console: Option<PathBuf>, control: Option<Control>) -> Self {
        let control = control.map(RefCell::new);
        Self { emulator: RefCell::new(emulator), console: console.map(Console::new), control }
    }

    fn answer(&self, request: &Request) -> Response {
        let mut emulator = self.emulator.borrow_mut();
        let controlled =
            self.control.as_ref().and_then(|control| control.borrow_mut().answer(request, &mut emulator));
        match (controlled, &self.console) {
            (Some(response), _) => response,
            (None, Some(console)) if !is_api(&request.target) => {
                let honest = console.answer(request);
                emulator.spoilt_by_rule(request, honest)
            }
            (None, _) => emulator.answer(request, now()),
        }
    }

    /// Browsers send a request again, even a write, if a connection breaks that has served them before. A test that
    /// counts requests would count that too, so with a control every connection serves one request only.
    fn keeps_connections(&self) -> bool {
        self.control.is_none()
    }
}

/// Whether a target belongs to SWR or IAM, should a console be served beside them.
fn is_api(target: &str) -> bool {
    let path = target.split_once('?').map_or(target, |(path, _)| path);
    let root = path.strip_prefix('/').map(|rest| rest.split_once('/').map_or(rest, |(root, _)| root));
    matches!(root, Some("v2" | "v3" | "v3.0"))
}

/// Serves a connection until either side ends it. What goes wrong on the wire is the client's to notice.
pub(super) async fn serve(stream: TcpStream, source: IpAddr, service: Rc<Service>) {
    let is_reset = Rc::new(Cell::new(false));
    let answer = |request: hyper::Request<Incoming>| {
        let (service, is_reset) = (Rc::clone(&service), Rc::clone(&is_reset));
        async move {
            let request = received(request, source).await;
            let response = service.answer(&request);
            match response.pace {
                Pace::Now => {}
                Pace::After(wait) => tokio::time::sleep(wait).await,
                // Until the client gives up, which drops this future.
                Pace::Never => std::future::pending().await,
            }
            if response.delivery == Delivery::Reset {
                is_reset.set(true);
                return Err(io::Error::from(io::ErrorKind::ConnectionReset));
            }
            Ok(sent(response))
        }
    };
    let mut connection = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .keep_alive(service.keeps_connections())
        .serve_connection(TokioIo::new(stream), hyper::service::service_fn(answer));
    let _ = (&mut connection).await;
    if is_reset.get() {
        // Closing without lingering is what sends a reset; if it can't be, the client sees an end, which is as bad.
        let _ = connection.into_parts().io.into_inner().set_zero_linger();
    }
}

/// The request as the core wants it. A body above the limit is handed over as one byte too many, which the core refuses.
async fn received(request: hyper::Request<Incoming>, source: IpAddr) -> Request {
    let (Parts { method, uri, headers, .. }, body) = request.into_parts();
    let body = match Limited::new(body, BODY_LIMIT).collect().await {
        Ok(body) => body.to_bytes().to_vec(),
        Err(_) => vec![0; BODY_LIMIT + 1],
    };
    let header = |(name, value): (&HeaderName, &HeaderValue)| {
        (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
    };
    Request {
        method: method.as_str().to_owned(),
        target: uri.path_and_query().map_or_else(String::new, |target| target.as_str().to_owned()),
        headers: headers.iter().map(header).collect(),
        body,
        source: Some(source),
    }
}

fn sent(response: Response) -> hyper::Response<Body> {
    let Response { status, headers, body, delivery, .. } = response;
    let mut sent = hyper::Response::new(Body::new(body, delivery));
    *sent.status_mut() =
        hyper::StatusCode::from_u16(status).unwrap_or(hyper::StatusCode::INTERNAL_SERVER_ERROR);
    // So that no one takes the response for the service's own.
    sent.headers_mut().insert("x-swr-emulator", HeaderValue::from_static("1"));
    for (name, value) in headers {
        // The core's headers are all plain text; one that is none is better left out than the whole answer.
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse()) {
            sent.headers_mut().append(name, value);
        }
    }
    sent
}

fn now() -> UnixMillis {
    // A clock before 1970 is taken for 1970.
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    UnixMillis::new(0).after(since_epoch)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_says_that_it_is_an_emulators() {
        assert_eq!(sent(Response::empty(204)).headers()["x-swr-emulator"], "1");
    }

    #[test]
    fn only_the_versions_belong_to_the_api() {
        assert!(
            ["/v2", "/v3", "/v2/", "/v3?x", "/v3.0/OS-USER/users/1", "/v2/manage/repos?x=/y"]
                .iter()
                .all(|target| is_api(target))
        );
        assert!(
            ["/", "/v2x", "/organizations/v2", "/v1", "*", "", "/?/v2"].iter().all(|target| !is_api(target))
        );
    }
}
