//! The documented bodies, and answers in every other form.

use super::*;
use domain::model::catalog::Visibility;

fn write(edit: OutsideEdit) -> OutsideWrite {
    OutsideWrite {
        organization: OrganizationName::new("group").unwrap(),
        image: ImageName::new("team/app").unwrap(),
        edit,
    }
}

fn terms(until: &str) -> Terms {
    Terms { until: Until::of_wire(until), description: "for \"them\"".to_owned() }
}

fn share_with(expected: Option<Terms>, desired: Option<Terms>) -> Option<PreparedWrite> {
    prepare(&write(OutsideEdit::Share { account: AccountName::new("partner"), expected, desired }))
}

#[test]
fn sharing_changing_and_ending_are_the_documented_requests() {
    let path = "/v2/manage/namespaces/group/repositories/team$app/access-domains";
    let shared = share_with(None, Some(terms("forever"))).unwrap();
    assert_eq!((shared.method, shared.path.as_str()), (Verb::Post, path));
    let body =
        r#"{"access_domain":"partner","permit":"read","deadline":"forever","description":"for \"them\""}"#;
    assert_eq!(shared.body.as_deref(), Some(body));
    let changed = share_with(Some(terms("forever")), Some(terms("2026-12-31T23:59:59Z"))).unwrap();
    assert_eq!((changed.method, changed.path), (Verb::Patch, format!("{path}/partner")));
    let body = r#"{"permit":"read","deadline":"2026-12-31T23:59:59Z","description":"for \"them\""}"#;
    assert_eq!(changed.body.as_deref(), Some(body));
    let ended = share_with(Some(terms("forever")), None).unwrap();
    assert_eq!((ended.method, ended.path, ended.body), (Verb::Delete, format!("{path}/partner"), None));
    assert_eq!(share_with(None, None), None);
}

#[test]
fn an_account_that_would_lead_elsewhere_is_never_sent() {
    for account in ["", ".", ".."] {
        let edit = OutsideEdit::Share {
            account: AccountName::new(account),
            expected: Some(terms("forever")),
            desired: None,
        };
        assert_eq!(prepare(&write(edit)), None, "{account}");
    }
}

#[test]
fn a_change_of_visibility_repeats_what_was_read_and_adds_nothing() {
    let read = |text: &str| attributes(&json::read(text).unwrap());
    let before = read(r#"{"is_public":false,"category":"linux","description":"a\nb"}"#);
    let after = before.with(Visibility::Public);
    let edit = OutsideEdit::Visibility { expected: before, desired: after };
    let sent = prepare(&write(edit)).unwrap();
    assert_eq!(
        (sent.method, sent.path.as_str()),
        (Verb::Patch, "/v2/manage/namespaces/group/repos/team$app")
    );
    assert_eq!(sent.body.as_deref(), Some(r#"{"category":"linux","description":"a\nb","is_public":true}"#));
    let before = read(r#"{"is_public":true}"#);
    let after = before.with(Visibility::Private);
    let sent = prepare(&write(OutsideEdit::Visibility { expected: before, desired: after })).unwrap();
    assert_eq!(sent.body.as_deref(), Some(r#"{"is_public":false}"#));
    assert_eq!(read("[]").visibility, Visibility::Unknown);
}

#[test]
fn a_list_is_read_entry_by_entry_and_odd_ones_are_counted() {
    let shares = decode_shares(
        r#"[{"namespace":"group","repository":"app","access_domain":"a","permit":"read","deadline":"forever",
        "description":"","creator_id":"1","created":"2026-01-01T00:00:00Z","status":true},
        {"access_domain":"b","deadline":7},{"access_domain":12},{"permit":"read"},null]"#,
    )
    .unwrap();
    let of: Vec<_> = shares.items.iter().map(|share| (share.account.as_str(), &share.terms.until)).collect();
    let odd = |text: &str| Until::Odd(text.to_owned());
    assert_eq!(of, [("a", &Until::NoEnd), ("b", &odd("7")), ("12", &odd(""))]);
    assert_eq!(shares.unreadable, 2);
    assert_eq!(decode_shares("null"), Some(Shares::of(Vec::new(), 0)));
    for other in ["{}", "7", r#""a""#, "", "<html>"] {
        assert_eq!(decode_shares(other), None, "{other}");
    }
}
