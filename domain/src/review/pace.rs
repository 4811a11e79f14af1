//! How many requests are sent, and when: one governor for all requests of the console.
//!
//! No rate is guessed. Until the service complains, only the number of requests under way is limited. A complaint begins an
//! episode: nothing is sent for a while, then one request tries, and once that is answered a pace is kept that the service
//! has shown to bear. A person's request waits for none of this.
//!
//! Time is passed in, in milliseconds of a clock that never goes back, and so is chance.

mod episode;
mod rate;

use episode::Episode;
use rate::Rate;

/// How many requests a scan has under way at first. Each answer allows one more.
const AT_FIRST: u32 = 2;

/// Over a shorter time than this, in milliseconds, nothing can be said of what a service delivers in a second.
const SHORTEST_COUNT: f64 = 500.0;

/// How a connection carries requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// HTTP/1.1: one at a time. A browser opens six connections to a host, and one of them is left to the person.
    OneByOne,
    /// HTTP/2 and later: many at a time.
    Multiplexed,
}

impl Protocol {
    /// The protocol as a browser names it: `nextHopProtocol`.
    pub fn of(name: &str) -> Self {
        if name.starts_with("h2") || name.starts_with("h3") { Self::Multiplexed } else { Self::OneByOne }
    }

    /// The most requests of a scan that are under way.
    pub const fn most(self) -> u32 {
        match self {
            Protocol::OneByOne => 5,
            Protocol::Multiplexed => 8,
        }
    }
}

/// Who a request is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sender {
    /// A person who has clicked and waits. Never waits for the pace.
    Person,
    /// The run of a plan. Keeps the pace, and has few requests under way by itself.
    Run,
    /// The same, with a write that was looked at just now. Waits only where the service has complained.
    Write,
    /// A scan. Keeps the pace, and has as many requests under way as there is room for.
    Scan,
}

/// Whether the next request may be sent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Turn {
    /// Yes.
    Now,
    /// Not before this moment.
    At(f64),
    /// Not before an answer has come.
    AfterAnswer,
}

/// A request that is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use = "what came of the request has to be said"]
pub struct Permit {
    sender: Sender,
    /// How many episodes had begun when it was sent.
    episodes: u32,
    is_probe: bool,
}

/// What came of a request.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Signal {
    /// An answer, of whatever kind, that is no complaint.
    Answer,
    /// The service complains of too many requests.
    Complaint {
        /// For how long it asks to be left alone, where it does.
        retry_after: Option<f64>,
        /// At least 0 and at most 1. Consoles that were stopped in the same moment come back in different ones.
        dice: f64,
    },
    /// No answer.
    Nothing,
}

/// See the module.
#[derive(Debug, Clone)]
pub struct Pace {
    most: u32,
    limit: u32,
    of_scan: u32,
    of_others: u32,
    /// When the last answer came.
    last_answer: f64,
    /// From when on it counts how much is delivered; moments in which nobody had a request are left out.
    counts_from: Option<f64>,
    delivered: u32,
    rate: Option<Rate>,
    episode: Option<Episode>,
    episodes: u32,
    /// How long the last episode was.
    last_episode: Option<f64>,
}

impl Pace {
    /// No request was sent yet.
    pub const fn new(protocol: Protocol) -> Self {
        Self {
            most: protocol.most(),
            limit: AT_FIRST,
            of_scan: 0,
            of_others: 0,
            last_answer: 0.0,
            counts_from: None,
            delivered: 0,
            rate: None,
            episode: None,
            episodes: 0,
            last_episode: None,
        }
    }

    /// Says how connections carry requests, which is known after the first answers.
    pub const fn set_protocol(&mut self, protocol: Protocol) {
        self.most = protocol.most();
        if self.limit > self.most {
            self.limit = self.most;
        }
    }

    /// Whether somebody may send the next request.
    ///
    /// The requests of people and runs take the scan's room: together no more are under way than the scan may have, and one.
    pub fn turn(&self, sender: Sender, now: f64) -> Turn {
        let has_room = self.of_scan < self.limit && self.of_scan + self.of_others <= self.most;
        match sender {
            Sender::Person => return Turn::Now,
            Sender::Scan if !has_room => return Turn::AfterAnswer,
            Sender::Run | Sender::Write | Sender::Scan => {}
        }
        match (&self.episode, &self.rate) {
            (Some(episode), _) if episode.is_probing() => Turn::AfterAnswer,
            (Some(episode), _) => at(episode.pause_ends(), now),
            (None, Some(rate)) if sender != Sender::Write => at(rate.next(), now),
            (None, _) => Turn::Now,
        }
    }

