//! The headers that a web server sends with the console, on every answer: written for nginx and for Caddy beside the
//! files to host, and read again, so that no server says anything else than the page that it hands out.
//!
//! What the policy among them says is in `csp`. `docs/hosting.md` says where a server takes them from.

use crate::bundle::Bundle;
use crate::csp;
use crate::error::{self, Error, Result};
use std::fmt::Write as _;
use std::path::Path;

/// What the browser may do for the page: nothing, but for the buttons that copy.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), bluetooth=(), camera=(), clipboard-read=(), \
     clipboard-write=(self), display-capture=(), encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), \
     gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), \
     picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), storage-access=(), \
     usb=(), window-management=(), xr-spatial-tracking=()";

const HSTS: &str = "Strict-Transport-Security";

/// Those that are the same for every build and every host.
const FIXED: [(&str, &str); 10] = [
    (HSTS, "max-age=63072000"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", PERMISSIONS),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Origin-Agent-Cluster", "?1"),
    ("X-Frame-Options", "DENY"),
    ("X-Robots-Tag", "noindex"),
];

const POLICY: &str = "Content-Security-Policy";

/// What a policy in a page can't say. `upgrade-insecure-requests` is not among it: every address of the page is of its own
/// origin or begins with `https:`, and WebKit follows it on this computer too, where `cargo xtask host` has no TLS.
const BEYOND_THE_PAGE: &str = "; frame-ancestors 'none'";

/// What every build sends, as JSON: of the policy, what comes after the page's own.
pub(crate) fn of_every_build() -> String {
    serde_json::json!({ "fixed": FIXED, "beyond": BEYOND_THE_PAGE }).to_string()
}

/// Names with values, in the order in which they are written.
type Headers = Vec<(String, String)>;

/// For whom headers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Server {
    /// Lines for an `include` of nginx.
    Nginx,
    /// A snippet for an `import` of Caddy.
    Caddy,
    /// `Name: value`, for whatever else hosts files.
    Plain,
}

impl std::str::FromStr for Server {
    type Err = String;

    fn from_str(name: &str) -> std::result::Result<Self, String> {
        let found = Self::ALL.into_iter().find(|(own, ..)| *own == name);
        found.map(|(_, server, _)| server).ok_or_else(|| "a server is `nginx`, `caddy` or `plain`".to_owned())
    }
}

impl Server {
    /// Its name on the command line, and its file in `dist-server/`.
    pub(crate) const ALL: [(&str, Self, Option<&str>); 3] = [
        ("nginx", Self::Nginx, Some("nginx-headers.conf")),
        ("caddy", Self::Caddy, Some("headers.caddy")),
        ("plain", Self::Plain, None),
    ];

    fn text(self, headers: &Headers) -> String {
        let lines = headers.iter().fold(String::new(), |mut text, (name, value)| {
            // Writing to a String cannot fail.
            _ = match self {
                Self::Nginx => writeln!(text, "add_header {name} \"{value}\" always;"),
                Self::Caddy => writeln!(text, "\t\t{name} \"{value}\""),
                Self::Plain => writeln!(text, "{name}: {value}"),
            };
            text
        });
        let made = "# Made by `cargo xtask dist` for one build of the console: a file of another build does not fit.\n";
        match self {
            Self::Nginx => format!("{made}{lines}"),
            Self::Caddy => format!("{made}(security_headers) {{\n\theader {{\n{lines}\t}}\n}}\n"),
            Self::Plain => lines,
        }
    }

    /// What such a text holds.
    fn read(self, text: &str) -> Headers {
        let header = |line: &str| {
            let (name, value) = match self {
                Self::Nginx => {
                    line.strip_prefix("add_header ")?.strip_suffix("\" always;")?.split_once(" \"")?
                }
                Self::Caddy => line.trim_start().strip_suffix('"')?.split_once(" \"")?,
                Self::Plain => line.split_once(": ")?,
            };
            Some((name.to_owned(), value.to_owned()))
        };
        text.lines().filter_map(header).collect()
    }
}

/// Which hosts a browser then reaches by TLS alone, for two years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hsts {
    /// The console's.
    Host,
    /// All below it too.
    Subdomains,
}

/// The headers for a page and a `config.json`, as text for a server.
pub(crate) fn print(page: &str, config: &str, server: Server, hsts: Hsts) -> Result<String> {
    let mut headers = headers(page, config)?;
    for (_, value) in headers.iter_mut().filter(|(name, _)| name == HSTS && hsts == Hsts::Subdomains) {
        value.push_str("; includeSubDomains");
    }
    Ok(server.text(&headers))
}

/// Writes the files of all servers.
pub(crate) fn write(bundle: &Bundle, directory: &Path) -> Result<()> {
    let headers = headers(&bundle.text("index.html")?, &bundle.text("config.json")?)?;
    std::fs::create_dir_all(directory).map_err(|error| error::file("make", directory, &error))?;
    for (_, server, file) in Server::ALL {
        let Some(path) = file.map(|file| directory.join(file)) else { continue };
        std::fs::write(&path, server.text(&headers)).map_err(|error| error::file("write", &path, &error))?;
    }
    Ok(())
}

/// Fails if what a server's file says does not fit the bundle.
pub(crate) fn check(bundle: &Bundle, directory: &Path) -> Result<()> {
    let (page, config) = (bundle.text("index.html")?, bundle.text("config.json")?);
    let wanted = headers(&page, &config)?;
    let stale = |what: String| Error::new(what).remedy("build both again: cargo xtask dist");
    if !csp::is_locked_down(&page, &config)? {
        return Err(stale("the policy in index.html does not fit its page".to_owned()));
    }
    for (_, server, file) in Server::ALL {
        let Some(path) = file.map(|file| directory.join(file)) else { continue };
        let text = std::fs::read_to_string(&path).map_err(|error| error::file("read", &path, &error))?;
        let found = server.read(&text);
        if let Some((name, _)) = wanted.iter().find(|header| !found.contains(header)) {
            return Err(stale(format!("{} says something else of {name} than the bundle", path.display())));
        }
        if let Some((name, _)) = found.iter().find(|header| !wanted.contains(header)) {
            return Err(stale(format!("{} says something of {name} that is not ours", path.display())));
        }
    }
    Ok(())
}

fn headers(page: &str, config: &str) -> Result<Headers> {
    let policy = csp::policy(page, config)? + BEYOND_THE_PAGE;
    let fixed = FIXED.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Ok(std::iter::once((POLICY.to_owned(), policy)).chain(fixed).collect())
}

#[cfg(test)]
mod tests;
