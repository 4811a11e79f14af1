//! The steps of `cargo xtask test`, and how each is run. Which of them run, and what happens to their
//! results, is in `test`.

use crate::cargo_tools;
use crate::counts::{self, Counts, Judged};
use crate::error::Result;
use crate::options::{DistOptions, Step};
use crate::project::{Project, Size};
use crate::{browser_tests, clients, dist, npm, shell};
use std::process::Command;

impl Step {
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
            Self::Native => counts::run(&mut project.cargo("test --workspace --no-fail-fast")),
            Self::Types => {
                let directory = project.root.join(browser_tests::E2E);
                npm::install(project, browser_tests::E2E)?;
                check(project.command("npm").args(["run", "--silent", "typecheck"]).current_dir(directory))
            }
            Self::Web => browser_tests::web(project),
            Self::Dist => {
                if project.size == Size::Full {
                    dist::try_unsplit(project)?;
                    dist::build_second(project)?;
                }
                dist::dist(project, &DistOptions::at_root())?;
                Ok((Counts::check(true), None))
            }
            Self::Hosts => browser_tests::hosts(project),
            Self::E2e => browser_tests::e2e(project, playwright),
            Self::Engines => browser_tests::engines(project),
            Self::Clients => clients::live(project),
        }
    }
}

/// A step that either holds or does not.
fn check(command: &mut Command) -> Result<Judged> {
    let success = shell::show(command)?.success();
    Ok((Counts::check(success), None))
}
