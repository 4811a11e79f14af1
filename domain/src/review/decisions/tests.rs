//! Decisions by example.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::model::catalog::Visibility;
use crate::model::level::Level::{Manage, Read, Write};
use crate::model::level::Permission;
use crate::review::compare::Comparison;
use crate::review::findings::{Rule, Thresholds, findings};
use crate::review::sketch::{AT, Sketch, any_unread, any_world, denied, draw, grant, list, person};
use crate::review::snapshot::Snapshot;
use crate::text::time::UnixMillis;

fn agenda_of(snapshot: &Snapshot, before: Option<&Snapshot>) -> Agenda {
    let since = before.map(|before| Comparison::new(before, snapshot).unwrap());
    agenda(snapshot, &findings(snapshot, &Thresholds::default(), since.as_ref()), since.as_ref())
}

fn shown(snapshot: &Snapshot, agenda: &Agenda) -> Vec<String> {
    let name = |place: usize| snapshot.subject(place).unwrap().target.to_string();
    let one = |single: &Single| {
        let user = single.user.map(|user| snapshot.people().get(user).unwrap().id.to_string());
        let names: Vec<_> = single.places.iter().map(|place| name(*place)).collect();
        format!("{} {} {:?}", names.join(" "), user.unwrap_or_default(), single.why)
    };
    let group = |group: &Together| {
        let names: Vec<_> = group.places.iter().map(|place| name(*place)).collect();
        format!("{}: {}", names.join(" "), group.grants)
    };
    agenda.singles.iter().map(one).chain(agenda.groups.iter().map(group)).collect()
}

fn sketch() -> Sketch {
    Sketch::new()
        .users(&["ann", "bob", "eve"])
        .with("a", &[("ann", Manage), ("bob", Manage), ("eve", Read), ("admin", Read)])
        .with("a/1", &[("eve", Read), ("x", Write)])
        .with("a/2", &[("eve", Read), ("x", Write)])
        .with("a/3", &[])
        .visible("a/3", Visibility::Public)
}

#[test]
fn what_matters_is_decided_one_by_one_and_the_rest_together() {
    let snapshot = sketch().freeze();
    let expected = [
        "a admin [Own]",
        "a ann [Manage]",
        "a bob [Manage]",
        "a/1 a/2 x [Finding(NotInAccount)]",
        "a/3  [Finding(Public)]",
        "a: 1",
        "a/1 a/2: 2",
    ];
    assert_eq!(shown(&snapshot, &agenda_of(&snapshot, None)), expected);
}

#[test]
fn what_is_new_is_decided_one_by_one() {
    let before = Sketch::new().with("a", &[("eve", Read)]).unread("a/1", denied()).freeze();
    let after = || Sketch::new().users(&["eve", "bob"]).with("a", &[("eve", Read), ("bob", Read)]);
    let snapshot = after().with("a/1", &[("eve", Read)]).freeze();
    let agenda = agenda_of(&snapshot, Some(&before));
    let news: Vec<_> = shown(&snapshot, &agenda).into_iter().filter(|one| one.contains("New")).collect();
    assert_eq!(news, ["a bob [New]", "a/1 eve [New]"], "what was not read before may be new");
}

fn by(verdict: Verdict, reason: Option<Reason>) -> Decided {
    Decided { verdict, reason, at: AT }
}

fn reason() -> Option<Reason> {
    Reason::new("on call")
}

#[test]
fn keeping_what_matters_needs_a_reason() {
    let snapshot = sketch().freeze();
    let mut decisions = Decisions::new(agenda_of(&snapshot, None));
    assert_eq!(decisions.decide(1, by(Verdict::Keep, None)), Err(Refused::NeedsReason));
    assert_eq!(decisions.decide(1, by(Verdict::Keep, reason())), Ok(()));
    assert_eq!(decisions.decide(1, by(Verdict::Remove, None)), Ok(()));
    assert_eq!(decisions.single(1).map(|decided| decided.verdict), Some(Verdict::Remove));
    assert_eq!(decisions.decide(2, by(Verdict::Lower(Manage), None)), Err(Refused::NotLower));
    assert_eq!(decisions.decide(2, by(Verdict::Lower(Write), None)), Ok(()));
    assert_eq!(decisions.decide(4, by(Verdict::Remove, None)), Err(Refused::NoPermission));
    assert_eq!(decisions.decide(4, by(Verdict::Ask, None)), Ok(()));
    assert_eq!(decisions.decide(5, by(Verdict::Ask, None)), Err(Refused::NoItem));
}

