//! The command line. Its declaration is also its help; nothing is carried out here.

use crate::headers::{Hsts, Server};
use crate::project::Size;
use bpaf::Bpaf;
use std::path::PathBuf;
use std::str::FromStr;

pub(crate) use step::{Step, Steps};

mod step;

/// The commands of the SWR permission console. `cargo xtask COMMAND --help` explains one.
#[derive(Debug, Clone, PartialEq, Eq, Bpaf)]
#[bpaf(options, fallback_to_usage, generate(command))]
pub(crate) enum Command {
    /// Builds the console and the emulator, starts both, and rebuilds the console whenever a file changes.
    ///
    /// Sets up what is missing first: about 12 minutes once, seconds later.
    #[bpaf(command)]
    Run(#[bpaf(external(run_options))] RunOptions),
    /// Serves dist/ as a real web server would: nginx with the files of deploy/nginx/, in front of the emulator.
    #[bpaf(command)]
    Host(#[bpaf(external(host_options))] HostOptions),
    /// Runs everything that must hold: format, lints, documentation, dependencies, tests, and tests in a browser.
    #[bpaf(command)]
    Test(#[bpaf(external(test_options))] TestOptions),
    /// Runs the quick steps of `test`, without a browser: format, clippy, clippy-wasm, doc, native.
    #[bpaf(command)]
    Check,
    /// Runs the property tests of everything that comes from outside, with many more cases.
    #[bpaf(command)]
    Fuzz(#[bpaf(external(fuzz_options))] FuzzOptions),
    /// Measures how the built console behaves.
    #[bpaf(command)]
    Bench(#[bpaf(external(bench))] Bench),
    /// Builds the files to host into dist/, locks them down with a Content-Security-Policy, and weighs them.
    ///
    /// What a web server has to send with them goes into dist-server/.
    #[bpaf(command)]
    Dist(#[bpaf(external(dist_options))] DistOptions),
    /// Prints the headers that a web server has to send with dist/.
    #[bpaf(command)]
    Headers(#[bpaf(external(headers_options))] HeadersOptions),
    /// Writes the calls that the samples of deploy/ pass on, from one table, into the files of nginx and Caddy.
    #[bpaf(command)]
    Proxy,
    /// Examines a console that is hosted somewhere, from outside and without a token, and says what to change.
    #[bpaf(command)]
    Doctor(#[bpaf(external(doctor_options))] DoctorOptions),
    /// Builds a release of the commit that is checked out into dist-release/: an archive, checksums, what it is made of and by.
    ///
    /// Builds twice, in two folders, and compares: ten minutes on two cores.
    #[bpaf(command)]
    Release,
    /// Builds a static live demo into dist-demo/: the same console with the emulator inside the page.
    #[bpaf(command)]
    Demo(#[bpaf(external(build_options))] BuildOptions),
}

// Where the two programs of `run` and `host` answer.
#[derive(Debug, Clone, PartialEq, Eq, Bpaf)]
#[bpaf(guard(differ, "the console and the emulator cannot both listen on the same port"))]
pub(crate) struct Ports {
    /// Where the console answers.
    #[bpaf(argument("PORT"), guard(is_port, NO_PORT), fallback(8080), display_fallback)]
    pub(crate) port: u16,
    /// Where the emulator answers.
    #[bpaf(argument("PORT"), guard(is_port, NO_PORT), fallback(8081), display_fallback)]
    pub(crate) emulator_port: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Bpaf)]
pub(crate) struct RunOptions {
    #[bpaf(external(ports))]
    pub(crate) ports: Ports,
    /// The emulator's data: small, large, huge, review, review-earlier or review-crowded.
    #[bpaf(
        argument("SEED"),
        guard(is_seed, "the seed is `small`, `large`, `huge`, `review`, `review-earlier` or `review-crowded`"),
        fallback("small".to_owned()),
        display_fallback
    )]
    pub(crate) seed: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Bpaf)]
pub(crate) struct HostOptions {
    #[bpaf(external(ports))]
    pub(crate) ports: Ports,
    /// Serve over https, with a certificate that is made for this.
    pub(crate) tls: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Bpaf)]
#[bpaf(guard(
    plays_what_it_tests,
    "what follows `--` goes to Playwright, but the step `e2e` is not among those to run"
))]
pub(crate) struct TestOptions {
    /// Run the long tests at full length, the end-to-end tests in Chromium itself, and the step clients, as for a release:
    /// an hour and more.
    #[bpaf(long("full"), flag(Size::Full, Size::Ordinary))]
    pub(crate) size: Size,
    /// Only these steps, separated by commas: format, clippy, clippy-wasm, doc, deny, native, types, web, dist, hosts, e2e,
    /// engines, clients.
    #[bpaf(long("only"), argument::<Steps>("STEPS"), optional)]
    pub(crate) only: Option<Steps>,
    /// Arguments for Playwright.
    #[bpaf(positional("ARGUMENT"), strict, many)]
    pub(crate) playwright: Vec<String>,
}

impl TestOptions {
    /// What `cargo xtask check` runs.
    pub(crate) fn check() -> Self {
        Self { only: Some(Steps(Step::CHECK.to_vec())), playwright: Vec::new(), size: Size::Ordinary }
    }

