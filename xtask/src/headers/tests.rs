//! The headers: what they say, and that a server's file and the files to host can't differ unnoticed.

use super::{FIXED, Hsts, Server, check, headers, print, write};
use crate::bundle::Bundle;
use std::path::PathBuf;

const PAGE: &str = "<!doctype html><meta charset=\"utf-8\"><script>a()</script>";
const CONFIG: &str = r#"{"regions":[{"swr":"https://swr.example","iam":"/iam"}]}"#;

/// A folder with a built console and one for its servers' files.
struct Built {
    root: PathBuf,
    bundle: Bundle,
}

impl Built {
    fn new(name: &str) -> Self {
        let root = std::env::temp_dir().join(format!("xtask-headers-{name}-{}", std::process::id()));
        let dist = root.join("dist");
        std::fs::create_dir_all(&dist).unwrap();
        std::fs::write(dist.join("index.html"), PAGE).unwrap();
        std::fs::write(dist.join("config.json"), CONFIG).unwrap();
        let bundle = Bundle::open(&dist).unwrap();
        bundle.lock_down().unwrap();
        write(&bundle, &root.join("server")).unwrap();
        Self { root, bundle }
    }

    fn complaint(&self) -> Option<String> {
        check(&self.bundle, &self.root.join("server")).err().map(|error| error.to_string())
    }
}

impl Drop for Built {
    fn drop(&mut self) {
        _ = std::fs::remove_dir_all(&self.root);
    }
}

#[test]
fn the_policy_of_the_header_is_that_of_the_page_and_what_a_page_cannot_say() {
    let built = Built::new("same");
    let page = built.bundle.text("index.html").unwrap();
    let headers = headers(&page, CONFIG).unwrap();
    let policy = &headers.first().unwrap().1;
    let inside = page.split("content=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(*policy, format!("{inside}; frame-ancestors 'none'"));
    assert!(policy.contains("connect-src 'self' https://swr.example;"), "{policy}");
}

#[test]
fn every_server_reads_back_what_was_written_for_it() {
    let headers = headers(PAGE, CONFIG).unwrap();
    assert_eq!(headers.len(), FIXED.len() + 1);
    for (name, server, _) in Server::ALL {
        assert_eq!(server.read(&server.text(&headers)), headers, "{name}");
    }
}

#[test]
fn no_value_can_end_the_word_that_it_stands_in() {
    for (name, value) in headers(PAGE, CONFIG).unwrap() {
        assert!(!value.contains(['"', '\\', '$', '{', '}', '\n', '`']), "{name}: {value}");
    }
}

#[test]
fn each_server_gets_its_own_form() {
    let of = |server| print(PAGE, CONFIG, server, Hsts::Host).unwrap();
    assert!(of(Server::Nginx).contains("\nadd_header X-Frame-Options \"DENY\" always;\n"));
    assert!(of(Server::Caddy).contains("\n(security_headers) {\n\theader {\n"));
    assert!(of(Server::Caddy).contains("\n\t\tOrigin-Agent-Cluster \"?1\"\n"));
    assert!(of(Server::Plain).starts_with("Content-Security-Policy: default-src 'none'; "));
}

#[test]
fn what_fits_is_accepted() {
    assert_eq!(Built::new("fits").complaint(), None);
}

#[test]
fn a_page_that_has_changed_since_is_noticed() {
    let built = Built::new("page");
    let page = built.bundle.text("index.html").unwrap();
    built.bundle.write("index.html", &page.replace("a()", "b()")).unwrap();
    assert!(built.complaint().unwrap().contains("the policy in index.html does not fit"));
    // Also where the page is right in itself.
    built.bundle.write("index.html", &PAGE.replace("a()", "b()")).unwrap();
    built.bundle.lock_down().unwrap();
    assert!(
        built.complaint().unwrap().contains("nginx-headers.conf says something else of Content-Security")
    );
}

#[test]
fn a_server_that_says_less_more_or_something_else_is_noticed() {
    for (name, _, file) in Server::ALL {
        let Some(file) = file else { continue };
        for (old, new) in [("nosniff", "sniff"), ("max-age=63072000", "max-age=0"), ("same-origin", "x")] {
            let built = Built::new(&format!("{name}-{new}"));
            let path = built.root.join("server").join(file);
            let text = std::fs::read_to_string(&path).unwrap();
            std::fs::write(&path, text.replace(old, new)).unwrap();
            assert!(built.complaint().unwrap().contains(file), "{name}: {new}");
        }
        let built = Built::new(name);
        let path = built.root.join("server").join(file);
        std::fs::remove_file(path).unwrap();
        assert!(built.complaint().unwrap().contains(file), "{name}: missing");
    }
}

#[test]
fn other_hosts_are_bound_only_where_asked_for() {
    let of = |hsts| print(PAGE, CONFIG, Server::Plain, hsts).unwrap();
    assert!(of(Hsts::Host).contains("Strict-Transport-Security: max-age=63072000\n"));
    assert!(
        of(Hsts::Subdomains).contains("Strict-Transport-Security: max-age=63072000; includeSubDomains\n")
    );
}
