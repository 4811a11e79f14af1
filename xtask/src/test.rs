//! `cargo xtask test` and `check`: runs steps one after another, even if one fails, and adds up what
//! they report.
//!
//! What a step does is in `steps`; how the result looks is in `summary`.

use crate::counts::Counts;
use crate::options::TestOptions;
use crate::project::Project;
use crate::summary::{self, Outcome};
use std::time::Instant;

/// Runs the steps; `true` if all of them passed.
pub(crate) fn test(project: &mut Project, options: &TestOptions) -> bool {
    project.size = options.size;
    let mut outcomes = Vec::new();
    for step in options.steps() {
        println!("\n=== {} ===", step.name());
        let start = Instant::now();
        let (counts, complaint) = match step.run(project, &options.playwright) {
            Ok((counts, complaint)) => (counts, complaint.map(str::to_owned)),
            Err(error) => (Counts::check(false), Some(error.to_string())),
        };
        if let Some(complaint) = &complaint {
            println!("{complaint}");
        }
        outcomes.push(Outcome { step: step.name(), counts, time: start.elapsed(), complaint });
    }
    println!("\n{}", summary::report(&outcomes));
    outcomes.iter().all(|outcome| outcome.counts.failed == 0)
}
