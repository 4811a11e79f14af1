//! The command line. Its declaration is also its help; nothing is done with it here.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use bpaf::{Args, Bpaf, OptionParser, ParseFailure, Parser as _};

use crate::rate::RateLimit;
use crate::seed::Seed;
use crate::switches::Switches;

use super::rate_arguments::rate_limit;

#[derive(Debug, Clone, PartialEq, Eq, Bpaf)]
#[bpaf(
    generate(options),
    guard(
        is_meant,
        "other computers could use it, and everyone knows its password: say --public if that is meant"
    )
)]
pub(super) struct Options {
    /// Where to listen; port 0 takes a free one.
    #[bpaf(argument("ADDRESS:PORT"), fallback(DEFAULT_ADDRESS), display_fallback)]
    pub(super) listen: SocketAddr,
    /// Let other computers use it.
    pub(super) public: bool,
    /// What to begin with: small, large, huge, review, review-earlier or review-crowded.
    #[bpaf(argument::<String>("SEED"), parse(|name| seed(&name)), fallback(Seed::default()))]
    pub(super) seed: Seed,
    /// Delay every answer of the API by so many milliseconds.
    #[bpaf(argument::<u64>("MS"), map(Duration::from_millis), fallback(Duration::ZERO))]
    pub(super) latency: Duration,
    #[bpaf(external)]
    pub(super) rate_limit: RateLimit,
    /// Also serve a built console from this folder.
    #[bpaf(argument("DIR"), guard(has_page, "a console is a folder with an index.html"), optional)]
    pub(super) console: Option<PathBuf>,
    /// Let tests set faults and count requests, at /control.
    pub(super) control: bool,
    /// How many seconds a token lives; 86400 unless set.
    #[bpaf(long("token-seconds"), argument::<u64>("N"), guard(is_positive, "a token lives for at least a second"), map(Duration::from_secs), fallback(Duration::from_hours(24)))]
    pub(super) token_lifetime: Duration,
    /// Answer a question that the vendor leaves open, any number of times. The switches are listed below.
    #[bpaf(external(switches))]
    pub(super) switches: Switches,
}

const DEFAULT_ADDRESS: SocketAddr =
    SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8081);

const fn is_meant(options: &Options) -> bool {
    options.public || options.listen.ip().is_loopback()
}

fn seed(name: &str) -> Result<Seed, String> {
    Seed::named(name).ok_or_else(|| format!("the seed is one of {}, not `{name}`", Seed::names()))
}

#[expect(clippy::ptr_arg, reason = "bpaf hands its guards a reference")]
fn has_page(directory: &PathBuf) -> bool {
    Path::join(directory, "index.html").is_file()
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "bpaf hands its guards a reference")]
const fn is_positive(seconds: &u64) -> bool {
    *seconds > 0
}

/// `--switch NAME=VALUE`, any number of times.
fn switches() -> impl bpaf::Parser<Switches> {
    bpaf::long("switch")
        .help("Answer a question that the vendor leaves open, any number of times")
        .argument::<String>("NAME=VALUE")
        .many()
        .parse(|texts| {
            let mut switches = Switches::default();
            for text in texts {
                let (name, value) =
                    text.split_once('=').ok_or_else(|| format!("a switch is NAME=VALUE, not `{text}`"))?;
                switches.set(name, value).map_err(|error| error.to_string())?;
            }
            Ok::<_, String>(switches)
        })
}

/// The command line with its help.
fn parser() -> OptionParser<Options> {
    options().to_options().descr("An honest SWR and IAM in memory.").footer(switch_help().as_str())
}

/// Reads the command line.
pub(super) fn parse(arguments: &[String]) -> Result<Options, ParseFailure> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    parser().run_inner(Args::from(arguments.as_slice()).set_name("swr-emulator"))
}

/// The switches, the default of each first, and how sure it is.
fn switch_help() -> String {
    let mut text = String::from("Switches, the default first, and how sure it is:");
    for switch in Switches::TABLE {
        let values = switch.values.join("|");
        // Writing to a `String` cannot fail.
        let _ = write!(text, "\n  {}={values}  ({})\n     {}", switch.name, switch.evidence, switch.question);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(arguments: &[&str]) -> Result<Options, ParseFailure> {
        parse(&arguments.iter().map(|argument| (*argument).to_owned()).collect::<Vec<_>>())
    }

    fn read(arguments: &[&str]) -> Options {
        parsed(arguments).expect("options")
    }

    fn complaint(arguments: &[&str]) -> String {
        parsed(arguments).expect_err("a complaint").unwrap_stderr()
    }

    #[test]
    fn nothing_said_is_the_small_seed_on_loopback() {
        let options = read(&[]);
        assert_eq!((options.listen, options.seed), (DEFAULT_ADDRESS, Seed::Small));
        assert_eq!((options.latency, options.token_lifetime), (Duration::ZERO, Duration::from_hours(24)));
        assert!(!options.control && options.console.is_none() && options.switches == Switches::default());
        assert!(DEFAULT_ADDRESS.ip().is_loopback());
    }

    #[test]
    fn other_computers_are_let_in_only_where_that_is_said() {
        for address in ["0.0.0.0:80", "[::]:80", "192.0.2.1:80"] {
            assert!(complaint(&["--listen", address]).contains("--public"), "{address}");
            assert!(read(&["--listen", address, "--public"]).public, "{address}");
        }
        for address in ["127.0.0.1:80", "127.9.9.9:80", "[::1]:80"] {
            assert!(!read(&["--listen", address]).public, "{address}");
        }
    }

    #[test]
    fn a_value_may_stand_apart_or_behind_an_equals_sign() {
        assert_eq!(read(&["--latency", "5"]), read(&["--latency=5"]));
        assert_eq!(read(&["--switch", "batch=partial"]), read(&["--switch=batch=partial"]));
        assert_ne!(read(&["--switch", "batch=partial"]), read(&[]));
    }

    #[test]
    fn every_mistake_is_named() {
        assert!(complaint(&["--port", "1"]).contains("--port"));
        assert!(complaint(&["--seed"]).contains("--seed"));
        assert!(complaint(&["--seed", "vast"]).contains("`review`"));
        assert!(complaint(&["--listen", "8081"]).contains("8081"));
        assert!(complaint(&["--latency", "-1"]).contains("-1"));
        assert!(complaint(&["--token-seconds", "0"]).contains("at least a second"));
        assert!(complaint(&["--control=yes"]).contains("yes"));
        assert!(complaint(&["--console", "/no/such/folder"]).contains("index.html"));
        assert!(complaint(&["--switch", "batch"]).contains("NAME=VALUE"));
        assert!(complaint(&["--switch", "batch=half"]).contains("one of atomic, partial"));
    }

    #[test]
    fn the_help_tells_every_switch() {
        let help = parsed(&["--help"]).expect_err("help").unwrap_stdout();
        for switch in Switches::TABLE {
            assert!(
                help.contains(switch.name) && help.contains(&switch.evidence.to_string()),
                "{}",
                switch.name
            );
        }
    }
}
