//! Tests of reading `config.json`.

use proptest::prelude::*;

use super::*;

const SHIPPED: &str = include_str!("../../config.json");

fn region_with(field: &str, value: &str) -> String {
    let mut fields = vec![("id", "\"a\""), ("swr", "\"\""), ("iam", "\"\"")];
    fields.retain(|(key, _)| *key != field);
    fields.push((field, value));
    let fields: Vec<String> = fields.iter().map(|(key, value)| format!("\"{key}\": {value}")).collect();
    format!("{{\"regions\": [{{ {} }}]}}", fields.join(", "))
}

fn fault(text: &str) -> ConfigFault {
    parse(text).unwrap_err()
}

#[test]
fn the_shipped_file_has_one_local_region() {
    let config = parse(SHIPPED).unwrap();
    let [region] = config.regions.as_slice() else { panic!("one region") };
    assert_eq!(region.id.as_str(), "local");
    assert_eq!(region.project.as_str(), "local");
    assert_eq!(region.swr.join("/v2/manage"), "/v2/manage");
    assert_eq!(region.iam.join("/v3"), "/v3");
}

#[test]
fn what_is_missing_is_named() {
    assert_eq!(fault("{}"), ConfigFault::Missing { field: "regions".into() });
    assert_eq!(
        fault(r#"{"regions":[{"id":"a","iam":""}]}"#),
        ConfigFault::Missing { field: "regions[0].swr".into() }
    );
    assert!(matches!(fault("{"), ConfigFault::NotJson(_)));
}

#[test]
fn what_is_wrong_is_named() {
    let wrong = |field: &str, wanted| ConfigFault::Wrong { field: field.into(), wanted };
    assert_eq!(fault("[]"), wrong("config.json", Wanted::Object));
    assert_eq!(fault(r#"{"regions":[]}"#), wrong("regions", Wanted::List));
    assert_eq!(fault(r#"{"regions":[7]}"#), wrong("regions[0]", Wanted::Object));
    assert_eq!(fault(&region_with("id", "\" \"")), wrong("regions[0].id", Wanted::SomeText));
    assert_eq!(fault(&region_with("name", "5")), wrong("regions[0].name", Wanted::Text));
    let twice = r#"{"regions":[{"id":"a","swr":"","iam":""},{"id":"a","swr":"","iam":""}]}"#;
    assert_eq!(fault(twice), wrong("regions[1].id", Wanted::OtherId));
    let minutes = r#"{"idle_minutes":-1,"regions":[{"id":"a","swr":"","iam":""}]}"#;
    assert_eq!(fault(minutes), wrong("idle_minutes", Wanted::Minutes));
}

#[test]
fn a_token_can_only_go_to_this_origin_or_to_https() {
    for good in ["", "/", "/eu-de/swr", "https://swr-api.eu-de.otc.t-systems.com", "https://[::1]:8443/swr"] {
        assert!(Prefix::new(good).is_some(), "{good}");
    }
    for bad in [
        "http://swr.example",
        "//swr.example",
        "javascript:alert(1)",
        "swr.example",
        "https://",
        "https:///x",
        "https://user@host",
        "/a?b",
        "/a#b",
        "/a/../b",
        "/\\evil",
        "/a b",
        "HTTPS:x",
        "https://a\nb",
    ] {
        assert_eq!(Prefix::new(bad), None, "{bad}");
    }
}

#[test]
fn a_name_defaults_to_the_id_and_idle_to_a_quarter_of_an_hour() {
    let config = parse(&region_with("id", "\"eu-de\"")).unwrap();
    assert_eq!(config.regions[0].name, "eu-de");
    assert_eq!(config.idle_minutes, 15);
}

proptest! {
    #[test]
    fn no_text_is_too_odd(text in any::<String>()) {
        let _ = parse(&text);
    }
}
