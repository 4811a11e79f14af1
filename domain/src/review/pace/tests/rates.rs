//! The pace after an episode.

use super::*;

#[test]
fn the_first_pace_is_what_was_delivered_pause_included() {
    let mut pace = after_a_second();
    assert_eq!(pace.per_second(), None);
    assert!(is_near(episode(&mut pace, 1_000.0), 2_000.0));
    // Eleven answers, from the first one to the end of the pause.
    assert!(is_near(pace.per_second().unwrap(), 0.95 * 11.0 / 1.9), "{pace:?}");
}

#[test]
fn later_a_complaint_takes_a_sixth_of_the_pace_at_most() {
    let mut pace = after_a_second();
    episode(&mut pace, 1_000.0);
    let before = pace.per_second().unwrap();
    let permit = pace.send(Sender::Scan, 2_000.0);
    pace.receive(permit, asked(30.0), 2_000.0);
    let probe = pace.send(Sender::Scan, 32_000.0);
    pace.receive(probe, Signal::Answer, 32_000.0);
    assert!(is_near(pace.per_second().unwrap() / before, 0.85), "{pace:?}");
    // A service that has delivered more in all is asked for that.
    let mut pace = after_a_second();
    episode(&mut pace, 1_000.0);
    for _ in 0..100 {
        let permit = pace.send(Sender::Person, 2_100.0);
        pace.receive(permit, Signal::Answer, 2_100.0);
    }
    episode(&mut pace, 3_000.0);
    assert!(pace.per_second().unwrap() > 20.0, "{pace:?}");
}

#[test]
fn a_pace_is_even_and_grows_by_a_hundredth_a_second() {
    let mut pace = after_a_second();
    let now = episode(&mut pace, 1_000.0);
    let rate = pace.per_second().unwrap();
    let permit = pace.send(Sender::Scan, now);
    let Turn::At(next) = pace.turn(Sender::Scan, now) else { panic!("{pace:?}") };
    assert!(is_near(next - now, 1000.0 / rate));
    pace.receive(permit, Signal::Answer, next);
    let person = pace.send(Sender::Person, now);
    let Turn::At(after) = pace.turn(Sender::Scan, now) else { panic!("{pace:?}") };
    assert!(is_near(after - now, 2000.0 / rate), "a person's request counts against the same limit");
    let permit = pace.send(Sender::Scan, now + 10_000.0);
    pace.receive(permit, Signal::Nothing, now + 10_000.0);
    pace.receive(person, Signal::Nothing, now + 10_000.0);
    assert!(is_near(pace.per_second().unwrap(), rate * 1.01_f64.powi(10)), "{pace:?}");
    assert_eq!(fill(&mut pace, now + 10_000.0).len(), 1, "what was missed is not made up for at once");
}

#[test]
fn an_hour_without_a_request_says_nothing_of_the_service() {
    // A scan was paused overnight: what had been delivered per second was next to nothing in the morning.
    let hour = 3_600_000.0;
    let mut pace = after_a_second();
    episode(&mut pace, 1_000.0 + hour);
    assert!(is_near(pace.per_second().unwrap(), 0.95 * 11.0 / 1.9), "{pace:?}");
    let before = pace.per_second().unwrap();
    let permit = pace.send(Sender::Scan, 2.0 * hour);
    assert!(is_near(pace.per_second().unwrap(), before), "peace was no merit: {pace:?}");
    pace.receive(permit, Signal::Answer, 2.0 * hour);
}

#[test]
fn clicks_put_a_scan_off_by_one_request() {
    let mut pace = after_a_second();
    let now = episode(&mut pace, 1_000.0);
    let interval = 1000.0 / pace.per_second().unwrap();
    let clicks: Vec<_> = (0..20).map(|_| pace.send(Sender::Person, now)).collect();
    for permit in clicks {
        pace.receive(permit, Signal::Answer, now);
    }
    let Turn::At(next) = pace.turn(Sender::Scan, now) else { panic!("{pace:?}") };
    assert!(is_near(next - now, 2.0 * interval), "{pace:?}");
}
