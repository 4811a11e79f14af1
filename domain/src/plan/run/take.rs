//! What a run does with an answer.

use std::collections::VecDeque;

use crate::change::write::{Edit, Present, Write};
use crate::model::access::AccessList;
use crate::plan::stages::Stage;
use crate::review::snapshot::Fault;

use super::command::{Answer, Failure, Ticket};
use super::compare::{About, Looked, look, witness};
use super::lane::{Lane, Phase, Sent};
use super::word::{NotSent, Said, Unseen, Word};
use super::{Pause, Run, State, Stop};

/// Whether a step goes on.
enum Then {
    GoesOn(Lane),
    Ends(usize),
}

impl Run {
    /// Takes what came of a request. Says whether the request was under way.
    pub fn take(&mut self, ticket: Ticket, answer: Answer) -> bool {
        let Some(place) = self.lanes.iter().position(|lane| lane.under_way == Some(ticket)) else {
            return false;
        };
        let mut lane = self.lanes.remove(place);
        lane.under_way = None;
        let then = match lane.phase {
            Phase::Look => self.take_look(lane, answer),
            Phase::Write(_) => self.take_sent(lane, answer),
            Phase::Witness => self.take_witness(lane, answer),
        };
        match then {
            Then::GoesOn(mut lane) => {
                if self.state != State::Running {
                    lane.pull_in();
                }
                self.lanes.insert(place, lane);
            }
            Then::Ends(step) => self.end(step),
        }
        true
    }

    fn take_look(&mut self, mut lane: Lane, answer: Answer) -> Then {
        match read(answer) {
            Read::List(list) => {
                let writes = self.compare(lane.step, &list);
                if writes.is_empty() {
                    return Then::Ends(lane.step);
                }
                lane.phase = Phase::Write(writes);
                Then::GoesOn(lane)
            }
            Read::Later => Then::GoesOn(lane),
            Read::Not(Failure::SessionEnded) => {
                self.pause(Pause::SessionEnded);
                Then::GoesOn(lane)
            }
            Read::Not(failure) => {
                self.rest(lane.step, &Word::NotSent(NotSent::Unread(failure)));
                Then::Ends(lane.step)
            }
        }
    }

    /// Gives the edits their words that need no request, and returns the requests for the others.
    fn compare(&mut self, number: usize, list: &AccessList) -> VecDeque<Write> {
        let (Some(step), Some(words)) = (self.steps.get(number), self.words.get_mut(number)) else {
            return VecDeque::new();
        };
        let present = Present::of(list);
        let mut open: Vec<Edit> = Vec::new();
        for (staged, word) in step.edits.iter().zip(words).filter(|(_, word)| word.is_none()) {
            match look(&staged.edit, step, list, &present) {
                Looked::AsExpected => open.push(staged.edit.clone()),
                Looked::Decided(decided) => *word = Some(decided),
            }
        }
        Write::all(&step.target, &open).into()
    }

    fn take_sent(&mut self, mut lane: Lane, answer: Answer) -> Then {
        let said = match answer {
            Answer::Done => Said::Done,
            Answer::Failed(failure) => Said::Failed(failure),
            Answer::Interrupted => Said::Failed(Failure::Fault(Fault::NoAnswer)),
            Answer::List(_) => Said::Failed(Failure::Fault(Fault::Unreadable)),
        };
        let has_ended = said == Said::Failed(Failure::SessionEnded);
        let is_over = said != Said::Done || matches!(&lane.phase, Phase::Write(rest) if rest.is_empty());
        lane.note(said);
        if is_over {
            lane.phase = Phase::Witness;
        }
        if has_ended {
            self.pause(Pause::SessionEnded);
        }
        Then::GoesOn(lane)
    }

    fn take_witness(&mut self, mut lane: Lane, answer: Answer) -> Then {
        let is_stopped = matches!(self.state, State::Stopped(_));
        match read(answer) {
            Read::List(list) => {
                let present = Present::of(&list);
                self.judge(&lane, |edit, said, about| witness(edit, said, about, &present));
            }
            Read::Later => return Then::GoesOn(lane),
            Read::Not(Failure::SessionEnded) if !is_stopped => {
                self.pause(Pause::SessionEnded);
                return Then::GoesOn(lane);
            }
            Read::Not(failure) => {
                let why = Unseen::Unread(failure.clone());
                self.judge(&lane, |_, said, _| Word::Unknown { said, why: why.clone() });
                self.rest(lane.step, &Word::NotSent(NotSent::Unread(failure.clone())));
                if matches!(failure, Failure::Denied { .. }) && !self.loses_own_right(lane.step) {
                    self.stop_for(Stop::OwnRightLost);
                }
            }
        }
        if lane.sent.iter().any(has_failed) {
            self.rest(lane.step, &Word::NotSent(NotSent::AfterFailure));
        }
        if let State::Stopped(stop) = self.state {
            self.rest(lane.step, &Word::NotSent(NotSent::Stopped(stop)));
        }
        if !self.is_open(lane.step) {
            return Then::Ends(lane.step);
        }
        // Nothing was sent for the rest: a pause came between. It is looked at again.
        lane.phase = Phase::Look;
        lane.sent.clear();
        Then::GoesOn(lane)
    }

    /// Whether a step takes away what the caller themselves may do.
    fn loses_own_right(&self, step: usize) -> bool {
        self.steps.get(step).is_some_and(|step| step.stage == Stage::Own)
    }

    /// Gives each edit that a request was sent for its word.
    fn judge(&mut self, lane: &Lane, word: impl Fn(&Edit, Said, About) -> Word) {
        let (Some(step), Some(words)) = (self.steps.get(lane.step), self.words.get_mut(lane.step)) else {
            return;
        };
        for Sent { write, said } in &lane.sent {
            let said = said.clone().unwrap_or(Said::Failed(Failure::Fault(Fault::NoAnswer)));
            let about = if write.edits.len() == 1 { About::OneUser } else { About::Several };
            for edit in &write.edits {
                let place = step.edits.binary_search_by(|staged| staged.edit.id.cmp(&edit.id));
                if let Some(slot) = place.ok().and_then(|place| words.get_mut(place)) {
                    *slot = Some(word(edit, said.clone(), about));
                }
            }
        }
    }

    /// Gives a word to each edit of a step that has none.
    pub(super) fn rest(&mut self, step: usize, word: &Word) {
        let open = self.words.get_mut(step).into_iter().flatten().filter(|slot| slot.is_none());
        open.for_each(|slot| *slot = Some(word.clone()));
    }
}

/// Whether what was said makes the rest of a step doubtful. The end of a session says nothing about it.
fn has_failed(sent: &Sent) -> bool {
    matches!(&sent.said, Some(Said::Failed(failure)) if *failure != Failure::SessionEnded)
}

/// What came of reading a list.
enum Read {
    List(AccessList),
    /// It is read again later.
    Later,
    Not(Failure),
}

fn read(answer: Answer) -> Read {
    match answer {
        Answer::List(list) => Read::List(list),
        Answer::Interrupted | Answer::Failed(Failure::Throttled) => Read::Later,
        Answer::Failed(failure) => Read::Not(failure),
        Answer::Done => Read::Not(Failure::Fault(Fault::Unreadable)),
    }
}
