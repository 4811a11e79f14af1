//! The snapshot as a file: what is saved, and what an opened file becomes.

use std::sync::Arc;

use crate::view::prelude::*;

use crate::api::snapshot_file::{Expected, FileDigest, Opened};
use crate::state::unsaved::Unsaved;
use domain::review::findings::{Accepted, Fingerprint};
use domain::review::scan::{Scan, State};
use domain::review::snapshot::Snapshot;

use super::Review;

/// What a file is written of.
#[derive(Clone)]
pub struct ToSave {
    /// The snapshot.
    pub snapshot: Arc<Snapshot>,
    /// What is accepted in it.
    pub accepted: Vec<Accepted>,
    /// The digest of the file that this one follows.
    pub previous: Option<FileDigest>,
}

impl Review {
    /// Of what a file has to be to be opened here.
    pub fn expected_file(self) -> Expected {
        self.about
            .with_value(|about| Expected { region: about.region.clone(), account: about.account.clone() })
    }

    /// What was opened becomes the present snapshot, and what is accepted in it comes along. Its rest can be read.
    pub fn show_opened(self, mut opened: Opened) {
        opened.snapshot.viewer = self.caller().id;
        self.previous.set_value(Some(opened.file));
        self.findings.accepted().set(opened.accepted);
        self.hold(Scan::open(&opened.snapshot), Arc::new(opened.snapshot));
        self.is_saved.set(true);
    }

    /// What was opened is compared with the present snapshot.
    pub fn compare_with(self, opened: Opened) {
        self.previous.set_value(Some(opened.file));
        self.findings.older().set(Some(Arc::new(opened.snapshot)));
    }

    /// Accepts a finding. An earlier reason is replaced.
    pub fn accept(self, accepted: Accepted) {
        self.findings.accept(accepted);
        self.is_saved.set(false);
    }

    /// A finding is open again.
    pub fn take_back(self, finding: &Fingerprint) {
        self.findings.take_back(finding);
        self.is_saved.set(false);
    }

    /// This was saved. A later file of the same snapshot does not follow this one. What has changed since is in no file.
    pub fn note_saved(self, saved: &ToSave) {
        let is_present = self.to_save().is_some_and(|present| {
            Arc::ptr_eq(&present.snapshot, &saved.snapshot) && present.accepted == saved.accepted
        });
        if is_present {
            self.is_saved.set(true);
        }
    }

    /// Whether opening a file now would replace what is in none.
    pub fn has_unsaved_decisions(self) -> bool {
        let accepted = self.findings.accepted();
        let has_decisions = accepted.try_with_untracked(Vec::is_empty) == Some(false);
        has_decisions && self.is_saved.try_get_untracked() == Some(false)
    }

    /// Whether a scan is under way, or a decision of the user is in no file.
    pub fn has_unsaved_work(self) -> bool {
        let status = self.status.try_get_untracked().flatten();
        let is_under_way =
            status.is_some_and(|status| matches!(status.state, State::Running | State::Paused(_)));
        is_under_way || self.has_unsaved_decisions() || self.signing.has_unsaved_work()
    }

    /// The browser asks before the tab is closed, and the page before signing out, if that would lose work.
    pub(super) fn ask_before_the_end(self) {
        // Tests of the state alone have no pages that could be left.
        if let Some(unsaved) = use_context::<Unsaved>() {
            unsaved.watch_in_session(Signal::derive(move || self.has_unsaved_work()));
        }
    }

    /// What would be saved now; `None` before anything was read.
    pub fn to_save(self) -> Option<ToSave> {
        Some(self.to_save_of(self.snapshot.get_untracked()?))
    }

    /// A snapshot as it would be saved now.
    pub fn to_save_of(self, snapshot: Arc<Snapshot>) -> ToSave {
        let accepted = self.findings.accepted().get_untracked();
        ToSave { snapshot, accepted, previous: self.previous.get_value() }
    }
}
