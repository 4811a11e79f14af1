//! Counts the requests of each source address, and says how long one has to wait that has had too many.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::Duration;

use crate::time::UnixMillis;

use super::RateLimit;
use super::bucket::Fill;
use super::window::Window;

/// What is left to every address.
#[derive(Debug, Clone, Default)]
pub(crate) struct Limiter {
    limit: RateLimit,
    by_source: BTreeMap<Option<IpAddr>, Count>,
}

/// What is left to one address.
#[derive(Debug, Clone)]
struct Count {
    fill: Option<Fill>,
    window: Option<Window>,
}

impl Limiter {
    pub(crate) fn new(limit: RateLimit) -> Self {
        Self { limit, by_source: BTreeMap::new() }
    }

    /// Counts a request, or says after which time another one is let in. One that is not let in does not count, so a
    /// client that keeps trying waits no longer than others.
    pub(crate) fn admit(&mut self, source: Option<IpAddr>, now: UnixMillis) -> Result<(), Duration> {
        let Self { limit, by_source } = self;
        if *limit == RateLimit::default() {
            return Ok(());
        }
        if !by_source.contains_key(&source) {
            // Addresses that have everything left are as good as new ones, so a long life is no leak.
            by_source.retain(|_, count| {
                count.advance(*limit, now);
                !count.is_whole(*limit)
            });
        }
        let count = by_source.entry(source).or_insert_with(|| Count::whole(*limit, now));
        count.advance(*limit, now);
        let wait = count.wait(*limit, now);
        if !wait.is_zero() {
            return Err(wait);
        }
        count.take(*limit);
        Ok(())
    }
}

impl Count {
    fn whole(limit: RateLimit, now: UnixMillis) -> Self {
        Self {
            fill: limit.bucket.map(|bucket| Fill::full(bucket, now)),
            window: limit.window.map(|_| Window::beginning(now)),
        }
    }

    fn advance(&mut self, limit: RateLimit, now: UnixMillis) {
        if let (Some(fill), Some(bucket)) = (&mut self.fill, limit.bucket) {
            fill.advance(bucket, now);
        }
        if let (Some(window), Some(rate)) = (&mut self.window, limit.window) {
            window.advance(rate, now);
        }
    }

    fn wait(&self, limit: RateLimit, now: UnixMillis) -> Duration {
        let of_bucket = self.fill.as_ref().zip(limit.bucket).map(|(fill, bucket)| fill.wait(bucket));
        let of_window = self.window.as_ref().zip(limit.window).map(|(window, rate)| window.wait(rate, now));
        of_bucket.max(of_window).unwrap_or_default()
    }

    fn take(&mut self, limit: RateLimit) {
        if let (Some(fill), Some(bucket)) = (&mut self.fill, limit.bucket) {
            fill.take(bucket);
        }
        if let Some(window) = &mut self.window {
            window.take();
        }
    }

    fn is_whole(&self, limit: RateLimit) -> bool {
        let is_full = self.fill.as_ref().zip(limit.bucket).is_none_or(|(fill, bucket)| fill.is_full(bucket));
        is_full && self.window.as_ref().is_none_or(Window::is_unused)
    }
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;
    use std::num::NonZeroU32;

    use super::super::{Bucket, Rate};
    use super::*;

