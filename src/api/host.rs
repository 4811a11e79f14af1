//! The console's own web server: whether it can be reached, and what it holds, `config.json`.

use gloo_net::http::{Method, RequestBuilder};
use gloo_timers::callback::Timeout;
use web_sys::{RequestCache, RequestCredentials, RequestRedirect};

use crate::config::{self, Config, ConfigFault};

use super::cancel::Cancel;

/// How long the web server may take to say that it is there, in milliseconds.
const PATIENCE: u32 = 5_000;

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

/// Fetches and reads `config.json` beside `index.html`.
///
/// # Errors
/// See [`ConfigError`].
pub async fn config(base: &str) -> Result<Config, ConfigError> {
    let request = RequestBuilder::new(&format!("{base}config.json"))
        .cache(RequestCache::NoCache)
        .credentials(RequestCredentials::SameOrigin)
        .redirect(RequestRedirect::Error);
    let response = request.send().await.map_err(|_| ConfigError::Unreachable)?;
    if !response.ok() {
        return Err(ConfigError::Status(response.status()));
    }
    let text = response.text().await.map_err(|_| ConfigError::Unreachable)?;
    if text.trim_start().starts_with('<') {
        return Err(ConfigError::Html);
    }
    config::parse(&text).map_err(ConfigError::Fault)
}

/// Whether the web server answers at all, whatever it says. It is told no token.
pub async fn is_there(base: &str) -> bool {
    let cancel = Cancel::new();
    let late = cancel.clone();
    let timer = Timeout::new(PATIENCE, move || late.cancel());
    let request = RequestBuilder::new(&format!("{base}config.json"))
        .method(Method::HEAD)
        .cache(RequestCache::NoStore)
        .credentials(RequestCredentials::SameOrigin)
        .abort_signal(cancel.signal().as_ref());
    let is_there = request.send().await.is_ok();
    drop(timer);
    is_there
}
