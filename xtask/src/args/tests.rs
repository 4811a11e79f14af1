//! The command line, read.

use super::{
    BenchOptions, BuildOptions, Command, FuzzOptions, HeadersOptions, HostOptions, RunOptions, Size,
    TestOptions, USAGE, parse,
};
use crate::headers::Server;
use crate::steps::Step;

fn read(line: &str) -> Result<Command, String> {
    parse(line.split_whitespace().map(str::to_owned))
}

fn complaint(line: &str) -> String {
    read(line).expect_err(line)
}

#[test]
fn no_command_and_help_print_the_usage() {
    for line in ["", "help", "--help", "-h", "run --help", "test -h", "dist --base / --help"] {
        assert_eq!(read(line), Ok(Command::Help), "{line}");
    }
}

#[test]
fn the_usage_names_every_step() {
    for step in Step::ALL {
        assert!(USAGE.contains(&format!(" {}", step.name())), "{}", step.name());
    }
}

#[test]
fn run_takes_ports_and_a_seed_in_both_spellings() {
    let options = |port, emulator_port, seed: &str| {
        Ok(Command::Run(RunOptions { port, emulator_port, seed: seed.to_owned() }))
    };
    assert_eq!(read("run"), options(8080, 8081, "small"));
    assert_eq!(read("run --port 1 --emulator-port=2 --seed large"), options(1, 2, "large"));
}

#[test]
fn run_says_what_is_wrong() {
    assert!(complaint("run --port").contains("needs a value"));
    assert!(complaint("run --port 0").contains("1 to 65535"));
    assert!(complaint("run --port 65536").contains("`65536`"));
    assert!(complaint("run --seed huge").contains("`huge`"));
    assert!(complaint("run --port 8081").contains("both listen on port 8081"));
    assert!(complaint("run --prot 1").contains("`--prot`"));
    assert!(complaint("run now").contains("`now`"));
}

#[test]
fn host_takes_ports_and_tls() {
    let options = |port, emulator_port, tls| Ok(Command::Host(HostOptions { port, emulator_port, tls }));
    assert_eq!(read("host"), options(8080, 8081, false));
    assert_eq!(read("host --tls --port 8443 --emulator-port=2"), options(8443, 2, true));
    assert!(complaint("host --tls=yes").contains("`--tls`"));
    assert!(complaint("host --seed large").contains("`--seed`"));
    assert!(complaint("host --emulator-port 8080").contains("both listen on port 8080"));
}

#[test]
fn test_keeps_its_own_order_whatever_the_order_asked_for() {
    let options =
        TestOptions { steps: vec![Step::Dist, Step::E2e], playwright: Vec::new(), size: Size::Ordinary };
    assert_eq!(read("test --only e2e,dist"), Ok(Command::Test(options)));
    assert!(complaint("test --only e2e,lunch").contains("`lunch`"));
}

#[test]
fn test_hands_the_rest_to_playwright() {
    let playwright = vec!["--grep".to_owned(), "--help".to_owned()];
    let options = TestOptions { steps: vec![Step::E2e], playwright, size: Size::Ordinary };
    assert_eq!(read("test --only e2e -- --grep --help"), Ok(Command::Test(options)));
    assert!(complaint("test --only doc -- --grep x").contains("e2e"));
}

#[test]
fn test_can_be_full() {
    let options = TestOptions { steps: vec![Step::Web], playwright: Vec::new(), size: Size::Full };
    assert_eq!(read("test --full --only web"), Ok(Command::Test(options)));
    assert!(complaint("test --full=yes").contains("`--full`"));
}

#[test]
fn check_takes_nothing() {
    assert_eq!(read("check"), Ok(Command::Check));
    assert!(complaint("check --fast").contains("`--fast`"));
}

#[test]
fn fuzz_takes_a_number_of_cases() {
    let fuzz = |cases| Ok(Command::Fuzz(FuzzOptions { cases }));
    assert_eq!(read("fuzz"), fuzz(1_000_000));
    assert_eq!(read("fuzz --cases 5000"), fuzz(5000));
    assert_eq!(read("fuzz --cases=2_000_000"), fuzz(2_000_000));
    for wrong in ["0", "-1", "many", "5000000000"] {
        assert!(complaint(&format!("fuzz --cases {wrong}")).contains(&format!("`{wrong}`")));
    }
    assert!(complaint("fuzz --case 1").contains("`--case`"));
}

#[test]
fn bench_says_what_it_can_measure() {
    assert_eq!(read("bench load"), Ok(Command::BenchLoad(BenchOptions { runs: 5 })));
    assert_eq!(read("bench load --runs 9"), Ok(Command::BenchLoad(BenchOptions { runs: 9 })));
    assert!(complaint("bench").contains("load"));
    assert!(complaint("bench speed").contains("`speed`"));
    assert!(complaint("bench load --runs 0").contains("`--runs` needs"));
}

#[test]
fn a_base_has_a_slash_at_both_ends_and_needs_no_escaping() {
    let dist = |base: &str| Ok(Command::Dist(BuildOptions { base: base.to_owned() }));
    assert_eq!(read("dist"), dist("/"));
    assert_eq!(read("dist --base /a/b-c/"), dist("/a/b-c/"));
    for base in [
        "console",
        "/console",
        "console/",
        "//",
        "/a//b/",
        "/../",
        "/./",
        "/a b/",
        "/\"/",
        "/ä/",
        "https://x/",
    ] {
        assert!(parse(["dist", "--base", base].map(str::to_owned).into_iter()).is_err(), "{base}");
    }
}

#[test]
fn an_unknown_command_is_named() {
    assert!(complaint("bench").contains("`bench`"));
}

#[test]
fn headers_takes_a_configuration_and_a_server() {
    let options = |config: Option<&str>, server| {
        Ok(Command::Headers(HeadersOptions { config: config.map(Into::into), server }))
    };
    assert_eq!(read("headers"), options(None, Server::Plain));
    assert_eq!(read("headers --config a.json --server=caddy"), options(Some("a.json"), Server::Caddy));
    assert_eq!(read("headers --server nginx"), options(None, Server::Nginx));
    assert!(complaint("headers --server iis").contains("`iis`"));
    assert!(complaint("headers --config").contains("needs a value"));
}
