//! The time as the adapters hand it in, and how the vendor writes it. No clock is read here.

use std::fmt::Write as _;
use std::time::Duration;

const MILLIS_PER_DAY: u64 = 86_400_000;

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct UnixMillis(u64);

impl UnixMillis {
    /// That many milliseconds after the epoch.
    pub const fn new(millis: u64) -> Self {
        Self(millis)
    }

    /// The number of milliseconds after the epoch.
    pub const fn get(self) -> u64 {
        self.0
    }

    /// That much later; the end of time is never passed.
    #[must_use]
    pub fn after(self, wait: Duration) -> Self {
        Self(self.0.saturating_add(u64::try_from(wait.as_millis()).unwrap_or(u64::MAX)))
    }

    /// A moment that RFC 3339 writes in UTC, with a `Z`. Less than a millisecond is dropped. `None` before 1970.
    pub(crate) fn from_rfc3339(text: &str) -> Option<Self> {
        let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
        let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
        let (clock, fraction) = time.split_once('.').unwrap_or((time, "0"));
        let [hour, minute, second] = numbers(clock, ':', [2, 2, 2])?;
        let days = days_since_epoch(year, month, day)?;
        if civil(days) != (year, month, day) || hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let seconds = (hour * 60 + minute) * 60 + second;
        Some(Self(days * MILLIS_PER_DAY + seconds * 1000 + milliseconds(fraction)?))
    }

    /// The form that signatures have: `20251009T085320Z`.
    pub(crate) fn from_basic(text: &str) -> Option<Self> {
        let (date, time) = text.split_once('T')?;
        let (year, rest) = date.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        let (hour, rest) = time.split_at_checked(2)?;
        let (minute, second) = rest.split_at_checked(2)?;
        Self::from_rfc3339(&format!("{year}-{month}-{day}T{hour}:{minute}:{second}"))
    }

    /// The same form.
    pub(crate) fn basic(self) -> String {
        let whole = self.written(3).replace(['-', ':'], "");
        let seconds = whole.split_once('.').map_or(whole.as_str(), |(seconds, _)| seconds);
        format!("{seconds}Z")
    }

    /// RFC 3339 in UTC with milliseconds, as SWR writes times.
    pub(crate) fn rfc3339(self) -> String {
        self.written(3)
    }

    /// RFC 3339 in UTC with microseconds, as IAM writes times.
    pub(crate) fn rfc3339_micros(self) -> String {
        self.written(6)
    }

    fn written(self, digits: usize) -> String {
        let (year, month, day) = civil(self.0 / MILLIS_PER_DAY);
        let in_day = self.0 % MILLIS_PER_DAY;
        let (hour, minute, second) = (in_day / 3_600_000, in_day / 60_000 % 60, in_day / 1000 % 60);
        let mut text =
            format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{:03}", in_day % 1000);
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{:0<width$}Z", "", width = digits.saturating_sub(3));
        text
    }
}

/// Year, month and day of the proleptic Gregorian calendar, counted in eras of 400 years that begin on 1 March, so
/// that the leap day is the last day of a year.
fn civil(days_since_epoch: u64) -> (u64, u64, u64) {
    const DAYS_FROM_YEAR_0_MARCH: u64 = 719_468;
    const DAYS_PER_ERA: u64 = 146_097;
    let days = days_since_epoch + DAYS_FROM_YEAR_0_MARCH;
    let (era, day_of_era) = (days / DAYS_PER_ERA, days % DAYS_PER_ERA);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (era * 400 + year_of_era + u64::from(month <= 2), month, day)
}

/// The inverse of `civil` for a date that exists. `None` before 1970.
fn days_since_epoch(year: u64, month: u64, day: u64) -> Option<u64> {
    let (year, month_from_march) =
        if month > 2 { (year, month - 3) } else { (year.checked_sub(1)?, month + 9) };
    let day_of_year = (153 * month_from_march + 2) / 5 + day.checked_sub(1)?;
    (365 * year + year / 4 - year / 100 + year / 400 + day_of_year).checked_sub(719_468)
}

