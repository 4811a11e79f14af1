//! What follows from the snapshot: the comparison with an older one, and the findings. Worked out once for each snapshot, and
//! only if a page shows it.

use std::sync::Arc;

use crate::view::prelude::*;

use domain::review::compare::{Comparison, Mismatch};
use domain::review::findings::{Accepted, Fingerprint, Report, Thresholds, findings};
use domain::review::snapshot::Snapshot;

use crate::state::clock::now;

type Compared = Result<Arc<Comparison>, Mismatch>;

/// See the module.
#[derive(Clone, Copy)]
pub struct Findings {
    older: RwSignal<Option<Arc<Snapshot>>>,
    thresholds: RwSignal<Thresholds>,
    accepted: RwSignal<Vec<Accepted>>,
    comparison: Memo<Option<Compared>>,
    reports: Memo<Arc<[Report]>>,
}

impl Findings {
    pub(super) fn of(snapshot: RwSignal<Option<Arc<Snapshot>>>) -> Self {
        let (older, thresholds) =
            (RwSignal::new(None::<Arc<Snapshot>>), RwSignal::new(Thresholds::default()));
        let comparison = Memo::new(move |_| {
            let (older, newer) = (older.get()?, snapshot.get()?);
            Some(Comparison::new(&older, &newer).map(Arc::new))
        });
        let reports = Memo::new(move |_| {
            let Some(snapshot) = snapshot.get() else { return Arc::default() };
            let since = comparison.get().and_then(Result::ok);
            thresholds.with(|thresholds| findings(&snapshot, thresholds, since.as_deref()).into())
        });
        Self { older, thresholds, accepted: RwSignal::new(Vec::new()), comparison, reports }
    }

    /// What the rules have come to, in their order.
    pub fn reports(self) -> Arc<[Report]> {
        self.reports.get()
    }

    /// From when on the rules find something.
    pub const fn thresholds(self) -> RwSignal<Thresholds> {
        self.thresholds
    }

    /// The older snapshot that the present one is compared with.
    pub const fn older(self) -> RwSignal<Option<Arc<Snapshot>>> {
        self.older
    }

    /// How the present snapshot differs from the older one; `None` while there are not both.
    pub fn comparison(self) -> Option<Compared> {
        self.comparison.get()
    }

    /// The findings that a person has accepted. They are saved in the file of the snapshot.
    pub const fn accepted(self) -> RwSignal<Vec<Accepted>> {
        self.accepted
    }

    /// Accepts a finding. An earlier reason is replaced.
    pub(super) fn accept(self, accepted: Accepted) {
        self.accepted.update(|all| {
            all.retain(|one| one.finding != accepted.finding);
            all.push(accepted);
        });
    }

    /// A finding is open again.
    pub(super) fn take_back(self, finding: &Fingerprint) {
        self.accepted.update(|all| all.retain(|one| one.finding != *finding));
    }

    /// Why a finding is accepted at present; `None` if it is not.
    pub fn acceptance(self, finding: &Fingerprint) -> Option<Accepted> {
        self.accepted.with(|all| all.iter().find(|one| one.holds(finding, now())).cloned())
    }
}
