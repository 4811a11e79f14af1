//! What a test run ends with: the table of steps, what went wrong, and the one line that counts everything.

use crate::counts::Counts;
use std::fmt::Write as _;
use std::time::Duration;

/// How one step went.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// The step's name.
    pub(crate) step: &'static str,
    /// Its tests; a step without tests counts as one.
    pub(crate) counts: Counts,
    /// How long it took.
    pub(crate) time: Duration,
    /// What is to be said of a failure that no test shows.
    pub(crate) complaint: Option<String>,
}

/// The table, the complaints and the closing line.
pub(crate) fn report(outcomes: &[Outcome]) -> String {
    let mut text = format!("{:<12} {:>7} {:>7} {:>8} {:>9}\n", "step", "passed", "failed", "skipped", "time");
    let mut total = Counts::default();
    for Outcome { step, counts, time, .. } in outcomes {
        let Counts { passed, failed, skipped } = counts;
        // Writing to a String cannot fail.
        _ = writeln!(text, "{step:<12} {passed:>7} {failed:>7} {skipped:>8} {:>7.1} s", time.as_secs_f64());
        total += *counts;
    }
    for Outcome { step, complaint, .. } in outcomes {
        if let Some(complaint) = complaint {
            _ = write!(text, "\n{step}: {complaint}\n");
        }
    }
    _ = write!(text, "\n{}", line(total));
    text
}

/// The closing line, in the words that test harnesses look for.
fn line(total: Counts) -> String {
    let Counts { passed, failed, skipped } = total;
    match skipped {
        0 => format!("{passed} passed, {failed} failed"),
        _ => format!("{passed} passed, {failed} failed, {skipped} skipped"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Outcome, report};
    use crate::counts::Counts;
    use std::time::Duration;

    #[test]
    fn the_last_line_counts_everything() {
        let outcome = |step, passed, failed, complaint: Option<&str>| Outcome {
            step,
            counts: Counts { passed, failed, skipped: 0 },
            time: Duration::from_millis(1250),
            complaint: complaint.map(str::to_owned),
        };
        let text = report(&[outcome("format", 1, 0, None), outcome("web", 20, 3, Some("three failed"))]);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines.last(), Some(&"21 passed, 3 failed"));
        assert!(lines.contains(&"web: three failed"));
        assert_eq!(lines[1].split_whitespace().collect::<Vec<_>>(), ["format", "1", "0", "0", "1.2", "s"]);
    }

    #[test]
    fn skipped_tests_are_not_hidden() {
        let counts = Counts { passed: 2, failed: 0, skipped: 1 };
        let outcome = Outcome { step: "native", counts, time: Duration::ZERO, complaint: None };
        assert!(report(&[outcome]).ends_with("\n2 passed, 0 failed, 1 skipped"));
    }
}
