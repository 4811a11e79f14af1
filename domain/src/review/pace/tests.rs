//! The governor by example.

use super::*;

mod properties;
mod rates;

const COMPLAINT: Signal = Signal::Complaint { retry_after: None, dice: 1.0 };

fn asked(seconds: f64) -> Signal {
    Signal::Complaint { retry_after: Some(seconds * 1000.0), dice: 0.0 }
}

/// Sends for the scan as long as it may.
fn fill(pace: &mut Pace, now: f64) -> Vec<Permit> {
    let mut sent = Vec::new();
    while pace.turn(Sender::Scan, now) == Turn::Now {
        sent.push(pace.send(Sender::Scan, now));
    }
    sent
}

/// A governor that has delivered ten answers, one every tenth of a second, with nothing under way.
fn after_a_second() -> Pace {
    let mut pace = Pace::new(Protocol::Multiplexed);
    for at in 0..10 {
        let permit = pace.send(Sender::Scan, f64::from(at) * 100.0);
        pace.receive(permit, Signal::Answer, f64::from(at + 1) * 100.0);
    }
    pace
}

/// Begins an episode and ends it: how long the first pause is, and how long the one request takes.
fn episode(pace: &mut Pace, now: f64) -> f64 {
    let permit = pace.send(Sender::Scan, now);
    pace.receive(permit, COMPLAINT, now);
    let Turn::At(ends) = pace.turn(Sender::Scan, now) else { panic!("{pace:?}") };
    let probe = pace.send(Sender::Scan, ends);
    pace.receive(probe, Signal::Answer, ends);
    ends
}

fn is_near(value: f64, expected: f64) -> bool {
    (value - expected).abs() < 0.01
}

#[test]
fn two_requests_at_first_and_one_more_for_each_answer() {
    for (protocol, most) in [(Protocol::Multiplexed, 8), (Protocol::OneByOne, 5)] {
        let mut pace = Pace::new(protocol);
        let mut sent = fill(&mut pace, 0.0);
        let mut counts = vec![sent.len()];
        for _ in 0..8 {
            pace.receive(sent.remove(0), Signal::Answer, 0.0);
            sent.extend(fill(&mut pace, 0.0));
            counts.push(sent.len());
        }
        assert_eq!(counts[..4], [2, 3, 4, 5]);
        assert_eq!((sent.len(), pace.turn(Sender::Scan, 0.0)), (most, Turn::AfterAnswer));
    }
}

#[test]
fn the_browser_says_how_connections_carry_requests() {
    use Protocol::{Multiplexed, OneByOne};
    let of = ["h2", "h2c", "h3", "h3-29", "http/1.1", ""].map(Protocol::of);
    assert_eq!(of, [Multiplexed, Multiplexed, Multiplexed, Multiplexed, OneByOne, OneByOne]);
    let mut pace = after_a_second();
    pace.set_protocol(OneByOne);
    assert_eq!(fill(&mut pace, 2_000.0).len(), 5);
}

#[test]
fn a_persons_request_waits_for_nothing_and_takes_its_room() {
    let mut pace = after_a_second();
    let mut of_scan = fill(&mut pace, 2_000.0);
    assert_eq!(of_scan.len(), 8);
    let of_people = [pace.send(Sender::Person, 2_000.0), pace.send(Sender::Person, 2_000.0)];
    pace.receive(of_scan.remove(0), Signal::Answer, 2_100.0);
    assert_eq!(
        pace.turn(Sender::Scan, 2_100.0),
        Turn::AfterAnswer,
        "nine are under way, two of them a person's"
    );
    for permit in of_people {
        pace.receive(permit, Signal::Answer, 2_200.0);
    }
    assert_eq!(pace.turn(Sender::Scan, 2_200.0), Turn::Now);
}

#[test]
fn a_run_is_not_held_up_by_a_scan_and_keeps_the_pace() {
    let mut pace = after_a_second();
    let mut of_scan = fill(&mut pace, 2_000.0);
    assert_eq!(pace.turn(Sender::Scan, 2_000.0), Turn::AfterAnswer);
    assert_eq!(pace.turn(Sender::Run, 2_000.0), Turn::Now);
    let of_run = [pace.send(Sender::Run, 2_000.0), pace.send(Sender::Run, 2_000.0)];
    pace.receive(of_scan.remove(0), Signal::Answer, 2_050.0);
    assert_eq!(pace.turn(Sender::Scan, 2_050.0), Turn::AfterAnswer, "a run takes the scan's room");
    pace.receive(of_run[0], COMPLAINT, 2_100.0);
    assert_eq!(pace.turn(Sender::Run, 2_100.0), Turn::At(3_100.0));
    assert_eq!(pace.turn(Sender::Person, 2_100.0), Turn::Now);
}

#[test]
fn a_write_follows_its_reading_at_once_unless_the_service_has_complained() {
    let mut pace = after_a_second();
    let ends = episode(&mut pace, 2_000.0);
    let reading = pace.send(Sender::Run, ends);
    pace.receive(reading, Signal::Answer, ends);
    assert!(matches!(pace.turn(Sender::Run, ends), Turn::At(_)), "a pace is kept: {pace:?}");
    assert_eq!(pace.turn(Sender::Write, ends), Turn::Now);
    let write = pace.send(Sender::Write, ends);
    pace.receive(write, COMPLAINT, ends);
    assert!(matches!(pace.turn(Sender::Write, ends), Turn::At(_)));
}

