//! A program that runs beside the steps. What it prints is kept, and shown once somebody waits for its end.

use crate::error::{self, Error, Result};
use crate::shell;
use crate::stop::{self, Running};
use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;
use std::fs::{self, File};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, Command};

/// See the module. It ends with its owner.
pub(crate) struct Background {
    child: Child,
    output: PathBuf,
    _running: Running,
}

impl Background {
    /// Starts a command whose output goes into a file.
    pub(crate) fn start(command: &mut Command, output: PathBuf) -> Result<Self> {
        let file = File::create(&output).map_err(|error| error::file("make", &output, &error))?;
        let errors = file.try_clone().map_err(|error| error::file("open", &output, &error))?;
        let child = shell::spawn(command.stdout(file).stderr(errors).process_group(0))?;
        let running = stop::running_beside(child.id());
        Ok(Self { child, output, _running: running })
    }

    /// Waits for its end, and shows what it has printed. Says whether it succeeded.
    pub(crate) fn wait(mut self) -> Result<bool> {
        let status =
            self.child.wait().map_err(|error| Error::new(format!("waiting for a program: {error}")))?;
        let printed = fs::read(&self.output).map_err(|error| error::file("read", &self.output, &error))?;
        print!("{}", String::from_utf8_lossy(&printed));
        // A file that stays does no harm.
        _ = fs::remove_file(&self.output);
        Ok(status.success())
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            let group = i32::try_from(self.child.id()).unwrap_or_default();
            // An error means that it has just ended by itself.
            _ = killpg(Pid::from_raw(group), Signal::SIGTERM);
            _ = self.child.wait();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Background;
    use std::process::Command;

    fn started(output: &str, script: &str) -> Background {
        let output = std::env::temp_dir().join(format!("{output}-{}", std::process::id()));
        Background::start(Command::new("sh").args(["-c", script]), output).unwrap()
    }

    #[test]
    fn its_end_is_waited_for() {
        assert!(started("good", "echo one").wait().unwrap());
        assert!(!started("bad", "echo one; exit 3").wait().unwrap());
    }

    #[test]
    fn it_ends_with_its_owner() {
        let began = std::time::Instant::now();
        let long = started("long", "sleep 60");
        let output = long.output.clone();
        drop(long);
        assert!(began.elapsed().as_secs() < 30);
        std::fs::remove_file(output).unwrap();
    }
}