    /// Notes that a request is sent.
    pub fn send(&mut self, sender: Sender, now: f64) -> Permit {
        self.leave_out_idle_time(now);
        match sender {
            Sender::Person | Sender::Run | Sender::Write => self.of_others += 1,
            Sender::Scan => self.of_scan += 1,
        }
        if let (Some(rate), None) = (&mut self.rate, &self.episode) {
            rate.send(now);
        }
        // After the pause the request of a person is as good a try as one of the scan.
        let may_probe = |episode: &&mut Episode| sender != Sender::Person || now >= episode.pause_ends();
        let is_probe = self.episode.as_mut().filter(may_probe).is_some_and(Episode::probe);
        Permit { sender, episodes: self.episodes, is_probe }
    }

    /// A scan that was paused for an hour, or a person who has read for one, says nothing of what the service delivers.
    fn leave_out_idle_time(&mut self, now: f64) {
        let counts_from = self.counts_from.get_or_insert(now);
        if self.of_scan + self.of_others > 0 || self.episode.is_some() {
            return;
        }
        let was_held_until =
            self.rate.as_ref().map_or(self.last_answer, |rate| rate.next().max(self.last_answer));
        let idle = (now - was_held_until).max(0.0);
        *counts_from = (*counts_from + idle).min(now);
        if let Some(rate) = &mut self.rate {
            rate.leave_out(idle);
        }
    }

    /// Notes what came of a request.
    pub fn receive(&mut self, permit: Permit, signal: Signal, now: f64) {
        match permit.sender {
            Sender::Person | Sender::Run | Sender::Write => {
                self.of_others = self.of_others.saturating_sub(1);
            }
            Sender::Scan => self.of_scan = self.of_scan.saturating_sub(1),
        }
        self.last_answer = now;
        match signal {
            Signal::Answer => {
                if self.delivered == 0 && self.episode.is_none() {
                    self.counts_from = Some(now);
                }
                self.delivered = self.delivered.saturating_add(1);
                self.limit = self.most.min(self.limit.saturating_add(1));
                if permit.is_probe {
                    self.end_episode(now);
                }
            }
            Signal::Complaint { retry_after, dice } => self.complain(permit, retry_after, dice, now),
            Signal::Nothing => {
                if let Some(episode) = self.episode.as_mut().filter(|_| permit.is_probe) {
                    episode.probe_again();
                }
            }
        }
    }

    fn complain(&mut self, permit: Permit, retry_after: Option<f64>, dice: f64, now: f64) {
        match &mut self.episode {
            Some(episode) if permit.is_probe => episode.go_on(retry_after, dice, now),
            Some(episode) => episode.wait_at_least(retry_after, now),
            // Requests that were under way when an episode began belong to it, even if it is over.
            None if permit.episodes < self.episodes => {}
            None => {
                self.episodes += 1;
                self.episode = Some(Episode::begin(self.last_episode, retry_after, dice, now));
            }
        }
    }

    fn end_episode(&mut self, now: f64) {
        let Some(episode) = self.episode.take() else { return };
        self.last_episode = Some(episode.pause_ends() - episode.began());
        let time = episode.pause_ends() - self.counts_from.unwrap_or_default();
        let delivered = f64::from(self.delivered) * 1000.0 / time.max(SHORTEST_COUNT);
        self.rate = Some(Rate::after_episode(self.rate.as_ref(), delivered, now));
    }

    /// The pace that is kept, in requests per second; `None` while the service has not complained.
    pub fn per_second(&self) -> Option<f64> {
        self.rate.as_ref().map(Rate::per_second)
    }

    /// Until when nothing is sent because the service asks for it.
    pub fn waits_until(&self) -> Option<f64> {
        self.episode.as_ref().map(Episode::pause_ends)
    }
}

fn at(moment: f64, now: f64) -> Turn {
    if moment <= now { Turn::Now } else { Turn::At(moment) }
}

#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tests;
