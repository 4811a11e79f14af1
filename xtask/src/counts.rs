//! How many tests passed and failed, read from what the test runners say.

use crate::error::Result;
use crate::shell;
use serde_json::Value;
use std::process::Command;

/// Numbers of tests.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Tests that passed.
    pub(crate) passed: u64,
    /// Tests that failed.
    pub(crate) failed: u64,
    /// Tests that were not run on purpose.
    pub(crate) skipped: u64,
}

/// Counts brought in line with the exit status, and a word about a failure that no test shows.
pub(crate) type Judged = (Counts, Option<&'static str>);

impl Counts {
    /// One check without parts, such as a lint run.
    pub(crate) fn check(success: bool) -> Self {
        Self { passed: u64::from(success), failed: u64::from(!success), skipped: 0 }
    }

    /// Adds what a line of `cargo test` or `wasm-bindgen-test-runner` reports, if it is one of the closing
    /// lines.
    pub(crate) fn add_line(&mut self, line: &str) {
        let Some((_, counts)) = line.split_once("test result: ") else { return };
        for part in counts.split(['.', ';']) {
            let mut words = part.split_whitespace();
            let Some(number) = words.next().and_then(|word| word.parse::<u64>().ok()) else { continue };
            match words.next() {
                Some("passed") => self.passed += number,
                Some("failed") => self.failed += number,
                Some("ignored") => self.skipped += number,
                _ => {}
            }
        }
    }

    /// The counts in a report of Playwright's `json` reporter.
    pub(crate) fn of_playwright(report: &str) -> Option<Self> {
        let report: Value = serde_json::from_str(report).ok()?;
        let stats = report.get("stats")?;
        let number = |name: &str| stats.get(name).and_then(Value::as_u64);
        // A flaky test has passed at its second try, which it gets in CI alone. Playwright names it at the end of its
        // own report, and so it is found there.
        let passed = number("expected")? + number("flaky")?;
        Some(Self { passed, failed: number("unexpected")?, skipped: number("skipped")? })
    }

    /// Brings the counts in line with the runner's exit status: a runner that failed without a failed test to
    /// show, and one that ran no test at all, are failures too.
    pub(crate) fn judged(mut self, success: bool) -> Judged {
        if self.failed > 0 {
            return (self, None);
        }
        let complaint = match (success, self.passed) {
            (false, _) => Some("the runner failed apart from its tests"),
            (true, 0) => Some("not a single test was run"),
            (true, _) => None,
        };
        self.failed = u64::from(complaint.is_some());
        (self, complaint)
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// Runs tests that report themselves line by line.
pub(crate) fn run(command: &mut Command) -> Result<Judged> {
    let mut counts = Counts::default();
    let status = shell::watch(command, &mut std::io::stdout(), &mut |line| counts.add_line(line))?;
    Ok(counts.judged(status.success()))
}

#[cfg(test)]
mod tests {
    use super::Counts;

    fn of(lines: &[&str]) -> Counts {
        let mut counts = Counts::default();
        for line in lines {
            counts.add_line(line);
        }
        counts
    }

    #[test]
    fn closing_lines_of_every_binary_add_up() {
        let counts = of(&[
            "running 3 tests",
            "test a::b ... ok",
            "test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 7 filtered out; finished in 0.01s",
            "test result: FAILED. 4 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.02s",
        ]);
        assert_eq!(counts, Counts { passed: 6, failed: 3, skipped: 1 });
    }

    #[test]
    fn the_browser_runner_is_understood() {
        let counts =
            of(&["test result: ok. 12 passed; 0 failed; 2 ignored; 0 filtered out; finished in 0.30s"]);
        assert_eq!(counts, Counts { passed: 12, failed: 0, skipped: 2 });
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(
            of(&["3 passed; 4 failed", "test result: pending", "", "test x ... FAILED"]),
            Counts::default()
        );
    }

    #[test]
    fn playwright_reports_are_read() {
        let report =
            r#"{"stats":{"startTime":"x","duration":1.5,"expected":9,"skipped":2,"unexpected":1,"flaky":1}}"#;
        assert_eq!(Counts::of_playwright(report), Some(Counts { passed: 10, failed: 1, skipped: 2 }));
        assert_eq!(Counts::of_playwright("{}"), None);
        assert_eq!(Counts::of_playwright("not JSON"), None);
    }

    #[test]
    fn an_exit_status_without_a_failed_test_still_counts() {
        let good = Counts { passed: 5, failed: 0, skipped: 1 };
        assert_eq!(good.judged(true), (good, None));
        let (counts, complaint) = good.judged(false);
        assert_eq!((counts.passed, counts.failed), (5, 1));
        assert!(complaint.is_some());
    }

    #[test]
    fn a_run_without_tests_has_failed() {
        let (counts, complaint) = Counts { passed: 0, failed: 0, skipped: 8 }.judged(true);
        assert_eq!(counts.failed, 1);
        assert_eq!(complaint, Some("not a single test was run"));
    }

    #[test]
    fn failed_tests_speak_for_themselves() {
        let bad = Counts { passed: 1, failed: 2, skipped: 0 };
        assert_eq!(bad.judged(false), (bad, None));
    }
}
