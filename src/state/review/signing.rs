//! The decisions on what a session has read, and their sign-off. In memory only, and gone with the session; the files of the
//! package keep them.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::api::snapshot_file::FileDigest;
use crate::state::clock::now;
use domain::change::reason::Reason;
use domain::plan::decided::decided;
use domain::plan::staging::Staged;
use domain::review::compare::Comparison;
use domain::review::decisions::{Counts, Decided, Decisions, Refused, SignOff, Verdict, agenda};
use domain::review::findings::Report;
use domain::review::snapshot::Snapshot;

use super::{Review, ToSave};

/// What is decided on. It stays the same while the review reads more.
#[derive(Clone)]
pub struct Reviewed {
    /// What was read.
    pub snapshot: Arc<Snapshot>,
    /// What the rules have come to.
    pub reports: Arc<[Report]>,
}

/// Decisions that were signed, with everything that their package is made of.
pub struct Signed {
    /// The sign-off.
    pub sign_off: SignOff,
    /// The snapshot's file as it was signed.
    pub file: ToSave,
    /// Its digest.
    pub digest: FileDigest,
    /// What the rules had come to.
    pub reports: Arc<[Report]>,
}

/// How far a review is.
#[derive(Clone)]
pub enum Phase {
    /// Decisions can change.
    Open(Decisions),
    /// They are signed.
    Signed(Arc<Signed>),
}

impl Phase {
    /// The decisions.
    pub fn decisions(&self) -> &Decisions {
        match self {
            Phase::Open(decisions) => decisions,
            Phase::Signed(signed) => signed.sign_off.decisions(),
        }
    }
}

/// See the module.
#[derive(Clone, Copy)]
pub struct Signing {
    reviewed: RwSignal<Option<Reviewed>>,
    phase: RwSignal<Option<Phase>>,
    /// Whether everything that was decided is in a file.
    is_saved: RwSignal<bool>,
}

impl Signing {
    pub(super) fn new() -> Self {
        let (reviewed, phase) = (RwSignal::new(None), RwSignal::new(None));
        Self { reviewed, phase, is_saved: RwSignal::new(true) }
    }

    /// What is decided on; `None` before the page was opened.
    pub fn reviewed(self) -> Option<Reviewed> {
        self.reviewed.get()
    }

    /// Whether the decisions are signed.
    pub fn signed(self) -> Option<Arc<Signed>> {
        self.phase.with(|phase| match phase {
            Some(Phase::Signed(signed)) => Some(Arc::clone(signed)),
            _ => None,
        })
    }

    /// Reads the decisions.
    pub fn with<T>(self, look: impl FnOnce(&Decisions) -> T) -> Option<T> {
        self.phase.with(|phase| phase.as_ref().map(|phase| look(phase.decisions())))
    }

    /// How many permissions are decided how.
    pub fn counts(self) -> Counts {
        self.with(Decisions::counts).unwrap_or_default()
    }

    /// Decides a single item. The reason is a new one each time.
    ///
    /// # Errors
    /// Says why that is no decision on it.
    pub fn decide(self, item: usize, verdict: Verdict, reason: Option<Reason>) -> Result<(), Refused> {
        let decided = Decided { verdict, reason, at: now() };
        self.change(|decisions| decisions.decide(item, decided)).unwrap_or(Err(Refused::NoItem))
    }

    /// Decides a group.
    ///
    /// # Errors
    /// Says why that is no decision on it.
    pub fn decide_group(self, group: usize, verdict: Verdict, reason: Option<Reason>) -> Result<(), Refused> {
        let decided = Decided { verdict, reason, at: now() };
        self.change(|decisions| decisions.decide_group(group, decided)).unwrap_or(Err(Refused::NoItem))
    }

    /// The list of a group was opened.
    pub fn open(self, group: usize) {
        self.change(|decisions| decisions.open(group));
    }

    /// Takes the decision on a single item back.
    pub fn withdraw(self, item: usize) {
        self.change(|decisions| decisions.withdraw(item));
    }

    /// Takes the decision on a group back.
    pub fn withdraw_group(self, group: usize) {
        self.change(|decisions| decisions.withdraw_group(group));
    }

    /// Changes decisions that are not signed.
    fn change<T>(self, change: impl FnOnce(&mut Decisions) -> T) -> Option<T> {
        self.is_saved.set(false);
        self.phase
            .try_update(|phase| match phase {
                Some(Phase::Open(decisions)) => Some(change(decisions)),
                _ => None,
            })
            .flatten()
    }

