//! The command line: from words to a [`Command`], and the usage text. Nothing is carried out here.

use crate::headers::Server;
use crate::steps::Step;
use std::path::PathBuf;

/// What `cargo xtask --help` prints.
pub(crate) const USAGE: &str = "\
The commands of the SWR permission console.

  cargo xtask run    [--port 8080] [--emulator-port 8081] [--seed small|large]
        Builds the console and the emulator, starts both, and rebuilds the console whenever a file changes.
        Sets up what is missing first: about 15 to 25 minutes once, seconds later.

  cargo xtask host   [--port 8080] [--emulator-port 8081] [--tls]
        Serves dist/ as a real web server would: nginx with the files of deploy/nginx/, in front of the emulator.
        With --tls it does so over https, with a certificate made for this.

  cargo xtask test   [--full] [--only STEP[,STEP...]] [-- ARGUMENTS OF PLAYWRIGHT]
        Runs everything that must hold: format, lints, documentation, dependencies, tests, and tests in a browser.
        With --full the long ones at full length, for a release: an hour and more.
        Steps: format, clippy, clippy-wasm, doc, deny, native, types, web, dist, hosts, e2e.

  cargo xtask check
        The quick part of `test`, without a browser: format, clippy, clippy-wasm, doc, native.

  cargo xtask fuzz   [--cases 1000000]
        Tries what comes from outside in every form: each property of the decoders, addresses and names, so many
        times. A million takes some minutes after a release build.

  cargo xtask bench load   [--runs 5]
        Measures how dist/ loads behind nginx: requests, bytes, times to what is waited for, on a fast line and on a
        slow one, and Lighthouse's scores. Prints medians; fails only for what no computer's speed changes.

  cargo xtask dist   [--base /console/]
        Builds the files to host into dist/, locks them down with a Content-Security-Policy, and weighs them. What a
        web server has to say with them comes into dist-server/.

  cargo xtask headers [--config FILE] [--server nginx|caddy|plain]
        Prints the headers that a web server has to send with dist/: for the config.json there, or for another.

  cargo xtask demo   [--base /demo/]
        Builds a static live demo into dist-demo/: the same console with the emulator inside the page.";

/// A command with its options.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Print the usage text.
    Help,
    /// Build, start and watch.
    Run(RunOptions),
    /// Start nginx in front of what was built.
    Host(HostOptions),
    /// Run the tests.
    Test(TestOptions),
    /// Run the tests that need no browser.
    Check,
    /// Run the property tests for long.
    Fuzz(FuzzOptions),
    /// Measure how the built console loads.
    BenchLoad(BenchOptions),
    /// Build the files to host.
    Dist(BuildOptions),
    /// Print the headers for what was built.
    Headers(HeadersOptions),
    /// Build the live demo.
    Demo(BuildOptions),
}

/// Options of `run`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct RunOptions {
    /// Where the console answers.
    pub(crate) port: u16,
    /// Where the emulator answers.
    pub(crate) emulator_port: u16,
    /// The emulator's data: `small` or `large`.
    pub(crate) seed: String,
}

/// Options of `host`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct HostOptions {
    /// Where the console answers.
    pub(crate) port: u16,
    /// Where the emulator answers.
    pub(crate) emulator_port: u16,
    /// Whether the console is served over TLS.
    pub(crate) tls: bool,
}

/// Options of `test`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TestOptions {
    /// The steps to run, in the order in which they run.
    pub(crate) steps: Vec<Step>,
    /// Arguments handed on to Playwright.
    pub(crate) playwright: Vec<String>,
    /// How long the long ones are.
    pub(crate) size: Size,
}

/// How long a run of the tests is whose length is a matter of patience.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    /// For every change.
    Ordinary,
    /// For a release.
    Full,
}

impl TestOptions {
    /// What `cargo xtask check` runs.
    pub(crate) fn check() -> Self {
        Self { steps: Step::CHECK.to_vec(), playwright: Vec::new(), size: Size::Ordinary }
    }
}

/// Options of `fuzz`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FuzzOptions {
    /// How often each property is tried.
    pub(crate) cases: u32,
}

/// Options of `bench`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct BenchOptions {
    /// How often everything is measured.
    pub(crate) runs: u32,
}

