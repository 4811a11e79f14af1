//! How fast a run writes: two steps a second to begin with, faster while all goes well, and half as fast after each complaint.
//!
//! What waits is the first reading of a step. A request that writes follows its reading at once: the longer it waited, the
//! less it would know.

/// The time between two steps to begin with, in milliseconds.
const FIRST: f64 = 500.0;

/// The shortest.
const SHORTEST: f64 = 100.0;

/// The longest.
const LONGEST: f64 = 10_000.0;

/// What becomes of it after each write that went well.
const SHORTER: f64 = 0.97;

/// See the module. Moments are milliseconds by the clock that never goes back.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rate {
    between: f64,
    /// Not before this moment.
    next: f64,
}

impl Default for Rate {
    fn default() -> Self {
        Self { between: FIRST, next: 0.0 }
    }
}

impl Rate {
    /// How long the next step waits; 0 for not at all.
    pub(super) const fn wait(self, now: f64) -> f64 {
        (self.next - now).max(0.0)
    }

    /// Something is sent.
    pub(super) const fn sent(&mut self, now: f64) {
        self.next = self.next.max(now) + self.between;
    }

    /// It was answered: whether with a complaint about too many requests.
    pub(super) const fn answered(&mut self, is_complaint: bool) {
        let between = if is_complaint { self.between * 2.0 } else { self.between * SHORTER };
        self.between = between.clamp(SHORTEST, LONGEST);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(wait: f64, milliseconds: f64) -> bool {
        (wait - milliseconds).abs() < 0.001
    }

    #[test]
    fn two_a_second_are_sent_to_begin_with() {
        let mut rate = Rate::default();
        assert!(is(rate.wait(1000.0), 0.0));
        rate.sent(1000.0);
        for (now, wait) in [(1000.0, 500.0), (1400.0, 100.0), (1500.0, 0.0)] {
            assert!(is(rate.wait(now), wait), "{now}");
        }
        // Three at once are made up for afterwards.
        rate.sent(1500.0);
        rate.sent(1500.0);
        rate.sent(1500.0);
        assert!(is(rate.wait(1500.0), 1500.0));
    }

    #[test]
    fn it_goes_faster_while_all_is_well_and_slower_after_a_complaint() {
        let mut rate = Rate::default();
        (0..200).for_each(|_| rate.answered(false));
        rate.sent(0.0);
        assert!(is(rate.wait(0.0), SHORTEST));
        (0..20).for_each(|_| rate.answered(true));
        rate.sent(1e6);
        assert!(is(rate.wait(1e6), LONGEST));
    }
}
