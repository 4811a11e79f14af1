//! The built console, served from the same origin as the API: which file answers a path, and with which headers.

use std::path::PathBuf;

use crate::http::{Request, Response};

use super::files;

/// The headers that every answer carries. The main policy is in the page itself; what a page cannot say of itself
/// is said here.
const SECURITY_HEADERS: [(&str, &str); 6] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Frame-Options", "DENY"),
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
];

const REVALIDATED: &str = "no-cache";
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// A folder with a built console.
#[derive(Debug)]
pub(super) struct Console {
    folder: PathBuf,
}

impl Console {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    pub(super) fn answer(&self, request: &Request) -> Response {
        let response = match request.method.as_str() {
            "GET" | "HEAD" => self.page_or_file(&request.target),
            _ => text(405, "Method not allowed").with_header("Allow", "GET, HEAD"),
        };
        SECURITY_HEADERS.iter().fold(response, |response, (name, value)| response.with_header(name, *value))
    }

    /// A file if there is one; for what looks like a missing asset an honest 404; for everything else the page, whose
    /// router knows the path.
    fn page_or_file(&self, target: &str) -> Response {
        let path = target.split_once('?').map_or(target, |(path, _)| path);
        let Some(segments) = files::segments(path) else { return text(404, "Not found") };
        if let Some(body) = self.read(&segments) {
            return file(&segments, body);
        }
        match (files::is_asset(&segments), self.read(&["index.html".to_owned()])) {
            (false, Some(page)) => file(&["index.html".to_owned()], page),
            (true, _) | (false, None) => text(404, "Not found"),
        }
    }

    fn read(&self, segments: &[String]) -> Option<Vec<u8>> {
        let path = segments.iter().fold(self.folder.clone(), |path, segment| path.join(segment));
        std::fs::read(path).ok()
    }
}

fn file(segments: &[String], body: Vec<u8>) -> Response {
    let cache = if files::is_hashed(segments) { IMMUTABLE } else { REVALIDATED };
    let answer = Response::empty(200)
        .with_header("Content-Type", files::content_type(segments))
        .with_header("Cache-Control", cache);
    Response { body, ..answer }
}

fn text(status: u16, words: &str) -> Response {
    let answer = Response::empty(status)
        .with_header("Content-Type", "text/plain; charset=utf-8")
        .with_header("Cache-Control", REVALIDATED);
    Response { body: words.into(), ..answer }
}
