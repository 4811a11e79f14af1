//! `cargo xtask bench`: what is counted and timed, and gates nothing but what no computer's speed changes.
//!
//! `tests/e2e/bench/` measures a visit, a long table, and a scan.

use crate::error::{Error, Result};
use crate::options::Count;
use crate::project::Project;
use crate::{browser_tests, budget, npm, shell};
use std::process::Command;

/// Measures how the built console loads, in Chromium behind nginx, and has Lighthouse judge it.
pub(crate) fn load(project: &mut Project, runs: Count) -> Result<()> {
    let mut command = command(project, "load.bench.ts", runs)?;
    let lighthouse = npm::install(project, "tests/lighthouse")?.join("lighthouse");
    command.env("SWR_LIGHTHOUSE", lighthouse);
    command.env("SWR_MOST_REQUESTS", budget::MOST_REQUESTS.to_string());
    command.env("SWR_MOST_BYTES", budget::MOST_BYTES.to_string());
    run(command, "or the first visit takes more than it may", "`cargo xtask dist` lists the files")
}

/// Measures how fast a long table answers, with AG Grid Community beside it.
pub(crate) fn table(project: &mut Project, runs: Count) -> Result<()> {
    let mut command = command(project, "table.bench.ts", runs)?;
    let ag_grid = npm::install(project, "tests/ag-grid")?.with_file_name("ag-grid-community").join("dist");
    command.env("SWR_AG_GRID", ag_grid);
    run(command, "or a row never came", "a row that is awaited is named in tests/e2e/bench/grid.ts")
}

/// Measures a scan, and what people wait beside it.
pub(crate) fn scan(project: &mut Project, runs: Count) -> Result<()> {
    let command = command(project, "scan.bench.ts", runs)?;
    run(command, "or a scan did not end", "it needs nginx, and openssl for a certificate")
}

fn command(project: &mut Project, bench: &str, runs: Count) -> Result<Command> {
    let mut command = browser_tests::in_browser(project, &["--config", "bench.config.ts", bench])?;
    command.env("SWR_RUNS", runs.to_string());
    Ok(command)
}

fn run(mut command: Command, why: &str, remedy: &str) -> Result<()> {
    if shell::show(&mut command)?.success() {
        return Ok(());
    }
    Err(Error::new(format!("the measuring failed, {why}")).remedy(format!("see above; {remedy}")))
}