#[test]
fn many_complaints_at_once_are_one_episode() {
    let mut pace = after_a_second();
    let mut sent = fill(&mut pace, 1_000.0);
    let (first, last) = (sent.remove(0), sent.remove(0));
    pace.receive(first, COMPLAINT, 1_100.0);
    assert_eq!((pace.turn(Sender::Scan, 1_100.0), pace.waits_until()), (Turn::At(2_100.0), Some(2_100.0)));
    for permit in sent {
        pace.receive(permit, COMPLAINT, 1_150.0);
    }
    assert_eq!(pace.turn(Sender::Scan, 1_150.0), Turn::At(2_100.0));
    let probe = fill(&mut pace, 2_100.0);
    assert_eq!(probe.len(), 1, "one request tries");
    pace.receive(probe[0], Signal::Answer, 2_200.0);
    let before = pace.per_second().unwrap();
    pace.receive(last, COMPLAINT, 2_250.0);
    assert_eq!((pace.per_second(), pace.waits_until()), (Some(before), None), "it was under way before");
}

#[test]
fn after_the_pause_a_persons_request_is_a_try_too() {
    let mut pace = after_a_second();
    let permit = pace.send(Sender::Person, 1_000.0);
    pace.receive(permit, COMPLAINT, 1_000.0);
    let during = pace.send(Sender::Person, 1_500.0);
    pace.receive(during, Signal::Answer, 1_600.0);
    assert_eq!(pace.turn(Sender::Scan, 1_600.0), Turn::At(2_000.0), "the pause is kept");
    let after = pace.send(Sender::Person, 2_000.0);
    assert_eq!(pace.turn(Sender::Scan, 2_000.0), Turn::AfterAnswer);
    pace.receive(after, Signal::Answer, 2_100.0);
    assert_eq!((pace.waits_until(), pace.per_second().is_some()), (None, true));
}

#[test]
fn the_pause_is_twice_as_long_after_each_refusal_and_has_an_end() {
    let mut pace = after_a_second();
    let permit = pace.send(Sender::Scan, 1_000.0);
    pace.receive(permit, COMPLAINT, 1_000.0);
    let mut pauses = Vec::new();
    let mut now = 1_000.0;
    for _ in 0..8 {
        let Turn::At(ends) = pace.turn(Sender::Scan, now) else { panic!("{pace:?}") };
        pauses.push(ends - now);
        now = ends;
        let probe = pace.send(Sender::Scan, now);
        assert_eq!(pace.turn(Sender::Scan, now), Turn::AfterAnswer);
        pace.receive(probe, COMPLAINT, now);
    }
    assert_eq!(pauses, [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0].map(|seconds| seconds * 1000.0));
}

#[test]
fn chance_shortens_a_pause_to_no_less_than_half() {
    for (dice, pause) in [(0.0, 500.0), (0.5, 750.0), (1.0, 1_000.0), (9.0, 1_000.0)] {
        let mut pace = after_a_second();
        let permit = pace.send(Sender::Scan, 1_000.0);
        pace.receive(permit, Signal::Complaint { retry_after: None, dice }, 1_000.0);
        assert_eq!(pace.turn(Sender::Scan, 1_000.0), Turn::At(1_000.0 + pause), "{dice}");
    }
}

#[test]
fn a_pause_that_the_service_asks_for_is_kept() {
    let mut pace = after_a_second();
    let permits = [pace.send(Sender::Scan, 1_000.0), pace.send(Sender::Scan, 1_000.0)];
    pace.receive(permits[0], asked(30.0), 1_000.0);
    assert_eq!(pace.turn(Sender::Scan, 1_000.0), Turn::At(31_000.0));
    pace.receive(permits[1], asked(40.0), 1_000.0);
    assert_eq!(pace.turn(Sender::Scan, 1_000.0), Turn::At(41_000.0), "another answer asks for more");
    let mut pace = after_a_second();
    let permit = pace.send(Sender::Scan, 1_000.0);
    pace.receive(permit, asked(0.0), 1_000.0);
    assert_eq!(pace.turn(Sender::Scan, 1_000.0), Turn::At(1_500.0), "no time at all asks for nothing");
}

#[test]
fn half_of_the_last_episode_is_waited_at_once() {
    let mut pace = after_a_second();
    let permit = pace.send(Sender::Scan, 1_000.0);
    pace.receive(permit, asked(30.0), 1_000.0);
    let probe = pace.send(Sender::Scan, 31_000.0);
    pace.receive(probe, Signal::Answer, 31_000.0);
    assert!(is_near(episode(&mut pace, 40_000.0), 55_000.0));
    assert!(is_near(episode(&mut pace, 60_000.0), 67_500.0));
}

#[test]
fn if_nothing_comes_of_the_request_that_tries_another_one_does() {
    let mut pace = after_a_second();
    let permit = pace.send(Sender::Scan, 1_000.0);
    pace.receive(permit, COMPLAINT, 1_000.0);
    let probe = fill(&mut pace, 2_000.0);
    pace.receive(probe[0], Signal::Nothing, 9_000.0);
    assert_eq!(pace.turn(Sender::Scan, 9_000.0), Turn::Now);
    let probe = fill(&mut pace, 9_000.0);
    pace.receive(probe[0], Signal::Answer, 9_100.0);
    assert!(pace.per_second().is_some());
}

#[test]
fn a_complaint_before_any_answer_is_no_reason_to_hurry() {
    let mut pace = Pace::new(Protocol::Multiplexed);
    episode(&mut pace, 0.0);
    assert!(is_near(pace.per_second().unwrap(), 0.95), "one answer in a second: {pace:?}");
}
