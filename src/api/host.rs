//! The console's own web server: whether it can be reached, and what it holds, `config.json`.

use gloo_net::http::{Method, RequestBuilder, Response};
use gloo_timers::callback::Timeout;
use web_sys::{RequestCache, RequestCredentials, RequestRedirect};

use crate::config::{self, Config, ConfigFault};
use crate::domain::time::UnixMillis;

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

/// Fetches and reads `config.json` beside `index.html`, and tells what the web server's clock says.
///
/// # Errors
/// See [`ConfigError`].
pub async fn config(base: &str) -> (Result<Config, ConfigError>, Option<UnixMillis>) {
    let Ok(response) = fetch(base, RequestCache::NoCache).await else {
        return (Err(ConfigError::Unreachable), None);
    };
    let moment = moment(&response);
    (read(response).await, moment)
}

/// What the web server's clock says now; `None` if it does not answer, or does not tell.
pub async fn time(base: &str) -> Option<UnixMillis> {
    // Never from the browser's cache, which keeps the time of the first answer.
    fetch(base, RequestCache::NoStore).await.ok().as_ref().and_then(moment)
}

async fn fetch(base: &str, cache: RequestCache) -> Result<Response, gloo_net::Error> {
    config_file(base, cache).redirect(RequestRedirect::Error).send().await
}

/// A request for `config.json`, which is told no token.
fn config_file(base: &str, cache: RequestCache) -> RequestBuilder {
    RequestBuilder::new(&format!("{base}config.json"))
        .cache(cache)
        .credentials(RequestCredentials::SameOrigin)
}

fn moment(response: &Response) -> Option<UnixMillis> {
    UnixMillis::from_http_date(&response.headers().get("date")?)
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
