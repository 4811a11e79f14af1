//! What runs a scan: it sends what the scan asks for, when the pace allows it, and gives back what came of it. It follows
//! answers, not timers: a tab that nobody looks at has slow timers.

mod settle;

use std::sync::Arc;
use std::time::Duration;

use crate::view::prelude::*;

use crate::api::scan::outcome;
use crate::api::{ApiError, Cancel};
use crate::state::clock::now;
use crate::state::governor::Governor;
use crate::state::paced::{REPEATS, is_complaint, later, pause_before, steady};
use crate::state::refresh::Refresh;
use crate::state::spawn;
use domain::review::pace::{Permit, Sender, Turn};
use domain::review::scan::{Outcome, Pause, Request, Scan, State, Ticket};
use domain::review::snapshot::Snapshot;

use super::{Review, Status, traffic};

/// How often the scan is asked whether the service is silent.
const WATCH: Duration = Duration::from_secs(10);

/// A scan that runs or has run, and how it is run.
pub(super) struct Work {
    scan: Option<Scan>,
    governor: Governor,
    /// Gives up every request that is under way.
    cancel: Cancel,
    /// Counts the scans, so that an answer to an earlier one is not taken for the present one's.
    number: u32,
    /// The wait for the next turn.
    timer: Option<TimeoutHandle>,
    watch: Option<IntervalHandle>,
    refresh: Refresh,
    shown: Shown,
    /// The wait for the task that makes the snapshot, or for the one that shows it.
    settling: Option<TimeoutHandle>,
    /// The number of the last entry of the journal about access from outside that the scan knows of.
    outside: usize,
}

/// What was shown last, and when.
#[derive(Default, Clone, Copy)]
struct Shown {
    at: f64,
    done: u64,
    per_second: f64,
}

/// What comes next.
enum Step {
    Send(Ticket, Request, Permit, u32, Cancel),
    Wait(f64),
    Nothing,
}

impl Work {
    pub(super) fn new(governor: Governor) -> Self {
        Self {
            scan: None,
            governor,
            cancel: Cancel::single(),
            number: 0,
            timer: None,
            watch: None,
            refresh: Refresh::default(),
            shown: Shown::default(),
            settling: None,
            outside: 0,
        }
    }

    pub(super) fn scan_mut(&mut self) -> Option<&mut Scan> {
        self.scan.as_mut()
    }

    /// Takes over what the journal says.
    pub(super) fn take_over(&mut self, take: impl FnOnce(&mut Scan, &mut usize) -> bool) -> bool {
        self.scan.as_mut().is_some_and(|scan| take(scan, &mut self.outside))
    }

    pub(super) fn state(&self) -> Option<State> {
        self.scan.as_ref().map(Scan::state)
    }

    fn step(&mut self) -> Step {
        let Some(scan) = &mut self.scan else { return Step::Nothing };
        match self.governor.turn(Sender::Scan) {
            Turn::AfterAnswer => Step::Nothing,
            Turn::At(moment) => Step::Wait(moment - steady()),
            Turn::Now => match scan.next(now()) {
                None => Step::Nothing,
                Some((ticket, request)) => match self.governor.send(Sender::Scan) {
                    Some(permit) => Step::Send(ticket, request, permit, self.number, self.cancel.clone()),
                    None => Step::Nothing,
                },
            },
        }
    }

    /// What is shown of it now.
    fn status(&mut self) -> Option<Status> {
        let (scan, at) = (self.scan.as_ref()?, steady());
        let progress = scan.progress();
        let seconds = (at - self.shown.at) / 1000.0;
        #[expect(
            clippy::cast_precision_loss,
            reason = "a scan has fewer requests than a double has whole numbers"
        )]
        let rate = progress.done.saturating_sub(self.shown.done) as f64 / seconds.max(0.001);
        // Of late counts most, but one slow answer is not yet a slow service.
        let per_second = if self.shown.done == 0 { rate } else { 0.8 * self.shown.per_second + 0.2 * rate };
        self.shown = Shown { at, done: progress.done, per_second };
        Some(Status {
            state: scan.state(),
            progress,
            per_second,
            pace: self.governor.per_second(),
            is_asked_to_wait: self.governor.is_asked_to_wait(),
        })
    }
}

