//! A run and how it is run: its pace, its record, and what it asks for next.

use std::collections::VecDeque;

use crate::state::governor::Governor;
use crate::state::journal::BatchId;
use crate::state::paced::steady;
use crate::state::refresh::Refresh;
use crate::view::prelude::*;
use domain::model::names::Target;
use domain::model::user::Person;
use domain::plan::run::{Answer, Command, Counts, Progress, Run, State, Ticket, Word};
use domain::plan::staging::Staged;
use domain::review::pace::{Permit, Protocol, Sender, Turn};
use domain::review::package::Change;
use domain::text::time::UnixMillis;

use super::lock::Lock;
use super::log::Log;
use super::rate::Rate;

/// How a run is doing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Status {
    /// Whether it goes on.
    pub state: State,
    /// Whether nothing more comes.
    pub is_over: bool,
    /// How far it is.
    pub progress: Progress,
    /// How many edits have come to what.
    pub counts: Counts,
    /// Whether nothing is sent at present because the service asked for it.
    pub is_asked_to_wait: bool,
}

/// An edit of a run that does not go on at present.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// The edit.
    pub staged: Staged,
    /// What it has come to; `None` while that is open.
    pub word: Option<Word>,
}

/// See the module.
pub(super) struct Work {
    pub(super) run: Option<Run>,
    pub(super) log: Option<Log>,
    /// The journal's batch of the run.
    pub(super) batch: Option<BatchId>,
    /// Keeps other tabs from running a plan.
    pub(super) lock: Option<Lock>,
    governor: Governor,
    pub(super) rate: Rate,
    /// Counts the runs, so that an answer to an earlier one is not taken for the present one's.
    pub(super) number: u32,
    /// The wait for the next turn.
    pub(super) timer: Option<TimeoutHandle>,
    /// First readings of steps, which wait for their turn.
    looks: VecDeque<(Ticket, Target)>,
    pub(super) refresh: Refresh,
    /// What the runs before have done.
    past: Vec<Change>,
    /// The runs before, which can still be undone.
    past_runs: Vec<(BatchId, Run)>,
    /// When each edit's word became known, in the order of the run.
    moments: Vec<Option<UnixMillis>>,
    /// Who has made the plan of the run, and who runs it.
    people: Option<(Person, Person)>,
}

impl Work {
    /// There was no run yet.
    pub(super) fn new(governor: Governor) -> Self {
        Self {
            run: None,
            log: None,
            batch: None,
            lock: None,
            governor,
            rate: Rate::default(),
            number: 0,
            timer: None,
            looks: VecDeque::new(),
            refresh: Refresh::default(),
            past: Vec::new(),
            past_runs: Vec::new(),
            moments: Vec::new(),
            people: None,
        }
    }
}

/// What comes next.
pub(super) enum Next {
    Ask(Ticket, Command, Permit, u32),
    Wait(f64),
    Nothing,
}

impl Work {
    /// Begins a run. `people` are the maker of the plan and the caller.
    pub(super) fn begin(
        &mut self,
        run: Run,
        log: Log,
        lock: Lock,
        people: (Person, Person),
        protocol: Protocol,
    ) {
        self.past = self.changes();
        self.past_runs.extend(self.batch.zip(self.run.take()));
        self.moments.clear();
        self.people = Some(people);
        self.batch = Some(log.batch());
        self.run = Some(run);
        self.log = Some(log);
        self.lock = Some(lock);
        self.number += 1;
        self.rate = Rate::default();
        self.looks.clear();
        self.governor.set_protocol(protocol);
    }

    /// The run that a batch of the journal is of, once it is over.
    pub(super) fn run_of(&self, batch: BatchId) -> Option<&Run> {
        let present = self.run.as_ref().filter(|run| self.batch == Some(batch) && run.is_over());
        present.or_else(|| self.past_runs.iter().find(|(of, _)| *of == batch).map(|(_, run)| run))
    }

    /// What is asked or sent next.
    pub(super) fn next(&mut self) -> Next {
        self.recall();
        let Some(run) = &mut self.run else { return Next::Nothing };
        let now = steady();
        let turn = self.governor.turn(if run.is_sending() { Sender::Write } else { Sender::Run });
        if turn != Turn::Now {
            run.look_again();
        }
        match turn {
            Turn::AfterAnswer => return Next::Nothing,
            Turn::At(moment) => return Next::Wait(moment - now),
            Turn::Now => {}
        }
        loop {
            match run.next_command() {
                Some((ticket, Command::Look(target))) => self.looks.push_back((ticket, target)),
                Some((ticket, command)) => {
                    let is_write = matches!(command, Command::Send(_));
                    let sender = if is_write { Sender::Write } else { Sender::Run };
                    let Some(permit) = self.governor.send(sender) else { return Next::Nothing };
                    if is_write {
                        self.rate.sent(now);
                    }
                    return Next::Ask(ticket, command, permit, self.number);
                }
                None => break,
            }
        }
        let wait = self.rate.wait(now);
        if wait > 0.0 && !self.looks.is_empty() {
            return Next::Wait(wait);
        }
        let Some((ticket, target)) = self.looks.pop_front() else { return Next::Nothing };
        match self.governor.send(Sender::Run) {
            Some(permit) => Next::Ask(ticket, Command::Look(target), permit, self.number),
            None => Next::Nothing,
        }
    }

    /// Readings that wait for their turn are not begun while the run does not go on.
    fn recall(&mut self) {
        let Some(run) = self.run.as_mut().filter(|run| run.state() != State::Running) else { return };
        for (ticket, _) in self.looks.drain(..) {
            run.take(ticket, Answer::Interrupted);
        }
    }

    /// What is shown of the run now.
    pub(super) fn status(&self) -> Option<Status> {
        let run = self.run.as_ref()?;
        Some(Status {
            state: run.state(),
            is_over: run.is_over(),
            progress: run.progress(),
            counts: run.counts(),
            is_asked_to_wait: self.governor.is_asked_to_wait(),
        })
    }

    /// Notes when the words that are there now became known.
    pub(super) fn stamp(&mut self, now: UnixMillis) {
        let Some(run) = &self.run else { return };
        for (place, item) in run.items().enumerate() {
            if self.moments.len() <= place {
                self.moments.push(None);
            }
            if let Some(moment) = self.moments.get_mut(place).filter(|_| item.word.is_some()) {
                moment.get_or_insert(now);
            }
        }
    }

    /// What all runs of the session have done, in their order.
    pub(super) fn changes(&self) -> Vec<Change> {
        let mut changes = self.past.clone();
        let (Some(run), Some((planned_by, run_by))) = (&self.run, &self.people) else { return changes };
        let moments = self.moments.iter().copied().chain(std::iter::repeat(None));
        changes.extend(run.items().zip(moments).map(|(item, at)| Change {
            run: self.number,
            staged: item.staged.clone(),
            planned_by: planned_by.clone(),
            run_by: run_by.clone(),
            word: item.word.cloned(),
            at,
        }));
        changes
    }

    /// The edits of the run with their words.
    pub(super) fn ended(&self) -> Vec<Ended> {
        let items = self.run.iter().flat_map(Run::items);
        items.map(|item| Ended { staged: item.staged.clone(), word: item.word.cloned() }).collect()
    }
}
