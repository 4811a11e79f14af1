//! Comparisons by example.

use super::*;
use crate::model::access::AccessList;
use crate::model::catalog::Visibility;
use crate::model::level::{Level, Permission};
use crate::model::names::{AccountName, RegionId, UserId, UserName};
use crate::model::user::UserGrant;
use crate::review::sketch::{AT, Sketch, denied, grant, list, organization, person, target};
use crate::review::snapshot::{ListReading, Reading, Scope, Shares};
use Level::{Manage, Read, Write};

mod properties;

fn account() -> Sketch {
    Sketch::new()
        .users(&["ann", "bob"])
        .with("a", &[("ann", Manage)])
        .with("a/1", &[("ann", Read), ("bob", Write)])
}

fn compare(before: Sketch, after: Sketch) -> Comparison {
    Comparison::new(&before.freeze(), &after.freeze()).unwrap()
}

/// The changes: `a/1 ann Raised read write`.
fn shown(comparison: &Comparison) -> Vec<String> {
    let key =
        |permission: Option<&Permission>| permission.and_then(Permission::key).unwrap_or("-").to_owned();
    let one = |one: Change<'_>| {
        let (before, after) = (key(one.before), key(one.after));
        format!("{} {} {:?} {before} {after}", one.target.target, one.user.id, one.kind)
    };
    comparison.changes().map(one).collect()
}

fn existence(comparison: &Comparison, name: &str) -> Option<Existence> {
    comparison.targets.iter().find(|one| one.target == target(name)).map(|one| one.existence)
}

fn of<'a>(comparison: &'a Comparison, name: &str) -> &'a TargetChange {
    comparison.targets.iter().find(|one| one.target == target(name)).unwrap()
}

#[test]
fn two_equal_snapshots_have_no_change() {
    let comparison = compare(account(), account());
    assert_eq!((shown(&comparison).len(), comparison.renamed.len()), (0, 0));
    assert!(comparison.targets.iter().all(|one| one.existence == Existence::Both));
    assert_eq!(comparison.counts(), Counts::default());
}

#[test]
fn each_change_of_a_permission_has_its_word() {
    let odd = UserGrant { permission: Permission::Unknown("9".into()), ..grant("eve", Read) };
    let before = account().with_list("a/2", &list(&[grant("ann", Read), grant("bob", Manage), odd]));
    let after = account()
        .with("a/2", &[("ann", Write), ("bob", Read), ("eve", Read)])
        .with("a/1", &[("ann", Read), ("dan", Read)]);
    let comparison = compare(before, after);
    let expected = [
        "a/1 bob Revoked write -",
        "a/1 dan Granted - read",
        "a/2 ann Raised read write",
        "a/2 bob Lowered manage read",
        "a/2 eve Changed 9 read",
    ];
    assert_eq!(shown(&comparison), expected);
    let Counts { granted, revoked, raised, lowered, changed, unknown } = comparison.counts();
    assert_eq!((granted, revoked, raised, lowered, changed, unknown), (1, 1, 1, 1, 1, 0));
}

#[test]
fn a_list_that_was_not_read_takes_nothing_away() {
    let expected = Lists::NotRead { before: false, after: true };
    let comparison = compare(account(), account().unread("a/1", denied()));
    assert_eq!((shown(&comparison).len(), of(&comparison, "a/1").lists), (0, expected));
    let comparison = compare(account().unread("a/1", Reading::NotYet), account());
    assert_eq!(of(&comparison, "a/1").lists, Lists::NotRead { before: true, after: false });
    assert_eq!(shown(&comparison).len(), 0);
}

#[test]
fn an_entry_that_cannot_be_read_may_be_anyones() {
    let odd = AccessList { unreadable: 1, ..list(&[grant("ann", Write)]) };
    let comparison = compare(account(), account().with_list("a/1", &odd));
    assert_eq!(shown(&comparison), ["a/1 ann Raised read write", "a/1 bob Unknown write -"]);
    let comparison = compare(account().with_list("a/1", &odd), account());
    assert_eq!(shown(&comparison), ["a/1 ann Lowered write read", "a/1 bob Unknown - write"]);
}

