//! How often one source address may call the API: limits in the two forms that gateways have, a bucket that fills
//! steadily and windows of a fixed length. Who is counted and what a request too many is answered is decided elsewhere.

mod bucket;
mod limiter;
mod window;

use std::num::NonZeroU32;

pub(crate) use limiter::Limiter;

/// The longest time that a rate is for: a day.
const LONGEST: u32 = 86_400;

/// So many requests in so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    count: NonZeroU32,
    seconds: NonZeroU32,
}

impl Rate {
    /// A rate as it is written: `10/s` for ten in a second, `100/60s` for a hundred in a minute.
    pub fn parse(text: &str) -> Option<Self> {
        let (count, seconds) = text.strip_suffix('s')?.split_once('/')?;
        let seconds = if seconds.is_empty() { NonZeroU32::MIN } else { number(seconds)? };
        Some(Self { count: number(count)?, seconds }).filter(|rate| rate.seconds.get() <= LONGEST)
    }

    /// How many requests.
    pub const fn count(self) -> NonZeroU32 {
        self.count
    }

    fn millis(self) -> u64 {
        u64::from(self.seconds.get()) * 1000
    }
}

/// Digits alone: a sign is no part of a number of requests.
fn number(text: &str) -> Option<NonZeroU32> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

/// A bucket of tokens: each request takes one, and it fills at a steady rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bucket {
    /// How fast it fills.
    pub rate: Rate,
    /// How many tokens it holds, and so how many requests may come at once.
    pub burst: NonZeroU32,
}

/// What each source address is held to. A request has to pass both limits where there are both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RateLimit {
    /// Requests at a steady rate.
    pub bucket: Option<Bucket>,
    /// Requests in each of the windows that follow one another.
    pub window: Option<Rate>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_a_number_in_one_or_more_seconds() {
        let read = |text| Rate::parse(text).map(|rate| (rate.count.get(), rate.millis()));
        assert_eq!(read("10/s"), Some((10, 1_000)));
        assert_eq!(read("10/1s"), read("10/s"));
        assert_eq!(read("100/60s"), Some((100, 60_000)));
        assert_eq!(read("1/86400s"), Some((1, 86_400_000)));
    }

    #[test]
    fn anything_else_is_none() {
        for text in [
            "",
            "s",
            "/s",
            "10",
            "10/",
            "10/60",
            "10/min",
            "0/s",
            "10/0s",
            "-1/s",
            "+1/s",
            "1.5/s",
            "10/ s",
            "10/86401s",
            "10/s:20",
            "4294967296/s",
        ] {
            assert_eq!(Rate::parse(text), None, "{text}");
        }
    }
}
