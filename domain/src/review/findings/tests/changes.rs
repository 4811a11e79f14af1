//! Rules about what has changed, and how findings change.

use super::*;
use crate::review::compare::Numbers;
use crate::review::snapshot::Scope;

fn since(before: Sketch, after: Sketch, rule: Rule) -> Report {
    let (before, after) = (before.freeze(), after.freeze());
    let comparison = Comparison::new(&before, &after).unwrap();
    let reports = findings(&after, &Thresholds::default(), Some(&comparison));
    reports.into_iter().find(|report| report.rule == rule).unwrap()
}

#[test]
fn manage_that_is_new_is_one_finding_for_each_target() {
    let after = || {
        tidy()
            .with("a", &[("ann", Manage), ("bob", Manage), ("eve", Manage), ("dan", Manage)])
            .with("a/1", &[("eve", Manage)])
            .with("a/2", &[("ann", Write)])
    };
    let report = since(tidy(), after(), Rule::ManageGranted);
    let of: Vec<_> = report.findings().iter().map(|one| (one.target, one.users.len())).collect();
    assert_eq!(of, [(Some(0), 2), (Some(1), 1)], "granted to two on the organization, raised on the image");
    assert_eq!(report.count(), Count::Exactly(2));
    let unread = since(tidy().unread("a", denied()), after(), Rule::ManageGranted);
    assert_eq!(unread.count(), Count::AtLeast(1));
}

// The older list has an entry that could not be read, which may name the user. The rule said "0".
#[test]
fn manage_that_may_be_old_is_not_checked_and_what_was_no_level_is_new() {
    let before = |entry: AccessList| tidy().with_list("a/1", &entry);
    let after = || tidy().with("a/1", &[("eve", Manage)]);
    let unreadable = AccessList { unreadable: 1, ..list(&[]) };
    assert_eq!(since(before(unreadable), after(), Rule::ManageGranted).count(), Count::AtLeast(0));
    let odd = list(&[grant("eve", Permission::Unknown("9".into()))]);
    assert_eq!(since(before(odd), after(), Rule::ManageGranted).count(), Count::Exactly(1));
}

#[test]
fn what_was_made_anew_is_known_by_its_number() {
    let numbered = |number: Option<&str>| {
        let list = AccessList { id: number.map(str::to_owned), ..list(&[]) };
        tidy().with_list("a", &AccessList { id: Some("9".into()), ..list.clone() }).with_list("a/1", &list)
    };
    let report = since(numbered(Some("1")), numbered(Some("2")), Rule::MadeAnew);
    assert_eq!(report.count(), Count::Exactly(1));
    let numbers = Numbers { before: "1".into(), after: "2".into() };
    assert_eq!(report.findings()[0].evidence, Evidence::NumberChanged(numbers));
    assert_eq!(since(numbered(Some("1")), numbered(None), Rule::MadeAnew).count(), Count::AtLeast(0));
    assert_eq!(since(numbered(Some("1")), numbered(Some("1")), Rule::MadeAnew).count(), Count::Exactly(0));
}

/// The states of the findings of one rule.
fn states(before: &Snapshot, after: &Snapshot, rule: Rule) -> Vec<Status> {
    let statuses = statuses((before, &reports(before)), (after, &reports(after)));
    statuses.into_iter().filter(|(one, _)| one.rule == rule).map(|(_, status)| status).collect()
}

#[test]
fn a_finding_is_new_unchanged_or_absent() {
    let public = || tidy().visible("a/1", Visibility::Public).freeze();
    let of = |before: &Snapshot, after: &Snapshot| states(before, after, Rule::Public);
    assert_eq!(of(&public(), &public()), [Status::Unchanged]);
    assert_eq!(of(&tidy().freeze(), &public()), [Status::New]);
    assert_eq!(of(&public(), &tidy().freeze()), [Status::Absent]);
    let stranger = || tidy().with("a/1", &[("zoe", Read)]).freeze();
    assert_eq!(states(&tidy().freeze(), &stranger(), Rule::NotInAccount), [Status::New]);
    assert_eq!(states(&stranger(), &tidy().freeze(), Rule::NotInAccount), [Status::Absent]);
}

#[test]
fn against_a_source_that_was_not_read_nobody_knows() {
    let public = || tidy().visible("a/1", Visibility::Public).freeze();
    let unknown = tidy().visible("a/1", Visibility::Unknown).freeze();
    assert_eq!(states(&public(), &unknown, Rule::Public), [Status::Unknown]);
    assert_eq!(states(&unknown, &public(), Rule::Public), [Status::Unknown]);
    let stranger = || tidy().with("a/1", &[("zoe", Read)]);
    let unread = tidy().unread("a/1", denied()).freeze();
    assert_eq!(states(&stranger().freeze(), &unread, Rule::NotInAccount), [Status::Unknown]);
    let without = stranger().without_users().freeze();
    assert_eq!(states(&without, &stranger().freeze(), Rule::NotInAccount), [Status::Unknown]);
    let single = || tidy().with("a", &[("ann", Manage)]);
    let open = single().unread("a/1", denied()).freeze();
    assert_eq!(states(&single().freeze(), &open, Rule::FewManagers), [Status::Unknown]);
}

#[test]
fn what_was_out_of_scope_is_not_new() {
    let mut part = tidy().freeze();
    part.about.scope = Scope::Some(vec![organization("a")]);
    let all = || tidy().with("b", &[("ann", Manage), ("bob", Manage)]).with("b/1", &[("zoe", Read)]);
    let public = all().visible("b/1", Visibility::Public).freeze();
    assert_eq!(states(&part, &public, Rule::Public), [Status::Unknown]);
    assert_eq!(states(&part, &public, Rule::NotInAccount), [Status::Unknown]);
    assert_eq!(states(&tidy().freeze(), &public, Rule::Public), [Status::New], "the organization is new");
    assert_eq!(states(&public, &tidy().freeze(), Rule::Public), [Status::Absent], "and gone");
}
