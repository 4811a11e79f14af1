//! The command line, read.

use super::{
    Bench, BuildOptions, Command, Count, DistOptions, Form, FuzzOptions, HeadersOptions, HostOptions, Ports,
    RunOptions, Size, Step, Steps, TestOptions, command,
};
use crate::headers::{Hsts, Server};

fn read_words(words: &[&str]) -> Result<Command, String> {
    command().run_inner(words).map_err(|failure| failure.unwrap_stderr())
}

fn read(line: &str) -> Result<Command, String> {
    read_words(&line.split_whitespace().collect::<Vec<_>>())
}

fn complaint(line: &str) -> String {
    read(line).expect_err(line)
}

fn help(line: &str) -> String {
    let words: Vec<_> = line.split_whitespace().collect();
    command().run_inner(words.as_slice()).expect_err(line).unwrap_stdout()
}

#[test]
fn every_command_explains_itself() {
    for command in
        ["run", "host", "test", "check", "fuzz", "bench", "dist", "headers", "proxy", "doctor", "demo"]
    {
        assert!(help("--help").contains(command), "{command}");
        assert!(help(&format!("{command} --help")).contains("Usage"), "{command}");
    }
    assert!(help("").contains("Usage"), "no command is a question for help");
}

#[test]
fn the_help_of_test_names_every_step() {
    let help = help("test --help");
    for step in Step::ALL {
        assert!(help.contains(step.name()), "{}", step.name());
    }
}

#[test]
fn run_takes_ports_and_a_seed_in_both_spellings() {
    let options = |port, emulator_port, seed: &str| {
        Ok(Command::Run(RunOptions { ports: Ports { port, emulator_port }, seed: seed.to_owned() }))
    };
    assert_eq!(read("run"), options(8080, 8081, "small"));
    assert_eq!(read("run --port 1 --emulator-port=2 --seed large"), options(1, 2, "large"));
}

#[test]
fn run_says_what_is_wrong() {
    assert!(complaint("run --port").contains("--port"));
    assert!(complaint("run --port 0").contains("1 to 65535"));
    assert!(complaint("run --port 65536").contains("65536"));
    assert!(complaint("run --seed vast").contains("`review`"));
    assert!(complaint("run --port 8081").contains("same port"));
    assert!(complaint("run --prot 1").contains("--prot"));
    assert!(complaint("run now").contains("now"));
}

#[test]
fn host_takes_ports_and_tls() {
    let options = |port, emulator_port, tls| {
        Ok(Command::Host(HostOptions { ports: Ports { port, emulator_port }, tls }))
    };
    assert_eq!(read("host"), options(8080, 8081, false));
    assert_eq!(read("host --tls --port 8443 --emulator-port=2"), options(8443, 2, true));
    assert!(complaint("host --tls=yes").contains("yes"));
    assert!(complaint("host --seed large").contains("--seed"));
    assert!(complaint("host --emulator-port 8080").contains("same port"));
}

#[test]
fn test_keeps_its_own_order_whatever_the_order_asked_for() {
    let steps = Steps(vec![Step::Dist, Step::E2e]);
    let options = TestOptions { only: Some(steps), playwright: Vec::new(), size: Size::Ordinary };
    assert_eq!(read("test --only e2e,dist"), Ok(Command::Test(options)));
    assert!(complaint("test --only e2e,lunch").contains("lunch"));
}

#[test]
fn test_hands_the_rest_to_playwright() {
    let playwright = vec!["--grep".to_owned(), "--help".to_owned()];
    let options = TestOptions { only: Some(Steps(vec![Step::E2e])), playwright, size: Size::Ordinary };
    assert_eq!(read("test --only e2e -- --grep --help"), Ok(Command::Test(options)));
    assert!(complaint("test --only doc -- --grep x").contains("e2e"));
}

#[test]
fn test_can_be_full() {
    let options =
        TestOptions { only: Some(Steps(vec![Step::Web])), playwright: Vec::new(), size: Size::Full };
    assert_eq!(read("test --full --only web"), Ok(Command::Test(options)));
    assert!(complaint("test --full=yes").contains("yes"));
}

#[test]
fn the_clients_of_others_are_for_a_full_run_or_asked_for_by_name() {
    let steps = |line: &str| match read(line) {
        Ok(Command::Test(options)) => options.steps(),
        other => panic!("{line}: {other:?}"),
    };
    assert_eq!(steps("test --full"), Step::ALL);
    assert_eq!(steps("test").len(), Step::ALL.len() - 1);
    assert!(!steps("test").contains(&Step::Clients));
    assert_eq!(steps("test --only clients"), [Step::Clients]);
}

#[test]
fn check_takes_nothing() {
    assert_eq!(read("check"), Ok(Command::Check));
    assert!(complaint("check --fast").contains("--fast"));
}

#[test]
fn fuzz_takes_a_number_of_cases() {
    let fuzz = |cases| Ok(Command::Fuzz(FuzzOptions { cases: Count(cases) }));
    assert_eq!(read("fuzz"), fuzz(1_000_000));
    assert_eq!(read("fuzz --cases 5000"), fuzz(5000));
    assert_eq!(read("fuzz --cases=2_000_000"), fuzz(2_000_000));
    for wrong in ["0", "many", "5000000000"] {
        assert!(complaint(&format!("fuzz --cases {wrong}")).contains(wrong));
    }
    assert!(complaint("fuzz --case 1").contains("--case"));
}

#[test]
fn bench_says_what_it_can_measure() {
    assert_eq!(read("bench load"), Ok(Command::Bench(Bench::Load { runs: Count(5) })));
    assert_eq!(read("bench load --runs 9"), Ok(Command::Bench(Bench::Load { runs: Count(9) })));
    assert!(complaint("bench").contains("--help"));
    assert!(complaint("bench speed").contains("speed"));
    assert!(complaint("bench load --runs 0").contains("from 1 to"));
}

#[test]
fn a_base_has_a_slash_at_both_ends_and_needs_no_escaping() {
    let dist = |base: &str| {
        let build = BuildOptions { base: base.to_owned() };
        Ok(Command::Dist(DistOptions { build, form: Form::Parts }))
    };
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
        assert!(read_words(&["dist", "--base", base]).is_err(), "{base}");
    }
}

#[test]
fn an_unknown_command_is_named() {
    assert!(complaint("lunch").contains("lunch"));
}

#[test]
fn headers_takes_a_configuration_and_a_server() {
    let options = |config: Option<&str>, server| {
        Ok(Command::Headers(HeadersOptions { config: config.map(Into::into), server, hsts: Hsts::Host }))
    };
    assert_eq!(read("headers"), options(None, Server::Plain));
    assert_eq!(read("headers --config a.json --server=caddy"), options(Some("a.json"), Server::Caddy));
    assert_eq!(read("headers --server nginx"), options(None, Server::Nginx));
    assert!(complaint("headers --server iis").contains("iis"));
    assert!(complaint("headers --config").contains("--config"));
}
