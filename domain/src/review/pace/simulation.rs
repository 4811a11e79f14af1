//! The governor against limits of every kind, in virtual time: how long it takes against the least that the limit allows,
//! and how many answers are complaints.

mod limit;

use std::collections::BTreeMap;

use super::*;
use crate::review::chance::Chance;

use limit::{Limit, Limiter, Starts};

/// A scan of 2,000 images is about so many requests.
const REQUESTS: u32 = 2_003;

/// How long a request takes, in milliseconds, give or take a fifth.
const LATENCY: f64 = 150.0;

const SEEDS: u64 = if option_env!("SWR_FULL").is_some() { 200 } else { 20 };

/// What a simulation has come to.
#[derive(Debug, Clone, Copy)]
struct Result {
    /// The time it took, by the least that it takes.
    time: f64,
    /// The share of answers that were complaints.
    complaints: f64,
}

enum Event {
    Arrival(Permit),
    Answer(Permit, bool),
}

/// What is to happen, by microsecond.
struct Events(BTreeMap<(u64, u64), Event>, u64);

impl Events {
    fn add(&mut self, at: f64, event: Event) {
        self.1 += 1;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "hours of microseconds")]
        self.0.insert(((at * 1000.0) as u64, self.1), event);
    }

    #[expect(clippy::cast_precision_loss, reason = "hours of microseconds")]
    fn next(&mut self) -> Option<(f64, Event)> {
        self.0.pop_first().map(|((at, _), event)| (at as f64 / 1000.0, event))
    }

    #[expect(clippy::cast_precision_loss, reason = "hours of microseconds")]
    fn first(&self) -> Option<f64> {
        self.0.first_key_value().map(|((at, _), _)| *at as f64 / 1000.0)
    }
}

/// Sends all requests; those that are refused are sent again. `says_when`: whether a refusal has `Retry-After`.
fn simulate(limit: Limit, protocol: Protocol, says_when: bool, seed: u64) -> Result {
    let mut chance = Chance::new(seed);
    let (mut pace, mut limiter) = (Pace::new(protocol), Limiter::new(limit, &mut chance));
    let (mut events, mut now) = (Events(BTreeMap::new(), 0), 0.0);
    let (mut waiting, mut answered, mut complaints) = (REQUESTS, 0, 0);
    while answered < REQUESTS {
        let mut wake = None;
        while waiting > 0 {
            match pace.turn(Sender::Scan, now) {
                Turn::Now => {
                    waiting -= 1;
                    let permit = pace.send(Sender::Scan, now);
                    events.add(now + half(&mut chance), Event::Arrival(permit));
                }
                Turn::At(moment) => {
                    wake = Some(moment);
                    break;
                }
                Turn::AfterAnswer => break,
            }
        }
        if let Some(wake) = wake
            && events.first().is_none_or(|first| wake < first)
        {
            now = wake;
            continue;
        }
        let (at, event) = events.next().unwrap();
        now = at.max(now);
        match event {
            Event::Arrival(permit) => {
                let is_through = limiter.lets_through(now);
                events.add(now + half(&mut chance), Event::Answer(permit, is_through));
            }
            Event::Answer(permit, true) => {
                answered += 1;
                pace.receive(permit, Signal::Answer, now);
            }
            Event::Answer(permit, false) => {
                (complaints, waiting) = (complaints + 1, waiting + 1);
                let dice = chance.unit();
                let retry_after = says_when.then(|| limiter.retry_after(now));
                pace.receive(permit, Signal::Complaint { retry_after, dice }, now);
            }
        }
    }
    Result {
        time: now / limiter.bound(protocol.most()),
        complaints: f64::from(complaints) / f64::from(complaints + REQUESTS),
    }
}

/// The time of half a request.
fn half(chance: &mut Chance) -> f64 {
    LATENCY / 2.0 * (0.8 + 0.4 * chance.unit())
}

/// The mean over all seeds.
fn mean(limit: Limit, protocol: Protocol, says_when: bool) -> Result {
    let results: Vec<Result> = (0..SEEDS).map(|seed| simulate(limit, protocol, says_when, seed)).collect();
    let count = f64::from(u32::try_from(results.len()).unwrap());
    let mean = |of: fn(&Result) -> f64| results.iter().map(of).sum::<f64>() / count;
    Result { time: mean(|one| one.time), complaints: mean(|one| one.complaints) }
}

fn window(count: u32, length: f64) -> Limit {
    Limit::Window { count, length, starts: Starts::AtItsBeginning }
}

fn bucket(per_second: f64, depth: f64) -> Limit {
    Limit::Bucket { per_second, depth }
}

#[test]
fn without_a_limit_no_time_is_lost() {
    for protocol in [Protocol::Multiplexed, Protocol::OneByOne] {
        let Result { time, complaints } = mean(Limit::None, protocol, false);
        assert!(time <= 1.10 && complaints == 0.0, "{protocol:?}: {time:.2}");
    }
}

/// The limits of the table, each with the most that it may take: time by the least time, and complaints.
const TABLE: [(Limit, f64, f64); 6] = [
    (Limit::Bucket { per_second: 10.0, depth: 20.0 }, 1.15, 0.02),
    (Limit::Bucket { per_second: 20.0, depth: 5.0 }, 1.15, 0.02),
    (Limit::Window { count: 20, length: 1_000.0, starts: Starts::AtItsBeginning }, 1.15, 0.02),
    (Limit::Window { count: 100, length: 60_000.0, starts: Starts::AtItsBeginning }, 1.15, 0.06),
    (Limit::Window { count: 1_000, length: 60_000.0, starts: Starts::AtItsBeginning }, 1.15, 0.02),
    // A stock of one punishes every irregularity of the network, whatever one does.
    (Limit::Bucket { per_second: 10.0, depth: 1.0 }, 2.40, 0.02),
];

#[test]
fn a_limit_that_nobody_names_is_found_and_used() {
    for (limit, slowest, most) in TABLE {
        let Result { time, complaints } = mean(limit, Protocol::Multiplexed, false);
        assert!(time <= slowest && complaints <= most, "{limit:?}: {time:.2}, {complaints:.3}");
    }
}

/// `cargo test -p swr-domain --release print_the_table -- --ignored --nocapture`
#[test]
#[ignore = "prints figures"]
#[expect(clippy::print_stdout, reason = "that is what it is for")]
fn print_the_table() {
    for (limit, ..) in TABLE {
        let Result { time, complaints } = mean(limit, Protocol::Multiplexed, false);
        println!("{limit:?}: {time:.2} of the least time, {:.1} % complaints", complaints * 100.0);
    }
}

#[test]
fn a_pause_that_the_service_names_is_enough() {
    for (limit, slowest) in
        [(window(100, 60_000.0), 1.15), (window(1_000, 60_000.0), 1.15), (bucket(10.0, 20.0), 1.15)]
    {
        let Result { time, complaints } = mean(limit, Protocol::Multiplexed, true);
        assert!(time <= slowest && complaints <= 0.02, "{limit:?}: {time:.2}, {complaints:.3}");
    }
}

#[test]
fn it_does_not_matter_much_when_in_a_window_a_scan_begins() {
    // A scan that begins shortly before a window ends has little of it, and ends in a window that is not full.
    for (count, length) in [(20, 1_000.0), (100, 60_000.0), (1_000, 60_000.0)] {
        let limit = Limit::Window { count, length, starts: Starts::Anywhere };
        let Result { time, complaints } = mean(limit, Protocol::Multiplexed, false);
        assert!(time <= 1.3 && complaints <= 0.06, "{limit:?}: {time:.2}, {complaints:.3}");
    }
}
