//! A file as people see it.

use std::io::Write as _;
use std::process::{Command, Stdio};

use super::*;
use domain::change::reason::Reason;
use domain::model::access::AccessList;
use domain::model::catalog::{Completeness, Visibility};
use domain::model::level::{Level, Permission};
use domain::model::names::{AccountName, ImageName, OrganizationName, RegionId, Target, UserId, UserName};
use domain::model::user::{AccountUser, Person, UserGrant};
use domain::review::findings::{Fingerprint, Rule};
use domain::review::snapshot::{
    About, Account, Builder, ListReading, ListedOrganization, Reading, Scope, Share, Shares, Totals, Until,
};
use domain::text::time::UnixMillis;

const AT: UnixMillis = UnixMillis(1_795_701_909_123);

fn person(id: &str) -> Person {
    Person { id: UserId::new(id), name: UserName::new(format!("{id}\u{202E}")) }
}

fn grant(id: &str, permission: impl Into<Permission>) -> UserGrant {
    UserGrant { id: Some(UserId::new(id)), name: Some(person(id).name), permission: permission.into() }
}

pub(super) fn image(name: &str) -> Target {
    Target::Image(OrganizationName::new("group").unwrap(), ImageName::new(name).unwrap())
}

pub(super) fn snapshot() -> Snapshot {
    let mut builder = Builder::new(About {
        caller: Person { id: UserId::new("u1"), name: UserName::new("admin") },
        region: RegionId::new("eu-de"),
        account: Account { id: Some("d1".into()), name: AccountName::new("OTC 小 1") },
        scope: Scope::Some(vec![OrganizationName::new("group").unwrap()]),
        started: UnixMillis(AT.0 - 60_000),
    });
    let user = AccountUser { person: person("u1"), is_enabled: true };
    builder.users(ListReading::read(AT, 0, Completeness::Short { announced: 3 }), &[user]);
    builder.lists_mut().organizations = ListReading::whole(AT);
    let group = OrganizationName::new("group").unwrap();
    builder.organization(&ListedOrganization {
        name: group.clone(),
        number: Some("7".into()),
        creator: Some(UserName::new("u1")),
        counted: Some(2),
    });
    builder.organization_facts(&group).unwrap().images = ListReading::whole(AT);
    let list = |grants: &[UserGrant]| AccessList { others: grants.to_vec(), ..AccessList::default() };
    builder.list(&Target::Organization(group), AT, &list(&[grant("u1", Level::Manage)]));
    builder.image(&image("team/web"), Visibility::Public);
    let share = Share { account: Some(AccountName::new("other")), until: Until::NoEnd };
    builder.shares(&image("team/web"), Shares::Read(vec![share]));
    let odd = [grant("u1", Level::Read), grant("u2", Permission::Unknown("9".into()))];
    builder.list(&image("team/web"), AT, &list(&odd));
    builder.image(&image("x"), Visibility::Private);
    builder.not_read(&image("x"), Reading::Denied { status: 403, code: Some("SVCSTG.SWR.4037020".into()) });
    builder.count(Totals { organizations: Some(1), images: Some(2) });
    builder.freeze(AT, false)
}

pub(super) fn accepted() -> Accepted {
    let finding = Fingerprint {
        rule: Rule::Public,
        target: Some(image("team/web")),
        users: Vec::new(),
        accounts: Vec::new(),
    };
    let reason = Reason::new("OPS-12: our base image").unwrap();
    Accepted { finding, reason, by: person("u1"), until: UnixMillis(AT.0 + 86_400_000) }
}

const LINES: [&str; 9] = [
    r#"{"format":"swr-permission-snapshot","version":1,"made_by":"swr-console 1.0.0+test","region":"eu-de","account":{"id":"d1","name":"OTC 小 1"},"read_by":{"id":"u1","name":"admin"},"scope":["group"],"started":"2026-11-26T14:04:09.123Z","ended":"2026-11-26T14:05:09.123Z","stopped":false,"previous":null}"#,
    r#"{"t":"lists","organizations":{"read":"2026-11-26T14:05:09.123Z","unreadable":0,"completeness":"whole"},"users":{"read":"2026-11-26T14:05:09.123Z","unreadable":0,"completeness":"short","announced":3},"shared":{"not_read":{"why":"not_yet"},"completeness":"whole"}}"#,
    r#"{"t":"person","id":"u1","names":["u1\u202e"],"iam":"enabled"}"#,
    r#"{"t":"person","id":"u2","names":["u2\u202e"],"iam":"unknown"}"#,
    r#"{"t":"organization","name":"group","id":"7","creator":"u1","repo_count":2,"images":{"read":"2026-11-26T14:05:09.123Z","unreadable":0,"completeness":"whole"},"appeared":0,"read":"2026-11-26T14:05:09.123Z","unreadable":0,"grants":[["u1",7]]}"#,
    r#"{"t":"image","organization":"group","name":"team/web","id":null,"creator":null,"public":true,"shared":[{"account":"other","until":"forever"}],"read":"2026-11-26T14:05:09.123Z","unreadable":0,"grants":[["u1",1],["u2","9"]]}"#,
    r#"{"t":"image","organization":"group","name":"x","id":null,"creator":null,"public":false,"shared_not_read":"unknown","not_read":{"why":"denied","status":403,"code":"SVCSTG.SWR.4037020"}}"#,
    r#"{"t":"accepted","rule":"F1","organization":"group","image":"team/web","users":[],"accounts":[],"reason":"OPS-12: our base image","by":{"id":"u1","name":"u1\u202e"},"until":"2026-11-27T14:05:09.123Z"}"#,
    r#"{"t":"end","users":2,"organizations":1,"images":2,"listed":3,"read":2,"denied":1,"gone":0,"failed":0,"not_yet":0,"grants":3,"accepted":1,"organizations_total":1,"images_total":2,"content":""#,
];

#[test]
fn a_file_has_these_lines_and_what_cannot_be_seen_is_an_escape() {
    let (text, written) = saved(&snapshot(), &[accepted()], None);
    for (line, expected) in text.lines().zip(LINES) {
        assert!(line.starts_with(expected), "{line}\n{expected}");
    }
    assert_eq!(text.lines().count(), LINES.len());
    assert!(text.ends_with(&format!("\"sha256:{}\"}}\n", written.content)), "{text}");
}

#[test]
fn the_name_of_a_file_says_of_what_and_when() {
    assert_eq!(file_name(&snapshot()), "swr-permissions_OTC---1_eu-de_2026-11-26T1405.jsonl");
}

/// The digest that the page shows is the one that everybody's tool prints.
#[test]
fn the_digest_of_a_file_is_what_sha256sum_prints() {
    let (text, written) = saved(&snapshot(), &[accepted()], None);
    let sum = Command::new("sha256sum").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut sum) = sum else { return };
    sum.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let printed = String::from_utf8(sum.wait_with_output().unwrap().stdout).unwrap();
    assert_eq!(printed.split(' ').next(), Some(written.file.to_string().as_str()));
}

#[test]
fn what_depends_on_the_reading_alone_is_no_part_of_the_content() {
    let mut other = snapshot();
    other.about.caller = person("u2");
    other.about.started = UnixMillis(0);
    other.about.scope = Scope::All;
    other.ended = UnixMillis(5);
    other.totals = Totals::default();
    other.is_stopped = true;
    assert_eq!(content(&other), content(&snapshot()));
    other.lists.shared = ListReading::whole(AT);
    assert_ne!(content(&other), content(&snapshot()));
}