/// Options of `dist` and `demo`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct BuildOptions {
    /// The path under which the files will be hosted, with a slash at both ends.
    pub(crate) base: String,
}

/// Options of `headers`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct HeadersOptions {
    /// Another `config.json` than the one in `dist/`.
    pub(crate) config: Option<PathBuf>,
    /// For whom.
    pub(crate) server: Server,
}

/// Reads the command line, or says what is wrong with it.
pub(crate) fn parse(words: impl Iterator<Item = String>) -> Result<Command, String> {
    let mut words = Words(words.collect::<Vec<_>>().into_iter());
    let Some(name) = words.0.next() else { return Ok(Command::Help) };
    if words.0.as_slice().iter().take_while(|word| *word != "--").any(|word| word == "--help" || word == "-h")
    {
        return Ok(Command::Help);
    }
    match name.as_str() {
        "help" | "--help" | "-h" => Ok(Command::Help),
        "run" => run(words),
        "host" => host(words),
        "test" => test(words),
        "check" => match words.0.next() {
            None => Ok(Command::Check),
            Some(word) => Err(unknown("check", &word)),
        },
        "fuzz" => fuzz(words),
        "bench" => bench(words),
        "headers" => headers(words),
        "dist" => base("dist", words).map(Command::Dist),
        "demo" => base("demo", words).map(Command::Demo),
        other => Err(format!("there is no command `{other}`")),
    }
}

fn run(mut words: Words) -> Result<Command, String> {
    let mut options = RunOptions { port: 8080, emulator_port: 8081, seed: "small".to_owned() };
    while let Some((flag, value)) = words.flag() {
        match flag.as_str() {
            "--port" => options.port = port(&flag, &words.value(&flag, value)?)?,
            "--emulator-port" => options.emulator_port = port(&flag, &words.value(&flag, value)?)?,
            "--seed" => options.seed = seed(words.value(&flag, value)?)?,
            _ => return Err(unknown("run", &flag)),
        }
    }
    two_ports(options.port, options.emulator_port)?;
    Ok(Command::Run(options))
}

fn host(mut words: Words) -> Result<Command, String> {
    let mut options = HostOptions { port: 8080, emulator_port: 8081, tls: false };
    while let Some((flag, value)) = words.flag() {
        match flag.as_str() {
            "--port" => options.port = port(&flag, &words.value(&flag, value)?)?,
            "--emulator-port" => options.emulator_port = port(&flag, &words.value(&flag, value)?)?,
            "--tls" if value.is_none() => options.tls = true,
            _ => return Err(unknown("host", &flag)),
        }
    }
    two_ports(options.port, options.emulator_port)?;
    Ok(Command::Host(options))
}

fn two_ports(console: u16, emulator: u16) -> Result<(), String> {
    if console == emulator {
        return Err(format!("the console and the emulator cannot both listen on port {console}"));
    }
    Ok(())
}

fn test(mut words: Words) -> Result<Command, String> {
    let mut options = TestOptions { steps: Step::ALL.to_vec(), playwright: Vec::new(), size: Size::Ordinary };
    while let Some((flag, value)) = words.flag() {
        match flag.as_str() {
            "--full" if value.is_none() => options.size = Size::Full,
            "--only" => options.steps = steps(&words.value(&flag, value)?)?,
            "--" => options.playwright = words.0.by_ref().collect(),
            _ => return Err(unknown("test", &flag)),
        }
    }
    if !options.playwright.is_empty() && !options.steps.contains(&Step::E2e) {
        return Err(
            "what follows `--` goes to Playwright, but the step `e2e` is not among those to run".to_owned()
        );
    }
    Ok(Command::Test(options))
}

fn fuzz(mut words: Words) -> Result<Command, String> {
    let mut options = FuzzOptions { cases: 1_000_000 };
    while let Some((flag, value)) = words.flag() {
        match flag.as_str() {
            "--cases" => options.cases = number(&flag, &words.value(&flag, value)?)?,
            _ => return Err(unknown("fuzz", &flag)),
        }
    }
    Ok(Command::Fuzz(options))
}