#[test]
fn what_came_and_went_did_so_with_its_permissions() {
    let comparison =
        compare(account().with("a/2", &[("bob", Read)]), account().with("a/3", &[("bob", Manage)]));
    assert_eq!(existence(&comparison, "a/2"), Some(Existence::Gone));
    assert_eq!(existence(&comparison, "a/3"), Some(Existence::New));
    assert_eq!(shown(&comparison), ["a/2 bob Revoked read -", "a/3 bob Granted - manage"]);
}

#[test]
fn what_is_missing_from_a_list_that_was_cut_off_is_not_gone() {
    let cut = |sketch: Sketch| {
        sketch.also(|one| {
            one.organization_facts(&organization("a")).unwrap().images = ListReading::not_read(denied());
        })
    };
    let comparison = compare(account().with("a/2", &[("bob", Read)]), cut(account()));
    assert_eq!((existence(&comparison, "a/2"), shown(&comparison).len()), (Some(Existence::Unknown), 0));
    let comparison = compare(cut(account()), account().with("a/2", &[("bob", Read)]));
    assert_eq!((existence(&comparison, "a/2"), shown(&comparison).len()), (Some(Existence::Unknown), 0));
}

#[test]
fn what_another_user_does_not_see_is_gone_only_if_the_accounts_total_says_so() {
    // An ordinary user's snapshot was compared with the administrator's: 1,786 images were called gone.
    let before = || account().with("a/2", &[("bob", Read)]).freeze();
    let after = |is_same: bool, total: Option<u64>, counted: Option<u64>| {
        let mut sketch = account();
        sketch.0.organization_facts(&organization("a")).unwrap().counted = counted;
        let mut snapshot = sketch.freeze();
        snapshot.totals.images = total;
        if !is_same {
            snapshot.about.caller = person("bob");
        }
        existence(&Comparison::new(&before(), &snapshot).unwrap(), "a/2")
    };
    assert_eq!(after(false, Some(1), None), Some(Existence::Gone));
    assert_eq!(after(false, Some(2), Some(1)), Some(Existence::Unknown));
    assert_eq!(after(false, None, Some(1)), Some(Existence::Unknown));
    assert_eq!(after(true, None, Some(1)), Some(Existence::Gone));
    assert_eq!(after(true, None, Some(2)), Some(Existence::Unknown));
    assert_eq!(after(true, None, None), Some(Existence::Unknown));
}

#[test]
fn what_is_out_of_scope_or_of_a_list_that_no_total_proves_is_not_known() {
    let whole = || account().with("b", &[]).with("b/1", &[("bob", Read)]).freeze();
    let in_scope = |scope: Scope| {
        let mut snapshot = account().freeze();
        snapshot.about.scope = scope;
        snapshot
    };
    let part = Comparison::new(&whole(), &in_scope(Scope::Some(vec![organization("a")]))).unwrap();
    assert_eq!(existence(&part, "b"), Some(Existence::Unknown));
    assert_eq!(existence(&part, "b/1"), Some(Existence::Unknown));
    let all = Comparison::new(&whole(), &in_scope(Scope::All)).unwrap();
    assert_eq!(existence(&all, "b"), Some(Existence::Gone));
    assert_eq!(existence(&all, "b/1"), Some(Existence::Gone));
    let mut without_total = account().freeze();
    without_total.totals.organizations = None;
    assert_eq!(existence(&Comparison::new(&whole(), &without_total).unwrap(), "b"), Some(Existence::Unknown));
}

