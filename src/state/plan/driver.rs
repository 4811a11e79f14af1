//! What runs a plan: it sends what the run asks for, when the pace allows it, and gives back what came of it. The journal knows
//! each write from the moment it is sent, and the session does not end by itself before the list was read after it.

use std::sync::Arc;

use crate::api::access::prepare;
use crate::api::{Cancel, Client};
use crate::state::clock::now;
use crate::state::paced::{REPEATS, is_complaint, later, pause_before};
use crate::state::spawn;
use domain::change::write::Write;
use domain::model::access::AccessList;
use domain::model::names::{Target, UserId};
use domain::plan::run::{Answer, Command, Failure, Pause, Run, State, Ticket};
use domain::review::pace::{Permit, Sender};

use super::log::Log;
use super::work::{Next, Work};
use super::{Planning, answer};

impl Planning {
    /// Sends what may be sent now.
    pub(super) fn pump(self) {
        loop {
            match self.work.try_update_value(Work::next) {
                Some(Next::Ask(ticket, command, permit, number)) => self.ask(ticket, command, permit, number),
                Some(Next::Wait(milliseconds)) => return self.pump_later(milliseconds),
                Some(Next::Nothing) | None => return,
            }
        }
    }

    fn pump_later(self, milliseconds: f64) {
        let _ = self.work.try_update_value(|work| later(milliseconds, &mut work.timer, move || self.go_on()));
    }

    /// The same, when a wait is over. It can be the end of a run: what is left may all be held back.
    pub(super) fn go_on(self) {
        let state = || {
            self.work.try_with_value(|work| Some((work.run.as_ref()?.state(), work.run.as_ref()?.is_over())))
        };
        let before = state();
        self.pump();
        if state() != before {
            self.show(false);
            self.keep_session();
        }
    }

    fn ask(self, ticket: Ticket, command: Command, permit: Permit, number: u32) {
        let Some(client) = self.review.session.try_client_untracked() else { return };
        let caller = self.review.session.caller().id;
        match command {
            Command::Look(target) => spawn(async move {
                let answer = self.read(&client, &target, &caller, permit).await;
                self.take(ticket, number, answer);
            }),
            Command::Witness(target) => spawn(async move {
                let answer = self.read(&client, &target, &caller, permit).await;
                self.witnessed(&target, &answer, number);
                self.take(ticket, number, answer);
            }),
            Command::Send(write) => self.send(ticket, write, client, permit, number),
        }
    }

    async fn read(self, client: &Client, target: &Target, caller: &UserId, permit: Permit) -> Answer {
        let (mut permit, mut tries) = (permit, 0);
        let answer = loop {
            let answer = client.access(target, caller, &Cancel::single()).await;
            let is_there = self.review.governor.hear(permit, &answer);
            let Err(error) = &answer else { break answer };
            self.review.session.failed(client, error);
            if !is_there || tries >= REPEATS || !error.is_retryable() || is_complaint(error) {
                break answer;
            }
            tries += 1;
            pause_before(tries).await;
            match self.review.governor.send(Sender::Run) {
                Some(next) => permit = next,
                None => break answer,
            }
        };
        answer::of_reading(answer, !self.review.session.connection().is_offline_untracked())
    }

    /// Sends a write, once.
    fn send(self, ticket: Ticket, write: Write, client: Client, permit: Permit, number: u32) {
        // Signing out before the answer is there takes the session with it.
        let (session, hold) = (self.review.session, self.review.session.hold());
        let entry = self.work.try_update_value(|work| Some(work.log.as_mut()?.sending(&write))).flatten();
        spawn(async move {
            // Nothing ever cancels a write but its own time limit.
            let answer = client.write(&prepare(&write), &Cancel::single()).await;
            self.review.governor.hear(permit, &answer);
            if let Err(error) = &answer {
                session.failed(&client, error);
            }
            let _ = self.work.try_update_value(|work| {
                work.rate.answered(answer.as_ref().err().is_some_and(is_complaint));
                if let (Some(log), Some(entry)) = (&work.log, entry) {
                    log.answered(entry, &answer);
                }
            });
            self.take(ticket, number, answer::of_write(&answer));
            drop(hold);
        });
    }

    /// A list was read after a write: the journal, the review and every page that shows it know of it.
    fn witnessed(self, target: &Target, answer: &Answer, number: u32) {
        let list: Option<&AccessList> = match answer {
            Answer::List(list) => Some(list),
            // It is read again later.
            Answer::Interrupted => return,
            _ => None,
        };
        if let Some(list) = list {
            let list = Arc::new(list.clone());
            self.review.note(target, &list);
            self.readings.note(target, list);
        }
        let _ = self.work.try_update_value(|work| {
            if let Some(log) = work.log.as_mut().filter(|_| work.number == number)
                && (list.is_some() || !is_read_again(answer))
            {
                log.witnessed(target, list);
            }
        });
    }

    fn take(self, ticket: Ticket, number: u32, answer: Answer) {
        let _ = self.work.try_update_value(|work| {
            if let Some(run) = work.run.as_mut().filter(|_| work.number == number) {
                let before = run.progress().done;
                run.take(ticket, answer);
                if run.progress().done != before {
                    work.stamp(now());
                }
            }
        });
        self.pump();
        self.show(false);
        self.keep_session();
    }

    /// The session does not end by itself between a write and the list that is read after it, while that list can be read.
    pub(super) fn keep_session(self) {
        let is_open = self.work.try_with_value(|work| {
            let can_read = |run: &Run| {
                !run.is_over() && !matches!(run.state(), State::Paused(Pause::SessionEnded | Pause::Offline))
            };
            work.run.as_ref().is_some_and(can_read) && work.log.as_ref().is_some_and(Log::is_open)
        });
        let present = is_open.unwrap_or(false).then(|| self.review.session.hold());
        // The earlier one goes last: with none left, a session that is due ends at once, and with it all that is here.
        let earlier = self.hold.try_update_value(|hold| std::mem::replace(hold, present));
        drop(earlier);
    }
}

/// Whether the list is read again later.
fn is_read_again(answer: &Answer) -> bool {
    matches!(answer, Answer::Failed(Failure::SessionEnded | Failure::Throttled))
}