fn bench(mut words: Words) -> Result<Command, String> {
    match words.0.next() {
        Some(word) if word == "load" => {}
        Some(word) => return Err(unknown("bench", &word)),
        None => return Err("`bench` needs to know what to measure: load".to_owned()),
    }
    let mut options = BenchOptions { runs: 5 };
    while let Some((flag, value)) = words.flag() {
        match flag.as_str() {
            "--runs" => options.runs = number(&flag, &words.value(&flag, value)?)?,
            _ => return Err(unknown("bench", &flag)),
        }
    }
    Ok(Command::BenchLoad(options))
}

/// How often something is done; underscores and commas between the digits are no mistake.
fn number(flag: &str, value: &str) -> Result<u32, String> {
    match value.replace(['_', ','], "").parse() {
        Ok(0) | Err(_) => Err(format!("`{flag}` needs a number from 1 to {}, not `{value}`", u32::MAX)),
        Ok(number) => Ok(number),
    }
}

fn headers(mut words: Words) -> Result<Command, String> {
    let mut options = HeadersOptions { config: None, server: Server::Plain };
    while let Some((flag, value)) = words.flag() {
        match flag.as_str() {
            "--config" => options.config = Some(words.value(&flag, value)?.into()),
            "--server" => options.server = server(&words.value(&flag, value)?)?,
            _ => return Err(unknown("headers", &flag)),
        }
    }
    Ok(Command::Headers(options))
}

fn server(value: &str) -> Result<Server, String> {
    let found = Server::ALL.into_iter().find(|(name, ..)| *name == value);
    found
        .map(|(_, server, _)| server)
        .ok_or_else(|| format!("`--server` is `nginx`, `caddy` or `plain`, not `{value}`"))
}

fn base(command: &str, mut words: Words) -> Result<BuildOptions, String> {
    let mut options = BuildOptions { base: "/".to_owned() };
    while let Some((flag, value)) = words.flag() {
        match flag.as_str() {
            "--base" => options.base = base_path(words.value(&flag, value)?)?,
            _ => return Err(unknown(command, &flag)),
        }
    }
    Ok(options)
}

/// The words that are left, with flags written `--flag value` or `--flag=value`.
struct Words(std::vec::IntoIter<String>);

impl Words {
    fn flag(&mut self) -> Option<(String, Option<String>)> {
        let word = self.0.next()?;
        match word.split_once('=') {
            Some((flag, value)) if flag.starts_with("--") => Some((flag.to_owned(), Some(value.to_owned()))),
            _ => Some((word, None)),
        }
    }

    fn value(&mut self, flag: &str, given: Option<String>) -> Result<String, String> {
        given.or_else(|| self.0.next()).ok_or_else(|| format!("`{flag}` needs a value"))
    }
}

fn unknown(command: &str, word: &str) -> String {
    format!("`{command}` does not know `{word}`")
}

fn port(flag: &str, value: &str) -> Result<u16, String> {
    match value.parse() {
        Ok(0) | Err(_) => Err(format!("`{flag}` needs a port from 1 to 65535, not `{value}`")),
        Ok(port) => Ok(port),
    }
}

fn seed(value: String) -> Result<String, String> {
    match value.as_str() {
        "small" | "large" => Ok(value),
        _ => Err(format!("`--seed` is `small` or `large`, not `{value}`")),
    }
}

fn steps(list: &str) -> Result<Vec<Step>, String> {
    let mut steps = Vec::new();
    for name in list.split(',') {
        let step = Step::ALL.into_iter().find(|step| step.name() == name);
        steps.push(step.ok_or_else(|| format!("there is no step `{name}`"))?);
    }
    Ok(Step::ALL.into_iter().filter(|step| steps.contains(step)).collect())
}

/// Only what needs no escaping in HTML, JavaScript and a URL, so that no later stage has to care.
fn base_path(value: String) -> Result<String, String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-._~".contains(c);
    let sound = value.starts_with('/') && value.ends_with('/') && value.chars().all(plain);
    if sound && !value.contains("//") && !value.split('/').any(|part| part == "." || part == "..") {
        return Ok(value);
    }
    Err(format!("`--base` is a path such as `/` or `/console/`, with a slash at both ends, not `{value}`"))
}

#[cfg(test)]
mod tests;
