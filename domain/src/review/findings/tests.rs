//! The rules by example.

use super::*;
use crate::model::access::AccessList;
use crate::model::catalog::Visibility;
use crate::model::level::{Level, Permission};
use crate::model::names::{AccountName, UserId, UserName};
use crate::model::user::UserGrant;
use crate::review::sketch::{AT, Sketch, denied, grant, list, organization, person, target};
use crate::review::snapshot::{Fault, ListReading, Reading, Share, Shares, Until};
use crate::text::time::UnixMillis;
use Level::{Manage, Read, Write};

mod changes;
mod lists;
mod properties;
mod users;

/// An account in which no rule finds anything.
fn tidy() -> Sketch {
    Sketch::new()
        .users(&["ann", "bob", "eve"])
        .with("a", &[("ann", Manage), ("bob", Manage)])
        .with("a/1", &[("eve", Write)])
}

fn reports(snapshot: &Snapshot) -> Vec<Report> {
    findings(snapshot, &Thresholds::default(), None)
}

fn report(sketch: Sketch, rule: Rule) -> (Snapshot, Report) {
    let snapshot = sketch.freeze();
    let report = reports(&snapshot).into_iter().find(|report| report.rule == rule).unwrap();
    (snapshot, report)
}

fn count(sketch: Sketch, rule: Rule) -> Count {
    report(sketch, rule).1.count()
}

/// The findings of a rule: `a/1 ann bob` with the places behind a bar.
fn shown(sketch: Sketch, rule: Rule) -> Vec<String> {
    let (snapshot, report) = report(sketch, rule);
    let name = |place: usize| snapshot.subject(place).unwrap().target.to_string();
    let one = |finding: &Finding| {
        assert_eq!(finding.rule, rule);
        let id = |user: &UserNumber| snapshot.people().get(*user).unwrap().id.to_string();
        let mut parts: Vec<String> = finding.target.map(name).into_iter().collect();
        parts.extend(finding.users.iter().map(id));
        if !finding.places.is_empty() {
            parts.push("|".into());
        }
        parts.extend(finding.places.iter().map(|place| name(*place as usize)));
        parts.join(" ")
    };
    report.findings().iter().map(one).collect()
}

fn evidence(sketch: Sketch, rule: Rule) -> (Evidence, Weight) {
    let (_, report) = report(sketch, rule);
    let [finding] = report.findings() else { panic!("{report:?}") };
    (finding.evidence.clone(), finding.weight)
}

fn odd(unreadable: usize, grants: &[UserGrant]) -> AccessList {
    AccessList { unreadable, ..list(grants) }
}

#[test]
fn in_a_tidy_account_each_rule_finds_nothing_or_has_nothing_to_compare() {
    for report in reports(&tidy().freeze()) {
        let expected = if report.rule.needs_comparison() {
            Count::NotChecked(Why::NothingToCompare)
        } else {
            Count::Exactly(0)
        };
        assert_eq!(report.count(), expected, "{:?}", report.rule);
    }
}

#[test]
fn a_rule_whose_source_was_not_read_counts_no_zero() {
    let nothing = Sketch::new().without_users().unread("a", denied()).unread("a/1", Reading::NotYet);
    let snapshot = nothing
        .also(|one| one.shares(&target("a/1"), Shares::NotRead))
        .visible("a/1", Visibility::Unknown)
        .freeze();
    for report in reports(&snapshot) {
        match (report.rule, report.count()) {
            (Rule::NotRead, count) => assert_eq!(count, Count::Exactly(2)),
            // Who made an organization is on the list of organizations.
            (_, count) => assert!(matches!(count, Count::NotChecked(_)), "{:?}: {count:?}", report.rule),
        }
    }
}

#[test]
fn rules_are_called_by_their_ids() {
    for (index, rule) in Rule::ALL.into_iter().enumerate() {
        assert_eq!((rule.id(), Rule::from_id(rule.id())), (format!("F{index}").as_str(), Some(rule)));
    }
    assert_eq!(Rule::from_id("F15"), None);
}

#[test]
fn an_account_whose_organizations_were_not_listed_proves_nothing() {
    let unlisted =
        || Sketch::new().also(|one| one.lists_mut().organizations = ListReading::not_read(denied()));
    for rule in Rule::ALL.into_iter().filter(|rule| *rule != Rule::NotRead && !rule.needs_comparison()) {
        assert_eq!(count(unlisted(), rule), Count::NotChecked(Why::NothingRead), "{rule:?}");
    }
    assert_eq!(count(unlisted(), Rule::NotRead), Count::Exactly(1));
    assert_eq!(count(Sketch::new(), Rule::Public), Count::Exactly(0), "there is nothing, and that is known");
}