#[test]
fn what_vanished_during_a_scan_is_gone_if_that_scan_came_to_its_end() {
    let after = |is_stopped: bool| {
        let mut snapshot = account().unread("a/1", Reading::Gone).freeze();
        snapshot.is_stopped = is_stopped;
        existence(&Comparison::new(&account().freeze(), &snapshot).unwrap(), "a/1")
    };
    assert_eq!((after(false), after(true)), (Some(Existence::Gone), Some(Existence::Unknown)));
    let comparison = compare(account().unread("a/1", Reading::Gone), account());
    assert_eq!(existence(&comparison, "a/1"), Some(Existence::New), "and made again since");
    let gone = || account().unread("a/1", Reading::Gone);
    assert_eq!(existence(&compare(gone(), gone()), "a/1"), None);
    let group = compare(account(), account().unread("a", Reading::Gone).unread("a/1", Reading::Gone));
    assert_eq!(existence(&group, "a"), Some(Existence::Gone));
}

#[test]
fn what_was_made_anew_made_public_or_shared_is_said() {
    let numbered = |number: &str| AccessList { id: Some(number.into()), ..list(&[grant("ann", Read)]) };
    let before = || account().with_list("a/1", &numbered("1")).shared("a/1", &["x", "y"]);
    let after = account()
        .with_list("a/1", &numbered("2"))
        .shared("a/1", &["y", "z"])
        .visible("a/1", Visibility::Public);
    let comparison = compare(before(), after);
    let one = of(&comparison, "a/1");
    assert_eq!(one.made_anew, Some(Numbers { before: "1".into(), after: "2".into() }));
    assert_eq!(one.visibility, Some(VisibilityChange::MadePublic));
    let account_names = |name: &str| vec![AccountName::new(name)];
    assert_eq!(one.shares, SharesChange::Known { shared: account_names("z"), unshared: account_names("x") });
    let unread =
        before().also(|one| one.shares(&target("a/1"), Shares::Listed)).visible("a/1", Visibility::Unknown);
    let comparison = compare(before(), unread);
    let one = of(&comparison, "a/1");
    assert_eq!((&one.shares, one.visibility, &one.made_anew), (&SharesChange::Unknown, None, &None));
    let private = compare(before().visible("a/1", Visibility::Public), before());
    assert_eq!(of(&private, "a/1").visibility, Some(VisibilityChange::MadePrivate));
}

#[test]
fn a_user_is_called_otherwise_if_the_account_says_so_or_all_lists_do() {
    let named = |name: &str| list(&[UserGrant { name: Some(UserName::new(name)), ..grant("eve", Read) }]);
    let renamed = |before: Sketch, after: Sketch| {
        compare(before, after).renamed.into_iter().map(|one| one.id).collect::<Vec<_>>()
    };
    let eve = [UserId::new("eve")];
    let with = |name: &str| account().with_list("a/2", &named(name));
    assert_eq!(renamed(with("eve"), with("new")), eve);
    assert_eq!(renamed(with("eve"), with("eve")), []);
    // Another list, which was not read, may have the former name.
    assert_eq!(renamed(with("eve"), with("new").unread("a/1", denied())), []);
    let listed = |name: &str| {
        account().also(|builder| {
            let user = crate::model::user::AccountUser {
                person: crate::model::user::Person { id: UserId::new("ann"), name: UserName::new(name) },
                is_enabled: true,
            };
            builder.users(ListReading::whole(AT), &[user]);
        })
    };
    assert_eq!(renamed(listed("ann"), listed("anna").unread("a/1", denied())), [UserId::new("ann")]);
}

#[test]
fn snapshots_of_two_accounts_or_regions_are_not_compared() {
    let (before, mut after) = (account().freeze(), account().freeze());
    after.about.account.name = AccountName::new("other");
    assert_eq!(Comparison::new(&before, &after), Err(Mismatch::Account));
    after.about.region = RegionId::new("other");
    assert_eq!(Comparison::new(&before, &after), Err(Mismatch::Region));
}
