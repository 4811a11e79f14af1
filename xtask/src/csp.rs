//! The Content-Security-Policy of a built page: made from its inline scripts and its `config.json`, and
//! written into it.
//!
//! Pure functions on text. A policy in the page cannot forbid framing; the one that servers send (`headers`) does.

use crate::error::{Error, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

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
    let policy = policy(html, config)?;
    Ok(format!("{before}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{after}"))
}

/// The policy for a page and a `config.json`, as far as a page can say it.
pub(crate) fn policy(html: &str, config: &str) -> Result<String> {
    Ok(directives(&inline_scripts(html), &api_origins(config)?))
}

fn directives(inline_scripts: &[&str], api_origins: &[String]) -> String {
    let mut scripts = "'self' 'wasm-unsafe-eval'".to_owned();
    for script in inline_scripts {
        // Writing to a String cannot fail.
        _ = write!(scripts, " 'sha256-{}'", sha256(script));
    }
    let connect =
        ["'self'"].into_iter().chain(api_origins.iter().map(String::as_str)).collect::<Vec<_>>().join(" ");
    format!(
        "default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self'; font-src 'self'; \
         connect-src {connect}; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'"
    )
}

/// The hash of a script as a browser computes it: over what the HTML parser hands on, where every line ends
/// in LF.
fn sha256(script: &str) -> String {
    let script = script.replace("\r\n", "\n").replace('\r', "\n");
    STANDARD.encode(Sha256::digest(script.as_bytes()))
}

/// What stands between `<script …>` and `</script>`, for each script that has no `src`.
fn inline_scripts(html: &str) -> Vec<&str> {
    let lower = html.to_ascii_lowercase();
    let mut scripts = Vec::new();
    let mut position = 0;
    while let Some((start, end, tag_has_src)) = next_script(&lower, position) {
        scripts.extend(html.get(start..end).filter(|_| !tag_has_src));
        position = end;
    }
    scripts
}

/// Where the next script's text starts and ends, and whether its text is only a place-holder for a file.
fn next_script(lower: &str, from: usize) -> Option<(usize, usize, bool)> {
    let tag = from + lower.get(from..)?.find("<script")?;
    let attributes = lower.get(tag + "<script".len()..)?;
    let close = end_of_tag(attributes)?;
    let has_src =
        attributes.get(..close)?.split([' ', '\t', '\n', '\r', '/']).any(|word| word.starts_with("src"));
    let start = tag + "<script".len() + close + 1;
    let end = start + lower.get(start..)?.find("</script")?;
    Some((start, end, has_src))
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
