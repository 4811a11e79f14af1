//! The plan as a file: what is saved, and what an opened file becomes.

use crate::view::prelude::*;

use crate::api::snapshot_file::{Expected, content};
use crate::state::clock::now;
use crate::state::unsaved::Unsaved;
use domain::model::user::Person;
use domain::plan::record::{AboutPlan, PlanRecord};
use domain::plan::run::State;
use domain::plan::staging::Plan;

use super::{Origin, Planning};

impl Planning {
    /// Of what a file has to be to be opened here.
    pub fn expected_file(self) -> Expected {
        self.review.expected_file()
    }

    /// The record of the plan as it is now. A plan that was opened and not changed stays that of its maker.
    pub fn to_save(self) -> PlanRecord {
        let opened = self.opened.get_untracked().filter(|origin| !origin.is_changed);
        let about = opened.map_or_else(|| self.about(), |origin| origin.about);
        self.plan.with_untracked(|plan| PlanRecord::new(about, plan))
    }

    fn about(self) -> AboutPlan {
        let Expected { region, account } = self.review.expected_file();
        let snapshot = untrack(|| self.review.snapshot()).map(|snapshot| content(&snapshot).to_string());
        AboutPlan { region, account, made_by: self.review.caller(), made_at: now(), snapshot }
    }

    /// Who has made the plan: the caller, unless it was opened and not changed since.
    pub(super) fn made_by(self) -> Person {
        let opened = self.opened.get_untracked().filter(|origin| !origin.is_changed);
        opened.map_or_else(|| self.review.caller(), |origin| origin.about.made_by)
    }

    /// Whether the plan is in a file as it is.
    pub fn is_saved(self) -> bool {
        self.is_saved.get()
    }

    /// The plan was saved.
    pub fn note_saved(self) {
        self.is_saved.set(true);
    }

    /// What was opened takes the place of the plan. That can be undone as a staging can.
    pub fn show_opened(self, record: &PlanRecord) {
        self.change(|plan| {
            plan.clear();
            plan.stage(record.plan().edits().cloned());
        });
        self.opened.set(Some(Origin { about: record.about().clone(), is_changed: false }));
        self.is_saved.set(true);
    }

    /// Whether somebody else has made the plan that was opened.
    pub fn made_by_another(self) -> Option<Origin> {
        let caller = self.review.caller().id;
        self.opened.get().filter(|origin| origin.about.made_by.id != caller)
    }

    /// Whether a run is under way, or a plan is in no file.
    fn has_unsaved_work(self) -> bool {
        let status = self.status.try_get_untracked().flatten();
        let is_under_way = status.is_some_and(|status| {
            !status.is_over || matches!(status.state, State::Running | State::Paused(_))
        });
        let has_edits = self.plan.try_with_untracked(Plan::is_empty) == Some(false);
        is_under_way || (has_edits && self.is_saved.try_get_untracked() == Some(false))
    }

    /// The browser asks before the tab is closed, and the page before signing out, if that would lose work.
    pub(super) fn ask_before_the_end(self) {
        // Tests of the state alone have no pages that could be left.
        if let Some(unsaved) = use_context::<Unsaved>() {
            unsaved.watch_in_session(Signal::derive(move || self.has_unsaved_work()));
        }
    }
}