/// Three numbers of exactly so many digits.
fn numbers(text: &str, separator: char, digits: [usize; 3]) -> Option<[u64; 3]> {
    let mut parts = text.split(separator);
    let mut number = |digits: usize| {
        let part =
            parts.next().filter(|part| part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))?;
        part.parse().ok()
    };
    let [first, second, third] = digits;
    let numbers = [number(first)?, number(second)?, number(third)?];
    parts.next().is_none().then_some(numbers)
}

/// The first three digits of a fraction that has up to nine.
fn milliseconds(fraction: &str) -> Option<u64> {
    let is_fraction = (1..=9).contains(&fraction.len()) && fraction.bytes().all(|byte| byte.is_ascii_digit());
    if !is_fraction {
        return None;
    }
    format!("{fraction:0<3}").get(..3)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_moments_are_written_as_rfc_3339() {
        assert_eq!(UnixMillis::new(0).rfc3339(), "1970-01-01T00:00:00.000Z");
        assert_eq!(UnixMillis::new(951_782_400_000).rfc3339(), "2000-02-29T00:00:00.000Z");
        assert_eq!(UnixMillis::new(1_709_251_199_999).rfc3339(), "2024-02-29T23:59:59.999Z");
        assert_eq!(UnixMillis::new(4_107_542_400_000).rfc3339(), "2100-03-01T00:00:00.000Z");
        assert_eq!(UnixMillis::new(1_700_000_000_123).rfc3339_micros(), "2023-11-14T22:13:20.123000Z");
    }

    #[test]
    fn what_is_written_can_be_read() {
        for millis in [0, 951_782_400_000, 1_709_251_199_999, 4_107_542_400_000, 1_700_000_000_123] {
            let moment = UnixMillis::new(millis);
            assert_eq!(UnixMillis::from_rfc3339(&moment.rfc3339()), Some(moment));
        }
        let read = |text| UnixMillis::from_rfc3339(text).map(UnixMillis::get);
        assert_eq!(read("1970-01-01T00:00:01Z"), Some(1000));
        assert_eq!(UnixMillis::new(1_760_000_000_123).basic(), "20251009T085320Z");
        assert_eq!(UnixMillis::from_basic("20251009T085320Z"), Some(UnixMillis::new(1_760_000_000_000)));
        for text in ["", "T", "20251009", "20251009T0853Z", "2025-10-09T08:53:20Z", "20251009T085320"] {
            assert_eq!(UnixMillis::from_basic(text), None, "{text}");
        }
        assert_eq!(read("1970-01-01T00:00:00.1Z"), Some(100));
        assert_eq!(read("1970-01-01T00:00:00.123999999Z"), Some(123));
    }

    #[test]
    fn what_is_no_moment_in_utc_is_none() {
        for text in [
            "",
            "Z",
            "2024-01-31",
            "2024-01-31T00:00:00",
            "2024-01-31T00:00:00+00:00",
            "2024-1-31T00:00:00Z",
            "2023-02-29T00:00:00Z",
            "2024-13-01T00:00:00Z",
            "2024-00-01T00:00:00Z",
            "2024-01-00T00:00:00Z",
            "2024-01-31T24:00:00Z",
            "2024-01-31T00:60:00Z",
            "2024-01-31T00:00:60Z",
            "2024-01-31T00:00:00.Z",
            "2024-01-31T00:00:00.1234567890Z",
            "1969-12-31T23:59:59Z",
            "0000-01-01T00:00:00Z",
            "2024-01-31T+1:00:00Z",
            "2024-01-31T00:00:00:00Z",
            "2024-01-31t00:00:00Z",
        ] {
            assert_eq!(UnixMillis::from_rfc3339(text), None, "{text}");
        }
    }

    #[test]
    fn the_end_of_time_does_not_overflow() {
        let end = UnixMillis::new(u64::MAX);
        assert_eq!(end.after(Duration::MAX), end);
        assert!(end.rfc3339().ends_with('Z'));
    }
}
