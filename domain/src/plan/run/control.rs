//! Pausing, going on, stopping, and the end of a step.

use super::lane::Lane;
use super::word::{NotSent, Word};
use super::{Pause, Run, State, Stop};

impl Run {
    /// Begins and sends nothing for now. What was sent is still read back, unless there is no session or no network.
    pub fn pause(&mut self, why: Pause) {
        let replaces = match self.state {
            State::Running => true,
            // It takes more than a click to go on then.
            State::Paused(before) => before != Pause::SessionEnded,
            State::Stopped(_) | State::Finished => false,
        };
        if replaces {
            self.state = State::Paused(why);
            self.lanes.iter_mut().for_each(Lane::pull_in);
        }
    }

    /// Sends nothing of what was looked at so far: it can't be sent at once, and what a list has shown a minute ago is no
    /// reason to write. It is looked at again.
    pub fn look_again(&mut self) {
        self.lanes.iter_mut().for_each(Lane::pull_in);
    }

    /// Goes on after a pause. What was looked at before it and not sent is looked at again.
    pub fn resume(&mut self) {
        if let State::Paused(_) = self.state {
            self.state = State::Running;
            self.trust.forgive();
            self.finish();
        }
    }

    /// Ends it for good. What was sent is still read back.
    pub fn stop(&mut self) {
        self.stop_for(Stop::Asked);
    }

    pub(super) fn stop_for(&mut self, why: Stop) {
        if !matches!(self.state, State::Running | State::Paused(_)) {
            return;
        }
        self.state = State::Stopped(why);
        let word = Word::NotSent(NotSent::Stopped(why));
        let (sent, unsent): (Vec<Lane>, Vec<Lane>) =
            std::mem::take(&mut self.lanes).into_iter().partition(|lane| !lane.sent.is_empty());
        for step in unsent.iter().map(|lane| lane.step).chain(self.begun..self.steps.len()) {
            self.rest(step, &word);
        }
        self.begun = self.steps.len();
        self.lanes = sent;
        self.lanes.iter_mut().for_each(Lane::pull_in);
    }

    /// Takes the end of a step.
    pub(super) fn end(&mut self, step: usize) {
        self.note_left(step);
        if let Some(words) = self.words.get(step) {
            self.trust.take(words);
        }
        self.finish();
        if let (State::Running, Some(pause)) = (self.state, self.trust.pause()) {
            self.pause(pause);
        }
    }

    /// Ends the run if nothing is left to do.
    fn finish(&mut self) {
        let is_going = matches!(self.state, State::Running | State::Paused(_));
        if is_going && self.lanes.is_empty() && self.begun == self.steps.len() {
            self.state = State::Finished;
        }
    }
}
