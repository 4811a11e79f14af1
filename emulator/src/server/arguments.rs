//! The command line: read, checked and explained. Nothing is done with it here.

use std::fmt::{self, Write as _};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use crate::seed::Seed;
use crate::switches::{SwitchError, Switches};

const DEFAULT_ADDRESS: SocketAddr =
    SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8081);

/// What the program is to do.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Command {
    Help,
    Serve(Options),
}

/// How it is to serve.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Options {
    pub(super) listen: SocketAddr,
    pub(super) seed: Seed,
    pub(super) latency: Duration,
    pub(super) console: Option<PathBuf>,
    pub(super) control: bool,
    pub(super) token_lifetime: Duration,
    pub(super) switches: Switches,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            listen: DEFAULT_ADDRESS,
            seed: Seed::default(),
            latency: Duration::ZERO,
            console: None,
            control: false,
            token_lifetime: Duration::from_hours(24),
            switches: Switches::default(),
        }
    }
}

/// What is wrong with the command line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum ArgumentError {
    Unknown(String),
    NoValue(String),
    BadValue { flag: &'static str, value: String, wanted: &'static str },
    Switch(SwitchError),
}

impl fmt::Display for ArgumentError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(argument) => write!(formatter, "unknown argument `{argument}`"),
            Self::NoValue(flag) => write!(formatter, "`{flag}` needs a value"),
            Self::BadValue { flag, value, wanted } => {
                write!(formatter, "`{flag}` takes {wanted}, not `{value}`")
            }
            Self::Switch(error) => error.fmt(formatter),
        }?;
        formatter.write_str("; see `swr-emulator --help`")
    }
}

pub(super) fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Command, ArgumentError> {
    let mut options = Options::default();
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        let (flag, attached) = match argument.split_once('=') {
            Some((flag, value)) => (flag.to_owned(), Some(value.to_owned())),
            None => (argument, None),
        };
        let mut value = || {
            attached.clone().or_else(|| arguments.next()).ok_or_else(|| ArgumentError::NoValue(flag.clone()))
        };
        match flag.as_str() {
            "--help" | "-h" => return Ok(Command::Help),
            "--listen" => options.listen = address(&value()?)?,
            "--seed" => options.seed = seed(&value()?)?,
            "--latency" => options.latency = Duration::from_millis(number("--latency", &value()?)?),
            "--control" => control(&mut options, attached.as_deref())?,
            "--console" => options.console = Some(directory(&value()?)?),
            "--token-seconds" => options.token_lifetime = token_lifetime(&value()?)?,
            "--switch" => switch(&mut options.switches, &value()?)?,
            _ => return Err(ArgumentError::Unknown(flag)),
        }
    }
    Ok(Command::Serve(options))
}

fn bad(flag: &'static str, value: &str, wanted: &'static str) -> ArgumentError {
    ArgumentError::BadValue { flag, value: value.to_owned(), wanted }
}

fn address(text: &str) -> Result<SocketAddr, ArgumentError> {
    text.parse().map_err(|_| bad("--listen", text, "an address with a port, such as 127.0.0.1:8081"))
}

fn seed(text: &str) -> Result<Seed, ArgumentError> {
    Seed::named(text).ok_or_else(|| bad("--seed", text, "`small` or `large`"))
}

fn number(flag: &'static str, text: &str) -> Result<u64, ArgumentError> {
    text.parse().map_err(|_| bad(flag, text, "a whole number"))
}

fn directory(text: &str) -> Result<PathBuf, ArgumentError> {
    let path = PathBuf::from(text);
    if path.join("index.html").is_file() {
        Ok(path)
    } else {
        Err(bad("--console", text, "a folder with an index.html"))
    }
}

fn control(options: &mut Options, value: Option<&str>) -> Result<(), ArgumentError> {
    options.control = true;
    value.map_or(Ok(()), |value| Err(bad("--control", value, "no value")))
}

fn token_lifetime(text: &str) -> Result<Duration, ArgumentError> {
    match number("--token-seconds", text)? {
        0 => Err(bad("--token-seconds", text, "a whole number above 0")),
        seconds => Ok(Duration::from_secs(seconds)),
    }
}

fn switch(switches: &mut Switches, text: &str) -> Result<(), ArgumentError> {
    let (name, value) = text.split_once('=').ok_or_else(|| bad("--switch", text, "NAME=VALUE"))?;
    switches.set(name, value).map_err(ArgumentError::Switch)
}

pub(super) fn help() -> String {
    let mut text = String::from(
        "An honest SWR and IAM in memory.

Usage: swr-emulator [--listen ADDRESS:PORT] [--seed small|large] [--latency MS]
                    [--console DIR] [--control] [--token-seconds N] [--switch NAME=VALUE]...

  --listen ADDRESS:PORT  where to listen; port 0 takes a free one (127.0.0.1:8081)
  --seed small|large     what to begin with (small)
  --latency MS           delay every answer of the API (0)
  --console DIR          also serve a built console from this folder
  --control              let tests set faults and count requests, at /control
  --token-seconds N      how long a token lives (86400)
  --switch NAME=VALUE    answer a question that the vendor leaves open, any number of times
  --help                 this text

Switches, the default first, and how sure it is:
",
    );
    for switch in Switches::TABLE {
        // Writing to a `String` cannot fail.
        let _ = write!(
            text,
            "\n  {}={}  ({})\n     {}\n",
            switch.name,
            switch.values.join("|"),
            switch.evidence,
            switch.question
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(arguments: &[&str]) -> Result<Command, ArgumentError> {
        parse(arguments.iter().map(|argument| (*argument).to_owned()))
    }

    fn complaint(arguments: &[&str]) -> String {
        parsed(arguments).expect_err("a complaint").to_string()
    }

    #[test]
    fn nothing_said_is_the_small_seed_on_loopback() {
        assert_eq!(parsed(&[]), Ok(Command::Serve(Options::default())));
        assert!(DEFAULT_ADDRESS.ip().is_loopback());
    }

    #[test]
    fn a_value_may_stand_apart_or_behind_an_equals_sign() {
        assert_eq!(parsed(&["--latency", "5"]), parsed(&["--latency=5"]));
        assert_eq!(parsed(&["--switch", "batch=partial"]), parsed(&["--switch=batch=partial"]));
    }

    #[test]
    fn every_mistake_is_named() {
        assert_eq!(complaint(&["--port", "1"]), "unknown argument `--port`; see `swr-emulator --help`");
        assert!(complaint(&["--seed"]).starts_with("`--seed` needs a value"));
        assert!(complaint(&["--seed", "huge"]).starts_with("`--seed` takes `small` or `large`, not `huge`"));
        assert!(complaint(&["--listen", "8081"]).contains("an address with a port"));
        assert!(complaint(&["--latency", "-1"]).contains("a whole number"));
        assert!(complaint(&["--token-seconds", "0"]).contains("above 0"));
        assert!(complaint(&["--control=yes"]).contains("no value"));
        assert!(complaint(&["--console", "/no/such/folder"]).contains("index.html"));
        assert!(complaint(&["--switch", "batch"]).contains("NAME=VALUE"));
        assert!(complaint(&["--switch", "batch=half"]).contains("one of atomic, partial"));
    }

    #[test]
    fn the_help_tells_every_switch() {
        let help = help();
        assert!(
            Switches::TABLE.iter().all(|switch| help.contains(switch.name) && help.contains(switch.question))
        );
    }
}
