//! Pauses, stops, and what a run does by itself.

use super::*;

const ANN: &[(&str, Level)] = &[("ann", Read)];

/// Ann loses Read on so many images.
fn images(count: usize) -> Run {
    run((1..=count).map(|image| staged(&format!("a/{image}"), "ann", Some(Read), None)))
}

#[test]
fn what_was_looked_at_before_a_pause_is_looked_at_again() {
    let mut run = images(1);
    answer(&mut run, [of(ANN)]);
    run.pause(Pause::Asked);
    assert_eq!((run.next_command(), run.state()), (None, State::Paused(Pause::Asked)));
    run.resume();
    assert_eq!(
        answer(&mut run, [of(ANN), Answer::Done, of(&[])]),
        ["look a/1", "revoke a/1 ann", "witness a/1"]
    );
}

#[test]
fn what_can_not_be_sent_at_once_is_looked_at_again() {
    // The service asked a run to wait for a minute before a write. The write then overwrote a change from that minute.
    let mut run = images(1);
    answer(&mut run, [of(ANN)]);
    assert!(run.is_sending());
    run.look_again();
    assert!(!run.is_sending());
    assert_eq!(answer(&mut run, [of(&[("ann", Push)])]), ["look a/1"]);
    assert_eq!(kinds(&run), [Some(Kind::ChangedMeanwhile)]);
}

#[test]
fn what_was_sent_before_a_pause_is_read_back() {
    let mut run = run([staged("a", "ann", Some(Read), Some(Push)), staged("a", "bob", None, Some(Read))]);
    answer(&mut run, [of(ANN)]);
    let (grant, _) = run.next_command().unwrap();
    run.pause(Pause::Asked);
    run.take(grant, Answer::Done);
    let both = || of(&[("ann", Read), ("bob", Read)]);
    assert_eq!(answer(&mut run, [both()]), ["witness a"]);
    assert_eq!((run.next_command(), kinds(&run)), (None, vec![None, Some(Kind::Applied)]));
    run.resume();
    let done = of(&[("ann", Push), ("bob", Read)]);
    assert_eq!(answer(&mut run, [both(), Answer::Done, done]), ["look a", "change a ann", "witness a"]);
    assert_eq!(run.state(), State::Finished);
}

#[test]
fn the_end_of_a_session_waits_for_a_click() {
    let mut run = images(1);
    answer(&mut run, [SESSION_ENDED]);
    assert_eq!((run.state(), run.next_command()), (State::Paused(Pause::SessionEnded), None));
    run.pause(Pause::Asked);
    assert_eq!(run.state(), State::Paused(Pause::SessionEnded));
    run.resume();
    answer(&mut run, [of(ANN), SESSION_ENDED]);
    assert_eq!(run.next_command(), None, "the list can't be read without a session");
    run.resume();
    assert_eq!(answer(&mut run, [SESSION_ENDED]), ["witness a/1"]);
    run.resume();
    answer(&mut run, [of(ANN)]);
    assert_eq!(words(&run), [Word::NotApplied(Said::Failed(Failure::SessionEnded))]);
    assert!(run.is_by(&UserId::new("me")) && !run.is_by(&UserId::new("ann")));
}

#[test]
fn a_stop_reads_back_what_was_sent() {
    let mut run = images(3);
    answer(&mut run, [of(ANN)]);
    let (revoke, _) = run.next_command().unwrap();
    run.stop();
    let stopped = Word::NotSent(NotSent::Stopped(Stop::Asked));
    assert_eq!((run.state(), run.is_over()), (State::Stopped(Stop::Asked), false));
    run.take(revoke, LOST);
    answer(&mut run, [of(&[])]);
    let lost = Said::Failed(Failure::Fault(Fault::NoAnswer));
    assert_eq!(words(&run), [Word::Applied(lost), stopped.clone(), stopped]);
    run.resume();
    assert!(run.is_over() && run.next_command().is_none());
}

#[test]
fn an_answer_after_a_stop_to_what_was_only_looked_at_is_ignored() {
    let mut run = images(1);
    let (look, _) = run.next_command().unwrap();
    run.stop();
    assert!(run.is_over() && !run.take(look, of(ANN)));
}

#[test]
fn three_failures_in_a_row_are_a_pause() {
    let mut run = images(6);
    answer(&mut run, [LOST, LOST, of(&[]), LOST, status(500), denied()]);
    assert_eq!(run.state(), State::Finished, "nothing is left to pause");
    let mut run = images(6);
    answer(&mut run, [LOST, LOST, of(&[("ann", Manage)]), LOST, status(500)]);
    assert_eq!(run.state(), State::Running);
    let mut run = images(6);
    answer(&mut run, [LOST, status(500), denied()]);
    assert_eq!((run.state(), run.next_command()), (State::Paused(Pause::Failures), None));
    run.resume();
    answer(&mut run, [LOST, LOST]);
    assert_eq!(run.state(), State::Running, "it counts anew");
}

#[test]
fn two_edits_of_which_nobody_knows_are_a_pause() {
    let mut run = images(6);
    answer(&mut run, [of(ANN), Answer::Done, LOST, of(ANN), Answer::Done, of(&[])]);
    assert_eq!(run.state(), State::Running);
    answer(&mut run, [of(ANN), LOST, status(502)]);
    assert_eq!(run.state(), State::Paused(Pause::Unknown));
}

#[test]
fn a_right_that_is_lost_on_the_way_is_a_stop() {
    let mut run = images(2);
    answer(&mut run, [of(ANN), Answer::Done, denied()]);
    assert!(run.is_over() && run.state() == State::Stopped(Stop::OwnRightLost));
    assert_eq!(words(&run)[0].kind(), Kind::Unknown);
    assert_eq!(words(&run)[1], Word::NotSent(NotSent::Stopped(Stop::OwnRightLost)));
}

#[test]
fn a_right_that_the_plan_takes_from_oneself_is_not_lost() {
    let mut run = run([staged("a", "me", Some(Read), None), staged("b", "me", Some(Read), None)]);
    let mine = || of(&[("me", Read)]);
    answer(&mut run, [mine(), Answer::Done, denied(), mine(), Answer::Done, of(&[])]);
    assert_eq!(kinds(&run), [Some(Kind::Unknown), Some(Kind::Applied)]);
}

#[test]
fn without_edits_there_is_nothing_to_do() {
    let mut nothing = run([]);
    assert_eq!((nothing.state(), nothing.next_command()), (State::Finished, None));
    nothing.pause(Pause::Asked);
    nothing.stop();
    assert_eq!(nothing.state(), State::Finished);
}

#[test]
fn results_are_counted() {
    let mut run = images(3);
    answer(&mut run, [of(&[]), LOST]);
    let counts = run.counts();
    assert_eq!((counts.of(Kind::AlreadySo), counts.of(Kind::NotSent), counts.open), (1, 1, 1));
    assert_eq!((counts.all(), counts.left_over()), (3, 1));
}
