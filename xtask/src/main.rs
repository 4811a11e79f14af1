//! The commands of this repository: `cargo xtask run`, `host`, `test`, `check`, `fuzz`, `bench`, `dist`, `headers`,
//! `proxy`, `release`, `doctor` and `demo`.
//!
//! Here is only the way from the command line to the command. Linux and macOS are supported; on Windows use
//! WSL, since process groups and signals are what `run` is made of.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "talking to a person at a terminal is this program's job"
)]

mod apt;
mod authority;
mod bench;
mod browser;
mod browser_tests;
mod budget;
mod bundle;
mod caddy;
mod cargo_tools;
mod clients;
mod compress;
mod copies;
mod counts;
mod csp;
mod demo;
mod dist;
mod doctor;
mod engines;
mod error;
mod fuzz;
mod glue;
mod group;
mod headers;
mod headless_shell;
mod host;
mod imports;
mod linked;
mod nginx;
mod notices;
mod npm;
mod options;
mod page;
mod ports;
mod programs;
mod project;
mod provenance;
mod proxy;
mod release;
mod run;
mod rustflags;
mod shell;
mod sizes;
mod split;
mod start;
mod steps;
mod stop;
mod summary;
mod test;
mod traces;
mod trunk;

use error::Result;
use options::{Bench, Command, TestOptions};
use project::Project;
use std::process::ExitCode;

fn main() -> ExitCode {
    let command = match options::command().run_inner(bpaf::Args::current_args()) {
        Ok(command) => command,
        Err(failure) => {
            failure.print_message(100);
            // 2 says, as everywhere, that the command line is wrong.
            return if failure.exit_code() == 0 { ExitCode::SUCCESS } else { ExitCode::from(2) };
        }
    };
    match perform(command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Carries a command out; `false` means that it ended as it should but found faults, which it has already
/// shown.
fn perform(command: Command) -> Result<bool> {
    stop::listen()?;
    let mut project = Project::find()?;
    match command {
        Command::Run(options) => run::run(&mut project, &options).map(|()| true),
        Command::Host(options) => host::host(&mut project, &options).map(|()| true),
        Command::Test(options) => Ok(test::test(&mut project, &options)),
        Command::Check => Ok(test::test(&mut project, &TestOptions::check())),
        Command::Fuzz(options) => fuzz::fuzz(&project, &options),
        Command::Bench(Bench::Load { runs }) => bench::load(&mut project, runs).map(|()| true),
        Command::Bench(Bench::Table { runs }) => bench::table(&mut project, runs).map(|()| true),
        Command::Bench(Bench::Scan { runs }) => bench::scan(&mut project, runs).map(|()| true),
        Command::Dist(options) => dist::dist(&mut project, &options).map(|()| true),
        Command::Headers(options) => dist::headers(&project, &options).map(|()| true),
        Command::Proxy => proxy::write(&project.root).map(|()| true),
        Command::Release => release::release(&mut project).map(|()| true),
        Command::Doctor(options) => doctor::examine(&project, &options),
        Command::Demo(options) => demo::demo(&mut project, &options).map(|()| true),
    }
}
