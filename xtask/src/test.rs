//! `cargo xtask test` and `check`: runs steps one after another, even if one fails, and adds up what
//! they report. The files to host are built beside the first steps, since their build uses one core for most of its time.
//!
//! What a step does is in `steps`; how the result looks is in `summary`.

use crate::background::Background;
use crate::cargo_tools;
use crate::counts::{Counts, Judged};
use crate::error::{Error, Result};
use crate::options::{Step, TestOptions};
use crate::project::{Project, Size};
use crate::summary::{self, Outcome};
use std::process::Command;
use std::time::Instant;

/// Runs the steps; `true` if all of them passed.
pub(crate) fn test(project: &mut Project, options: &TestOptions) -> bool {
    project.size = options.size;
    let mut outcomes = Vec::new();
    let steps = options.steps();
    let mut build = is_built_beside(&steps, options.size).then(|| build_beside(project));
    for step in steps {
        println!("\n=== {} ===", step.name());
        let start = Instant::now();
        let judged = match build.take_if(|_| step == Step::Dist) {
            Some(build) => build.and_then(Background::wait).map(of_build),
            None => step.run(project, &options.playwright),
        };
        let (counts, complaint) = match judged {
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

/// Whether the files to host are built while other steps run. A full run builds them in more than one way.
fn is_built_beside(steps: &[Step], size: Size) -> bool {
    size == Size::Ordinary && steps.contains(&Step::Dist) && steps.first() != Some(&Step::Dist)
}

/// Starts to build the files to host. The tools are there before: two programs must not install the same one.
fn build_beside(project: &mut Project) -> Result<Background> {
    cargo_tools::wasm_target(project)?;
    cargo_tools::bundlers(project)?;
    let program =
        std::env::current_exe().map_err(|error| Error::new(format!("where is this program? {error}")))?;
    let output = project.scratch()?.join("dist.log");
    println!("`cargo xtask dist` runs beside the first steps; what it prints comes at its own.");
    Background::start(Command::new(program).arg("dist").current_dir(&project.root), output)
}

fn of_build(success: bool) -> Judged {
    (Counts::check(success), (!success).then_some("why is above, in its own words"))
}
