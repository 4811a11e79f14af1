//! `cargo xtask bench`: what is counted and timed, and gates nothing but what no computer's speed changes.
//!
//! `tests/e2e/bench/` measures a visit.

use crate::error::{Error, Result};
use crate::options::Count;
use crate::project::Project;
use crate::{browser_tests, budget, npm, shell};

/// Measures how the built console loads, in Chromium behind nginx, and has Lighthouse judge it.
pub(crate) fn load(project: &mut Project, runs: Count) -> Result<()> {
    let mut command = browser_tests::in_browser(project, &["--config", "bench.config.ts"])?;
    let lighthouse = npm::install(project, "tests/lighthouse")?.join("lighthouse");
    command.env("SWR_RUNS", runs.to_string()).env("SWR_LIGHTHOUSE", lighthouse);
    command.env("SWR_MOST_REQUESTS", budget::MOST_REQUESTS.to_string());
    command.env("SWR_MOST_BYTES", budget::MOST_BYTES.to_string());
    if shell::show(&mut command)?.success() {
        return Ok(());
    }
    Err(Error::new("the measuring failed, or the first visit takes more than it may")
        .remedy("see above; `cargo xtask dist` lists the files"))
}