    const HERE: Option<IpAddr> = Some(IpAddr::V4(Ipv4Addr::LOCALHOST));
    const THERE: Option<IpAddr> = Some(IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1)));
    const START: u64 = 1_760_000_000_000;

    fn rate(text: &str) -> Rate {
        Rate::parse(text).expect("a rate")
    }

    fn bucket(text: &str, burst: u32) -> Limiter {
        let burst = NonZeroU32::new(burst).expect("a burst");
        Limiter::new(RateLimit { bucket: Some(Bucket { rate: rate(text), burst }), window: None })
    }

    fn windows(text: &str) -> Limiter {
        Limiter::new(RateLimit { bucket: None, window: Some(rate(text)) })
    }

    /// How many of so many requests are let in at a moment, in milliseconds after the start.
    fn admitted(limiter: &mut Limiter, source: Option<IpAddr>, at: u64, tries: u32) -> u32 {
        (0..tries).map(|_| u32::from(limiter.admit(source, UnixMillis::new(START + at)).is_ok())).sum()
    }

    fn wait(limiter: &mut Limiter, at: u64) -> Duration {
        limiter.admit(HERE, UnixMillis::new(START + at)).expect_err("a wait")
    }

    #[test]
    fn without_a_limit_everything_comes_in_and_nothing_is_remembered() {
        let mut limiter = Limiter::default();
        assert_eq!(admitted(&mut limiter, HERE, 0, 1_000), 1_000);
        assert!(limiter.by_source.is_empty());
    }

    #[test]
    fn a_bucket_gives_a_burst_and_then_its_rate() {
        let mut limiter = bucket("10/s", 20);
        assert_eq!(admitted(&mut limiter, HERE, 0, 100), 20);
        assert_eq!(wait(&mut limiter, 0), Duration::from_millis(100));
        assert_eq!(wait(&mut limiter, 70), Duration::from_millis(30));
        assert_eq!(admitted(&mut limiter, HERE, 100, 100), 1);
        assert_eq!(admitted(&mut limiter, HERE, 1_099, 100), 9);
        assert_eq!(admitted(&mut limiter, HERE, 60_000, 100), 20, "it never holds more than its burst");
    }

    #[test]
    fn no_part_of_a_token_is_lost_however_often_somebody_asks() {
        let mut limiter = bucket("3/s", 1);
        let let_in: u32 = (0..100_000).map(|at| admitted(&mut limiter, HERE, at, 3)).sum();
        assert_eq!(let_in, 300);
    }

    #[test]
    fn windows_follow_one_another_from_the_first_request_on() {
        let mut limiter = windows("100/60s");
        assert_eq!(admitted(&mut limiter, HERE, 0, 60), 60);
        assert_eq!(admitted(&mut limiter, HERE, 59_999, 60), 40);
        assert_eq!(wait(&mut limiter, 59_999), Duration::from_millis(1));
        assert_eq!(admitted(&mut limiter, HERE, 60_000, 200), 100);
        assert_eq!(wait(&mut limiter, 70_000), Duration::from_secs(50));
        assert_eq!(admitted(&mut limiter, HERE, 190_000, 200), 100);
        assert_eq!(wait(&mut limiter, 190_000), Duration::from_secs(50), "it began at 180 s, not at 190 s");
    }

    #[test]
    fn every_address_has_its_own() {
        let mut limiter = bucket("1/s", 2);
        assert_eq!(admitted(&mut limiter, HERE, 0, 5), 2);
        assert_eq!(admitted(&mut limiter, THERE, 0, 5), 2);
        assert_eq!(admitted(&mut limiter, None, 0, 5), 2);
    }

    #[test]
    fn a_request_has_to_pass_both_limits_and_counts_for_neither_if_it_does_not() {
        let burst = NonZeroU32::new(5).expect("a burst");
        let limit =
            RateLimit { bucket: Some(Bucket { rate: rate("5/s"), burst }), window: Some(rate("8/60s")) };
        let mut limiter = Limiter::new(limit);
        assert_eq!(admitted(&mut limiter, HERE, 0, 50), 5);
        assert_eq!(admitted(&mut limiter, HERE, 1_000, 50), 3, "the bucket has five, the window three");
        assert_eq!(wait(&mut limiter, 1_000), Duration::from_secs(59));
        assert_eq!(admitted(&mut limiter, HERE, 60_000, 50), 5);
    }

    #[test]
    fn a_clock_that_is_set_back_locks_nobody_out() {
        let mut limiter = bucket("1/s", 1);
        assert_eq!(admitted(&mut limiter, HERE, 3_600_000, 5), 1);
        assert_eq!(admitted(&mut limiter, HERE, 0, 5), 0);
        assert_eq!(admitted(&mut limiter, HERE, 1_000, 5), 1);
        let mut limiter = windows("1/60s");
        assert_eq!(admitted(&mut limiter, HERE, 3_600_000, 5), 1);
        assert_eq!(admitted(&mut limiter, HERE, 0, 5), 1);
    }

    #[test]
    fn addresses_that_have_everything_left_are_forgotten() {
        let mut limiter = bucket("10/s", 10);
        for number in 0..100 {
            assert_eq!(admitted(&mut limiter, Some(Ipv4Addr::from_bits(number).into()), 0, 1), 1);
        }
        assert_eq!(limiter.by_source.len(), 100);
        assert_eq!(admitted(&mut limiter, HERE, 100, 1), 1);
        assert_eq!(limiter.by_source.len(), 1);
    }

    #[test]
    fn no_time_and_no_rate_overflow() {
        let mut limiter = bucket("4294967295/86400s", u32::MAX);
        assert_eq!(limiter.admit(HERE, UnixMillis::new(0)), Ok(()));
        assert_eq!(limiter.admit(HERE, UnixMillis::new(u64::MAX)), Ok(()));
        let mut limiter = windows("1/s");
        assert_eq!(limiter.admit(HERE, UnixMillis::new(u64::MAX)), Ok(()));
    }
}
