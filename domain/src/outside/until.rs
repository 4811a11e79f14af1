//! Until when an image is shared with an account (`deadline` on the wire).
//!
//! Source: SWR API reference, "sharing an image": a moment in UTC, or `forever`.

use crate::text::time::UnixMillis;

/// What the service writes for a share without an end.
const FOREVER: &str = "forever";

/// Until when.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Until {
    /// For good.
    NoEnd,
    /// To this moment.
    End(UnixMillis),
    /// A value that is neither, as it came.
    Odd(String),
}

impl Until {
    /// Reads what the service sent.
    pub fn of_wire(text: &str) -> Self {
        match UnixMillis::from_rfc3339(text) {
            _ if text == FOREVER => Until::NoEnd,
            // The 30th of February is read as a day of March, which nobody wrote.
            Some(end) if text.starts_with(&end.utc_day()) => Until::End(end),
            Some(_) | None => Until::Odd(text.to_owned()),
        }
    }

    /// As the service expects it.
    pub fn to_wire(&self) -> String {
        match self {
            Until::NoEnd => FOREVER.to_owned(),
            Until::End(end) => exact(*end),
            Until::Odd(text) => text.clone(),
        }
    }

    /// To the last second of a day in UTC. The day is written as a date field has it, `2026-12-31`; `None` for anything
    /// that is no day of the calendar.
    pub fn end_of_day(day: &str) -> Option<Self> {
        let end = UnixMillis::from_rfc3339(&format!("{day}T23:59:59Z"))?;
        // The 30th of February again.
        (end.utc_day() == day).then_some(Until::End(end))
    }

    /// The last day in UTC, as a date field has it; `None` where there is no such day.
    pub fn last_day(&self) -> Option<String> {
        match self {
            Until::End(end) => Some(end.utc_day()),
            Until::NoEnd | Until::Odd(_) => None,
        }
    }

    /// Whether it is over; `None` where that can't be known.
    pub fn is_over(&self, now: UnixMillis) -> Option<bool> {
        match self {
            Until::NoEnd => Some(false),
            Until::End(end) => Some(*end < now),
            Until::Odd(_) => None,
        }
    }
}

/// A moment with its fraction of a second, where it has one: an end that is only repeated has to stay the same.
fn exact(end: UnixMillis) -> String {
    let (second, fraction) = (end.to_rfc3339(), end.0.rem_euclid(1000));
    if fraction == 0 { second } else { second.replace('Z', &format!(".{fraction:03}Z")) }
}

