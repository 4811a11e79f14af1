//! The steps of `cargo xtask test`, and how each is run. Which of them run, and what becomes of their
//! results, is in `test`.

use crate::args::BuildOptions;
use crate::cargo_tools;
use crate::counts::{Counts, Judged};
use crate::error::Result;
use crate::project::Project;
use crate::{browser_tests, dist, npm, shell};
use std::process::Command;

/// One step. The order is that of running: the quick ones first, and each after those whose results it uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// rustfmt.
    Format,
    /// The lints, for this machine.
    Clippy,
    /// The lints, for the browser.
    ClippyWasm,
    /// The documentation, without a warning.
    Doc,
    /// The licences and sources of the dependencies, and that none is there twice.
    Deny,
    /// The tests that need no browser.
    Native,
    /// The types of the end-to-end tests.
    Types,
    /// The console's tests inside a browser.
    Web,
    /// The files to host.
    Dist,
    /// The web servers that host them.
    Hosts,
    /// The files to host, used as a person would.
    E2e,
}

impl Step {
    /// All steps.
    pub(crate) const ALL: [Self; 11] = [
        Self::Format,
        Self::Clippy,
        Self::ClippyWasm,
        Self::Doc,
        Self::Deny,
        Self::Native,
        Self::Types,
        Self::Web,
        Self::Dist,
        Self::Hosts,
        Self::E2e,
    ];

    /// The steps of `cargo xtask check`.
    pub(crate) const CHECK: [Self; 5] =
        [Self::Format, Self::Clippy, Self::ClippyWasm, Self::Doc, Self::Native];

    /// The name by which `--only` and the summary know the step.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Clippy => "clippy",
            Self::ClippyWasm => "clippy-wasm",
            Self::Doc => "doc",
            Self::Deny => "deny",
            Self::Native => "native",
            Self::Types => "types",
            Self::Web => "web",
            Self::Dist => "dist",
            Self::Hosts => "hosts",
            Self::E2e => "e2e",
        }
    }

    /// Runs the step: its counts, and a word about a failure that no test shows. An error is a failure too.
    pub(crate) fn run(self, project: &mut Project, playwright: &[String]) -> Result<Judged> {
        match self {
            Self::Format => check(&mut project.cargo("fmt --all --check")),
            Self::Clippy => check(&mut project.cargo("clippy --workspace --all-targets -- -D warnings")),
            Self::ClippyWasm => {
                cargo_tools::wasm_target(project)?;
                check(&mut project.cargo(
                    "clippy --target wasm32-unknown-unknown --package swr-console --package swr-emulator \
                     --lib --bins --example demo --test web --test browser -- -D warnings",
                ))
            }
            Self::Doc => check(project.cargo("doc --workspace --no-deps").env("RUSTDOCFLAGS", "-D warnings")),
            Self::Deny => {
                cargo_tools::cargo_deny(project)?;
                // Known vulnerabilities need a database from the network, which not every machine may reach.
                check(&mut project.cargo("deny --workspace --locked check bans licenses sources"))
            }
            Self::Native => tests(&mut project.cargo("test --workspace --no-fail-fast")),
            Self::Types => {
                let directory = project.root.join(browser_tests::E2E);
                npm::install(project, browser_tests::E2E)?;
                check(project.command("npm").args(["run", "--silent", "typecheck"]).current_dir(directory))
            }
            Self::Web => browser_tests::web(project),
            Self::Dist => {
                dist::dist(project, &BuildOptions { base: "/".to_owned() })?;
                Ok((Counts::check(true), None))
            }
            Self::Hosts => browser_tests::hosts(project),
            Self::E2e => browser_tests::e2e(project, playwright),
        }
    }
}

/// A step that either holds or does not.
fn check(command: &mut Command) -> Result<Judged> {
    let success = shell::show(command)?.success();
    Ok((Counts::check(success), None))
}

/// A step whose tests report themselves line by line.
pub(crate) fn tests(command: &mut Command) -> Result<Judged> {
    let mut counts = Counts::default();
    let status = shell::watch(command, &mut std::io::stdout(), &mut |line| counts.add_line(line))?;
    Ok(counts.judged(status.success()))
}
