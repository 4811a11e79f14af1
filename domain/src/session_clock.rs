//! How much time has passed for a session, whatever happens to the computer's clocks, and what follows from it: when
//! the session ends, what is said before, and when idling is too long.
//!
//! A browser has two clocks. The wall clock (`Date.now()`) goes on while the computer sleeps, but anyone may set it.
//! The steady one (`performance.now()`) can't be set, but on many systems it stops during sleep. So:
//!
//! - at least as much time has passed as the steady clock says;
//! - a wall clock that goes back, or stops, says nothing;
//! - what a wall clock gains on the steady one between two looks counts as time that has passed. It was sleep, or a clock
//!   that was set; from inside the computer these can't be told apart. A session that ends too early costs a password,
//!   one that lasts too long gives a stranger access.

use crate::text::time::UnixMillis;

/// How much the wall clock may gain between two looks before it counts, in milliseconds. Time servers correct clocks by
/// less.
pub const GAP: i64 = 5_000;

/// How long before the end the countdown is shown, in milliseconds.
pub const COUNTDOWN: i64 = 600_000;

/// How long before the end of idling the warning is shown, in milliseconds.
const WARNING: i64 = 60_000;

/// Both clocks, read at the same moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// The wall clock.
    pub wall: UnixMillis,
    /// The steady clock, in milliseconds since some moment.
    pub steady: i64,
}

/// A clock that never goes back and counts sleep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionClock {
    last: Look,
    gained: i64,
}

impl SessionClock {
    /// A clock that begins now.
    pub const fn new(look: Look) -> Self {
        Self { last: look, gained: 0 }
    }

    /// Looks at both clocks again. What the wall clock has gained on the steady one since the last look, if it is more
    /// than [`GAP`], counts as time that has passed.
    pub const fn look(&mut self, look: Look) {
        let gained =
            look.wall.since(self.last.wall).saturating_sub(look.steady.saturating_sub(self.last.steady));
        let steady = if look.steady > self.last.steady { look.steady } else { self.last.steady };
        self.last = Look { wall: look.wall, steady };
        if gained > GAP {
            self.gained = self.gained.saturating_add(gained);
        }
    }

    /// The moment of the last look, in milliseconds since some moment.
    pub const fn now(&self) -> i64 {
        self.last.steady.saturating_add(self.gained)
    }
}

/// How long a session was idle when a tab finds it again, in milliseconds. If the last activity is in the future, the wall
/// clock was set back, and the time is unknown: it counts as too long.
pub fn idle_at_start(used: UnixMillis, now: UnixMillis) -> i64 {
    match now.since(used) {
        since if since < -GAP => i64::MAX,
        since => since.max(0),
    }
}

/// When a token ends by this computer's own wall clock; `None` if that isn't known.
///
/// `expires` and `issued` are by IAM's clock. Where the two clocks differ there are two answers, and the later one
/// counts: an end that is too early takes a good session away, and after one that is too late the first 401 says so.
/// A token that IAM has just vouched for has not ended, whatever the clocks say.
pub fn own_end(expires: UnixMillis, issued: Option<UnixMillis>, now: UnixMillis) -> Option<UnixMillis> {
    let by_length = issued.map(|issued| UnixMillis(now.0.saturating_add(expires.since(issued))));
    by_length.into_iter().chain([expires]).max().filter(|end| *end > now)
}

/// What the countdown before the end shows, in seconds: whole minutes first, seconds in the last one. `None` while the
/// end is far.
pub fn countdown(left: i64) -> Option<u32> {
    let seconds = u32::try_from(left.max(0).saturating_add(999) / 1000).ok()?;
    let shown = if seconds > 60 { seconds.div_ceil(60) * 60 } else { seconds };
    (left <= COUNTDOWN).then_some(shown)
}

/// What idling has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Idling {
    /// Nothing yet.
    Short,
    /// So many seconds are left.
    Warned(u32),
    /// The session has to end.
    Over,
}

/// Judges how long nothing was done, both in milliseconds. A limit of 0 is no limit.
///
/// The warning comes a minute before the end; where the whole limit is not two minutes, after half of it.
pub fn idling(idle: i64, limit: i64) -> Idling {
    let left = limit.saturating_sub(idle);
    if limit == 0 || left > WARNING.min(limit / 2) {
        Idling::Short
    } else if left <= 0 {
        Idling::Over
    } else {
        Idling::Warned(u32::try_from(left.saturating_add(999) / 1000).unwrap_or_default())
    }
}

/// What goes on while nobody does anything, so that the page is locked instead of left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untended {
    /// A scan.
    Scan,
    /// The run of a plan.
    Run,
    /// Both.
    ScanAndRun,
}

