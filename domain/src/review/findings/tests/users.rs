//! Rules about users.

use super::*;

/// An account with ten users on lists, of whom some are not in the account's user list.
fn with_strangers(strangers: usize) -> Sketch {
    let ids: Vec<String> = (0..10).map(|number| format!("u{number}")).collect();
    let known: Vec<&str> = ids.iter().skip(strangers).map(String::as_str).collect();
    let grants: Vec<_> = ids.iter().map(|id| grant(id, Read)).collect();
    tidy().users(&known).with("a", &[]).with_list("a/1", &list(&grants))
}

#[test]
fn who_is_not_in_the_accounts_user_list_is_found_wherever_they_are_listed() {
    let sketch = || tidy().with("a", &[("zoe", Manage), ("ann", Manage)]).with("a/1", &[("zoe", Read)]);
    assert_eq!(shown(sketch(), Rule::NotInAccount), ["zoe | a a/1"]);
    assert_eq!(evidence(sketch(), Rule::NotInAccount), (Evidence::NotInAccount, Weight::High));
    assert_eq!(count(sketch().unread("a", denied()), Rule::NotInAccount), Count::AtLeast(1));
    let without = sketch().without_users();
    assert_eq!(count(without, Rule::NotInAccount), Count::NotChecked(Why::UsersNotRead));
}

#[test]
fn a_user_list_that_fits_nobody_accuses_nobody() {
    // The caller was allowed to see only themselves, and everyone else was proposed for revocation.
    assert_eq!(count(with_strangers(2), Rule::NotInAccount), Count::Exactly(2), "two of ten");
    let unfit = Count::NotChecked(Why::UsersDoNotFit { strangers: 3, of: 10 });
    assert_eq!(count(with_strangers(3), Rule::NotInAccount), unfit);
    assert_eq!(count(with_strangers(3), Rule::UnknownCreator), unfit);
    assert_eq!(
        count(tidy().users(&["ann"]), Rule::NotInAccount),
        Count::Exactly(2),
        "two of three are too few to say"
    );
}

#[test]
fn who_cannot_sign_in_is_found() {
    let sketch = || tidy().users(&["ann", "bob", "eve!", "dan!"]);
    assert_eq!(shown(sketch(), Rule::Disabled), ["eve | a/1"], "dan is on no list");
    assert_eq!(count(sketch().without_users(), Rule::Disabled), Count::NotChecked(Why::UsersNotRead));
    let cut = sketch().also(|one| {
        let user = crate::model::user::AccountUser { person: person("eve"), is_enabled: false };
        one.users(ListReading::read(AT, 1, crate::model::catalog::Completeness::Whole), &[user]);
    });
    assert_eq!(count(cut, Rule::Disabled), Count::AtLeast(1));
}

#[test]
fn one_name_under_several_ids_is_worse_if_one_of_them_is_gone() {
    let namesake = UserGrant { name: Some(UserName::new("name of ann")), ..grant("old", Read) };
    let sketch = || tidy().with_list("a/1", &list(std::slice::from_ref(&namesake)));
    assert_eq!(shown(sketch(), Rule::SharedName), ["ann old | a a/1"]);
    let (facts, weight) = evidence(sketch(), Rule::SharedName);
    let name = UserName::new("name of ann");
    assert_eq!(facts, Evidence::Name { name: name.clone(), not_in_account: Some(1) });
    assert_eq!(weight, Weight::High);
    let (facts, weight) = evidence(sketch().without_users(), Rule::SharedName);
    assert_eq!((facts, weight), (Evidence::Name { name, not_in_account: None }, Weight::Medium));
    assert_eq!(count(sketch().without_users(), Rule::SharedName), Count::AtLeast(1));
}

#[test]
fn one_id_under_several_names_is_found() {
    let renamed = UserGrant { name: Some(UserName::new("former")), ..grant("eve", Write) };
    let sketch = || tidy().with_list("a/1", &list(std::slice::from_ref(&renamed)));
    assert_eq!(shown(sketch(), Rule::SeveralNames), ["eve | a/1"]);
    let names = ["name of eve", "former"].map(UserName::new).to_vec();
    assert_eq!(evidence(sketch(), Rule::SeveralNames), (Evidence::Names(names), Weight::Low));
    assert_eq!(
        count(sketch().without_users(), Rule::SeveralNames),
        Count::AtLeast(0),
        "the account's name is not known"
    );
}

#[test]
fn who_made_an_organization_is_looked_for_by_name() {
    let made_by = |name: Option<&str>| {
        tidy().also(|one| {
            let listed = crate::review::snapshot::ListedOrganization {
                name: organization("c"),
                number: None,
                creator: name.map(UserName::new),
                counted: None,
            };
            one.organization(&listed);
            one.list(&target("c"), AT, &AccessList::default());
            one.organization_facts(&organization("c")).unwrap().images = ListReading::whole(AT);
        })
    };
    assert_eq!(count(made_by(Some("name of ann")), Rule::UnknownCreator), Count::Exactly(0));
    assert_eq!(shown(made_by(Some("zoe")), Rule::UnknownCreator), ["c"]);
    let (_, report) = report(made_by(Some("zoe")), Rule::UnknownCreator);
    assert_eq!(report.findings()[0].certainty, Certainty::Probable);
    assert_eq!(count(made_by(None), Rule::UnknownCreator), Count::AtLeast(0));
    assert_eq!(
        count(made_by(Some("zoe")).without_users(), Rule::UnknownCreator),
        Count::NotChecked(Why::UsersNotRead)
    );
}

#[test]
fn who_accepts_one_account_does_not_accept_another() {
    let fingerprint = |accounts: &[&str]| {
        let (snapshot, report) = report(tidy().shared("a/1", accounts), Rule::Shared);
        report.findings()[0].fingerprint(&snapshot)
    };
    assert_eq!(fingerprint(&["x", "y"]), fingerprint(&["y", "x"]));
    assert_ne!(fingerprint(&["x"]), fingerprint(&["x", "y"]));
    let one = fingerprint(&["x"]);
    assert_eq!((one.rule, one.target.clone(), one.users.len()), (Rule::Shared, Some(target("a/1")), 0));
    let accepted = Accepted {
        finding: one.clone(),
        reason: crate::change::reason::Reason::new("agreed").unwrap(),
        by: person("ann"),
        until: UnixMillis(5_000),
    };
    assert!(accepted.holds(&one, UnixMillis(4_999)));
    assert!(!accepted.holds(&one, UnixMillis(5_000)), "nothing is accepted for ever");
    assert!(!accepted.holds(&fingerprint(&["x", "y"]), UnixMillis(0)));
    let (snapshot, report) = report(tidy().with("a/1", &[("zoe", Read)]), Rule::NotInAccount);
    assert_eq!(report.findings()[0].fingerprint(&snapshot).users, [UserId::new("zoe")]);
}
