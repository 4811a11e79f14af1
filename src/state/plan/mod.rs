//! The plan of a session: edits that are staged from many pages, and the run that sends them. In memory only, and gone with
//! the session; a file keeps it.

mod answer;
mod driver;
mod file;
pub mod lock;
mod log;
mod rate;
mod run;
mod work;

use std::sync::Arc;

use crate::view::prelude::*;

use domain::model::names::{Target, UserId};
use domain::plan::grave::{GraveEdit, grave};
use domain::plan::record::AboutPlan;
use domain::plan::staging::{Plan, Staged, Staging};
use domain::review::package::Change;
use domain::review::snapshot::Snapshot;
use domain::text::time::UnixMillis;

use super::journal::{BatchId, Journal};
use super::planned::Planned;
use super::readings::Readings;
use super::review::Review;
use super::session::Hold;
use super::session::signed_in::use_signed_in;
use super::session_owner::SessionOwner;

pub use work::{Ended, Status};

use work::Work;

/// See the module.
#[derive(Clone, Copy)]
pub struct Planning {
    plan: RwSignal<Plan>,
    /// What the file says that the plan was opened from.
    opened: RwSignal<Option<Origin>>,
    /// Whether the plan is in a file.
    is_saved: RwSignal<bool>,
    /// The run that the plan undoes, if it is nothing else.
    undoes: StoredValue<Option<BatchId>>,
    grave: Memo<Arc<[GraveEdit]>>,
    work: StoredValue<Work>,
    /// Keeps the session while a list has to be read after a write.
    hold: StoredValue<Option<Hold>>,
    status: RwSignal<Option<Status>>,
    ended: RwSignal<Arc<[Ended]>>,
    /// When a run was last under way.
    ran_at: RwSignal<Option<UnixMillis>>,
    changes: RwSignal<Arc<[Change]>>,
    /// Whether the last start was refused, since another tab of the browser runs a plan.
    is_elsewhere: RwSignal<bool>,
    review: Review,
    journal: Journal,
    readings: Readings,
}

/// Where a plan comes from that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// What its file says.
    pub about: AboutPlan,
    /// Whether it was changed since.
    pub is_changed: bool,
}

impl Planning {
    /// The one of the present session.
    pub fn of_session() -> Self {
        expect_context::<SessionOwner>().share(Self::new)
    }

    fn new() -> Self {
        let (session, review, plan) = (use_signed_in(), Review::of_session(), RwSignal::new(Plan::default()));
        let caller = session.caller().id;
        let nothing_read = Arc::new(review.nothing_read());
        let grave = Memo::new(move |_| {
            let snapshot: Arc<Snapshot> = review.snapshot().unwrap_or_else(|| Arc::clone(&nothing_read));
            plan.with(|plan| grave(plan, &snapshot, &caller).into())
        });
        let planning = Self {
            plan,
            opened: RwSignal::new(None),
            is_saved: RwSignal::new(true),
            undoes: StoredValue::new(None),
            grave,
            work: StoredValue::new(Work::new(review.governor)),
            hold: StoredValue::new(None),
            status: RwSignal::new(None),
            ended: RwSignal::new(Arc::default()),
            ran_at: RwSignal::new(None),
            changes: RwSignal::new(Arc::default()),
            is_elsewhere: RwSignal::new(false),
            review,
            journal: expect_context::<Journal>(),
            readings: expect_context::<Readings>(),
        };
        review.governor.after_answers(move || planning.go_on());
        planning.follow_connection();
        planning.ask_before_the_end();
        let planned = expect_context::<Planned>();
        effect(move || planned.0.set(plan.with(Plan::len)));
        on_cleanup(move || planned.0.set(0));
        planning
    }

    /// Reads the plan.
    pub fn with<T>(self, look: impl FnOnce(&Plan) -> T) -> T {
        self.plan.with(look)
    }

    /// The edits that are grave, by what the review has read.
    pub fn grave(self) -> Arc<[GraveEdit]> {
        self.grave.get()
    }

    /// Where the plan was opened from, if it was.
    pub fn opened(self) -> Option<Origin> {
        self.opened.get()
    }

    /// Stages edits.
    pub fn stage(self, edits: Vec<Staged>) -> Staging {
        self.change(|plan| plan.stage(edits)).unwrap_or_default()
    }

    /// Takes one edit back.
    pub fn take_back(self, target: &Target, user: &UserId) {
        self.change(|plan| plan.take_back(target, user));
    }

    /// Takes the edits of these users on these targets back, as one staging. Returns how many there were.
    pub fn take_back_all(self, edits: Vec<(Target, UserId)>) -> usize {
        self.change(|plan| plan.take_back_all(edits)).unwrap_or_default()
    }

    /// Undoes the last staging. Returns how many edits that has changed.
    pub fn undo(self) -> Option<usize> {
        self.change(Plan::undo).flatten()
    }

    /// Takes all edits back.
    pub fn clear(self) {
        self.change(Plan::clear);
        self.opened.set(None);
    }

    fn change<T>(self, change: impl FnOnce(&mut Plan) -> T) -> Option<T> {
        let changed = self.plan.try_update(change);
        self.is_saved.set(false);
        self.undoes.set_value(None);
        self.opened.update(|origin| {
            if let Some(origin) = origin {
                origin.is_changed = true;
            }
        });
        // With its last edit a plan loses its maker: what is staged next is the caller's own.
        if self.plan.try_with_untracked(Plan::is_empty) == Some(true) {
            self.opened.set(None);
        }
        changed
    }
}
