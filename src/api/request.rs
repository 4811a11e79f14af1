//! One request to one of the APIs. Every call of the program goes through [`send`], so that what protects the
//! token is set in one place, and so is what is tried again: reads, as `retry` says, and never a write.

use std::cell::Cell;

use gloo_net::http::{Headers, Method, RequestBuilder, Response};
use gloo_timers::callback::Timeout;
use web_sys::{ReferrerPolicy, RequestCache, RequestCredentials, RequestRedirect};

use super::cancel::Cancel;
use super::error::{ApiError, ErrorBody, Failure};
use super::error_body;
use super::retry::{self, Tried};
use super::token::Token;
use super::watch;

/// The content type of every request.
pub(super) const CONTENT_TYPE: &str = "application/json;charset=utf-8";

/// How long the first byte of an answer may take, in milliseconds, unless the call has less patience.
pub(super) const FIRST_BYTE_MS: u32 = 15_000;

/// How long a whole answer may take, in milliseconds.
const WHOLE_MS: u32 = 30_000;

/// The largest answer that is read, in bytes. 10,000 users are about 1.2 MB.
const LARGEST: u64 = 20_000_000;

thread_local! {
    /// Whether nothing may be sent any more.
    static HALTED: Cell<bool> = const { Cell::new(false) };
}

/// From now on nothing is sent: the program has broken, and what it would do next is anyone's guess.
pub fn halt() {
    HALTED.set(true);
}

/// A request that is to be made.
pub(super) struct Call<'a> {
    pub(super) method: Method,
    pub(super) url: String,
    /// For `X-Auth-Token`.
    pub(super) token: Option<&'a Token>,
    /// For `X-Subject-Token`: IAM is asked about a token.
    pub(super) subject: Option<&'a Token>,
    /// JSON.
    pub(super) body: Option<String>,
    /// How long the first byte of the answer may take, in milliseconds.
    pub(super) patience_ms: u32,
}

impl<'a> Call<'a> {
    /// A read.
    pub(super) fn get(url: String, token: &'a Token) -> Self {
        Self {
            method: Method::GET,
            url,
            token: Some(token),
            subject: None,
            body: None,
            patience_ms: FIRST_BYTE_MS,
        }
    }
}

/// A successful answer.
pub(super) struct Answer {
    pub(super) status: u16,
    /// The `Content-Range` of lists, in the vendor's form.
    pub(super) content_range: Option<String>,
    /// The token that IAM made.
    pub(super) subject_token: Option<String>,
    pub(super) request_id: Option<String>,
    pub(super) body: String,
}

impl Answer {
    /// The body, read by a decoder that returns `None` for what it can't take.
    pub(super) fn read<T>(&self, decode: impl FnOnce(&str) -> Option<T>) -> Result<T, ApiError> {
        decode(&self.body).ok_or_else(|| self.unexpected())
    }

    /// The failure for a body that is not what it should be.
    pub(super) fn unexpected(&self) -> ApiError {
        ApiError::Decode {
            status: self.status,
            body: ErrorBody::read(&self.body),
            request_id: self.request_id.clone().or_else(|| error_body::request_id(&self.body)),
        }
    }
}

/// Gets an answer: by one request, or for a read by as many as `retry` allows.
///
/// # Errors
/// Everything but a 2xx answer.
pub(super) async fn send(call: Call<'_>, cancel: &Cancel) -> Result<Answer, ApiError> {
    let begun = monotonic();
    let mut tried = Tried { times: 1, elapsed: 0.0, seen: cancel.is_watched() };
    loop {
        let error = match send_watched(&call, cancel).await {
            Ok(answer) => return Ok(answer),
            Err(error) => error,
        };
        if call.method != Method::GET || cancel.is_single() {
            return Err(error);
        }
        tried.elapsed = monotonic() - begun;
        match retry::pause(&error, tried, js_sys::Math::random()) {
            Some(pause) if may_repeat() => cancel.pause(pause).await?,
            _ => return Err(error),
        }
        tried.times += 1;
    }
}