    /// The steps to run.
    pub(crate) fn steps(&self) -> Vec<Step> {
        let is_run = |step: &Step| self.size == Size::Full || !step.is_for_releases();
        match &self.only {
            Some(Steps(steps)) => steps.clone(),
            None => Step::ALL.into_iter().filter(is_run).collect(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Bpaf)]
pub(crate) struct FuzzOptions {
    /// How often each property is tried. A million takes some minutes after a release build.
    #[bpaf(argument::<Count>("COUNT"), fallback(Count(1_000_000)), display_fallback)]
    pub(crate) cases: Count,
}

#[derive(Debug, Clone, PartialEq, Eq, Bpaf)]
pub(crate) enum Bench {
    /// How dist/ loads behind nginx: requests, bytes, times, Lighthouse's scores.
    ///
    /// Measured on a fast line and on a slow one. Prints medians; fails only for what no computer's speed changes.
    #[bpaf(command)]
    Load {
        /// How often everything is measured.
        #[bpaf(argument::<Count>("COUNT"), fallback(Count(5)), display_fallback)]
        runs: Count,
    },
    /// How fast a table of 10,000 and of 100,000 users answers to a key, a click and scrolling, beside AG Grid Community.
    ///
    /// Prints medians and fails for none of them.
    #[bpaf(command)]
    Table {
        /// How often everything is measured.
        #[bpaf(argument::<Count>("COUNT"), fallback(Count(15)), display_fallback)]
        runs: Count,
    },
    /// How long a scan of 2,000 images takes over HTTP/1.1 and HTTP/2, what a click waits meanwhile, and how a scan goes on in
    /// a hidden tab.
    ///
    /// Prints what it measured and fails for none of it.
    #[bpaf(command)]
    Scan {
        /// How many clicks are measured.
        #[bpaf(argument::<Count>("COUNT"), fallback(Count(40)), display_fallback)]
        runs: Count,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Bpaf)]
pub(crate) struct BuildOptions {
    /// The path under which the files will be hosted, with a slash at both ends.
    #[bpaf(argument("PATH"), guard(is_base, NO_BASE), fallback("/".to_owned()), display_fallback)]
    pub(crate) base: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Bpaf)]
pub(crate) struct DistOptions {
    #[bpaf(external(build_options))]
    pub(crate) build: BuildOptions,
    /// Build the program in one file instead of its parts: nearly twice the first load, and no tool that cuts it.
    #[bpaf(long("unsplit"), flag(Form::Whole, Form::Parts))]
    pub(crate) form: Form,
}

impl DistOptions {
    /// What is hosted at the root of a host.
    pub(crate) fn at_root() -> Self {
        Self { build: BuildOptions { base: "/".to_owned() }, form: Form::Parts }
    }
}

/// In how many files the program comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// In one for what every visit needs, and one for each part that may be needed later.
    Parts,
    /// In one.
    Whole,
}

#[derive(Debug, Clone, PartialEq, Eq, Bpaf)]
pub(crate) struct HeadersOptions {
    /// Another config.json than the one in dist/.
    #[bpaf(argument("FILE"))]
    pub(crate) config: Option<PathBuf>,
    /// Which server's syntax to print: nginx, caddy or plain.
    #[bpaf(argument("SERVER"), fallback(Server::Plain))]
    pub(crate) server: Server,
    /// Have browsers use TLS for every host below this one too. Only where all of them answer by https.
    #[bpaf(long("hsts-subdomains"), flag(Hsts::Subdomains, Hsts::Host))]
    pub(crate) hsts: Hsts,
}

#[derive(Debug, Clone, PartialEq, Eq, Bpaf)]
pub(crate) struct DoctorOptions {
    /// The address of the console, with https://
    #[bpaf(positional("URL"), guard(is_address, "an address begins with https:// or http://"))]
    pub(crate) url: String,
}

const NO_PORT: &str = "a port is a number from 1 to 65535";
const NO_BASE: &str = "a base is a path such as `/` or `/console/`, with a slash at both ends";

#[expect(clippy::trivially_copy_pass_by_ref, reason = "bpaf hands its guards a reference")]
const fn is_port(port: &u16) -> bool {
    *port > 0
}

const fn differ(ports: &Ports) -> bool {
    ports.port != ports.emulator_port
}

#[expect(clippy::ptr_arg, reason = "bpaf hands its guards a reference")]
fn is_address(url: &String) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

#[expect(clippy::ptr_arg, reason = "bpaf hands its guards a reference")]
fn is_seed(seed: &String) -> bool {
    ["small", "large", "huge", "review", "review-earlier", "review-crowded"].contains(&seed.as_str())
}

/// Only what needs no escaping in HTML, JavaScript and a URL, so that no later stage has to care.
#[expect(clippy::ptr_arg, reason = "bpaf hands its guards a reference")]
fn is_base(base: &String) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-._~".contains(c);
    let sound = base.starts_with('/') && base.ends_with('/') && base.chars().all(plain);
    sound && !base.contains("//") && !base.split('/').any(|part| part == "." || part == "..")
}

fn plays_what_it_tests(options: &TestOptions) -> bool {
    options.playwright.is_empty() || options.steps().contains(&Step::E2e)
}

/// How often something is done, at least once. Underscores and commas between the digits are allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Count(pub(crate) u32);

impl FromStr for Count {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.replace(['_', ','], "").parse() {
            Ok(0) | Err(_) => Err(format!("a count is a number from 1 to {}", u32::MAX)),
            Ok(count) => Ok(Self(count)),
        }
    }
}

impl std::fmt::Display for Count {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

#[cfg(test)]
mod tests;