/// The day in UTC one month after a moment, as a date field has it: the same day of the next month, or the last one of a
/// month that is shorter.
pub fn a_month_after(now: UnixMillis) -> String {
    let (year, month, day) = now.utc_date();
    let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    let fits = |day: &i64| Until::end_of_day(&format!("{year:04}-{month:02}-{day:02}")).is_some();
    let day = (1..=day).rev().find(fits).unwrap_or(1);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> UnixMillis {
        UnixMillis::from_rfc3339(text).unwrap()
    }

    #[test]
    fn what_the_service_writes_is_read_and_odd_values_stay_as_they_came() {
        assert_eq!(Until::of_wire("forever"), Until::NoEnd);
        assert_eq!(Until::of_wire("2026-12-31T23:59:59Z"), Until::End(at("2026-12-31T23:59:59Z")));
        for odd in ["", "Forever", "2026-12-31", "soon", "2026-12-31T23:59:59+01:00"] {
            assert_eq!(Until::of_wire(odd), Until::Odd(odd.to_owned()));
            assert_eq!(Until::of_wire(odd).to_wire(), odd);
            assert_eq!(Until::of_wire(odd).is_over(at("2030-01-01T00:00:00Z")), None);
        }
    }

    // A deadline on the 30th of February was shown as the 2nd of March.
    #[test]
    fn a_deadline_that_no_calendar_has_stays_as_it_came() {
        for odd in
            ["2026-02-30T00:00:00Z", "2025-02-29T23:59:59Z", "2026-04-31T12:00:00.5Z", "0000-00-00T00:00:00Z"]
        {
            assert_eq!(Until::of_wire(odd), Until::Odd(odd.to_owned()));
        }
    }

    // A change of the description sent a deadline without its fraction of a second, and the end that was read afterwards was
    // taken for someone else's change.
    #[test]
    fn an_end_that_is_only_repeated_keeps_its_fraction() {
        for end in ["2026-12-31T23:59:59.999Z", "2026-12-31T23:59:59.050Z"] {
            assert_eq!(Until::of_wire(end).to_wire(), end);
        }
        assert_eq!(Until::of_wire("2018-10-01T16:00:00.000Z").to_wire(), "2018-10-01T16:00:00Z");
    }

    #[test]
    fn leap_days_are_those_of_the_calendar() {
        for year in 1970..2200 {
            let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            assert_eq!(Until::end_of_day(&format!("{year}-02-29")).is_some(), is_leap, "{year}");
            let later = a_month_after(at(&format!("{year}-01-31T12:00:00Z")));
            assert_eq!(later, format!("{year}-02-{}", if is_leap { 29 } else { 28 }));
        }
    }

    #[test]
    fn a_day_that_no_calendar_has_is_no_end() {
        for day in ["2026-02-30", "2025-02-29", "2026-04-31", "2026-13-01", "2026-1-1", "", "2026-12-31 "] {
            assert_eq!(Until::end_of_day(day), None, "{day}");
        }
        assert_eq!(Until::end_of_day("2028-02-29").unwrap().to_wire(), "2028-02-29T23:59:59Z");
    }

    #[test]
    fn a_month_later_is_the_same_day_or_the_last_one() {
        for (now, later) in [
            ("2026-11-29T15:00:00Z", "2026-12-29"),
            ("2026-12-31T00:00:00Z", "2027-01-31"),
            ("2026-01-31T23:59:59Z", "2026-02-28"),
            ("2028-01-30T00:00:00Z", "2028-02-29"),
            ("2026-05-31T12:00:00Z", "2026-06-30"),
        ] {
            assert_eq!(a_month_after(at(now)), later, "{now}");
        }
    }

    #[test]
    fn the_last_second_of_the_day_still_counts() {
        let until = Until::end_of_day("2026-12-31").unwrap();
        assert_eq!(until.is_over(at("2026-12-31T23:59:59Z")), Some(false));
        assert_eq!(until.is_over(at("2027-01-01T00:00:00Z")), Some(true));
        assert_eq!(Until::NoEnd.is_over(at("2999-01-01T00:00:00Z")), Some(false));
    }

    mod properties {
        use super::*;

        proptest! {
            #[test]
            fn whatever_is_written_is_an_end_of_its_own_day_or_stays_as_it_came(
                text in prop_oneof![
                    "\\PC*",
                    "(forever|Forever|never|0)",
                    "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9](\\.[0-9]{1,9})?(Z|z|\\+00:00|[+-]0[1-9]:00)?",
                ],
            ) {
                match Until::of_wire(&text) {
                    Until::NoEnd => prop_assert_eq!(text, "forever"),
                    Until::End(end) => prop_assert!(text.starts_with(&end.utc_day())),
                    Until::Odd(odd) => prop_assert_eq!(odd, text),
                }
            }

            #[test]
            fn what_is_sent_is_read_as_the_same(
                until in prop_oneof![
                    Just(Until::NoEnd),
                    (-60_000_000_000_000i64..200_000_000_000_000).prop_map(|at| Until::End(UnixMillis(at))),
                ],
            ) {
                prop_assert_eq!(Until::of_wire(&until.to_wire()), until);
            }

            #[test]
            fn a_time_zone_other_than_utc_is_never_read_as_utc(
                seconds in 0i64..7_000_000_000, hours in 1u8..15, sign in "[+-]",
            ) {
                let utc = UnixMillis(seconds * 1000).to_rfc3339();
                let there = utc.replace('Z', &format!("{sign}{hours:02}:00"));
                prop_assert_eq!(Until::of_wire(&there), Until::Odd(there.clone()));
                prop_assert_eq!(Until::of_wire(&utc.replace('Z', "+00:00")), Until::of_wire(&utc));
            }

            #[test]
            fn a_day_is_over_on_the_next_one_and_not_before(of in 0i64..7_000_000_000, now in 0i64..7_000_000_000) {
                let (day, now) = (UnixMillis(of * 1000).utc_day(), UnixMillis(now * 1000));
                let until = Until::end_of_day(&day).unwrap();
                prop_assert_eq!(until.is_over(now), Some(now.utc_day() > day));
            }

            #[test]
            fn every_day_comes_back(seconds in 0i64..7_000_000_000) {
                let day = UnixMillis(seconds * 1000).utc_day();
                let until = Until::end_of_day(&day).unwrap();
                prop_assert_eq!(until.last_day(), Some(day));
                prop_assert_eq!(Until::of_wire(&until.to_wire()), until);
            }

            #[test]
            fn every_moment_comes_back(seconds in -60_000_000_000i64..200_000_000_000) {
                let at = UnixMillis(seconds * 1000);
                prop_assert_eq!(UnixMillis::from_rfc3339(&at.to_rfc3339()), Some(at));
            }

            #[test]
            fn a_month_later_is_later_by_28_to_31_days(seconds in 0i64..7_000_000_000) {
                let now = UnixMillis(seconds * 1000);
                let Some(Until::End(end)) = Until::end_of_day(&a_month_after(now)) else {
                    return Err(TestCaseError::fail(a_month_after(now)));
                };
                let days = end.since(now) / 86_400_000;
                prop_assert!((27..=31).contains(&days), "{}", days);
            }
        }
    }
}
