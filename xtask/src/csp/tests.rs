//! The policy, on pages as trunk writes them and on pages that try to fool it.

use super::{api_origins, directives, inline_scripts, lock_down, origin, sha256};

const CONFIG: &str = r#"{"regions":[{"id":"local","swr":"","iam":""}]}"#;

#[test]
fn hashes_are_those_that_browsers_compute() {
    // The example of the specification (CSP Level 3, section 8.3 and MDN): `doSomething();`.
    assert_eq!(sha256("doSomething();"), "RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc=");
    assert_eq!(sha256(""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    assert_eq!(sha256("a\r\nb\rc"), sha256("a\nb\nc"));
}

#[test]
fn inline_scripts_are_found_to_the_last_byte() {
    let html = "<SCRIPT>\n one </SCRIPT><script src=\"/a.js\"></script><script type=\"module\">\nimport 'x';\n\n</script>";
    assert_eq!(inline_scripts(html), ["\n one ", "\nimport 'x';\n\n"]);
}

#[test]
fn a_bracket_in_a_quoted_attribute_does_not_end_the_tag() {
    assert_eq!(inline_scripts("<script data-x='a>b' id=\"c>d\">e()</script>"), ["e()"]);
}

#[test]
fn scripts_with_a_source_are_not_hashed_however_the_tag_is_written() {
    for html in [
        "<script\n  src='/a.js'\n></script>",
        "<script defer src=/a.js></script>",
        "<script async\tSRC=x></script>",
    ] {
        assert_eq!(inline_scripts(html), [""; 0], "{html}");
    }
}

#[test]
fn an_unfinished_script_is_left_alone() {
    assert_eq!(inline_scripts("<script>half"), [""; 0]);
    assert_eq!(inline_scripts("<script"), [""; 0]);
}

#[test]
fn the_policy_allows_nothing_by_default() {
    let text = directives(&["doSomething();"], &["https://a.example".to_owned()]);
    assert!(text.starts_with("default-src 'none'; "), "{text}");
    assert!(text.contains(
        "script-src 'self' 'wasm-unsafe-eval' 'sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc='; "
    ));
    assert!(text.contains("connect-src 'self' https://a.example; "));
    for directive in ["style-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'none'"] {
        assert!(text.split("; ").any(|part| part == directive), "{directive}");
    }
    assert!(!text.contains("unsafe-inline") && !text.contains('"'));
}

#[test]
fn the_policy_comes_right_after_the_charset() {
    let html = "<!doctype html><html><head><meta charset=\"utf-8\"/><script>x()</script></head></html>";
    let page = lock_down(html, CONFIG).unwrap();
    let expected = format!(
        "<meta charset=\"utf-8\"/><meta http-equiv=\"Content-Security-Policy\" content=\"{}\"><script>x()</script>",
        directives(&["x()"], &[])
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
