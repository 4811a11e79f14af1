//! Starting, pausing, going on, stopping, what is shown, and what a run leaves behind.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::config::WritePolicy;
use crate::state::clock::now;
use crate::state::journal::{BatchId, Note, Undoes};
use crate::state::review::protocol;
use crate::state::spawn;
use domain::change::reason::Reason;
use domain::change::undo::Cannot;
use domain::paths::BASE;
use domain::plan::inverse::inverse;
use domain::plan::run::{Pause, Run, State};
use domain::plan::staging::{Plan, Staged};
use domain::review::package::Change;
use domain::text::time::UnixMillis;

use super::lock::{self, Lock};
use super::log::Log;
use super::work::Work;
use super::{Ended, Planning, Status};

impl Planning {
    /// How the run is doing; `None` before the first one.
    pub fn status(self) -> Option<Status> {
        self.status.get()
    }

    /// Whether a run is not over yet.
    pub fn is_under_way(self) -> bool {
        self.status.with(|status| status.is_some_and(|status| !status.is_over))
    }

    /// The edits of a run that is over or does not go on, in the order of the run.
    pub fn ended(self) -> Arc<[Ended]> {
        self.ended.get()
    }

    /// When a run was last under way, in this session.
    pub fn ran_at(self) -> Option<UnixMillis> {
        self.ran_at.get()
    }

    /// What all runs of the session have done, as of the last time that one did not go on.
    pub fn changes(self) -> Arc<[Change]> {
        self.changes.get()
    }

    /// Whether the last start was refused, since another tab of this browser runs a plan.
    pub fn is_elsewhere(self) -> bool {
        self.is_elsewhere.get()
    }

    /// Whether nothing can be sent, since there is no network.
    pub fn is_offline(self) -> bool {
        self.review.session.connection().is_offline()
    }

    /// What `config.json` says about writing.
    pub fn policy(self) -> WritePolicy {
        self.review.session.write_policy()
    }

    /// Runs the plan that the user has confirmed, and which is empty from then on. Nothing happens where it has changed since,
    /// where nothing may be written, without a reason where one is required, and while another run is not over.
    pub fn start(self, confirmed: Plan, reason: Option<Reason>) {
        let is_allowed = match self.policy() {
            WritePolicy::ReadOnly => false,
            WritePolicy::ReasonRequired => reason.is_some(),
            WritePolicy::ReasonOptional => true,
        };
        let is_confirmed = || self.plan.with_untracked(|plan| plan.has_same_edits(&confirmed));
        if !is_allowed || untrack(|| self.is_offline() || self.is_under_way()) || !is_confirmed() {
            return;
        }
        self.is_elsewhere.set(false);
        let account = self.review.expected_file();
        let name = format!("swr-console.run {BASE} {} {}", account.region, account.account.name);
        spawn(async move {
            match lock::take(&name).await {
                Some(lock) => self.begin(lock, &confirmed, reason),
                // This tab may have it by now, by an earlier click.
                None if self.status.try_get_untracked().flatten().is_none_or(|status| status.is_over) => {
                    let _ = self.is_elsewhere.try_set(true);
                }
                None => {}
            }
        });
    }

    fn begin(self, lock: Lock, confirmed: &Plan, reason: Option<Reason>) {
        // A second click may have begun it, and signing out ends everything.
        let is_free = self.status.try_with_untracked(|status| status.is_none_or(|status| status.is_over));
        let is_confirmed = |plan: &Plan| !plan.is_empty() && plan.has_same_edits(confirmed);
        let Some(plan) = self.plan.try_with_untracked(Plan::clone).filter(is_confirmed) else { return };
        if is_free != Some(true) || self.review.session.try_client_untracked().is_none() {
            return;
        }
        let caller = self.review.session.caller();
        let undoes = self.undoes.get_value().map(Undoes::Batch);
        let planned_by = untrack(|| self.made_by_another()).filter(|origin| !origin.is_changed);
        let planned_by = planned_by.map(|origin| origin.about.made_by.name);
        let log = Log::new(self.journal.open(caller.name, Note { undoes, reason, planned_by }));
        let run = Run::new(&plan, &caller.id);
        let people = (self.made_by(), self.review.caller());
        let protocol = protocol();
        let _ = self.work.try_update_value(|work| work.begin(run, log, lock, people, protocol));
        self.undoes.set_value(None);
        self.plan.set(Plan::default());
        self.opened.set(None);
        self.is_saved.set(true);
        self.ended.set(Arc::default());
        self.ran_at.set(Some(now()));
        self.show(true);
        self.pump();
    }

