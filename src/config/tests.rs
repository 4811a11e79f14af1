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
    for start in ["", "/", "//", "///"] {
        assert_eq!(Prefix::new(start).unwrap().join("/v2"), "/v2", "{start}");
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

#[test]
fn every_field_of_another_kind_is_named_or_has_a_default() {
    for field in ["id", "name", "swr", "iam", "registry", "project", "account"] {
        for odd in ["null", "7", "-1", "1e308", "true", "[]", "{}", "[\"a\"]"] {
            let fault = fault(&region_with(field, odd));
            let expected = ConfigFault::Wrong { field: format!("regions[0].{field}"), wanted: Wanted::Text };
            assert_eq!(fault, expected, "{field}: {odd}");
        }
    }
    for odd in ["null", "1441", "-1", "15.0", "1e308", "\"15\"", "[]"] {
        let text = format!(r#"{{"idle_minutes":{odd},"regions":[{{"id":"a","swr":"","iam":""}}]}}"#);
        let wrong = ConfigFault::Wrong { field: "idle_minutes".into(), wanted: Wanted::Minutes };
        assert_eq!(fault(&text), wrong, "{odd}");
    }
}

#[test]
fn a_session_lives_in_the_tab_and_as_long_as_its_token_unless_configured() {
    let parsed = |fields: &str| {
        parse(&format!(r#"{{{fields}"regions":[{{"id":"a","swr":"","iam":""}}]}}"#))
            .map(|config| (config.session, config.session_hours))
    };
    assert_eq!(parsed(""), Ok((SessionPlace::Tab, None)));
    assert_eq!(parsed(r#""session":"tab","session_hours":24,"#), Ok((SessionPlace::Tab, Some(24))));
    assert_eq!(parsed(r#""session":"memory","session_hours":1,"#), Ok((SessionPlace::Memory, Some(1))));
    let wrong = |field: &str, wanted| Err(ConfigFault::Wrong { field: field.into(), wanted });
    for odd in ["0", "25", "-1", "8.0", "\"8\"", "null"] {
        assert_eq!(
            parsed(&format!(r#""session_hours":{odd},"#)),
            wrong("session_hours", Wanted::Hours),
            "{odd}"
        );
    }
    assert_eq!(parsed(r#""session":"disk","#), wrong("session", Wanted::SessionPlace));
    assert_eq!(parsed(r#""session":1,"#), wrong("session", Wanted::Text));
}

#[test]
fn changes_are_allowed_and_need_no_reason_unless_configured() {
    let parsed = |fields: &str| {
        parse(&format!(r#"{{{fields}"regions":[{{"id":"a","swr":"","iam":""}}]}}"#))
            .map(|config| config.write_policy)
    };
    assert_eq!(parsed(""), Ok(WritePolicy::ReasonOptional));
    assert_eq!(parsed(r#""read_only":false,"require_reason":false,"#), Ok(WritePolicy::ReasonOptional));
    assert_eq!(parsed(r#""require_reason":true,"#), Ok(WritePolicy::ReasonRequired));
    assert_eq!(parsed(r#""read_only":true,"require_reason":true,"#), Ok(WritePolicy::ReadOnly));
    // A switch that is not understood must not leave the console open.
    for field in ["read_only", "require_reason"] {
        for odd in ["\"true\"", "1", "null", "[]"] {
            let wrong = ConfigFault::Wrong { field: field.into(), wanted: Wanted::Switch };
            assert_eq!(parsed(&format!(r#""{field}":{odd},"#)), Err(wrong), "{odd}");
        }
    }
}

#[test]
fn unknown_and_repeated_keys_and_a_byte_order_mark_are_no_fault() {
    let text = "\u{FEFF}{\"x\":[1],\"regions\":[{\"id\":\"a\",\"id\":\"b\",\"swr\":\"\",\"iam\":\"\",\"y\":null}]}\n";
    assert_eq!(parse(text).unwrap().regions[0].id.as_str(), "b");
}

#[test]
fn an_empty_file_and_endless_nesting_are_no_json() {
    for text in ["", " ", "\u{FEFF}", &"[".repeat(100_000), &"{\"regions\":".repeat(100_000)] {
        assert!(matches!(fault(text), ConfigFault::NotJson(_)));
    }
}

mod properties {
    use super::*;

    proptest! {
        #[test]
        fn no_text_is_too_odd(text in any::<String>()) {
            let _ = parse(&text);
        }

        #[test]
        fn no_prefix_leads_a_token_elsewhere(text in "(https?:)?[/.a:@?\\\\#%~_-]{0,12}", path in "/v[23]/[a-z]{1,8}") {
            if let Some(prefix) = Prefix::new(&text) {
                let url = prefix.join(&path);
                let here = url.starts_with('/') && !url.starts_with("//");
                prop_assert!(here || url.starts_with("https://"), "{}", url);
                prop_assert!(url.ends_with(&path) && !url.contains(['@', '?', '#', '\\', '%']), "{}", url);
            }
        }
    }
}
