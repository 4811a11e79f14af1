//! The policy, on pages as trunk writes them and on pages that try to fool it.

use super::{
    Script, api_origins, attribute, directives, lock_down, origin, policy, script_sources, scripts, sha256,
};

const CONFIG: &str = r#"{"regions":[{"id":"local","swr":"","iam":""}]}"#;

#[test]
fn hashes_are_those_that_browsers_compute() {
    // The example of the specification (CSP Level 3, section 8.3 and MDN): `doSomething();`.
    assert_eq!(sha256("doSomething();"), "RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc=");
    assert_eq!(sha256(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    assert_eq!(sha256("a\r\nb\rc"), sha256("a\nb\nc"));
}

#[test]
fn scripts_are_found_to_the_last_byte() {
    let html = "<SCRIPT>\n one </SCRIPT><script src=\"/a.js\"></script><script type=\"module\">\nimport 'X';\n\n</script>";
    let texts = scripts(html).into_iter().map(|script| script.text).collect::<Vec<_>>();
    assert_eq!(texts, ["\n one ", "", "\nimport 'X';\n\n"]);
}

#[test]
fn a_bracket_in_a_quoted_attribute_does_not_end_the_tag() {
    let text = "e()";
    assert_eq!(
        scripts("<script data-x='a>b' id=\"c>d\">e()</script>"),
        [Script { attributes: " data-x='a>b' id=\"c>d\"", text }]
    );
}

#[test]
fn an_unfinished_script_is_left_alone() {
    assert_eq!(scripts("<script>half"), []);
    assert_eq!(scripts("<script"), []);
}

#[test]
fn attributes_are_read_however_they_are_written() {
    for text in [
        " src=\"/a b.js\" x",
        "\n  SRC='/a b.js'\n",
        " async data-src=no src = '/a b.js'",
        "/src=\"/a b.js\"",
    ] {
        assert_eq!(attribute(text, "src"), Some("/a b.js"), "{text}");
    }
    assert_eq!(attribute(" type=module src=/a.js", "src"), Some("/a.js"));
    assert_eq!(attribute(" src", "src"), Some(""));
    for text in ["", " data-src=a", " x='src=a'", " type=\"src\"", " x=\"half"] {
        assert_eq!(attribute(text, "src"), None, "{text}");
    }
}

#[test]
fn a_script_is_allowed_by_its_text_and_a_file_by_its_checksum() {
    let html = "<script>doSomething();</script><script type=module src=/a.js integrity='sha384-Ab+/0=' crossorigin></script>";
    assert_eq!(
        script_sources(html).unwrap(),
        ["'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='", "'sha384-Ab+/0='"]
    );
}

#[test]
fn a_file_without_one_checksum_is_refused() {
    for html in [
        "<script src=/a.js></script>",
        "<script src=/a.js integrity=\"sha384-A sha384-B\"></script>",
        "<script src=/a.js integrity=\"sha384-A' 'unsafe-inline\"></script>",
    ] {
        assert!(script_sources(html).unwrap_err().to_string().contains("checksum"), "{html}");
    }
}

#[test]
fn the_policy_allows_nothing_by_default() {
    let scripts = ["'sha256-A='", "'sha384-B='"].map(str::to_owned);
    assert_eq!(
        directives(&scripts, &["https://a.example".to_owned()]).split("; ").collect::<Vec<_>>(),
        [
            "default-src 'none'",
            "script-src 'sha256-A=' 'sha384-B=' 'wasm-unsafe-eval'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self' https://a.example",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types default",
        ]
    );
}

#[test]
fn the_policy_comes_right_after_the_charset() {
    let html = "<!doctype html><html><head><meta charset=\"utf-8\"/><script>x()</script></head></html>";
    let page = lock_down(html, CONFIG).unwrap();
    let expected = format!(
        "<meta charset=\"utf-8\"/><meta http-equiv=\"Content-Security-Policy\" content=\"{}\"><script>x()</script>",
        policy(html, CONFIG).unwrap()
    );
    assert!(page.contains(&expected), "{page}");
}

#[test]
fn pages_without_a_charset_or_with_a_policy_are_refused() {
    assert!(lock_down("<html></html>", CONFIG).unwrap_err().to_string().contains("<meta charset>"));
    let html = "<meta charset=utf-8><meta http-equiv=content-security-policy content=\"\">";
    assert!(lock_down(html, CONFIG).unwrap_err().to_string().contains("of its own"));
}

#[test]
fn only_foreign_origins_are_named_and_each_once() {
    let config = r#"{"regions":[
        {"swr":"https://swr.b.example/x","iam":"https://iam.example:8443"},
        {"swr":"/b/swr","iam":"https://iam.example:8443/v3"},
        {"swr":"","iam":""}]}"#;
    assert_eq!(api_origins(config).unwrap(), ["https://iam.example:8443", "https://swr.b.example"]);
}

#[test]
fn a_config_that_the_console_would_refuse_is_refused() {
    for config in [
        "",
        "{}",
        r#"{"regions":{}}"#,
        r#"{"regions":[{"swr":""}]}"#,
        r#"{"regions":[{"swr":"http://a.example","iam":""}]}"#,
        r#"{"regions":[{"swr":"swr","iam":""}]}"#,
    ] {
        let error = api_origins(config).expect_err(config).to_string();
        assert!(error.starts_with("config.json: "), "{error}");
    }
}

#[test]
fn an_origin_cannot_smuggle_anything_into_the_policy() {
    assert_eq!(origin("https://[::1]:8443/v3?x#y"), Some("https://[::1]:8443".to_owned()));
    for address in [
        "https://",
        "https:///x",
        "https://a b",
        "https://*",
        "https://a;script-src",
        "https://u@h",
        "ftp://a",
    ] {
        assert_eq!(origin(address), None, "{address}");
    }
}