    /// The edits that the decisions come to.
    pub fn edits(self) -> Vec<Staged> {
        let Some(reviewed) = self.reviewed.get_untracked() else { return Vec::new() };
        untrack(|| self.with(|decisions| decided(decisions, &reviewed.snapshot))).unwrap_or_default()
    }

    /// The files of the package were saved.
    pub fn note_saved(self) {
        self.is_saved.set(true);
    }

    /// Whether decisions are in no file.
    pub(super) fn has_unsaved_work(self) -> bool {
        let decided = self.phase.try_with_untracked(|phase| {
            phase.as_ref().map_or(0, |phase| phase.decisions().counts().decided())
        });
        decided.unwrap_or_default() > 0 && self.is_saved.try_get_untracked() == Some(false)
    }

    /// The same decisions, to be changed again.
    pub fn reopen(self) {
        let Some(signed) = untrack(|| self.signed()) else { return };
        self.is_saved.set(false);
        self.phase.set(Some(Phase::Open(signed.sign_off.clone().reopen())));
    }
}

impl Review {
    /// Takes up what was read last, unless something else was decided on already.
    pub fn begin_decisions(self) {
        let Some(present) = self.present() else { return };
        let is_free = self.signing.phase.with_untracked(|phase| match phase {
            None => true,
            Some(Phase::Open(decisions)) => decisions.counts().decided() == 0,
            Some(Phase::Signed(_)) => false,
        });
        if is_free && !self.is_present() {
            let decisions = Decisions::new(untrack(|| self.agenda(&present)));
            self.signing.reviewed.set(Some(present));
            self.signing.phase.set(Some(Phase::Open(decisions)));
        }
    }

    /// Whether what is decided on is what was read last, with what the rules come to now.
    pub fn is_present(self) -> bool {
        match (self.signing.reviewed.get(), self.present()) {
            (Some(held), Some(present)) => {
                Arc::ptr_eq(&held.snapshot, &present.snapshot) && held.reports == present.reports
            }
            (held, present) => held.is_none() && present.is_none(),
        }
    }

    /// Decides on what was read last from now on. Decisions on what has stayed the same stay. Returns how many do.
    pub fn renew_decisions(self) -> usize {
        let (Some(held), Some(present)) = untrack(|| (self.signing.reviewed.get(), self.present())) else {
            return 0;
        };
        let agenda = untrack(|| self.agenda(&present));
        let carried = untrack(|| {
            self.signing.with(|decisions| decisions.carried(&held.snapshot, &present.snapshot, agenda))
        });
        let Some(carried) = carried else { return 0 };
        let kept = carried.counts().decided();
        self.signing.is_saved.set(false);
        self.signing.reviewed.set(Some(present));
        self.signing.phase.set(Some(Phase::Open(carried)));
        kept
    }

    /// What would be signed now.
    pub fn to_sign(self) -> Option<ToSave> {
        let reviewed = self.signing.reviewed.get_untracked()?;
        Some(self.to_save_of(reviewed.snapshot))
    }

    /// Signs the decisions, with the file of their snapshot and its digest.
    pub fn sign(self, file: ToSave, digest: FileDigest) {
        let Some(decisions) = untrack(|| self.signing.with(Decisions::clone)) else { return };
        let reviewed = self.signing.reviewed.get_untracked();
        let reports = reviewed.map(|reviewed| reviewed.reports).unwrap_or_default();
        let sign_off = decisions.sign(&file.snapshot, self.caller(), now(), Some(digest.to_string()));
        self.signing.is_saved.set(false);
        self.signing.phase.set(Some(Phase::Signed(Arc::new(Signed { sign_off, file, digest, reports }))));
    }

    /// A scan that was begun after the sign-off, if there is one.
    pub fn read_after(self, signed: &Signed) -> Option<Arc<Snapshot>> {
        self.snapshot.get().filter(|snapshot| snapshot.about.started > signed.sign_off.at())
    }

    fn present(self) -> Option<Reviewed> {
        Some(Reviewed { snapshot: self.snapshot.get()?, reports: self.findings.reports() })
    }

    fn agenda(self, present: &Reviewed) -> domain::review::decisions::Agenda {
        let since: Option<Arc<Comparison>> = self.findings.comparison().and_then(Result::ok);
        agenda(&present.snapshot, &present.reports, since.as_deref())
    }
}
