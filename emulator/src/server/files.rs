//! What the path of a file says: whether it stays inside the folder, what type it has, and whether its name carries a
//! hash and so never changes.

/// Endings of built assets. Image names may hold dots (`app.v2`), so an ending outside this list is part of a name.
const ASSETS: [(&str, &str); 14] = [
    ("js", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("ico", "image/x-icon"),
    ("map", "application/json"),
    ("txt", "text/plain; charset=utf-8"),
    ("webmanifest", "application/manifest+json"),
    ("br", "application/octet-stream"),
    ("gz", "application/gzip"),
    ("woff2", "font/woff2"),
    ("webp", "image/webp"),
];

/// Shorter runs of hex digits are words.
const SHORTEST_HASH: usize = 12;

/// The decoded segments of a path; `None` if one could lead anywhere but down, or to a hidden file.
pub(super) fn segments(path: &str) -> Option<Vec<String>> {
    let decoded = crate::target::Target::parse(path)?;
    let leads_down = |segment: &&str| !segment.starts_with('.') && !segment.contains(['\\', '\0', ':']);
    let segments = decoded.segments();
    segments.iter().all(leads_down).then(|| segments.into_iter().map(str::to_owned).collect())
}

/// Whether the path ends like a built asset.
pub(super) fn is_asset(segments: &[String]) -> bool {
    let ending = ending(segments);
    ASSETS.iter().any(|(asset, _)| *asset == ending)
}

pub(super) fn content_type(segments: &[String]) -> &'static str {
    match ending(segments) {
        "html" => "text/html; charset=utf-8",
        ending => ASSETS
            .iter()
            .find(|(asset, _)| *asset == ending)
            .map_or("application/octet-stream", |(_, kind)| kind),
    }
}

/// Whether the name carries a hash of the contents, as the build writes it: `console-0123456789abcdef.js`.
pub(super) fn is_hashed(segments: &[String]) -> bool {
    let is_hash =
        |part: &str| part.len() >= SHORTEST_HASH && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let name = segments.last().map_or("", String::as_str);
    is_asset(segments) && name.split(['-', '_', '.']).any(is_hash)
}

fn ending(segments: &[String]) -> &str {
    segments.last().and_then(|name| name.rsplit_once('.')).map_or("", |(_, ending)| ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &str) -> Vec<String> {
        segments(path).expect("a harmless path")
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        for path in [
            "/../x",
            "/a/../../x",
            "/%2e%2e/x",
            "/..%2fx",
            "/a/./b",
            "/a%5cb",
            "/c:/x",
            "/a%00b",
            "/.git/config",
        ] {
            assert_eq!(segments(path), None, "{path}");
        }
    }

    #[test]
    fn an_image_name_with_dots_is_no_asset() {
        assert!(!is_asset(&of("/organizations/group/images/app.v2")));
        assert!(!is_asset(&of("/organizations/group/images/team$web$app")));
        assert!(is_asset(&of("/console-0123456789abcdef.js")));
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        for path in [
            "/console-0123456789abcdef.js",
            "/console-0123456789abcdef_bg.wasm",
            "/a/style-0a1b2c3d4e5f60.css",
        ] {
            assert!(is_hashed(&of(path)), "{path}");
        }
        for path in ["/config.json", "/index.html", "/favicon.svg", "/beef-cafe.js", "/0123456789abcdef"] {
            assert!(!is_hashed(&of(path)), "{path}");
        }
    }
}
