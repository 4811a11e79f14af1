//! A run of a plan: what is asked and sent next, as a machine without a network and without a clock.
//!
//! One step is one target in one stage: its list is read, compared with what the plan expects, at most one request for each
//! action is sent, and the list is read again. That last list decides what each edit has come to. Once a request was sent
//! for an edit, this run sends no other one for it, whatever came of the first. What is left over is for another run, which
//! looks first.

mod command;
mod compare;
mod control;
mod hold;
mod lane;
mod results;
mod take;
mod trust;
mod word;

use crate::model::names::UserId;

use super::stages::{Step, steps};
use super::staging::Plan;

pub use command::{Answer, Command, Failure, Ticket};
pub use results::{Counts, Item, Progress};
pub use trust::{FAILURES_MOST, LANES_AFTER, LANES_MOST, UNKNOWN_MOST};
pub use word::{Kind, NotSent, Said, Unseen, Word};

use hold::Left;
use lane::Lane;
use trust::Trust;

/// Whether a run goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It does.
    Running,
    /// Not for now. Nothing is begun or written; lists that say what was done are still read.
    Paused(Pause),
    /// Not to its end. Lists that say what was done are still read: see [`Run::is_over`].
    Stopped(Stop),
    /// Each edit has its word.
    Finished,
}

/// Why a run waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pause {
    /// A person asked for it.
    Asked,
    /// The session ended. It goes on by a click once the same user has signed in again.
    SessionEnded,
    /// There is no network.
    Offline,
    /// So many steps in a row have failed: [`FAILURES_MOST`].
    Failures,
    /// Nobody knows what so many edits have come to: [`UNKNOWN_MOST`].
    Unknown,
}

/// Why a run was not brought to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stop {
    /// A person asked for it.
    Asked,
    /// The caller may not read a list any more that they could read before the write.
    OwnRightLost,
}

/// See the module.
#[derive(Debug, Clone)]
pub struct Run {
    caller: UserId,
    steps: Vec<Step>,
    /// The word of each edit of each step.
    words: Vec<Vec<Option<Word>>>,
    state: State,
    /// How many steps were begun.
    begun: usize,
    lanes: Vec<Lane>,
    tickets: u64,
    trust: Trust,
    left: Left,
}

impl Run {
    /// A run of a plan by a user, from its beginning. It does not matter how much of the plan was done before.
    pub fn new(plan: &Plan, caller: &UserId) -> Self {
        let steps = steps(plan, caller);
        let words = steps.iter().map(|step| vec![None; step.edits.len()]).collect();
        let state = if steps.is_empty() { State::Finished } else { State::Running };
        let (lanes, trust, left) = (Vec::new(), Trust::default(), Left::default());
        Self { caller: caller.clone(), steps, words, state, begun: 0, lanes, tickets: 0, trust, left }
    }

    /// Whether it goes on.
    pub const fn state(&self) -> State {
        self.state
    }

    /// Whether nothing more comes: it has finished or was stopped, and no answer is awaited.
    pub fn is_over(&self) -> bool {
        matches!(self.state, State::Finished | State::Stopped(_)) && self.lanes.is_empty()
    }

    /// Whether it is of this user. Nobody else may go on with it: they see and may do other things.
    pub fn is_by(&self, user: &UserId) -> bool {
        self.caller == *user
    }

    /// What is asked or sent next, if there is something now. More may follow once answers have come.
    pub fn next_command(&mut self) -> Option<(Ticket, Command)> {
        loop {
            if let Some(command) = self.go_on() {
                return Some(command);
            }
            if !self.may_begin() {
                return None;
            }
            self.begin();
        }
    }

    /// Whether a write comes next. It has to be sent at once: see [`Run::look_again`].
    pub fn is_sending(&self) -> bool {
        let sends = |lane: &Lane| lane.is_writing() && lane.is_waiting();
        self.state == State::Running && self.lanes.iter().any(sends)
    }

    /// What a step under way needs next. What was looked at goes first.
    fn go_on(&mut self) -> Option<(Ticket, Command)> {
        let is_running = self.state == State::Running;
        let may_read = !matches!(self.state, State::Paused(Pause::SessionEnded | Pause::Offline));
        let waits = |lane: &Lane| lane.is_waiting() && may_read && (is_running || lane.is_witnessing());
        let first = self.lanes.iter().position(|lane| lane.is_writing() && waits(lane));
        let place = first.or_else(|| self.lanes.iter().position(waits))?;
        let lane = self.lanes.get_mut(place)?;
        let target = &self.steps.get(lane.step)?.target;
        let ticket = Ticket(self.tickets);
        let command = lane.command(target, ticket)?;
        self.tickets += 1;
        Some((ticket, command))
    }

    /// Whether the next step may begin: not before the stage before it has ended.
    fn may_begin(&self) -> bool {
        let Some(next) = self.steps.get(self.begun) else { return false };
        let is_same_stage =
            |lane: &Lane| self.steps.get(lane.step).is_some_and(|step| step.stage == next.stage);
        self.state == State::Running
            && self.lanes.len() < self.trust.lanes(next.stage)
            && self.lanes.iter().all(is_same_stage)
    }

    /// Begins the next step with those of its edits that nothing holds back.
    fn begin(&mut self) {
        let number = self.begun;
        self.begun += 1;
        self.hold_back(number);
        if self.is_open(number) {
            self.lanes.push(Lane::new(number));
        } else {
            self.end(number);
        }
    }

    /// Whether a step has edits without a word.
    fn is_open(&self, step: usize) -> bool {
        self.words.get(step).is_some_and(|words| words.iter().any(Option::is_none))
    }
}

#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tests;
