//! What the rest of the console has read and written since the scan: a list that was read after a write takes the place of
//! the one in the snapshot, and one that could not be read afterwards is not read.

use crate::view::prelude::*;

use crate::state::clock::now;
use crate::state::journal::{Entry, Journal};
use crate::state::readings::Readings;
use domain::change::recorded::Recorded;
use domain::model::access::AccessList;
use domain::model::names::Target;
use domain::review::scan::{Scan, State};
use domain::review::snapshot::{Reading, Snapshot};
use domain::session_clock::Untended;
use domain::text::time::UnixMillis;

use super::Review;
use super::driver::Work;

impl Review {
    /// Takes over what has changed. Nothing is asked of the service.
    pub fn catch_up(self, readings: Readings, journal: Journal) {
        let has_changed = self.work.try_update_value(|work| {
            work.take_over(|scan, outside| take_over(scan, outside, readings, journal))
        });
        if has_changed == Some(true) {
            self.show_noted();
        }
    }

    /// A list was read after a write of a plan.
    pub(in crate::state) fn note(self, target: &Target, list: &AccessList) {
        let _ = self.work.try_update_value(|work| work.scan_mut().map(|scan| scan.note(target, now(), list)));
    }

    /// A plan runs from now on, or no longer.
    pub(in crate::state) fn set_plan_running(self, is_running: bool) {
        let _ = self.is_plan_running.try_set_value(is_running);
        self.keep_page(self.work.try_with_value(Work::state).flatten() == Some(State::Running));
    }

    /// While a scan or a plan runs, the page is locked at the idle limit instead of left.
    pub(super) fn keep_page(self, is_scanning: bool) {
        let is_plan_running = self.is_plan_running.try_get_value() == Some(true);
        let minutes = i64::from(self.whole_session.config().review_minutes);
        let longest = self.whole_session.idle_limit() + minutes * 60_000;
        self.whole_session.set_untended(Untended::of(is_scanning, is_plan_running), longest);
    }

    /// A snapshot of nothing, for what is asked before a scan.
    pub fn nothing_read(self) -> Snapshot {
        self.about.with_value(|about| Scan::new(about.clone()).snapshot())
    }
}

/// When a target's list was read; `None` if it was not.
fn read_at(scan: &Scan, target: &Target) -> Option<UnixMillis> {
    scan.read_so_far().subject(target)?.reading.at()
}

/// Says whether something has changed. `outside` is the number of the last entry about access from outside that was taken
/// over.
fn take_over(scan: &mut Scan, outside: &mut usize, readings: Readings, journal: Journal) -> bool {
    let entries = untrack(|| journal.entries());
    let is_later =
        |scan: &Scan, entry: &Entry| read_at(scan, &entry.recorded.target()).is_some_and(|at| at < entry.at);
    let (of_outside, of_lists): (Vec<_>, Vec<_>) =
        entries.iter().partition(|entry| matches!(entry.recorded, Recorded::Outside { .. }));
    let mut has_changed = false;
    for (target, reading) in readings.all() {
        if read_at(scan, &target).is_some_and(|at| at < reading.at) {
            scan.note(&target, reading.at, &reading.value);
            has_changed = true;
        }
    }
    for entry in of_lists {
        if is_later(scan, entry) {
            scan.note_not_read(&entry.recorded.target(), Reading::NotYet);
            has_changed = true;
        }
    }
    // Who can pull an image from outside is in other lists, which only the scan reads, and which say no time.
    for entry in of_outside {
        if entry.number > *outside {
            *outside = entry.number;
            has_changed |= scan.note_outside(&entry.recorded.target(), entry.at);
        }
    }
    has_changed
}