#[test]
fn a_group_is_decided_once_it_was_opened() {
    let snapshot = sketch().freeze();
    let mut decisions = Decisions::new(agenda_of(&snapshot, None));
    assert_eq!(decisions.decide_group(1, by(Verdict::Keep, None)), Err(Refused::NotOpened));
    decisions.open(1);
    assert_eq!(decisions.decide_group(1, by(Verdict::Keep, None)), Ok(()));
    assert_eq!(decisions.decide_group(2, by(Verdict::Keep, None)), Err(Refused::NoItem));
    assert_eq!(decisions.counts().keep, Tally { one_by_one: 0, together: 2 });
    decisions.withdraw_group(1);
    assert_eq!((decisions.group(1), decisions.counts().keep), (None, Tally::default()));
}

#[test]
fn what_is_undecided_is_signed_as_undecided() {
    let snapshot = sketch().unread("a/4", denied()).freeze();
    let mut decisions = Decisions::new(agenda_of(&snapshot, None));
    decisions.decide(1, by(Verdict::Keep, reason())).unwrap();
    decisions.decide(2, by(Verdict::Ask, None)).unwrap();
    decisions.withdraw(2);
    let signed = decisions.clone().sign(&snapshot, person("admin"), UnixMillis(3), Some("sha256:0".into()));
    assert_eq!(signed.counts().keep.one_by_one, 1);
    assert_eq!(signed.counts().undecided, Tally { one_by_one: 5, together: 3 });
    assert_eq!((signed.not_read(), signed.own(), signed.digest()), (1, 1, Some("sha256:0")));
    assert_eq!((signed.by(), signed.at(), signed.decisions()), (&person("admin"), UnixMillis(3), &decisions));
    assert_eq!(signed.reopen(), decisions);
}

#[test]
fn each_permission_of_the_reviewer_is_one_for_the_second_person() {
    let own = |snapshot: &Snapshot| {
        Decisions::new(agenda_of(snapshot, None)).sign(snapshot, person("admin"), AT, None).own()
    };
    assert_eq!(own(&sketch().with("a/4", &[("admin", Read)]).with("a/5", &[("admin", Read)]).freeze()), 3);
    assert_eq!(own(&Sketch::new().with("a", &[("ann", Manage)]).freeze()), 0);
}

#[test]
fn what_is_riskier_comes_first() {
    let snapshot = sketch().freeze();
    let agenda = agenda_of(&snapshot, None);
    let places: Vec<_> = shown(&snapshot, &agenda);
    let order: Vec<_> = agenda.by_risk().into_iter().map(|item| places[item].as_str()).collect();
    assert_eq!(
        order,
        [
            "a/1 a/2 x [Finding(NotInAccount)]",
            "a/3  [Finding(Public)]",
            "a ann [Manage]",
            "a bob [Manage]",
            "a admin [Own]",
        ]
    );
}

#[test]
fn a_value_that_is_no_level_can_be_lowered_to_any() {
    let odd = list(&[grant("ann", Permission::Unknown("9".into()))]);
    let snapshot = Sketch::new().users(&["ann"]).with_list("a", &odd).freeze();
    let mut decisions = Decisions::new(agenda_of(&snapshot, None));
    assert_eq!(decisions.agenda().singles[0].why, [Why::Finding(Rule::NoLevel)]);
    assert_eq!(decisions.decide(0, by(Verdict::Lower(Manage), None)), Ok(()));
}

