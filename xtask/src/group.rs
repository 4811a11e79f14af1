//! Programs that go on running, each with all that it starts in a process group of its own, so that it can be
//! ended whole.
//!
//! What the programs are is known elsewhere.

use crate::error::{Error, Result};
use crate::shell;
use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, ExitStatus};
use std::time::{Duration, Instant};

/// How long a group may take to end by itself before it is killed.
const PATIENCE: Duration = Duration::from_secs(3);

/// A running program with all its descendants. Dropping it ends them.
pub(crate) struct Group {
    name: &'static str,
    child: Child,
}

impl Group {
    /// Starts a program in a group of its own.
    pub(crate) fn start(name: &'static str, command: &mut Command) -> Result<Self> {
        let child = shell::spawn(command.process_group(0))?;
        Ok(Self { name, child })
    }

    /// An error if the program has ended, which nobody asked it to.
    pub(crate) fn check(&mut self) -> Result<()> {
        match self.child.try_wait() {
            Ok(None) => Ok(()),
            Ok(Some(status)) => Err(ended(self.name, status)),
            Err(error) => Err(Error::new(format!("lost track of {}: {error}", self.name))),
        }
    }

    /// Asks the whole group to end, and kills what is left of it after a while.
    fn stop(&mut self) {
        let Ok(id) = i32::try_from(self.child.id()) else { return };
        let group = Pid::from_raw(id);
        // An error means that nobody is left in the group, which is what we want.
        if killpg(group, Signal::SIGTERM).is_err() {
            return;
        }
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            // The child has to be waited for, or it stays in its group as a zombie.
            _ = self.child.try_wait();
            if killpg(group, None).is_err() {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        // Anyone who has gone in the meantime need not be killed.
        _ = killpg(group, Signal::SIGKILL);
        _ = self.child.wait();
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        self.stop();
    }
}

fn ended(name: &str, status: ExitStatus) -> Error {
    Error::new(format!("{name} ended by itself ({status}), so everything else was ended too"))
        .remedy("see its last words above, then start again")
}

#[cfg(test)]
mod tests {
    use super::Group;
    use nix::sys::signal::kill;
    use nix::unistd::Pid;
    use std::io::{BufRead as _, BufReader};
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};

    fn gone(pid: i32) -> bool {
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(2) {
            if kill(Pid::from_raw(pid), None).is_err() {
                return true;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        false
    }

    /// A shell that starts a grandchild, prints its id, and waits for it.
    fn family(script: &str) -> (Group, i32) {
        let mut command = Command::new("sh");
        command.args(["-c", script]).stdout(Stdio::piped());
        let mut group = Group::start("the family", &mut command).unwrap();
        let mut line = String::new();
        BufReader::new(group.child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        (group, line.trim().parse().unwrap())
    }

    #[test]
    fn ending_a_group_ends_the_grandchildren() {
        let (mut group, grandchild) = family("sleep 60 & echo $!; wait");
        assert!(group.check().is_ok());
        drop(group);
        assert!(gone(grandchild));
    }

    #[test]
    fn what_ignores_the_request_is_killed() {
        let (group, stubborn) = family("trap '' TERM; echo $$; while :; do sleep 1; done");
        drop(group);
        assert!(gone(stubborn));
    }

    #[test]
    fn a_program_that_ended_is_named() {
        let mut group = Group::start("the mayfly", Command::new("sh").args(["-c", "exit 4"])).unwrap();
        group.child.wait().unwrap();
        let error = group.check().unwrap_err().to_string();
        assert!(error.starts_with("the mayfly ended by itself (exit status: 4)"), "{error}");
    }
}
