//! A scan: what is asked next to read everything of an account, as a machine without a network and without a clock.
//!
//! It hands out requests and takes what came of them, in any order. A request that the service throttled goes back to its
//! place and leaves no trace. At the end every list of images is read once more, so that what came and went meanwhile is
//! known.

mod meaning;
mod paging;
mod progress;
mod queue;
mod request;
mod rest;
mod rounds;
mod shared;
mod take;

use std::collections::HashMap;

use crate::model::access::AccessList;
use crate::model::names::{OrganizationName, Target, UserId};
use crate::text::time::UnixMillis;

use super::snapshot::{About, Builder, Reading, Snapshot};

pub use meaning::{Meaning, meaning};
pub use progress::{Expected, Progress, expected};
pub use request::{Answer, ImagePage, ImageRecord, Outcome, Request, Ticket};

use paging::Paging;
use queue::Queue;
use rounds::Round;
use shared::SharedList;

/// A scan ends by itself above so many grants: what a browser can hold has an end.
pub const GRANTS_MOST: usize = 5_000_000;

/// For how long nothing may come from the service before the scan pauses itself, in milliseconds.
pub const SILENCE: i64 = 120_000;

/// Whether a scan goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It does.
    Running,
    /// Not for now.
    Paused(Pause),
    /// Not to its end. What was read is kept.
    Stopped(Stop),
    /// It has asked for everything.
    Finished,
}

/// Why a scan waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pause {
    /// A person asked for it.
    Asked,
    /// The session ended. It goes on once the same user has signed in again.
    SessionEnded,
    /// There is no network.
    Offline,
    /// Requests are under way, and nothing comes: see [`SILENCE`].
    Silence,
}

/// Why a scan was not brought to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// A person asked for it.
    Asked,
    /// There are more grants than [`GRANTS_MOST`].
    TooManyGrants,
}

/// See the module.
#[derive(Debug, Clone)]
pub struct Scan {
    builder: Builder,
    state: State,
    round: Round,
    queue: Queue,
    /// The lists of images that are being read, or were read in this round.
    pagings: HashMap<OrganizationName, Paging>,
    shared: SharedList,
    done: u64,
    /// When something came from the service, or when asking began.
    heard: UnixMillis,
    /// See [`GRANTS_MOST`].
    grants_most: usize,
}

impl Scan {
    /// A scan that has read nothing.
    pub fn new(about: About) -> Self {
        let started = about.started;
        let mut scan = Self::with(Builder::new(about), started);
        for request in [Request::Organizations, Request::Overview, Request::Users] {
            scan.queue.add(request);
        }
        scan.ask_shared();
        scan
    }

    fn with(builder: Builder, heard: UnixMillis) -> Self {
        let (queue, pagings) = (Queue::default(), HashMap::new());
        let (state, round, shared) = (State::Running, Round::First, SharedList::NotAsked);
        Self { builder, state, round, queue, pagings, shared, done: 0, heard, grants_most: GRANTS_MOST }
    }

    /// Whether it goes on.
    pub const fn state(&self) -> State {
        self.state
    }

    /// Whether it was begun by this user. Another one sees other things.
    pub fn is_by(&self, user: &UserId) -> bool {
        self.builder.about().caller.id == *user
    }

    /// The next request, if there is one now. Others may follow once answers have come.
    pub fn next(&mut self, now: UnixMillis) -> Option<(Ticket, Request)> {
        if self.state != State::Running {
            return None;
        }
        if self.queue.under_way() == 0 {
            self.heard = now;
        }
        self.queue.next()
    }

    /// Takes what came of a request. Says whether the request was under way: what comes after it was taken back is
    /// ignored.
    pub fn take(&mut self, ticket: Ticket, outcome: Outcome, now: UnixMillis) -> bool {
        let Some(request) = self.queue.take(ticket) else { return false };
        if is_word_of_the_service(&outcome) {
            self.heard = now;
        }
        if matches!(outcome, Outcome::Throttled | Outcome::Interrupted) {
            self.queue.put_back(request);
            return true;
        }
        self.done += 1;
        self.record(request, outcome, now);
        if self.builder.grants() > self.grants_most {
            self.state = State::Stopped(Stop::TooManyGrants);
        }
        self.advance();
        true
    }

    /// Takes back everything that is under way, to ask for it again.
    pub fn recall(&mut self) {
        self.queue.recall();
    }

    /// Hands out nothing for now. Answers are still taken.
    pub fn pause(&mut self, why: Pause) {
        if let State::Running | State::Paused(_) = self.state {
            self.state = State::Paused(why);
        }
    }

    /// Goes on after a pause.
    pub fn resume(&mut self, now: UnixMillis) {
        if let State::Paused(_) = self.state {
            self.state = State::Running;
            self.heard = now;
            self.advance();
        }
    }

    /// Ends it for good. Answers are still taken.
    pub fn stop(&mut self) {
        if self.state != State::Finished {
            self.state = State::Stopped(Stop::Asked);
        }
    }

    /// Pauses itself if the service was silent for too long. To be called now and then.
    pub fn watch(&mut self, now: UnixMillis) {
        let is_silent = self.queue.under_way() > 0 && now.since(self.heard) >= SILENCE;
        if self.state == State::Running && is_silent {
            self.state = State::Paused(Pause::Silence);
        }
    }

    /// Takes an access list that was read elsewhere in the console, as after a write. What the scan does not know is none of
    /// its business.
    pub fn note(&mut self, target: &Target, at: UnixMillis, list: &AccessList) {
        if self.builder.subject(target).is_some() {
            self.builder.list(target, at, list);
            self.heard = self.heard.max(at);
        }
    }

    /// Takes that an access list was not read elsewhere in the console: after a write the list from before is not the present
    /// one.
    pub fn note_not_read(&mut self, target: &Target, reading: Reading) {
        if self.builder.subject(target).is_some() {
            self.builder.not_read(target, reading);
        }
    }

    /// Takes that who can pull an image from outside was changed elsewhere in the console. What was read of that in this scan
    /// may be from before. Says whether that is so.
    pub fn note_outside(&mut self, image: &Target, at: UnixMillis) -> bool {
        at >= self.builder.about().started && self.builder.outside_not_read(image)
    }

    /// What was read so far.
    pub fn snapshot(&self) -> Snapshot {
        self.builder.freeze(self.heard, self.state != State::Finished)
    }

    /// The same without the order and the numbers of a snapshot, which take time.
    pub const fn read_so_far(&self) -> &Builder {
        &self.builder
    }
}

/// Whether the service has said anything, be it a failure.
const fn is_word_of_the_service(outcome: &Outcome) -> bool {
    use super::snapshot::Fault::{NoAnswer, TimeOut};
    !matches!(outcome, Outcome::Interrupted | Outcome::Failed(NoAnswer | TimeOut))
}

#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tests;