/// Whether a repeat makes sense now: not without a network, and not in a tab that nobody looks at.
fn may_repeat() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let is_seen = window.document().is_none_or(|document| !document.hidden());
    is_seen && window.navigator().on_line()
}

/// Milliseconds by a clock that never goes back.
fn monotonic() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

/// Makes one request, and lets the watch know if a person waits for it.
async fn send_watched(call: &Call<'_>, cancel: &Cancel) -> Result<Answer, ApiError> {
    let noted =
        watch::present().filter(|_| !cancel.is_single()).and_then(|watch| Some(((watch.sent)()?, watch)));
    let answer = send_once(call, cancel).await;
    if let Some((permit, watch)) = noted {
        (watch.answered)(permit, answer.as_ref().err());
    }
    answer
}

/// Makes one request.
///
/// A redirect is refused, because a browser would send `X-Auth-Token` on to wherever it points. Cookies are
/// never sent, so no other site's page can act through the console. Answers are never cached.
async fn send_once(call: &Call<'_>, cancel: &Cancel) -> Result<Answer, ApiError> {
    if HALTED.get() {
        return Err(ApiError::Aborted);
    }
    let headers = Headers::new();
    // The service's pages mark the content type mandatory, on reads too.
    headers.set("Content-Type", CONTENT_TYPE);
    headers.set("Accept", "application/json");
    if let Some(token) = call.token {
        headers.set("X-Auth-Token", token.reveal());
    }
    if let Some(token) = call.subject {
        headers.set("X-Subject-Token", token.reveal());
    }
    let builder = RequestBuilder::new(&call.url)
        .method(call.method.clone())
        .headers(headers)
        .credentials(RequestCredentials::Omit)
        .redirect(RequestRedirect::Error)
        .cache(RequestCache::NoStore)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .abort_signal(cancel.signal().as_ref());
    let request = match &call.body {
        Some(body) => builder.body(body),
        None => builder.build(),
    }
    .map_err(|_| ApiError::Network)?;

    let whole = deadline(WHOLE_MS, cancel);
    let first_byte = deadline(call.patience_ms, cancel);
    let response = request.send().await.map_err(|_| cancel.cause())?;
    drop(first_byte);
    let answer = read(response, cancel).await;
    drop(whole);
    answer
}

fn deadline(milliseconds: u32, cancel: &Cancel) -> Timeout {
    let cancel = cancel.clone();
    Timeout::new(milliseconds, move || cancel.expire())
}

async fn read(response: Response, cancel: &Cancel) -> Result<Answer, ApiError> {
    let headers = response.headers();
    let announced = headers.get("content-length").and_then(|length| length.parse::<u64>().ok());
    if announced.is_some_and(|length| length > LARGEST) {
        cancel.cancel();
        return Err(ApiError::TooLarge);
    }
    let body = response.text().await.map_err(|_| cancel.cause())?;
    if u64::try_from(body.len()).is_ok_and(|length| length > LARGEST) {
        return Err(ApiError::TooLarge);
    }
    let status = response.status();
    let request_id = headers.get("x-request-id");
    if response.ok() {
        let (content_range, subject_token) = (headers.get("content-range"), headers.get("x-subject-token"));
        return Ok(Answer { status, content_range, subject_token, request_id, body });
    }
    let request_id = request_id.or_else(|| error_body::request_id(&body));
    let retry_after = headers.get("retry-after").and_then(|text| seconds_until(&text));
    Err(ApiError::Status(Failure { status, body: ErrorBody::read(&body), request_id, retry_after }))
}

/// Reads `Retry-After`: a number of seconds, or a date. What is neither, or lies in the past, asks for nothing.
fn seconds_until(text: &str) -> Option<u32> {
    let text = text.trim();
    if let Ok(seconds) = text.parse() {
        return Some(seconds);
    }
    let seconds = (js_sys::Date::parse(text) - js_sys::Date::now()) / 1000.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "more than fits is the most that fits"
    )]
    (seconds > 0.0).then_some(seconds.ceil() as u32)
}
