//! A step under way.

use std::collections::VecDeque;

use crate::change::write::Write;
use crate::model::names::Target;

use super::command::{Command, Ticket};
use super::word::Said;

/// What a step needs next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Phase {
    /// To read the list.
    Look,
    /// To send these.
    Write(VecDeque<Write>),
    /// To read the list again.
    Witness,
}

/// A request that was sent. While its answer is awaited, nothing was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sent {
    pub(super) write: Write,
    pub(super) said: Option<Said>,
}

/// See the module.
#[derive(Debug, Clone)]
pub(super) struct Lane {
    pub(super) step: usize,
    pub(super) phase: Phase,
    pub(super) under_way: Option<Ticket>,
    /// What was sent since the last look.
    pub(super) sent: Vec<Sent>,
}

impl Lane {
    pub(super) const fn new(step: usize) -> Self {
        Self { step, phase: Phase::Look, under_way: None, sent: Vec::new() }
    }

    /// Whether it awaits no answer.
    pub(super) const fn is_waiting(&self) -> bool {
        self.under_way.is_none()
    }

    pub(super) const fn is_witnessing(&self) -> bool {
        matches!(self.phase, Phase::Witness)
    }

    pub(super) const fn is_writing(&self) -> bool {
        matches!(self.phase, Phase::Write(_))
    }

    /// The next request, which is under way from now on.
    pub(super) fn command(&mut self, target: &Target, ticket: Ticket) -> Option<Command> {
        let command = match &mut self.phase {
            Phase::Look => Command::Look(target.clone()),
            Phase::Witness => Command::Witness(target.clone()),
            Phase::Write(writes) => {
                let write = writes.pop_front()?;
                self.sent.push(Sent { write: write.clone(), said: None });
                Command::Send(write)
            }
        };
        self.under_way = Some(ticket);
        Some(command)
    }

    /// Takes what was said of the request that was sent last.
    pub(super) fn note(&mut self, said: Said) {
        if let Some(sent) = self.sent.last_mut() {
            sent.said = Some(said);
        }
    }

    /// Sends nothing more of what an old look allowed: what was sent is read back, and the rest is looked at again.
    pub(super) fn pull_in(&mut self) {
        if self.is_waiting() && self.is_writing() {
            self.phase = if self.sent.is_empty() { Phase::Look } else { Phase::Witness };
        }
    }
}
