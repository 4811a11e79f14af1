//! The Content-Security-Policy of a built page: made from its scripts and its `config.json`, and
//! written into it.
//!
//! Pure functions on text. A policy in the page cannot forbid framing; the one that servers send (`headers`) does.

use crate::error::{Error, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::ops::Range;

/// The page with its policy as the first element after `<meta charset>`, so that it governs all that follows.
pub(crate) fn lock_down(html: &str, config: &str) -> Result<String> {
    let lower = html.to_ascii_lowercase();
    // A page with two policies obeys both, and breaks for no visible reason.
    let mut metas = lower.split("http-equiv=").skip(1).map(|rest| rest.trim_start_matches(['"', '\'']));
    if metas.any(|rest| rest.starts_with("content-security-policy")) {
        return Err(Error::new("index.html carries a Content-Security-Policy of its own")
            .remedy("remove it: the policy is made from the finished page, by cargo xtask"));
    }
    let charset =
        lower.find("<meta charset").ok_or_else(|| Error::new("index.html has no <meta charset>"))?;
    let length = html.get(charset..).and_then(|rest| rest.find('>')).unwrap_or_default();
    let (before, after) = html.split_at(charset + length + 1);
    let policy = in_page(&policy(html, config)?);
    Ok(format!("{before}<meta http-equiv=\"Content-Security-Policy\" {policy}>{after}"))
}

/// Whether a page carries the policy that belongs to it and to a `config.json`.
pub(crate) fn is_locked_down(html: &str, config: &str) -> Result<bool> {
    Ok(html.contains(&in_page(&policy(html, config)?)))
}

/// How a page carries a policy.
fn in_page(policy: &str) -> String {
    format!("content=\"{policy}\"")
}

/// The policy for a page and a `config.json`, as far as a page can say it.
pub(crate) fn policy(html: &str, config: &str) -> Result<String> {
    Ok(directives(&script_sources(html)?, &api_origins(config)?))
}

/// What the policy names a page's scripts by: those in the page by the hash of their text, those in files by the checksum
/// that the page asks for them with. So no file runs only because it lies on the same server.
fn script_sources(html: &str) -> Result<Vec<String>> {
    let source = |Script { attributes, text }: Script<'_>| {
        if attribute(attributes, "src").is_none() {
            return Ok(format!("'sha256-{}'", sha256(text)));
        }
        let sound = |value: &&str| value.chars().all(|c| c.is_ascii_alphanumeric() || "+/=-".contains(c));
        let integrity = attribute(attributes, "integrity").filter(sound);
        integrity.map(|value| format!("'{value}'")).ok_or_else(|| {
            Error::new("index.html has a script in a file without its one checksum")
                .remedy("the policy allows no other: see xtask/src/start.rs")
        })
    };
    scripts(html).into_iter().map(source).collect()
}

fn directives(scripts: &[String], api_origins: &[String]) -> String {
    let scripts = scripts.join(" ");
    let connect =
        ["'self'"].into_iter().chain(api_origins.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
    format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
         connect-src {connect}; object-src 'none'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types default"
    )
}

/// The hash of a script as a browser computes it: over what the HTML parser hands on, where every line ends
/// in LF.
fn sha256(script: &str) -> String {
    let script = script.replace("\r\n", "\n").replace('\r', "\n");
    STANDARD.encode(Sha256::digest(script.as_bytes()))
}

/// A script of a page, as the page has it.
#[derive(Debug, PartialEq, Eq)]
struct Script<'a> {
    attributes: &'a str,
    text: &'a str,
}

/// The scripts of a page.
fn scripts(html: &str) -> Vec<Script<'_>> {
    let lower = html.to_ascii_lowercase();
    let mut scripts = Vec::new();
    let mut position = 0;
    while let Some((attributes, text)) = next_script(&lower, position) {
        position = text.end;
        if let (Some(attributes), Some(text)) = (html.get(attributes), html.get(text)) {
            scripts.push(Script { attributes, text });
        }
    }
    scripts
}

/// Where the next script's attributes and its text are.
fn next_script(lower: &str, from: usize) -> Option<(Range<usize>, Range<usize>)> {
    let tag = from + lower.get(from..)?.find("<script")? + "<script".len();
    let close = tag + end_of_tag(lower.get(tag..)?)?;
    let end = close + lower.get(close..)?.find("</script")?;
    Some((tag..close, close + 1..end))
}

/// The value of an attribute, which may be empty.
fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let blank = |c: char| c.is_ascii_whitespace() || c == '/';
    let mut rest = attributes.trim_start_matches(blank);
    while !rest.is_empty() {
        let (found, after) = rest.split_at(rest.find(|c| blank(c) || c == '=').unwrap_or(rest.len()));
        let (value, after) = match after.trim_start().strip_prefix('=') {
            None => ("", after),
            Some(after) => value(after.trim_start()),
        };
        if found.eq_ignore_ascii_case(name) {
            return Some(value);
        }
        rest = after.trim_start_matches(blank);
    }
    None
}

/// The value at the start of a text, and what comes after it.
fn value(text: &str) -> (&str, &str) {
    match text.chars().next().filter(|c| ['"', '\''].contains(c)) {
        Some(quote) => text.get(1..).and_then(|text| text.split_once(quote)).unwrap_or((text, "")),
        None => text.split_at(text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len())),
    }
}

/// The `>` that ends a tag; one inside a quoted value does not.
fn end_of_tag(attributes: &str) -> Option<usize> {
    let mut quote = None;
    attributes.char_indices().find_map(|(index, c)| match (quote, c) {
        (None, '>') => Some(index),
        (None, '"' | '\'') => {
            quote = Some(c);
            None
        }
        (Some(open), _) if open == c => {
            quote = None;
            None
        }
        _ => None,
    })
}

/// The origins, other than the page's own, that `config.json` sends requests to.
fn api_origins(config: &str) -> Result<Vec<String>> {
    let wrong =
        |what: &str| Error::new(format!("config.json: {what}")).remedy("see docs/hosting.md for its fields");
    let config: Value = serde_json::from_str(config).map_err(|error| wrong(&error.to_string()))?;
    let regions =
        config.get("regions").and_then(Value::as_array).ok_or_else(|| wrong("`regions` is not a list"))?;
    let mut origins = Vec::new();
    for prefix in regions.iter().flat_map(|region| ["swr", "iam"].map(|name| region.get(name))) {
        let prefix = prefix.and_then(Value::as_str).ok_or_else(|| wrong("a region lacks `swr` or `iam`"))?;
        if !prefix.is_empty() && !prefix.starts_with('/') {
            let origin = origin(prefix).ok_or_else(|| {
                wrong(&format!("`{prefix}` is neither a path of this site nor an https address"))
            })?;
            origins.push(origin);
        }
    }
    origins.sort();
    origins.dedup();
    Ok(origins)
}

/// The `https://host:port` of an address. Only plain characters, since the result goes into the policy as it
/// is.
fn origin(address: &str) -> Option<String> {
    let authority = address.strip_prefix("https://")?.split(['/', '?', '#']).next()?;
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
    (!authority.is_empty() && authority.chars().all(plain)).then(|| format!("https://{authority}"))
}

#[cfg(test)]
mod tests;
