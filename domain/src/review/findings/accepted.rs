//! Findings that a person has accepted: with a reason, and not for ever.

use crate::change::reason::Reason;
use crate::model::user::Person;
use crate::text::time::UnixMillis;

use super::Fingerprint;

/// See the module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// Which finding.
    pub finding: Fingerprint,
    /// Why.
    pub reason: Reason,
    /// By whom.
    pub by: Person,
    /// Until when.
    pub until: UnixMillis,
}

impl Accepted {
    /// Whether it holds for a finding at a moment.
    pub fn holds(&self, finding: &Fingerprint, now: UnixMillis) -> bool {
        self.finding == *finding && now < self.until
    }
}
