//! Rules about organizations and images.

use super::*;

#[test]
fn what_was_not_read_comes_first_with_its_reason() {
    let cut = |one: &mut crate::review::snapshot::Builder| {
        one.organization_facts(&organization("a")).unwrap().images = ListReading::not_read(denied());
    };
    let sketch = || {
        tidy()
            .unread("a/2", denied())
            .unread("a/3", Reading::Failed(Fault::TimeOut))
            .unread("a/4", Reading::Gone)
            .with_list("a/5", &odd(2, &[]))
            .also(cut)
    };
    assert_eq!(shown(sketch(), Rule::NotRead), ["a", "a/2", "a/3", "a/5"]);
    let (_, report) = report(sketch(), Rule::NotRead);
    let evidence: Vec<_> = report.findings().iter().map(|finding| finding.evidence.clone()).collect();
    let expected = [
        Evidence::ListOpen(ListReading::not_read(denied())),
        Evidence::ListNotRead(denied()),
        Evidence::ListNotRead(Reading::Failed(Fault::TimeOut)),
        Evidence::UnreadableEntries(2),
    ];
    assert_eq!(evidence, expected);
}

#[test]
fn a_public_image_is_found_and_one_that_may_be_is_left_out() {
    let public = || tidy().visible("a/1", Visibility::Public);
    assert_eq!(shown(public(), Rule::Public), ["a/1"]);
    assert_eq!(evidence(public(), Rule::Public), (Evidence::Public, Weight::High));
    assert_eq!(
        count(tidy().unread("a/1", denied()).visible("a/1", Visibility::Public), Rule::Public),
        Count::Exactly(1),
        "its list says so"
    );
    let open = public().with("a/2", &[]).visible("a/2", Visibility::Unknown);
    assert_eq!(count(open, Rule::Public), Count::AtLeast(1));
    assert_eq!(count(public().unread("a/1", Reading::Gone), Rule::Public), Count::Exactly(0));
}

#[test]
fn a_shared_image_says_with_whom_and_until_when() {
    let ends = |untils: &[Until]| {
        let share =
            |until: &Until| Share { account: Some(AccountName::new("partner")), until: until.clone() };
        let shares = Shares::Read(untils.iter().map(share).collect());
        evidence(tidy().also(|one| one.shares(&target("a/1"), shares)), Rule::Shared)
    };
    let facts = |evidence: Evidence| match evidence {
        Evidence::SharedWith { accounts, is_forever, expired } => (accounts.len(), is_forever, expired),
        other => panic!("{other:?}"),
    };
    // The snapshot ends at 2,000.
    let (past, future) = (Until::End(UnixMillis(1_999)), Until::End(UnixMillis(2_000)));
    let (forever, weight) = ends(&[Until::NoEnd, past.clone()]);
    assert_eq!((facts(forever), weight), ((2, true, 1), Weight::High));
    let (expired, weight) = ends(&[past.clone(), past]);
    assert_eq!((facts(expired), weight), ((2, false, 2), Weight::Low));
    let (odd, weight) = ends(&[future, Until::Odd(String::new())]);
    assert_eq!((facts(odd), weight), ((2, false, 0), Weight::High));
    let listed = || tidy().also(|one| one.shares(&target("a/1"), Shares::Listed));
    assert_eq!(evidence(listed(), Rule::Shared), (Evidence::SharedWithUnread, Weight::High));
    assert_eq!(count(listed(), Rule::Shared), Count::AtLeast(1));
}