    /// Begins and sends nothing for now.
    pub fn pause(self) {
        self.steer(|run| run.pause(Pause::Asked));
    }

    /// Goes on after a pause.
    pub fn resume(self) {
        self.steer(Run::resume);
    }

    /// Ends the run. What was sent is still read back.
    pub fn stop(self) {
        self.steer(Run::stop);
    }

    /// Without a network nothing is asked for; the run goes on by a click.
    pub(super) fn follow_connection(self) {
        let connection = self.review.session.connection();
        effect(move || {
            if connection.is_offline() {
                untrack(|| self.steer(|run| run.pause(Pause::Offline)));
            }
        });
    }

    fn steer(self, steer: impl FnOnce(&mut Run)) {
        let _ = self.work.try_update_value(|work| {
            work.run.as_mut().map(steer);
            work.stamp(now());
        });
        self.pump();
        self.show(true);
        self.keep_session();
    }

    /// Shows how the run is doing. Where it does not go on, its edits are shown with their words.
    pub(super) fn show(self, is_forced: bool) {
        let was = self.status.try_get_untracked().flatten();
        let present =
            self.work.try_with_value(|work| work.run.as_ref().map(|run| (run.state(), run.is_over())));
        let Some(Some((state, is_over))) = present else { return };
        let is_new = was.is_none_or(|was| (was.state, was.is_over) != (state, is_over));
        if is_new {
            let _ = self.work.try_update_value(|work| work.stamp(now()));
        }
        self.review.set_plan_running(state == State::Running);
        let status = self.work.try_update_value(|work| {
            let is_due = work.refresh.is_due(is_forced || is_new, move || self.show(true));
            if is_due { work.status() } else { None }
        });
        let Some(Some(status)) = status else { return };
        let _ = self.status.try_set(Some(status));
        if state == State::Running {
            let _ = self.ended.try_set(Arc::default());
            return;
        }
        if let Some(ended) = self.work.try_with_value(Work::ended) {
            let _ = self.ended.try_set(ended.into());
        }
        if let Some(changes) = self.work.try_with_value(Work::changes) {
            let _ = self.changes.try_set(changes.into());
        }
        if is_over {
            let _ = self.work.try_update_value(|work| work.lock.take());
        }
        if is_new {
            let _ = self.ran_at.try_set(Some(now()));
            self.review.show_noted();
        }
    }

    /// Stages what the run has left over. Returns how many edits that are.
    pub fn stage_left_over(self) -> usize {
        let left = self.work.with_value(|work| work.run.as_ref().map(Run::left_over)).unwrap_or_default();
        let edits: Vec<Staged> = left.edits().cloned().collect();
        let count = edits.len();
        self.stage(edits);
        count
    }

    /// The journal's batch of the last run.
    pub fn batch(self) -> Option<BatchId> {
        self.work.with_value(|work| work.batch)
    }

    /// Stages the way back from a run that is over. Returns how many edits that are, and those that there is no way back for.
    pub fn undo_run(self, batch: BatchId) -> (usize, Vec<(Staged, Cannot)>) {
        let caller = self.review.session.caller().id;
        let way = self.work.with_value(|work| Some(inverse(work.run_of(batch)?, &caller, None)));
        let Some(way) = way else { return (0, Vec::new()) };
        let is_alone = self.plan.with_untracked(Plan::is_empty);
        let edits: Vec<Staged> = way.plan.edits().cloned().collect();
        let count = edits.len();
        self.stage(edits);
        if is_alone && count > 0 {
            self.undoes.set_value(Some(batch));
        }
        (count, way.cannot)
    }
}
