//! The command line: from words to a [`Command`]. Nothing is carried out here.

mod usage;

pub(crate) use usage::USAGE;

use crate::headers::Server;
use crate::steps::Step;
use std::path::PathBuf;

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
        "fuzz" => {
            repetitions("fuzz", "--cases", 1_000_000, words).map(|cases| Command::Fuzz(FuzzOptions { cases }))
        }
        "bench" => bench(words).map(|runs| Command::BenchLoad(BenchOptions { runs })),
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

fn bench(mut words: Words) -> Result<u32, String> {
    match words.0.next() {
        Some(word) if word == "load" => repetitions("bench", "--runs", 5, words),
        Some(word) => Err(unknown("bench", &word)),
        None => Err("`bench` needs to know what to measure: load".to_owned()),
    }
}

/// The one flag of a command that does the same so many times.
fn repetitions(command: &str, own: &str, ordinary: u32, mut words: Words) -> Result<u32, String> {
    let mut times = ordinary;
    while let Some((flag, value)) = words.flag() {
        if flag != own {
            return Err(unknown(command, &flag));
        }
        times = number(&flag, &words.value(&flag, value)?)?;
    }
    Ok(times)
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