#[test]
fn one_manager_is_too_few_and_none_is_worse() {
    let with = |organization: &[(&str, Level)], image: &[(&str, Level)]| {
        tidy().with("a", organization).with("a/1", image)
    };
    let few = |organization: &[(&str, Level)], image: &[(&str, Level)]| {
        let (_, report) = report(with(organization, image), Rule::FewManagers);
        report.findings().first().map(|finding| (finding.evidence.clone(), finding.weight))
    };
    let only = Some((Evidence::OnlyManager, Weight::Medium));
    assert_eq!(few(&[("ann", Manage)], &[("bob", Write)]), only);
    assert_eq!(few(&[("ann", Write)], &[("bob", Manage)]), only);
    assert_eq!(few(&[("ann", Manage)], &[("ann", Manage)]), only, "one user on both lists");
    assert_eq!(few(&[("ann", Manage)], &[("bob", Manage)]), None);
    assert_eq!(few(&[("ann", Write)], &[]), Some((Evidence::NoManager, Weight::High)));
    assert_eq!(shown(with(&[("ann", Manage)], &[]), Rule::FewManagers), ["a/1 ann"]);
}

#[test]
fn nobody_is_called_the_only_manager_while_another_user_may_be_one() {
    let unknown = UserGrant { permission: Permission::Unknown("9".into()), ..grant("eve", Read) };
    let single = || tidy().with("a", &[("ann", Manage)]);
    for open in [
        single().unread("a/1", denied()),
        single().with_list("a/1", &odd(1, &[])),
        single().with_list("a/1", &list(std::slice::from_ref(&unknown))),
        tidy().unread("a", denied()).with("a/1", &[("ann", Manage)]),
        tidy().with_list("a", &odd(1, &[grant("ann", Manage)])),
        tidy().with_list("a", &list(&[grant("ann", Manage), unknown])),
    ] {
        assert_eq!(count(open, Rule::FewManagers), Count::NotChecked(Why::NothingRead));
    }
    let two_are_known = tidy().unread("a", denied()).with("a/1", &[("ann", Manage), ("bob", Manage)]);
    assert_eq!(
        count(two_are_known, Rule::FewManagers),
        Count::Exactly(0),
        "however many others there may be"
    );
}

#[test]
fn what_adds_nothing_is_one_finding_for_each_user_of_an_organization() {
    let sketch = || {
        tidy()
            .with("a", &[("ann", Manage), ("bob", Write)])
            .with("a/1", &[("ann", Read), ("bob", Write), ("eve", Read)])
            .with("a/2", &[("ann", Manage), ("bob", Manage), ("eve", Read)])
            .visible("a/2", Visibility::Public)
    };
    assert_eq!(shown(sketch(), Rule::AddsNothing), ["a ann | a/1 a/2", "a bob | a/1", "a eve | a/2"]);
    let (_, report) = report(sketch(), Rule::AddsNothing);
    let evidence: Vec<_> = report.findings().iter().map(|finding| finding.evidence.clone()).collect();
    let within = Evidence::WithinOrganization;
    assert_eq!(evidence, [within(Manage), within(Write), Evidence::WithinPublic]);
    assert!(report.findings().iter().all(|finding| finding.certainty == Certainty::Inferred));
    let unread = sketch().unread("a", denied());
    assert_eq!(count(unread, Rule::AddsNothing), Count::NotChecked(Why::NothingRead));
    let open = sketch().with_list("a", &odd(1, &[grant("ann", Manage)]));
    assert_eq!(shown(open, Rule::AddsNothing), ["a ann | a/1 a/2"], "eve may be on the organization's list");
}

#[test]
fn too_many_managers_of_an_organization_or_of_an_image() {
    let four = [("ann", Manage), ("bob", Manage), ("eve", Manage), ("dan", Manage)];
    let many = || tidy().users(&["ann", "bob", "eve", "dan"]).with("a", &four).with("a/1", &[]);
    assert_eq!(shown(many(), Rule::ManyManagers), ["a ann bob dan eve", "a/1 ann bob dan eve"]);
    let three = || many().with("a", &four[..3]);
    assert_eq!(shown(three(), Rule::ManyManagers), Vec::<String>::new(), "three of three users");
    let readers = [("dan", Read), ("x", Read), ("y", Read)];
    assert_eq!(
        shown(three().with("a/1", &readers), Rule::ManyManagers),
        Vec::<String>::new(),
        "three of six"
    );
    let (_, report) = report(three().with("a/1", &readers[..2]), Rule::ManyManagers);
    let [finding] = report.findings() else { panic!("{report:?}") };
    assert_eq!(finding.evidence, Evidence::Managers { managers: 3, of: 5 });
    let least = many().with_list("a", &odd(1, &four.map(|(id, level)| grant(id, level))));
    assert_eq!(count(least, Rule::ManyManagers), Count::AtLeast(1), "there may be more, not fewer");
    let open = three().with_list("a", &odd(1, &[grant("ann", Manage)]));
    assert_eq!(count(open, Rule::ManyManagers), Count::NotChecked(Why::NothingRead));
}

