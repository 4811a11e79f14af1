//! The tests that need a browser: those inside a page, and the end-to-end tests against the
//! built files. Beside these, the checks of the web servers, which share Playwright with them.
//!
//! Which browser that is, is decided in `browser` and `headless_shell`.

use crate::cargo_tools;
use crate::counts::{self, Counts, Judged};
use crate::error::{self, Error, Result};
use crate::nginx::Nginx;
use crate::project::{Project, Size};
use crate::{browser, caddy, dist, engines, headless_shell, npm, run, shell};
use std::ffi::OsStr;
use std::process::Command;

/// The end-to-end tests' folder.
pub(crate) const E2E: &str = "tests/e2e";

/// The tests inside a page, of the console and of the emulator's adapter there, in a headless browser.
pub(crate) fn web(project: &mut Project) -> Result<Judged> {
    cargo_tools::wasm_target(project)?;
    cargo_tools::wasm_bindgen(project)?;
    let browser = browser::find_or_install(project)?;
    let mut cargo = project.cargo(
        "test --target wasm32-unknown-unknown --no-fail-fast \
         --package swr-console --test web --package swr-emulator --test browser",
    );
    counts::run(cargo.env("CHROMEDRIVER", browser.driver))
}

/// The end-to-end tests: each starts the emulator's program, and nginx with the built files before it.
pub(crate) fn e2e(project: &mut Project, arguments: &[String]) -> Result<Judged> {
    let mut command = in_browser(project, arguments)?;
    if project.size == Size::Ordinary
        && std::env::var_os("CHROME").is_none()
        && let Some(shell) = headless_shell::find_or_fetch(project)
    {
        command.env("CHROME", shell);
    }
    if project.size == Size::Full {
        command.env("SWR_SECOND", dist::second(project)?);
    }
    judged(project, command, "e2e.json")
}

/// Playwright's command for what needs a browser, with the emulator and nginx in front of it.
pub(crate) fn in_browser(project: &mut Project, arguments: &[impl AsRef<OsStr>]) -> Result<Command> {
    let mut command = playwright(project, arguments)?;
    let browser = browser::find_or_install(project)?;
    run::emulator(project)?;
    command.env("CHROME", browser.chrome).env("SWR_EMULATOR", project.target.join("release/swr-emulator"));
    match Nginx::find_or_fetch(project) {
        Ok(nginx) => nginx.pass_to(&mut command),
        Err(error) => println!("Without nginx the browser speaks to the emulator itself: {error}"),
    }
    Ok(command)
}

/// The checks of the web servers' configurations in `deploy/`, which need no browser.
pub(crate) fn hosts(project: &mut Project) -> Result<Judged> {
    let mut command = playwright(project, &["--config", "hosts.config.ts"])?;
    let observatory = npm::install(project, "tests/hosts")?.join("../@mdn/mdn-http-observatory");
    Nginx::find_or_fetch(project)?.pass_to(&mut command);
    command.env("SWR_CADDY", caddy::find_or_fetch(project)?).env("SWR_OBSERVATORY", observatory);
    judged(project, command, "hosts.json")
}

/// The main task in engines other than Chromium's.
pub(crate) fn engines(project: &mut Project) -> Result<Judged> {
    let mut command = playwright(project, &["--config", "engines.config.ts"])?;
    run::emulator(project)?;
    command.env("SWR_EMULATOR", project.target.join("release/swr-emulator"));
    Nginx::find_or_fetch(project)?.pass_to(&mut command);
    engines::pass_to(&mut command, project)?;
    judged(project, command, "engines.json")
}

/// Playwright's command for the built files.
fn playwright(project: &Project, arguments: &[impl AsRef<OsStr>]) -> Result<Command> {
    let (dist, server) = (project.root.join("dist"), project.root.join("dist-server"));
    if !dist.join("index.html").is_file() {
        return Err(Error::new("there is nothing in dist/ to test").remedy("run `cargo xtask dist` first"));
    }
    let mut command = project.command(npm::install(project, E2E)?.join("playwright"));
    command.arg("test").args(arguments).current_dir(project.root.join(E2E)).env("SWR_DIST", dist);
    command.env("SWR_HEADERS", server.join("nginx-headers.conf"));
    command.env("SWR_CADDY_HEADERS", server.join("headers.caddy"));
    Ok(command)
}

/// Runs it, and counts what its report says.
fn judged(project: &Project, mut command: Command, report: &str) -> Result<Judged> {
    let report = project.scratch()?.join(report);
    // A report left from an earlier run must not be taken for this one's.
    if report.exists() {
        std::fs::remove_file(&report).map_err(|error| error::file("remove", &report, &error))?;
    }
    let status = shell::show(command.env("SWR_E2E_REPORT", &report))?;
    let counts = std::fs::read_to_string(&report).ok().and_then(|report| Counts::of_playwright(&report));
    Ok(counts.unwrap_or_default().judged(status.success()))
}
