//! The end or pause of a scan: what was read becomes the snapshot. With a million grants, making the snapshot and showing it
//! each take as long as a task may, so each has a task of its own.

use std::sync::Arc;

use crate::state::paced::later;
use domain::review::scan::{Scan, State};
use domain::review::snapshot::Snapshot;

use super::{Review, Work};

impl Work {
    /// What a scan that does not run has read.
    pub(super) fn snapshot(&self) -> Option<Snapshot> {
        self.scan.as_ref().filter(|scan| is_at_rest(scan)).map(Scan::snapshot)
    }

    /// Whether a snapshot is about to be made or shown.
    pub(super) const fn is_settling(&self) -> bool {
        self.settling.is_some()
    }

    pub(super) fn settle_no_more(&mut self) {
        if let Some(settling) = self.settling.take() {
            settling.clear();
        }
    }
}

impl Review {
    /// Makes the snapshot of a scan that does not run, and shows both.
    pub(super) fn settle(self) {
        self.in_next_task(move || {
            let snapshot = self.work.try_with_value(Work::snapshot).flatten().map(Arc::new);
            self.in_next_task(move || self.show_settled(snapshot.clone()));
        });
    }

    /// What was noted becomes part of the snapshot, unless a scan runs, which does that by itself.
    pub(in crate::state) fn show_noted(self) {
        if self.work.try_with_value(Work::is_settling) == Some(true) {
            return self.settle();
        }
        if let Some(snapshot) = self.work.try_with_value(Work::snapshot).flatten() {
            let _ = self.snapshot.try_set(Some(Arc::new(snapshot)));
        }
    }

    fn show_settled(self, snapshot: Option<Arc<Snapshot>>) {
        let status = self.work.try_update_value(|work| {
            work.settling = None;
            work.scan.as_ref().is_some_and(is_at_rest).then(|| work.status()).flatten()
        });
        match (status.flatten(), snapshot) {
            (Some(status), Some(snapshot)) => {
                let _ = self.snapshot.try_set(Some(snapshot));
                let _ = self.status.try_set(Some(status));
            }
            // It goes on already.
            _ => self.show(true),
        }
    }

    /// Does this in a task of its own, in place of what else waits for that.
    fn in_next_task(self, run: impl Fn() + 'static) {
        let _ = self.work.try_update_value(|work| later(0.0, &mut work.settling, run));
    }
}

fn is_at_rest(scan: &Scan) -> bool {
    scan.state() != State::Running
}
