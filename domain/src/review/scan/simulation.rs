//! Scans of accounts that move, by services that fail, with people who pause and stop: each from its own seed.
//!
//! Whatever happens, the sum comes out, no throttled request is recorded, and nothing is called complete while something
//! is unread.

mod checks;
mod service;

use std::collections::{BTreeMap, HashMap};

use super::*;
use crate::model::names::OrganizationName;
use crate::model::user::ListedUsers;
use crate::review::chance::Chance;
use crate::review::coverage::{Coverage, Verdict};
use crate::review::sketch::about;
use crate::review::snapshot::{Fault, Scope};

use service::Service;

/// How many. `cargo xtask test --full` sets the variable.
const PLAYED: u64 = if option_env!("SWR_FULL").is_some() { 100_000 } else { 4_000 };

/// The requests under way.
type Sent = BTreeMap<Ticket, Request>;

/// What the last attempt at something came to; throttled and interrupted attempts are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Read,
    Denied,
    Gone,
    Failed,
}

/// One simulated scan with everything that an onlooker knows of it.
struct Play {
    chance: Chance,
    service: Service,
    scan: Scan,
    sent: Sent,
    last: HashMap<Request, Last>,
    /// When the first page of an organization's images was answered last.
    listed_at: HashMap<OrganizationName, u64>,
    faults: usize,
    put_back: u64,
    has_failed: bool,
    clock: i64,
}

/// The request without its offset: the whole list is what is read or not.
fn whole(request: &Request) -> Request {
    match request {
        Request::Images { organization, .. } => {
            Request::Images { organization: organization.clone(), offset: 0 }
        }
        Request::Shared { .. } => Request::Shared { offset: 0 },
        request => request.clone(),
    }
}

impl Play {
    fn new(seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        let service = Service::new(&mut chance);
        let scope =
            if chance.percent(80) { Scope::All } else { Scope::Some(Service::some_names(&mut chance)) };
        Self {
            scan: Scan::new(About { scope, ..about() }),
            service,
            sent: Sent::new(),
            last: HashMap::new(),
            listed_at: HashMap::new(),
            faults: *chance.one_of(&[0, 0, 3, 10, 40]),
            put_back: 0,
            has_failed: false,
            clock: 0,
            chance,
        }
    }

    fn now(&mut self) -> UnixMillis {
        self.clock += 100;
        UnixMillis(self.clock)
    }

    /// Sends, answers, or lets a person or the world do something.
    fn step(&mut self) {
        let now = self.now();
        match self.chance.below(100) {
            0 => self.scan.pause(Pause::Asked),
            1 => {
                self.scan.pause(Pause::SessionEnded);
                self.scan.recall();
            }
            2 if self.chance.percent(3) => self.scan.stop(),
            3 => self.scan.watch(now),
            4..12 => self.scan.resume(now),
            12..20 => self.service.change(&mut self.chance),
            20..60 if self.sent.len() < 8 => self.send(now),
            _ => self.answer(now),
        }
    }

    fn send(&mut self, now: UnixMillis) {
        if let Some((ticket, request)) = self.scan.next(now) {
            assert!(self.sent.insert(ticket, request).is_none());
        }
    }

    /// Answers one of the requests under way, not always the oldest.
    fn answer(&mut self, now: UnixMillis) {
        let tickets: Vec<Ticket> = self.sent.keys().copied().collect();
        if tickets.is_empty() {
            return;
        }
        let ticket = *self.chance.one_of(&tickets);
        let request = self.sent.remove(&ticket).unwrap();
        let outcome = self.outcome(&request);
        let last = match &outcome {
            Outcome::Answered(answer) if service::fits(&request, answer) => Some(Last::Read),
            Outcome::Answered(_) | Outcome::Failed(_) => Some(Last::Failed),
            Outcome::Denied { .. } => Some(Last::Denied),
            Outcome::Gone => Some(Last::Gone),
            Outcome::Throttled | Outcome::Interrupted => None,
        };
        if !self.scan.take(ticket, outcome, now) {
            return;
        }
        let Some(last) = last else {
            self.put_back += 1;
            return;
        };
        self.has_failed |= last != Last::Read;
        if let Request::Images { organization, offset: 0 } = &request {
            self.listed_at.insert(organization.clone(), self.service.tick);
        }
        self.last.insert(whole(&request), last);
    }

    fn outcome(&mut self, request: &Request) -> Outcome {
        if !self.chance.percent(self.faults) {
            return self.service.outcome(request);
        }
        let status = |status| Fault::Status { status, code: None };
        let faults = [
            Outcome::Throttled,
            Outcome::Throttled,
            Outcome::Interrupted,
            Outcome::Denied { status: 403, code: None },
            Outcome::Gone,
            Outcome::Failed(Fault::NoAnswer),
            Outcome::Failed(Fault::TimeOut),
            Outcome::Failed(status(500)),
            Outcome::Answered(Answer::Users(ListedUsers { users: Vec::new(), nameless: 1 })),
        ];
        self.chance.one_of(&faults).clone()
    }

    /// Plays until the scan has ended, or was stopped and nothing is under way.
    fn run(&mut self) {
        for _ in 0..20_000 {
            let is_over = matches!(self.scan.state(), State::Finished | State::Stopped(_));
            if is_over && self.sent.is_empty() {
                return;
            }
            self.step();
            if self.chance.percent(2) {
                self.check();
            }
        }
        panic!("it never ends: {:?}", self.scan.state());
    }
}

#[test]
fn no_scan_says_complete_while_something_is_unread() {
    let (mut complete, mut put_back, mut stopped) = (0_u64, 0, 0_u64);
    for seed in 0..PLAYED {
        let mut play = Play::new(seed);
        play.run();
        play.check();
        let verdict = Coverage::of(&play.scan.snapshot()).verdict;
        let is_stopped = play.scan.state() == State::Stopped(Stop::Asked);
        if !play.has_failed && !is_stopped && !play.service.moves {
            assert_eq!(verdict, play.best(), "seed {seed}: nothing was in the way");
        }
        complete += u64::from(verdict == Verdict::Complete);
        stopped += u64::from(is_stopped);
        put_back += play.put_back;
        // Once the service works, the rest can be read.
        play.faults = 0;
        play.scan.read_the_rest(UnixMillis(play.clock));
        play.sent.clear();
        play.run();
        play.check();
        let verdict = Coverage::of(&play.scan.snapshot()).verdict;
        if play.scan.state() == State::Finished && !play.service.moves {
            assert_eq!(verdict, play.best(), "seed {seed}: the rest was read");
        }
    }
    assert!(
        complete > PLAYED / 10 && stopped > PLAYED / 100 && put_back > PLAYED / 10,
        "{complete} {stopped} {put_back}"
    );
}
