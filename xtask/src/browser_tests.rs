//! The tests that need a browser: those inside a page, and the end-to-end tests against the
//! built files.
//!
//! Which browser that is, is decided in `browser`.

use crate::cargo_tools;
use crate::counts::{Counts, Judged};
use crate::error::{self, Error, Result};
use crate::project::Project;
use crate::{browser, npm, run, shell, steps};

/// The end-to-end tests' folder.
pub(crate) const E2E: &str = "tests/e2e";

/// The tests inside a page, of the console and of the emulator's mouth there, in a headless browser.
pub(crate) fn web(project: &mut Project) -> Result<Judged> {
    cargo_tools::wasm_target(project)?;
    cargo_tools::wasm_bindgen(project)?;
    let browser = browser::find_or_install(project)?;
    let mut cargo = project.cargo(
        "test --target wasm32-unknown-unknown --no-fail-fast \
         --package swr-console --test web --package swr-emulator --test browser",
    );
    steps::tests(cargo.env("CHROMEDRIVER", browser.driver))
}

/// The end-to-end tests: each starts the emulator's program with the built files beside its API.
pub(crate) fn e2e(project: &mut Project, playwright: &[String]) -> Result<Judged> {
    let dist = project.root.join("dist");
    if !dist.join("index.html").is_file() {
        return Err(Error::new("there is nothing in dist/ to test").remedy("run `cargo xtask dist` first"));
    }
    let programs = npm::install(project, E2E)?;
    let browser = browser::find_or_install(project)?;
    run::emulator(project)?;
    let report = project.scratch()?.join("e2e.json");
    // A report left from an earlier run must not be taken for this one's.
    if report.exists() {
        std::fs::remove_file(&report).map_err(|error| error::file("remove", &report, &error))?;
    }
    let mut command = project.command(programs.join("playwright"));
    command.arg("test").args(playwright).current_dir(project.root.join(E2E));
    command.env("CHROME", browser.chrome).env("SWR_DIST", dist).env("SWR_E2E_REPORT", &report);
    let status = shell::show(command.env("SWR_EMULATOR", project.target.join("release/swr-emulator")))?;
    let counts = std::fs::read_to_string(&report).ok().and_then(|report| Counts::of_playwright(&report));
    Ok(counts.unwrap_or_default().judged(status.success()))
}
