//! `cargo xtask run`: the emulator and a development server of the console, side by side until one of them
//! ends or the user has had enough.

use crate::error::Result;
use crate::group::Group;
use crate::options::{Ports, RunOptions};
use crate::project::Project;
use crate::{ports, shell, stop, trunk};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

/// How often the programs and the ports are looked at.
const TICK: Duration = Duration::from_millis(250);

/// Sets up, builds, starts, and runs until it is stopped.
pub(crate) fn run(project: &mut Project, options: &RunOptions) -> Result<()> {
    let RunOptions { ports: Ports { port, emulator_port }, seed } = options;
    ports::must_be_free(*port, "--port")?;
    ports::must_be_free(*emulator_port, "--emulator-port")?;
    trunk::prepare(project)?;
    emulator(project)?;

    let stop = stop::messages();
    let listen = format!("127.0.0.1:{emulator_port}");
    let mut command = project.command(project.target.join("release/swr-emulator"));
    let mut emulator = Group::start("the emulator", command.args(["--listen", &listen, "--seed", seed]))?;
    if !reaches(&stop, || ports::status(*emulator_port).is_some(), &mut [&mut emulator])? {
        return Ok(());
    }
    println!("\nBuilding the console; the first time takes a few minutes.\n");
    let config = trunk::RunConfig::write(project, *emulator_port)?;
    let mut command = trunk::serve(project, &config, *port)?;
    let mut server = Group::start("the console's server (trunk)", &mut command)?;
    let mut is_said = false;
    let built = || match ports::status(*port) {
        Some(200) => true,
        Some(_) if !is_said => {
            is_said = true;
            println!(
                "\nThe console does not build; see above. It is built again whenever a file is saved.\n"
            );
            false
        }
        _ => false,
    };
    if !reaches(&stop, built, &mut [&mut emulator, &mut server])? {
        return Ok(());
    }
    println!("{}", welcome(&options.ports));
    reaches(&stop, || false, &mut [&mut emulator, &mut server]).map(|_| ())
}

/// Builds the emulator's program, as it is shipped.
pub(crate) fn emulator(project: &Project) -> Result<()> {
    shell::run(&mut project.cargo("build --release --package swr-emulator"))
}

/// Waits until `there` holds. `false` means that the user wants to stop; an error, that a program ended by
/// itself.
pub(crate) fn reaches(
    stop: &Receiver<()>,
    mut there: impl FnMut() -> bool,
    groups: &mut [&mut Group],
) -> Result<bool> {
    loop {
        if there() {
            return Ok(true);
        }
        groups.iter_mut().try_for_each(|group| group.check())?;
        match stop.recv_timeout(TICK) {
            Err(RecvTimeoutError::Timeout) => {}
            Ok(()) | Err(RecvTimeoutError::Disconnected) => {
                println!("\nStopping.");
                return Ok(false);
            }
        }
    }
}

/// How to sign in to the emulator.
pub(crate) const SIGN_IN: &str = "  Sign in with        Account    demo
                      User name  admin        (or user01 to user12)
                      Password   demo-password
                      Project    local
";

fn welcome(Ports { port, emulator_port }: &Ports) -> String {
    format!(
        "
  The console is at   http://127.0.0.1:{port}/

{SIGN_IN}
  The emulator is at  http://127.0.0.1:{emulator_port}/
  Ctrl-C ends both. The console is built again whenever a file is saved.
"
    )
}

#[cfg(test)]
mod tests {
    use super::{reaches, welcome};
    use crate::group::Group;
    use crate::options::Ports;
    use std::process::Command;
    use std::sync::mpsc;

    #[test]
    fn the_welcome_says_where_and_how() {
        let text = welcome(&Ports { port: 18080, emulator_port: 18081 });
        for word in
            ["http://127.0.0.1:18080/", "http://127.0.0.1:18081/", "demo", "admin", "demo-password", "local"]
        {
            assert!(text.contains(word), "{word}");
        }
    }

    #[test]
    fn waiting_ends_when_the_condition_holds_or_the_user_stops_it() {
        let (sender, stop) = mpsc::channel();
        let mut calls = 0;
        let third = || {
            calls += 1;
            calls == 3
        };
        assert_eq!(reaches(&stop, third, &mut []), Ok(true));
        sender.send(()).unwrap();
        assert_eq!(reaches(&stop, || false, &mut []), Ok(false));
    }

    #[test]
    fn waiting_fails_when_a_program_ends_by_itself() {
        let (_sender, stop) = mpsc::channel();
        let mut group = Group::start("the mayfly", &mut Command::new("true")).unwrap();
        let error = reaches(&stop, || false, &mut [&mut group]).unwrap_err();
        assert!(error.to_string().starts_with("the mayfly ended by itself"));
    }
}
