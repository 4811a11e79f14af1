//! Moments, and the one text form in which the services write them.

/// The first moment of the year 0, and the last one of the year 9999.
const FIRST: i64 = -62_167_219_200_000;
const LAST: i64 = 253_402_300_799_999;

/// A moment: milliseconds since 1970-01-01 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnixMillis(pub i64);

impl UnixMillis {
    /// Reads RFC 3339 in UTC with 0 to 9 digits of a second's fraction, the form of IAM's `expires_at` and of
    /// SWR's times; `None` for anything else.
    pub fn from_rfc3339(text: &str) -> Option<Self> {
        let (date, time) = text.split_once(['T', 't', ' '])?;
        let mut date = date.split('-');
        let (year, month, day) =
            (number(date.next()?, 4)?, number(date.next()?, 2)?, number(date.next()?, 2)?);
        let time = time.strip_suffix(['Z', 'z']).or_else(|| time.strip_suffix("+00:00"))?;
        let (clock, fraction) = time.split_once('.').unwrap_or((time, "0"));
        let mut clock = clock.split(':');
        let (hour, minute, second) =
            (number(clock.next()?, 2)?, number(clock.next()?, 2)?, number(clock.next()?, 2)?);
        let in_range = date.next().is_none()
            && clock.next().is_none()
            && (1..=12).contains(&month)
            && (1..=31).contains(&day)
            && hour < 24
            && minute < 60
            && second <= 60;
        let is_fraction =
            (1..=9).contains(&fraction.len()) && fraction.bytes().all(|byte| byte.is_ascii_digit());
        if !in_range || !is_fraction {
            return None;
        }
        let thousandths: String = fraction.chars().chain("00".chars()).take(3).collect();
        let seconds = ((days(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
        Some(Self(seconds * 1000 + number(&thousandths, 3)?))
    }

    /// The moment in UTC to the second, in the form that [`Self::from_rfc3339`] reads: `2026-12-31T23:59:59Z`.
    pub fn to_rfc3339(self) -> String {
        let second = self.0.div_euclid(1000).rem_euclid(86_400);
        format!("{}T{:02}:{:02}:{:02}Z", self.utc_day(), second / 3600, second / 60 % 60, second % 60)
    }

    /// The moment in UTC to the millisecond: `2026-12-31T23:59:59.999Z`, which [`Self::from_rfc3339`] reads back. A year that
    /// has not four digits becomes the nearest moment that has.
    pub fn to_rfc3339_millis(self) -> String {
        let moment = Self(self.0.clamp(FIRST, LAST));
        let text = moment.to_rfc3339();
        format!("{}.{:03}Z", text.trim_end_matches('Z'), moment.0.rem_euclid(1000))
    }

    /// Its day in UTC: `2026-12-31`.
    pub fn utc_day(self) -> String {
        let (year, month, day) = self.utc_date();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// Its year, month and day in UTC (Howard Hinnant's `civil_from_days`).
    pub const fn utc_date(self) -> (i64, i64, i64) {
        let days = self.0.div_euclid(86_400_000) + 719_468;
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
        (year, month, day_of_year - (153 * shifted + 2) / 5 + 1)
    }

    /// How long from another moment to this one, in milliseconds; negative if the other is later.
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }
}

fn number(text: &str, digits: usize) -> Option<i64> {
    (text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// Days from 1970-01-01 to a date of the Gregorian calendar (Howard Hinnant's `days_from_civil`).
const fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_forms_that_the_services_write_are_read() {
        let at = |text| UnixMillis::from_rfc3339(text).map(|moment| moment.0);
        assert_eq!(at("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(at("2026-11-21T10:32:00.000000Z"), Some(1_795_257_120_000));
        assert_eq!(at("2024-02-29T23:59:59.5Z"), Some(1_709_251_199_500));
        assert_eq!(at("2024-02-29T23:59:59.123456789Z"), Some(1_709_251_199_123));
    }

    #[test]
    fn everything_else_is_none() {
        for text in [
            "",
            "T",
            "2026",
            "2026-13-01T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:60:00Z",
            "2026-1-01T00:00:00Z",
            "2026-01-01T00:00Z",
            "2026-01-01T00:00:00",
            "2026-01-01T00:00:00.Z",
            "2026-01-01T00:00:00.123xZ",
            "2026-01-01T00:00:00.1234567890Z",
            "2026-01-01T00:00:00.12名Z",
            "２026-01-01T00:00:00Z",
            "2026-01-01-01T00:00:00Z",
        ] {
            assert_eq!(UnixMillis::from_rfc3339(text), None, "{text}");
        }
    }

    mod properties {
        use super::*;

        proptest! {
            #[test]
            fn every_moment_with_a_year_of_four_digits_is_read_back(moment in FIRST..=LAST, any: i64) {
                let text = UnixMillis(moment).to_rfc3339_millis();
                prop_assert_eq!(text.len(), "2026-12-31T23:59:59.999Z".len());
                prop_assert_eq!(UnixMillis::from_rfc3339(&text), Some(UnixMillis(moment)));
                let nearest = UnixMillis(any.clamp(FIRST, LAST));
                prop_assert_eq!(UnixMillis::from_rfc3339(&UnixMillis(any).to_rfc3339_millis()), Some(nearest));
            }
        }
    }
}