#[test]
fn decisions_are_carried_over_to_what_has_stayed_the_same() {
    let before = sketch().freeze();
    let mut decisions = Decisions::new(agenda_of(&before, None));
    for item in 0..5 {
        decisions.decide(item, by(Verdict::Keep, reason())).unwrap();
    }
    for group in 0..2 {
        decisions.open(group);
        decisions.decide_group(group, by(Verdict::Keep, None)).unwrap();
    }
    let same = decisions.carried(&before, &before, agenda_of(&before, None));
    assert_eq!(same, decisions);
    let after = sketch().with("a/2", &[("eve", Write), ("x", Read)]).freeze();
    let carried = decisions.carried(&before, &after, agenda_of(&after, None));
    let open: Vec<_> = shown(&after, carried.agenda())
        .into_iter()
        .zip(
            (0..6)
                .map(|item| carried.single(item).is_some())
                .chain((0..3).map(|group| carried.group(group).is_some())),
        )
        .filter_map(|(one, is_decided)| (!is_decided).then_some(one))
        .collect();
    assert_eq!(open, ["a/1 x [Finding(NotInAccount)]", "a/2 x [Finding(NotInAccount)]", "a/1: 1", "a/2: 1"]);
}

// A decision on a share with one account was carried over to a share with another account.
#[test]
fn a_decision_on_a_share_is_about_these_accounts() {
    let shared = |account: &str| {
        Sketch::new().users(&["ann", "bob"]).with("a/1", &[]).shared("a/1", &[account]).freeze()
    };
    let (before, after) = (shared("partner"), shared("other"));
    let mut decisions = Decisions::new(agenda_of(&before, None));
    assert_eq!(shown(&before, decisions.agenda()), ["a/1  [Finding(Shared)]"]);
    decisions.decide(0, by(Verdict::Keep, reason())).unwrap();
    let carried = |to: &Snapshot| decisions.carried(&before, to, agenda_of(to, None)).single(0).is_some();
    assert_eq!((carried(&before), carried(&after)), (true, false));
}

/// Decisions on some of the items, in all ways.
fn decide_some(agenda: Agenda, picks: &[usize]) -> Decisions {
    let mut decisions = Decisions::new(agenda);
    for pick in picks {
        let (item, verdict) =
            (pick / 4, [Verdict::Keep, Verdict::Lower(Read), Verdict::Remove, Verdict::Ask][pick % 4]);
        let _ = decisions.decide(item, by(verdict, reason()));
        decisions.open(item);
        let _ = decisions.decide_group(item, by(verdict, None));
    }
    decisions
}

proptest! {
    #[test]
    fn each_permission_is_to_be_decided_once(world in any_world(), unread in any_unread()) {
        let snapshot = draw(&world, &unread);
        let decisions = Decisions::new(agenda_of(&snapshot, None));
        let of_users = decisions.agenda().singles.iter().filter(|single| single.user.is_some());
        let singles: usize = of_users.map(|single| single.places.len()).sum();
        let together: usize = decisions.agenda().groups.iter().map(|group| group.grants).sum();
        prop_assert_eq!(singles + together, snapshot.grants().len());
        let mut in_groups = 0;
        for place in decisions.agenda().groups.iter().flat_map(|group| &group.places) {
            in_groups += snapshot.list(*place).filter(|(user, _)| !decisions.is_apart(*place, *user)).count();
        }
        prop_assert_eq!(in_groups, together);
    }

    #[test]
    fn what_is_counted_is_what_there_is(world in any_world(), unread in any_unread(), picks in vec(0usize..40, 0..9)) {
        let snapshot = draw(&world, &unread);
        let decisions = decide_some(agenda_of(&snapshot, None), &picks);
        let (mut counts, mut all) = (Counts::default(), 0);
        for one in decisions.each(&snapshot) {
            let tally = counts.of(one.decided);
            *match one.mode {
                Mode::One => &mut tally.one_by_one,
                Mode::Together => &mut tally.together,
            } += 1;
            all += 1;
        }
        prop_assert_eq!((counts, counts.all()), (decisions.counts(), all));
        prop_assert_eq!(&decisions.carried(&snapshot, &snapshot, decisions.agenda().clone()), &decisions);
        prop_assert_eq!(decisions.agenda().by_risk().len(), decisions.agenda().singles.len());
    }
}
