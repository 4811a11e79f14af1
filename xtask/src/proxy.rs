//! What the samples of `deploy/` pass on to SWR and IAM: one table, written into the files of nginx and Caddy, so that they
//! can't differ. Kubernetes runs nginx with the same files.
//!
//! A path is compared as the API will see it: decoded, segment by segment. A name is one segment that does not begin with a
//! dot and has no `/`, `;`, `%` or backslash, encoded or not, since gateways and servers do not agree about those.

use crate::error::{self, Error, Result};
use std::fmt::Write as _;
use std::path::Path;

/// The API of a call. Its name is an argument of Caddy's snippet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Api {
    Swr,
    Iam,
}

/// What the console asks an API for: a path, where `*` is a name, and the methods.
struct Call {
    api: Api,
    path: &'static str,
    methods: &'static str,
}

const READ: &str = "GET";
const PERMISSIONS: &str = "GET, POST, PATCH, DELETE";
const IMAGE: &str = "GET, PATCH";
const SHARES: &str = "GET, POST";
const SHARE: &str = "GET, PATCH, DELETE";
const TOKEN: &str = "GET, POST, DELETE";

/// The calls of `domain/src/paths/api.rs`. The end-to-end tests run behind nginx, so one that is missing here fails there.
const CALLS: [Call; 12] = [
    Call { api: Api::Swr, path: "/v2/manage/namespaces", methods: READ },
    Call { api: Api::Swr, path: "/v2/manage/namespaces/*", methods: READ },
    Call { api: Api::Swr, path: "/v2/manage/namespaces/*/access", methods: PERMISSIONS },
    Call { api: Api::Swr, path: "/v2/manage/namespaces/*/repos/*", methods: IMAGE },
    Call { api: Api::Swr, path: "/v2/manage/namespaces/*/repos/*/access", methods: PERMISSIONS },
    Call { api: Api::Swr, path: "/v2/manage/namespaces/*/repositories/*/access-domains", methods: SHARES },
    Call { api: Api::Swr, path: "/v2/manage/namespaces/*/repositories/*/access-domains/*", methods: SHARE },
    Call { api: Api::Swr, path: "/v2/manage/repos", methods: READ },
    Call { api: Api::Swr, path: "/v2/manage/shared-repositories", methods: READ },
    Call { api: Api::Swr, path: "/v2/manage/overview", methods: READ },
    Call { api: Api::Iam, path: "/v3/auth/tokens", methods: TOKEN },
    Call { api: Api::Iam, path: "/v3/users", methods: READ },
];

/// The methods of a call, by the name that Caddy's matcher has.
const METHODS: [(&str, &str); 6] = [
    ("read", READ),
    ("image", IMAGE),
    ("permissions", PERMISSIONS),
    ("shares", SHARES),
    ("share", SHARE),
    ("token", TOKEN),
];

/// A name in a path, for PCRE and for Go: `\x5c` is a backslash.
const NAME: &str = r"[^/.;%\x5c][^/;%\x5c]*";

/// Makes the part of a file.
type Made = fn() -> String;

/// The files with a part that is made here, and what makes it.
const FILES: [(&str, Made); 2] =
    [("deploy/nginx/swr-console/http.conf", nginx), ("deploy/caddy/swr-console.caddy", caddy)];

const BEGIN: &str = "# Made by `cargo xtask proxy`:";
const END: &str = "# End of what `cargo xtask proxy` has made.";

impl Call {
    fn expression(&self) -> String {
        self.path.replace('*', NAME)
    }
}

/// Writes the table into the samples below `root`.
pub(crate) fn write(root: &Path) -> Result<()> {
    for (name, made) in FILES {
        let path = root.join(name);
        let text = std::fs::read_to_string(&path).map_err(|error| error::file("read", &path, &error))?;
        let text = with_part(&text, &made())
            .ok_or_else(|| Error::new(format!("{name} lacks the line {BEGIN:?} or {END:?}")))?;
        std::fs::write(&path, text).map_err(|error| error::file("write", &path, &error))?;
    }
    Ok(())
}

/// A file's text with another part between the two lines.
fn with_part(text: &str, part: &str) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n{part}{END}{after}"))
}

/// A map of nginx from the path to the methods. Before the API's own path comes the prefix of the site, as `/eu-de/swr`;
/// the location says which API it is.
fn nginx() -> String {
    let mut text = String::from("map $uri $swr_console_shape {\n    default \"\";\n");
    for call in &CALLS {
        // Writing to a String cannot fail.
        _ = writeln!(text, r#"    "~^(?:/(?!v[23]/)[^/]+)*{}\z" "{}";"#, call.expression(), call.methods);
    }
    text + "}\n"
}

/// Snippets of Caddy, one for each API, that end what is not passed on. Caddy compares without the prefix.
fn caddy() -> String {
    [Api::Swr, Api::Iam].into_iter().map(caddy_of).collect()
}

fn caddy_of(api: Api) -> String {
    let calls: Vec<_> = CALLS.iter().filter(|call| call.api == api).collect();
    let any_of = |methods: Option<&str>| {
        let fits = |call: &&&Call| methods.is_none_or(|methods| call.methods == methods);
        let expressions: Vec<_> = calls.iter().filter(fits).map(|call| call.expression()).collect();
        format!("vars_regexp {{http.request.uri.path}} ^(?:{})$", expressions.join("|"))
    };
    let name = if api == Api::Swr { "swr" } else { "iam" };
    let mut text =
        format!("(swr_console_calls_{name}) {{\n\t@unknown not {}\n\terror @unknown 404\n", any_of(None));
    for (label, methods) in METHODS {
        if calls.iter().any(|call| call.methods == methods) {
            _ = write!(
                text,
                "\t@not_for_{label} {{\n\t\t{}\n\t\tnot method {}\n\t}}\n\theader @not_for_{label} Allow \
                 \"{methods}\"\n\terror @not_for_{label} 405\n",
                any_of(Some(methods)),
                methods.replace(',', "")
            );
        }
    }
    text + "}\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_samples_have_the_table_as_it_is() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        for (name, made) in FILES {
            let text = std::fs::read_to_string(root.join(name)).unwrap();
            assert_eq!(with_part(&text, &made()), Some(text), "run `cargo xtask proxy`: {name}");
        }
    }

    #[test]
    fn a_file_without_a_place_for_the_table_is_left_as_it_is() {
        for text in ["", BEGIN, END, &format!("{END}\n{BEGIN}")] {
            assert_eq!(with_part(text, "x"), None, "{text}");
        }
        assert_eq!(
            with_part(&format!("a\n{BEGIN}\nold\n{END}\nb"), "new\n"),
            Some(format!("a\n{BEGIN}\nnew\n{END}\nb"))
        );
    }
}
