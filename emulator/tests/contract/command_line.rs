//! The program as a shell sees it.

use std::process::{Command, Output};

use crate::client::Server;

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_swr-emulator")).args(arguments).output().expect("it runs")
}

#[test]
fn a_mistake_is_told_on_standard_error_and_ends_with_2() {
    for (arguments, told) in [
        (&["--port", "1"][..], "`--port`"),
        (&["--seed", "vast"], "the seed is one of `small`, `large`, `huge`"),
        (&["--switch", "batch=half"], "one of atomic, partial"),
    ] {
        let output = run(arguments);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
        let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(complaint.starts_with("swr-emulator: ") && complaint.contains(told), "{complaint}");
    }
}

#[test]
fn the_help_ends_well_and_tells_the_switches() {
    let output = run(&["--help"]);
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).contains("delete-missing=404|204"));
}

#[test]
fn a_taken_port_is_told_and_ends_with_1() {
    let server = Server::start();
    let output = run(&["--listen", server.address()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot listen on"));
}
