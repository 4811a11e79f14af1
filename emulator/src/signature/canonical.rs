//! A request as both sides write it before they sign: its parts in an order and an encoding that are always the same.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::hex;
use crate::http::Request;
use crate::target::Target;

/// Method, path, query, headers, the names of the headers, and the hash of the body. `None` if a header that was
/// signed is not there.
pub(super) fn request(request: &Request, target: &Target, signed_headers: &str) -> Option<String> {
    let mut headers = String::new();
    for name in signed_headers.split(';') {
        // Writing to a `String` cannot fail.
        let _ = writeln!(headers, "{name}:{}", request.header(name)?.trim());
    }
    let (method, path, query) = (&request.method, path(target), query(target));
    Some(format!("{method}\n{path}\n{query}\n{headers}\n{signed_headers}\n{}", payload(request)))
}

/// Every part encoded anew, and a slash at the end.
fn path(target: &Target) -> String {
    let segments: Vec<String> = target.segments().into_iter().map(encoded).collect();
    let path = format!("/{}", segments.join("/"));
    if path.ends_with('/') { path } else { path + "/" }
}

fn query(target: &Target) -> String {
    let mut pairs: Vec<(&str, &str)> = target.parameters().collect();
    pairs.sort_unstable();
    let pairs: Vec<String> =
        pairs.into_iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect();
    pairs.join("&")
}

/// The body's hash, unless the client says by what it has replaced it.
fn payload(request: &Request) -> String {
    let replaced = request.header("X-Sdk-Content-Sha256").filter(|_| !request.body.is_empty());
    replaced.map_or_else(|| hex::lower(&Sha256::digest(&request.body)), str::to_owned)
}

/// Everything but letters, digits and `-._~` as `%XX`.
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