impl Untended {
    /// What goes on, if anything does.
    pub const fn of(is_scanning: bool, is_running: bool) -> Option<Self> {
        match (is_scanning, is_running) {
            (false, false) => None,
            (true, false) => Some(Self::Scan),
            (false, true) => Some(Self::Run),
            (true, true) => Some(Self::ScanAndRun),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HOUR: i64 = 3_600_000;

    fn at(wall: i64, steady: i64) -> Look {
        Look { wall: UnixMillis(wall), steady }
    }

    #[test]
    fn a_tab_that_starts_again_knows_how_long_nobody_did_anything() {
        let idle = |used, now| idle_at_start(UnixMillis(used), UnixMillis(now));
        assert_eq!(idle(1_000, 61_000), 60_000);
        assert_eq!(idle(61_000, 61_000 - GAP), 0, "time servers correct clocks by less");
        assert_eq!(idle(61_000, 60_999 - GAP), i64::MAX, "a clock that was set back");
    }

    #[test]
    fn while_all_is_well_both_clocks_say_the_same() {
        let mut clock = SessionClock::new(at(1_000_000, 50));
        clock.look(at(1_001_000, 1_050));
        assert_eq!(clock.now(), 1_050);
    }

    #[test]
    fn sleep_in_which_the_steady_clock_stops_counts() {
        let mut clock = SessionClock::new(at(0, 0));
        clock.look(at(8 * HOUR + 1000, 1000));
        assert_eq!(clock.now(), 8 * HOUR + 1000);
    }

    #[test]
    fn sleep_in_which_the_steady_clock_goes_on_counts_once() {
        let mut clock = SessionClock::new(at(0, 0));
        clock.look(at(8 * HOUR, 8 * HOUR));
        assert_eq!(clock.now(), 8 * HOUR);
    }

    #[test]
    fn a_clock_that_is_set_back_gains_nothing_and_loses_nothing() {
        let mut clock = SessionClock::new(at(24 * HOUR, 0));
        clock.look(at(1000, 1000));
        assert_eq!(clock.now(), 1000);
        clock.look(at(2000, 2000));
        assert_eq!(clock.now(), 2000);
    }

    #[test]
    fn corrections_by_a_time_server_gain_nothing() {
        let now = |wall| {
            let mut clock = SessionClock::new(at(0, 0));
            clock.look(at(wall, 0));
            clock.now()
        };
        assert_eq!((now(GAP), now(GAP + 1), now(-GAP - 1)), (0, GAP + 1, 0));
    }

    #[test]
    fn a_wrong_clock_does_not_end_a_fresh_token() {
        let moment = UnixMillis;
        let day = 24 * HOUR;
        assert_eq!(own_end(moment(day), Some(moment(0)), moment(0)), Some(moment(day)), "the clocks agree");
        assert_eq!(own_end(moment(day), Some(moment(0)), moment(2 * day)), Some(moment(3 * day)), "ahead");
        assert_eq!(own_end(moment(day), Some(moment(0)), moment(-HOUR)), Some(moment(day)), "behind");
        assert_eq!(own_end(moment(day), None, moment(HOUR)), Some(moment(day)), "a pasted token");
        assert_eq!(own_end(moment(day), None, moment(day)), None, "at its very end");
        assert_eq!(
            own_end(moment(day), None, moment(2 * day)),
            None,
            "a pasted token, and a clock that is ahead"
        );
    }

    #[test]
    fn the_countdown_begins_ten_minutes_before_the_end() {
        for (left, shown) in [
            (600_001, None),
            (600_000, Some(600)),
            (540_001, Some(600)),
            (540_000, Some(540)),
            (60_001, Some(120)),
            (60_000, Some(60)),
            (59_999, Some(60)),
            (59_000, Some(59)),
            (1, Some(1)),
            (0, Some(0)),
            (-5, Some(0)),
            (i64::MIN, Some(0)),
            (i64::MAX, None),
        ] {
            assert_eq!(countdown(left), shown, "{left}");
        }
    }

    #[test]
    fn idling_is_warned_of_a_minute_before_it_ends_the_session() {
        let limit = 15 * 60_000;
        assert_eq!(idling(0, limit), Idling::Short);
        assert_eq!(idling(limit - 60_001, limit), Idling::Short);
        assert_eq!(idling(limit - 60_000, limit), Idling::Warned(60));
        assert_eq!(idling(limit - 1, limit), Idling::Warned(1));
        assert_eq!(idling(limit, limit), Idling::Over);
        assert_eq!(idling(8 * HOUR, limit), Idling::Over);
        assert_eq!(idling(8 * HOUR, 0), Idling::Short, "no limit");
        assert_eq!(
            idling(29_000, 60_000),
            Idling::Short,
            "of a limit of one minute half is left for the warning"
        );
        assert_eq!(idling(30_000, 60_000), Idling::Warned(30));
    }

    proptest! {
        #[test]
        fn the_clock_never_goes_back_and_never_says_less_than_the_steady_one(
            looks in proptest::collection::vec((any::<i64>(), any::<i64>()), 1..20)
        ) {
            let mut clock = SessionClock::new(at(0, 0));
            for (wall, steady) in looks {
                let before = clock.now();
                clock.look(at(wall, steady));
                prop_assert!(clock.now() >= before);
                prop_assert!(clock.now() >= steady);
            }
        }

        #[test]
        fn no_wall_time_is_lost(steps in proptest::collection::vec((0i64..10 * HOUR, any::<bool>()), 1..20)) {
            let (mut wall, mut steady) = (0, 0);
            let mut clock = SessionClock::new(at(0, 0));
            for (step, sleeps) in steps {
                wall += step;
                steady += if sleeps { 0 } else { step };
                clock.look(at(wall, steady));
            }
            prop_assert!(wall - clock.now() <= 20 * GAP);
            prop_assert!(clock.now() <= wall);
        }

        #[test]
        fn a_vouched_token_ends_in_the_future_or_nobody_knows(expires: i64, issued: Option<i64>, now: i64) {
            let end = own_end(UnixMillis(expires), issued.map(UnixMillis), UnixMillis(now));
            prop_assert!(end.is_none_or(|end| end > UnixMillis(now)));
        }

        #[test]
        fn the_warning_leaves_time_to_react(idle in 0i64..100 * HOUR, minutes in 1i64..=1440) {
            match idling(idle, minutes * 60_000) {
                Idling::Short => prop_assert!(minutes * 60_000 - idle > 30_000.min(minutes * 30_000)),
                Idling::Warned(seconds) => prop_assert!((1..=60).contains(&seconds)),
                Idling::Over => prop_assert!(idle >= minutes * 60_000),
            }
        }
    }
}
