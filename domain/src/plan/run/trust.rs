//! How much a run trusts the service: how many steps it has under way, and when it pauses by itself.

use crate::plan::stages::Stage;

use super::Pause;
use super::word::Word;

/// A run has up to so many steps under way.
pub const LANES_MOST: usize = 3;

/// It has more than one only after so many steps that went well.
pub const LANES_AFTER: u32 = 20;

/// After so many steps in a row that failed a run pauses by itself.
pub const FAILURES_MOST: u32 = 3;

/// After so many edits of which nobody knows what they have come to a run pauses by itself.
pub const UNKNOWN_MOST: u32 = 2;

/// See the module.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Trust {
    /// How many steps went well since the last one that failed.
    good: u32,
    /// How many failed in a row.
    failed: u32,
    unknown: u32,
}

impl Trust {
    /// How many steps may be under way. One's own rights are given up one by one.
    pub(super) const fn lanes(self, stage: Stage) -> usize {
        if self.good < LANES_AFTER || matches!(stage, Stage::Own) { 1 } else { LANES_MOST }
    }

    /// Takes the words of a step that has ended.
    pub(super) fn take(&mut self, words: &[Option<Word>]) {
        let words = words.iter().flatten();
        let unknown = words.clone().filter(|word| matches!(word, Word::Unknown { .. })).count();
        self.unknown = self.unknown.saturating_add(u32::try_from(unknown).unwrap_or(u32::MAX));
        if words.clone().any(Word::is_failure) {
            self.failed += 1;
            self.good = 0;
        } else if words.clone().all(Word::is_as_planned) {
            self.failed = 0;
            self.good += 1;
        } else if words.clone().any(|word| !matches!(word, Word::NotSent(_))) {
            // The service works, and somebody else was there.
            self.failed = 0;
        }
    }

    /// Whether it is time to pause.
    pub(super) const fn pause(self) -> Option<Pause> {
        if self.unknown >= UNKNOWN_MOST {
            Some(Pause::Unknown)
        } else if self.failed >= FAILURES_MOST {
            Some(Pause::Failures)
        } else {
            None
        }
    }

    /// A person has seen the failures and goes on.
    pub(super) const fn forgive(&mut self) {
        self.failed = 0;
        self.unknown = 0;
    }
}
