//! `cargo xtask fuzz`: the laws of whatever comes from outside (answers, addresses, names, files), tried with a great
//! many more cases than `cargo xtask test` takes time for.
//!
//! The laws are the property tests in modules called `properties`; fuzzing by coverage, which needs a nightly
//! toolchain, is in the folder `fuzz/`.

use crate::counts::Counts;
use crate::error::Result;
use crate::options::FuzzOptions;
use crate::project::Project;
use crate::shell;
use std::time::{Duration, Instant};

/// Runs every property so many times; `true` if all of them held.
pub(crate) fn fuzz(project: &Project, options: &FuzzOptions) -> Result<bool> {
    let build = "test --release --package swr-domain --package swr-console --lib";
    shell::run(&mut project.cargo(&format!("{build} --no-run")))?;
    let mut counts = Counts::default();
    let start = Instant::now();
    let mut tests = project.cargo(&format!("{build} -- properties::"));
    let status = shell::watch(
        tests.env("PROPTEST_CASES", options.cases.to_string()),
        &mut std::io::stdout(),
        &mut |line| {
            counts.add_line(line);
        },
    )?;
    let (counts, complaint) = counts.judged(status.success());
    if let Some(complaint) = complaint {
        println!("{complaint}");
    }
    println!("\n{}", report(counts, options.cases.0, start.elapsed()));
    Ok(counts.failed == 0)
}

/// How much was tried. A property that fails ends early, so its cases are not counted.
fn report(counts: Counts, cases: u32, time: Duration) -> String {
    let Counts { passed, failed, .. } = counts;
    let all = grouped(passed * u64::from(cases));
    let seconds = time.as_secs_f64();
    format!(
        "{all} cases in {seconds:.1} s: {} for each of {passed} properties\n{passed} passed, {failed} failed",
        grouped(cases.into())
    )
}

/// A number with its thousands apart.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev();
    groups.map(|group| String::from_utf8_lossy(group)).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::{grouped, report};
    use crate::counts::Counts;
    use std::time::Duration;

    #[test]
    fn the_report_says_how_much_was_tried() {
        let counts = Counts { passed: 24, failed: 1, skipped: 0 };
        let report = report(counts, 1_000_000, Duration::from_millis(61_230));
        assert_eq!(
            report,
            "24,000,000 cases in 61.2 s: 1,000,000 for each of 24 properties\n24 passed, 1 failed"
        );
    }

    #[test]
    fn thousands_stand_apart() {
        let table = [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")];
        assert!(table.iter().all(|(number, text)| grouped(*number) == *text));
    }
}
