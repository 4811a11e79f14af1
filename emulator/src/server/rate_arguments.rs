//! The part of the command line that says how often one address may call the API.

use std::num::NonZeroU32;

use bpaf::Parser;

use crate::rate::{Bucket, Rate, RateLimit};

/// `--rate`, `--rate-burst` and `--rate-window`.
pub(super) fn rate_limit() -> impl Parser<RateLimit> {
    let rate = rate("rate", "Let each address call the API at this rate, such as 10/s or 100/60s").optional();
    let burst = bpaf::long("rate-burst")
        .help("How many calls may come at once under --rate; as many as it names unless set")
        .argument::<NonZeroU32>("N")
        .optional();
    let window =
        self::rate("rate-window", "Let each address call the API so often in each window, such as 100/60s")
            .optional();
    bpaf::construct!(rate, burst, window).parse(|(rate, burst, window)| {
        let bucket = match (rate, burst) {
            (Some(rate), burst) => Some(Bucket { rate, burst: burst.unwrap_or(rate.count()) }),
            (None, Some(_)) => return Err("--rate-burst says how many calls of --rate may come at once"),
            (None, None) => None,
        };
        Ok(RateLimit { bucket, window })
    })
}

fn rate(name: &'static str, help: &'static str) -> impl Parser<Rate> {
    bpaf::long(name).help(help).argument::<String>("N/Ms").parse(|text| {
        let complaint = || format!("a rate is `N/s` or `N/Ms`, not `{text}`");
        Rate::parse(&text).ok_or_else(complaint)
    })
}

#[cfg(test)]
mod tests {
    use bpaf::Args;

    use super::*;

    fn parsed(arguments: &[&str]) -> Result<RateLimit, String> {
        rate_limit().to_options().run_inner(Args::from(arguments)).map_err(bpaf::ParseFailure::unwrap_stderr)
    }

    fn bucket(rate: &str, burst: u32) -> Bucket {
        let rate = Rate::parse(rate).expect("a rate");
        Bucket { rate, burst: NonZeroU32::new(burst).expect("a burst") }
    }

    #[test]
    fn without_a_word_there_is_no_limit() {
        assert_eq!(parsed(&[]), Ok(RateLimit::default()));
    }

    #[test]
    fn a_burst_is_as_large_as_the_rate_unless_it_is_said() {
        let of = |arguments: &[&str]| parsed(arguments).expect("a limit").bucket;
        assert_eq!(of(&["--rate", "10/s"]), Some(bucket("10/s", 10)));
        assert_eq!(of(&["--rate=100/60s"]), Some(bucket("100/60s", 100)));
        assert_eq!(of(&["--rate-burst", "20", "--rate", "10/s"]), Some(bucket("10/s", 20)));
    }

    #[test]
    fn both_limits_may_hold() {
        let limit = parsed(&["--rate", "5/s", "--rate-window", "100/60s"]).expect("a limit");
        assert_eq!((limit.bucket, limit.window), (Some(bucket("5/s", 5)), Rate::parse("100/60s")));
        assert_eq!(parsed(&["--rate-window", "20/s"]).expect("a limit").bucket, None);
    }

    #[test]
    fn every_mistake_is_named() {
        let complaint = |arguments: &[&str]| parsed(arguments).expect_err("a complaint");
        for flag in ["--rate", "--rate-window"] {
            assert!(complaint(&[flag, "10"]).contains("`N/s` or `N/Ms`, not `10`"), "{flag}");
        }
        assert!(complaint(&["--rate-burst", "5"]).contains("--rate"));
        assert!(complaint(&["--rate", "5/s", "--rate-burst", "0"]).contains('0'));
        assert!(complaint(&["--rate", "1/s", "--rate", "2/s"]).contains("--rate"));
    }
}