impl Review {
    pub(super) fn begin(self, scan: Scan) {
        self.give_up();
        let _ = self.work.try_update_value(|work| {
            work.settle_no_more();
            work.scan = Some(scan);
            work.shown = Shown { at: steady(), ..Shown::default() };
            work.governor.set_protocol(traffic::protocol());
            if work.watch.is_none() {
                work.watch =
                    set_interval_with_handle(move || self.change(|scan| scan.watch(now())), WATCH).ok();
            }
        });
        self.show(true);
        self.pump();
    }

    /// Keeps a scan that does not run, with the snapshot that it has come to.
    pub(super) fn hold(self, scan: Scan, snapshot: Arc<Snapshot>) {
        self.give_up();
        let status = self.work.try_update_value(|work| {
            work.settle_no_more();
            work.scan = Some(scan);
            work.shown = Shown::default();
            work.status()
        });
        self.keep_page(false);
        self.snapshot.set(Some(snapshot));
        self.status.set(status.flatten());
    }

    /// Gives up what is under way.
    pub(super) fn give_up(self) {
        let cancel = self.work.try_update_value(|work| {
            work.number += 1;
            if let Some(timer) = work.timer.take() {
                timer.clear();
            }
            if let Some(scan) = &mut work.scan {
                scan.recall();
            }
            std::mem::replace(&mut work.cancel, Cancel::single())
        });
        if let Some(cancel) = cancel {
            cancel.cancel();
        }
        self.show(true);
    }

    /// Changes the scan, and shows it.
    pub(super) fn change(self, change: impl FnOnce(&mut Scan)) {
        let _ = self.work.try_update_value(|work| work.scan.as_mut().map(change));
        self.show(true);
    }

    /// Sends what may be sent now.
    pub(super) fn pump(self) {
        loop {
            match self.work.try_update_value(Work::step) {
                Some(Step::Send(ticket, request, permit, number, cancel)) => {
                    self.ask(ticket, request, permit, number, cancel);
                }
                Some(Step::Wait(milliseconds)) => return self.pump_later(milliseconds),
                Some(Step::Nothing) | None => return,
            }
        }
    }

    fn pump_later(self, milliseconds: f64) {
        let _ = self.work.try_update_value(|work| later(milliseconds, &mut work.timer, move || self.pump()));
    }

    fn ask(self, ticket: Ticket, request: Request, permit: Permit, number: u32, cancel: Cancel) {
        let Some(client) = self.session.try_client_untracked() else { return };
        let caller = self.session.caller().id;
        spawn(async move {
            let mut permit = permit;
            let mut tries = 0;
            let answer = loop {
                let answer = client.scan(&request, &caller, &cancel).await;
                let repeats = answer
                    .as_ref()
                    .is_err_and(|error| tries < REPEATS && error.is_retryable() && !is_complaint(error));
                if !repeats || !self.governor.hear(permit, &answer) {
                    break answer;
                }
                tries += 1;
                pause_before(tries).await;
                match self.governor.send(Sender::Scan) {
                    Some(next) => permit = next,
                    None => return,
                }
            };
            self.governor.hear(permit, &answer);
            if let Err(error) = &answer {
                self.session.failed(&client, error);
            }
            self.take(ticket, number, answer.as_ref().err().is_some_and(ApiError::ends_session), {
                let is_online = !self.session.connection().is_offline_untracked();
                outcome(answer, is_online)
            });
        });
    }

    fn take(self, ticket: Ticket, number: u32, ends_session: bool, outcome: Outcome) {
        let _ = self.work.try_update_value(|work| {
            let Some(scan) = work.scan.as_mut().filter(|_| work.number == number) else { return };
            scan.take(ticket, outcome, now());
            if ends_session {
                scan.pause(Pause::SessionEnded);
            }
        });
        self.show(false);
        self.pump();
    }

    /// Shows how the scan is doing. Once it does not run, what was read becomes the snapshot.
    fn show(self, is_forced: bool) {
        let Some(state) = self.work.try_with_value(Work::state) else { return };
        let was = self.status.try_get_untracked().flatten().map(|status| status.state);
        let is_new = state != was;
        self.keep_page(state == Some(State::Running));
        if is_new && state.is_some_and(|state| state != State::Running) {
            if self.work.try_with_value(Work::is_settling) == Some(false) {
                self.settle();
            }
            return;
        }
        let status = self.work.try_update_value(|work| {
            let is_due = work.refresh.is_due(is_forced || is_new, move || self.show(true));
            if is_due { work.status() } else { None }
        });
        if let Some(Some(status)) = status {
            let _ = self.status.try_set(Some(status));
        }
    }
}
