//! What the last line counts, so that a file says itself whether it is whole.

use domain::review::snapshot::{Reading, Subject};

/// How many lines of each kind there are, how reading the lists of organizations and images has ended, and how many grants
/// are on them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sums {
    pub(super) users: u64,
    pub(super) organizations: u64,
    pub(super) images: u64,
    pub(super) read: u64,
    pub(super) denied: u64,
    pub(super) gone: u64,
    pub(super) failed: u64,
    pub(super) not_yet: u64,
    pub(super) grants: u64,
    pub(super) accepted: u64,
}

impl Sums {
    /// Counts an organization or image with so many grants.
    pub(super) fn add(&mut self, subject: &Subject, grants: usize) {
        *(if subject.is_image() { &mut self.images } else { &mut self.organizations }) += 1;
        *match &subject.reading {
            Reading::NotYet => &mut self.not_yet,
            Reading::Read { .. } => &mut self.read,
            Reading::Denied { .. } => &mut self.denied,
            Reading::Gone => &mut self.gone,
            Reading::Failed(_) => &mut self.failed,
        } += 1;
        self.grants += grants as u64;
    }

    /// How many organizations and images there are.
    pub(super) const fn listed(&self) -> u64 {
        self.read + self.denied + self.gone + self.failed + self.not_yet
    }
}