#[test]
fn a_value_that_is_no_level_is_found_by_list() {
    let unknown = |id: &str, value: &str| UserGrant {
        permission: Permission::Unknown(value.into()),
        ..grant(id, Read)
    };
    let missing = UserGrant { permission: Permission::Missing, ..grant("dan", Read) };
    let sketch = || {
        tidy().with_list(
            "a/1",
            &list(&[unknown("ann", "9"), unknown("bob", "9"), missing.clone(), grant("eve", Read)]),
        )
    };
    assert_eq!(shown(sketch(), Rule::NoLevel), ["a/1 ann bob dan"]);
    let values = vec![Permission::Missing, Permission::Unknown("9".into())];
    assert_eq!(evidence(sketch(), Rule::NoLevel), (Evidence::Values(values), Weight::High));
    assert_eq!(count(sketch().unread("a", denied()), Rule::NoLevel), Count::AtLeast(1));
    assert_eq!(count(tidy().unread("a", denied()), Rule::NoLevel), Count::AtLeast(0), "the rest was checked");
    let cut = tidy().unread("a", denied()).with_list("a/1", &odd(1, &[unknown("ann", "9")]));
    assert_eq!(count(cut, Rule::NoLevel), Count::AtLeast(1), "a list that was cut off shows what it shows");
}

#[test]
fn the_same_level_on_most_images_could_be_one_on_the_organization() {
    let level_on = |count: usize, level: Level, of: usize| {
        let names: Vec<String> = (0..of).map(|number| format!("b/{number}")).collect();
        names.iter().enumerate().fold(
            tidy().with("b", &[("ann", Read), ("bob", Write)]),
            |sketch, (index, name)| {
                let grants: &[_] = if index < count { &[("ann", level), ("bob", level)] } else { &[] };
                sketch.with(name, grants)
            },
        )
    };
    assert_eq!(
        shown(level_on(4, Write, 5), Rule::Widespread),
        ["b ann"],
        "bob holds as much of the organization"
    );
    assert_eq!(shown(level_on(4, Manage, 5), Rule::Widespread), ["b ann", "b bob"]);
    for few in [level_on(3, Write, 5), level_on(4, Write, 4), level_on(5, Read, 5)] {
        assert_eq!(shown(few, Rule::Widespread), Vec::<String>::new());
    }
    let (_, report) = report(level_on(5, Manage, 6), Rule::Widespread);
    let facts = Evidence::OnMostImages { level: Manage, images: 5, of: 6 };
    assert_eq!(report.findings()[0].evidence, facts);
    let one_unread = level_on(5, Write, 6).unread("b/5", denied());
    assert_eq!(
        count(one_unread, Rule::Widespread),
        Count::AtLeast(1),
        "five of six are most, whatever the sixth says"
    );
    let organization_unread = level_on(5, Write, 5).unread("b", denied());
    assert_eq!(count(organization_unread, Rule::Widespread), Count::AtLeast(0));
    let unlisted = level_on(5, Write, 5).also(|one| {
        one.organization_facts(&organization("b")).unwrap().images = ListReading::not_read(denied());
    });
    assert_eq!(shown(unlisted, Rule::Widespread), Vec::<String>::new(), "nobody knows of how many");
}
