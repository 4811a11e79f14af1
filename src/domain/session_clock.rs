//! How much time has passed for a session, whatever happens to the computer's clocks, and what follows from it: when
//! the session ends, what is said before, and when idling is too long.
//!
//! A browser has two clocks. The wall clock (`Date.now()`) goes on while the computer sleeps, but anybody may set it.
//! The steady one (`performance.now()`) can't be set, but on many systems it stands still during sleep. So:
//!
//! - at least as much time has passed as the steady clock says;
//! - a wall clock that goes back, or stands still, says nothing;
//! - a wall clock that has run ahead between two looks means sleep, or a clock that was set. From inside the computer
//!   these can't be told apart. A third clock, the web server's, can: see [`slept`]. Where it does not answer, the gap
//!   counts as sleep, since a session that ends too early costs a password, and one too long a stranger's access.

use super::time::UnixMillis;

/// By how much the wall clock may run ahead between two looks before that is a gap, in milliseconds. Time servers
/// correct clocks by less.
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
    slept: i64,
}

impl SessionClock {
    /// A clock that begins now.
    pub const fn new(look: Look) -> Self {
        Self { last: look, slept: 0 }
    }

    /// Looks at both clocks again, and tells by how much the wall clock has run ahead of the steady one since the last
    /// look, or fallen back behind it (less than 0), if that is enough to be a gap. A gap does not count yet: see
    /// [`SessionClock::count`].
    pub const fn look(&mut self, look: Look) -> Option<i64> {
        let gap =
            look.wall.since(self.last.wall).saturating_sub(look.steady.saturating_sub(self.last.steady));
        let steady = if look.steady > self.last.steady { look.steady } else { self.last.steady };
        self.last = Look { wall: look.wall, steady };
        if gap > GAP || gap < -GAP { Some(gap) } else { None }
    }

    /// Counts time that the steady clock has missed.
    pub const fn count(&mut self, slept: i64) {
        if slept > 0 {
            self.slept = self.slept.saturating_add(slept);
        }
    }

    /// The moment of the last look, in milliseconds since some moment.
    pub const fn now(&self) -> i64 {
        self.last.steady.saturating_add(self.slept)
    }
}

/// How much of a gap was sleep. `before` and `after` are by how much the web server's clock was ahead of the wall
/// clock before the gap and after it: sleep leaves that as it was, and setting the clock by an hour changes it by an
/// hour. The server tells whole seconds, so what is less than [`GAP`] is nothing.
pub const fn slept(gap: i64, before: i64, after: i64) -> i64 {
    let slept = gap.saturating_add(after.saturating_sub(before));
    if slept < GAP { 0 } else { slept }
}

/// When a token ends by this computer's own wall clock; `None` if that can't be told.
///
/// `expires` and `issued` are by IAM's clock. Where the two clocks differ there are two answers, and the later one
/// counts: an end that is told too early takes a session away that is good, and one too late is told by the first 401.
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HOUR: i64 = 3_600_000;

    fn at(wall: i64, steady: i64) -> Look {
        Look { wall: UnixMillis(wall), steady }
    }

    #[test]
    fn while_all_is_well_both_clocks_say_the_same() {
        let mut clock = SessionClock::new(at(1_000_000, 50));
        assert_eq!(clock.look(at(1_001_000, 1_050)), None);
        assert_eq!(clock.now(), 1_050);
    }

    #[test]
    fn sleep_in_which_the_steady_clock_stands_still_is_a_gap() {
        let mut clock = SessionClock::new(at(0, 0));
        assert_eq!(clock.look(at(8 * HOUR + 1000, 1000)), Some(8 * HOUR));
        assert_eq!(clock.now(), 1000, "it does not count before it is judged");
        clock.count(8 * HOUR);
        assert_eq!(clock.now(), 8 * HOUR + 1000);
    }

    #[test]
    fn sleep_in_which_the_steady_clock_goes_on_is_plain_time() {
        let mut clock = SessionClock::new(at(0, 0));
        assert_eq!(clock.look(at(8 * HOUR, 8 * HOUR)), None);
        assert_eq!(clock.now(), 8 * HOUR);
    }

    #[test]
    fn a_clock_that_is_set_back_gains_nothing_and_is_no_gap_when_it_runs_on() {
        let mut clock = SessionClock::new(at(24 * HOUR, 0));
        assert_eq!(clock.look(at(1000, 1000)), Some(-24 * HOUR));
        clock.count(-24 * HOUR);
        assert_eq!(clock.now(), 1000);
        assert_eq!(clock.look(at(2000, 2000)), None);
        assert_eq!(clock.now(), 2000);
    }

    #[test]
    fn small_corrections_are_no_gap() {
        let mut clock = SessionClock::new(at(0, 0));
        assert_eq!(clock.look(at(3_000, 1_000)), None);
        assert_eq!(clock.now(), 1_000);
    }

    #[test]
    fn a_gap_begins_beyond_its_limit_both_ways() {
        let look = |wall| SessionClock::new(at(0, 0)).look(at(wall, 0));
        assert_eq!((look(GAP), look(-GAP)), (None, None));
        assert_eq!((look(GAP + 1), look(-GAP - 1)), (Some(GAP + 1), Some(-GAP - 1)));
        assert_eq!((slept(GAP, 0, 0), slept(GAP - 1, 0, 0)), (GAP, 0));
    }

    #[test]
    fn the_server_tells_sleep_from_a_clock_that_was_set() {
        let (gap, server_is_ahead) = (8 * HOUR, 700);
        assert_eq!(slept(gap, server_is_ahead, server_is_ahead - 300), gap - 300, "slept");
        assert_eq!(slept(gap, server_is_ahead, server_is_ahead - gap + 900), 0, "set forward");
        assert_eq!(slept(gap, -HOUR, -HOUR), gap, "a wrong clock sleeps as well as a right one");
        assert_eq!(slept(gap, gap, 0), 0, "a wrong clock was corrected");
        assert_eq!(slept(gap, 0, -HOUR), 7 * HOUR, "set by an hour, and slept for seven");
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
            looks in proptest::collection::vec((any::<i64>(), any::<i64>(), any::<bool>()), 1..20)
        ) {
            let mut clock = SessionClock::new(at(0, 0));
            for (wall, steady, is_sleep) in looks {
                let before = clock.now();
                let gap = clock.look(at(wall, steady));
                if let Some(gap) = gap {
                    prop_assert!(gap.unsigned_abs() > GAP.unsigned_abs());
                    if is_sleep {
                        clock.count(gap);
                    }
                }
                prop_assert!(clock.now() >= before);
                prop_assert!(clock.now() >= steady);
            }
        }

        #[test]
        fn if_every_gap_was_sleep_no_wall_time_is_lost(
            steps in proptest::collection::vec((0i64..10 * HOUR, any::<bool>()), 1..20)
        ) {
            let (mut wall, mut steady) = (0, 0);
            let mut clock = SessionClock::new(at(0, 0));
            for (step, sleeps) in steps {
                wall += step;
                steady += if sleeps { 0 } else { step };
                if let Some(gap) = clock.look(at(wall, steady)) {
                    clock.count(gap);
                }
            }
            prop_assert!(wall - clock.now() <= 20 * GAP);
            prop_assert!(clock.now() <= wall);
        }

        #[test]
        fn sleep_is_never_more_than_the_server_saw(gap in GAP..100 * HOUR, set in 0i64..100 * HOUR, before in -HOUR..HOUR) {
            let set = set.min(gap);
            let told = slept(gap, before, before - set);
            prop_assert!(told == 0 || told == gap - set);
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
