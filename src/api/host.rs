//! The console's own web server: whether it can be reached, and what it holds, `config.json`.

use gloo_net::http::{Method, RequestBuilder, Response};
use gloo_timers::callback::Timeout;
use js_sys::{Array, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, MessageEventInit, RequestCache, RequestCredentials, RequestRedirect};

use crate::config::{self, Config, ConfigFault};

use super::cancel::Cancel;

/// How long the web server may take to say that it is there, in milliseconds.
const PATIENCE: u32 = 5_000;

/// The event of the page by which a program takes over the response that its start has requested (`start/config.js`). It
/// carries a list, for a promise of that response.
pub const TAKEN: &str = "swr-console:config";

/// Why the console can't be configured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigError {
    /// The file could not be fetched at all.
    Unreachable,
    /// The web server answered with another status than success.
    Status(u16),
    /// The web server sent a page, as many do for files that do not exist.
    Html,
    /// The file is there and can't be used.
    Fault(ConfigFault),
}

/// Fetches and reads `config.json` beside `index.html`. Where a response is on its way already, that one is read.
///
/// # Errors
/// See [`ConfigError`].
pub async fn config(base: &str) -> Result<Config, ConfigError> {
    let response = match on_its_way().await {
        Some(response) => response,
        None => config_file(base, RequestCache::NoCache)
            .redirect(RequestRedirect::Error)
            .send()
            .await
            .map_err(|_| ConfigError::Unreachable)?,
    };
    read(response).await
}

/// The response that was requested while the program was on its way; `None` if none was, it was taken before, or it never
/// came.
async fn on_its_way() -> Option<Response> {
    let given = Array::new();
    let init = MessageEventInit::new();
    init.set_data(&given);
    let event = MessageEvent::new_with_event_init_dict(TAKEN, &init).ok()?;
    web_sys::window()?.dispatch_event(&event).ok()?;
    let promise: Promise = given.get(0).dyn_into().ok()?;
    let response: web_sys::Response = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    Some(response.into())
}

/// A request for `config.json`. It carries no token.
fn config_file(base: &str, cache: RequestCache) -> RequestBuilder {
    RequestBuilder::new(&format!("{base}config.json"))
        .cache(cache)
        .credentials(RequestCredentials::SameOrigin)
}

async fn read(response: Response) -> Result<Config, ConfigError> {
    if !response.ok() {
        return Err(ConfigError::Status(response.status()));
    }
    let text = response.text().await.map_err(|_| ConfigError::Unreachable)?;
    if text.trim_start().starts_with('<') {
        return Err(ConfigError::Html);
    }
    config::parse(&text).map_err(ConfigError::Fault)
}

/// Whether the web server answers at all, whatever it says.
pub async fn is_there(base: &str) -> bool {
    let cancel = Cancel::new();
    let late = cancel.clone();
    let timer = Timeout::new(PATIENCE, move || late.cancel());
    let request =
        config_file(base, RequestCache::NoStore).method(Method::HEAD).abort_signal(cancel.signal().as_ref());
    let is_there = request.send().await.is_ok();
    drop(timer);
    is_there
}
