//! What is held back, and the barrier between stages.

use super::*;

fn held(on: &str, user: &str) -> Word {
    Word::NotSent(NotSent::HeldBack { target: target(on), user: UserId::new(user) })
}

const ANN: &[(&str, Level)] = &[("ann", Manage)];

#[test]
fn without_a_successor_the_last_manager_stays() {
    let edits = || [staged("a", "ann", Some(Manage), None), staged("a", "bob", None, Some(Manage))];
    let mut refused = run(edits());
    let asked = answer(&mut refused, [of(ANN), status(500), of(ANN)]);
    assert_eq!((asked.len(), refused.next_command(), refused.state()), (3, None, State::Finished));
    assert_eq!(words(&refused)[1], held("a", "bob"));
    assert_eq!(refused.left_over(), edits().into_iter().collect());
    let mut done = run(edits());
    let both = || of(&[("ann", Manage), ("bob", Manage)]);
    let answers = [of(ANN), Answer::Done, both(), both(), Answer::Done, of(&[("bob", Manage)])];
    assert_eq!(answer(&mut done, answers)[4], "revoke a ann");
    assert_eq!(kinds(&done), [Some(Kind::Applied); 2]);
    assert!(done.left_over().is_empty());
}

#[test]
fn what_is_left_over_is_still_held_back_in_the_next_run() {
    let mut first = run([staged("a", "ann", Some(Manage), None), staged("a", "bob", None, Some(Manage))]);
    let changed = || of(&[("ann", Manage), ("bob", Read)]);
    answer(&mut first, [changed()]);
    assert_eq!(first.next_command(), None);
    let mut second = Run::new(&first.left_over(), &UserId::new("me"));
    answer(&mut second, [changed()]);
    assert_eq!((second.next_command(), &words(&second)[1]), (None, &held("a", "bob")));
}

#[test]
fn on_one_target_any_grant_may_be_meant_for_the_one_who_goes() {
    let mut run = run([staged("a", "ann", Some(Push), None), staged("a", "bob", None, Some(Push))]);
    answer(&mut run, [denied()]);
    assert_eq!((run.next_command(), &words(&run)[1]), (None, &held("a", "bob")));
}

#[test]
fn a_permission_is_not_taken_away_before_the_one_that_replaces_it_is_there() {
    let edits = [
        staged("a", "ann", None, Some(Push)),
        staged("a/1", "ann", Some(Push), None),
        staged("a/1", "bob", Some(Push), None),
        staged("b/1", "ann", Some(Push), None),
    ];
    let mut run = run(edits);
    answer(&mut run, [denied()]);
    let bob = of(&[("ann", Push), ("bob", Push)]);
    let asked = answer(&mut run, [bob, Answer::Done, of(&[("ann", Push)])]);
    assert_eq!(asked[1], "revoke a/1 bob", "it has nothing to do with ann");
    answer(&mut run, [of(&[("ann", Push)]), Answer::Done, of(&[])]);
    assert_eq!(words(&run)[1], held("a", "ann"));
    assert_eq!(words(&run)[3], Word::Applied(Said::Done), "this is another organization");
}

#[test]
fn a_manager_of_an_image_stays_if_the_successor_on_the_organization_did_not_come_about() {
    let mut run = run([
        staged("a", "bob", None, Some(Manage)),
        staged("a/1", "ann", Some(Manage), Some(Read)),
        staged("a/1", "eve", Some(Push), Some(Read)),
    ]);
    answer(&mut run, [denied(), of(&[("ann", Manage), ("eve", Push)]), Answer::Done, of(&[("eve", Read)])]);
    assert_eq!(words(&run)[1], held("a", "bob"));
    assert_eq!(kinds(&run)[2], Some(Kind::Applied));
}

#[test]
fn what_somebody_else_has_given_counts_as_there() {
    let mut run = run([staged("a", "ann", Some(Read), None), staged("a", "bob", None, Some(Push))]);
    let now = || of(&[("ann", Read), ("bob", Manage)]);
    let asked = answer(&mut run, [now(), now(), Answer::Done, of(&[("bob", Manage)])]);
    assert_eq!(asked, ["look a", "look a", "revoke a ann", "witness a"]);
    assert_eq!(kinds(&run), [Some(Kind::ChangedMeanwhile), Some(Kind::Applied)]);
}

#[test]
fn ones_own_rights_stay_as_long_as_something_is_left_over() {
    let mut run = run([
        staged("a", "me", Some(Manage), None),
        staged("a/1", "ann", Some(Read), None),
        staged("a/1", "me", Some(Manage), None),
        staged("b", "me", Some(Manage), None),
    ]);
    let answers = [status(500), of(&[("me", Manage)]), Answer::Done, of(&[])];
    assert_eq!(answer(&mut run, answers), ["look a/1", "look b", "revoke b me", "witness b"]);
    assert_eq!(words(&run)[1..3], [held("a/1", "ann"), held("a/1", "ann")]);
}

#[test]
fn a_stage_begins_once_the_one_before_it_has_ended() {
    let mut run = run([staged("a", "ann", None, Some(Read)), staged("b", "ann", Some(Read), None)]);
    let (look, _) = run.next_command().unwrap();
    assert_eq!(run.next_command(), None);
    run.take(look, of(&[]));
    let (grant, _) = run.next_command().unwrap();
    run.take(grant, Answer::Done);
    let (witness, _) = run.next_command().unwrap();
    assert_eq!(run.next_command(), None);
    assert_eq!(run.progress(), Progress { done: 0, of: 2, stage: Some(crate::plan::stages::Stage::Raise) });
    run.take(witness, of(&[("ann", Read)]));
    assert_eq!(called(&run.next_command().unwrap().1), "look b");
    assert_eq!((run.progress().done, run.counts().open), (1, 1));
}

#[test]
fn so_it_does_with_several_steps_at_once() {
    let raises = (0..22).map(|image| staged(&format!("a/{image:02}"), "ann", None, Some(Read)));
    let mut run =
        run(raises.chain([staged("b", "bob", Some(Push), Some(Read)), staged("c", "bob", Some(Read), None)]));
    answer(&mut run, (0..20).map(|_| of(&[("ann", Read)])));
    let looks: Vec<Ticket> = std::iter::from_fn(|| run.next_command()).map(|(ticket, _)| ticket).collect();
    assert_eq!(looks.len(), 2, "there is room for a third one");
    run.take(looks[1], of(&[("ann", Read)]));
    assert_eq!(run.next_command(), None);
    run.take(looks[0], of(&[("ann", Read)]));
    assert_eq!(answer(&mut run, [of(&[]), of(&[])]), ["look b", "look c"]);
}

#[test]
fn after_twenty_good_steps_there_are_three_at_once() {
    let edits = (0..30).map(|image| staged(&format!("a/{image:02}"), "ann", Some(Read), None));
    let mut run = run(edits);
    for _ in 0..LANES_AFTER {
        let (look, _) = run.next_command().unwrap();
        assert_eq!(run.next_command(), None);
        run.take(look, of(&[]));
    }
    let looks: Vec<Ticket> = std::iter::from_fn(|| run.next_command()).map(|(ticket, _)| ticket).collect();
    assert_eq!(looks.len(), LANES_MOST);
    run.take(looks[0], LOST);
    run.take(looks[1], of(&[]));
    assert_eq!(run.next_command(), None, "after a failure it is one again");
}
