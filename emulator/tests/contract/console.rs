//! A built console served beside the API.

use std::path::PathBuf;

use crate::client::{Answer, Server};

const HASHED: &str = "/console-0123456789abcdef.js";

/// A folder that looks like a build, removed with the test.
struct Build(PathBuf);

impl Build {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("swr-emulator-{name}-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("site")).expect("a folder");
        let files = [
            ("site/index.html", "<title>console</title>"),
            ("site/config.json", "{}"),
            ("site/console-0123456789abcdef.js", "export {}"),
            ("site/console-0123456789abcdef_bg.wasm", "\0asm"),
            ("secret.txt", "secret"),
        ];
        for (path, text) in files {
            std::fs::write(folder.join(path), text).expect("a file");
        }
        Self(folder)
    }

    fn serve(&self) -> Server {
        Server::with(&["--console", self.0.join("site").to_str().expect("a path")])
    }
}

impl Drop for Build {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn is_page(answer: &Answer) -> bool {
    answer.status == 200
        && answer.header("Content-Type") == Some("text/html; charset=utf-8")
        && answer.header("Cache-Control") == Some("no-cache")
        && answer.text() == "<title>console</title>"
}

#[test]
fn routes_of_the_console_get_its_page() {
    let build = Build::new("routes");
    let server = build.serve();
    for target in [
        "/",
        "/sign-in",
        "/organizations/group/images/test?q=a&sort=-name",
        "/organizations/group/images/team$web$app",
        "/organizations/group/images/app.v2",
        "/organizations/group/images/mysql-8.0",
    ] {
        assert!(is_page(&server.anonymous().get(target)), "{target}");
    }
}

#[test]
fn files_have_their_type_and_only_hashed_ones_are_kept_for_ever() {
    let build = Build::new("files");
    let server = build.serve();
    let of = |target: &str| {
        let answer = server.anonymous().get(target);
        let header = |name: &str| answer.header(name).unwrap_or_default().to_owned();
        (answer.status, header("Content-Type"), header("Cache-Control"))
    };
    let immutable = "public, max-age=31536000, immutable".to_owned();
    assert_eq!(of(HASHED), (200, "text/javascript; charset=utf-8".to_owned(), immutable.clone()));
    assert_eq!(of("/console-0123456789abcdef_bg.wasm"), (200, "application/wasm".to_owned(), immutable));
    assert_eq!(of("/config.json"), (200, "application/json".to_owned(), "no-cache".to_owned()));
}

#[test]
fn a_missing_asset_is_404_and_not_the_page() {
    let build = Build::new("missing");
    let server = build.serve();
    for target in ["/console-fedcba9876543210.js", "/deep/style.css", "/favicon.ico", "/x.wasm", "/x.js.br"] {
        let answer = server.anonymous().get(target);
        assert_eq!((answer.status, answer.header("Cache-Control")), (404, Some("no-cache")), "{target}");
    }
}

#[test]
fn nothing_outside_the_folder_is_served() {
    let build = Build::new("outside");
    let server = build.serve();
    for target in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/a/../../secret.txt",
        "/..%5csecret.txt",
    ] {
        let answer = server.anonymous().get(target);
        assert_eq!(answer.status, 404, "{target}");
        assert!(!answer.text().contains("secret"), "{target}");
    }
}

#[test]
fn every_answer_of_the_console_carries_the_security_headers() {
    let build = Build::new("headers");
    let server = build.serve();
    let client = server.anonymous();
    for answer in
        [client.get("/"), client.get(HASHED), client.get("/missing.js"), client.send("POST", "/", &[], b"")]
    {
        for (name, value) in [
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("X-Frame-Options", "DENY"),
            ("Content-Security-Policy", "frame-ancestors 'none'"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{name}");
        }
    }
}

#[test]
fn the_console_is_read_only() {
    let build = Build::new("methods");
    let server = build.serve();
    let answer = server.anonymous().send("POST", "/", &[], b"");
    assert_eq!((answer.status, answer.header("Allow")), (405, Some("GET, HEAD")));
    let head = server.anonymous().send("HEAD", HASHED, &[], b"");
    assert_eq!((head.status, head.body.len()), (200, 0));
}

#[test]
fn the_api_keeps_its_paths() {
    let build = Build::new("api");
    let server = build.serve();
    assert_eq!(server.anonymous().get("/v3").status, 200);
    assert_eq!(server.anonymous().get("/v2/manage/repos").status, 401);
    assert_eq!(server.anonymous().get("/v2/style.css").status, 404);
    assert!(server.anonymous().get("/v2/nowhere").header("X-Request-Id").is_some());
}

#[test]
fn latency_is_the_apis_alone() {
    let build = Build::new("latency");
    let server =
        Server::with(&["--latency", "60000", "--console", build.0.join("site").to_str().expect("a path")]);
    assert!(is_page(&server.anonymous().get("/")));
}
