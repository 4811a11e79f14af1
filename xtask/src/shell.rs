//! Running other programs to their end: shown as they run, or with their output taken.
//!
//! What they are and what they mean is known elsewhere; programs that go on running are in `group`.

use crate::error::{Error, Result};
use crate::stop::{self, Running};
use std::io::{BufRead as _, BufReader, Write};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, ExitStatus, Stdio};

/// Shows a command, runs it, and fails when it fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = show(command)?;
    if status.success() { Ok(()) } else { Err(failed(command, status)) }
}

/// Shows a command, runs it, and says how it ended.
pub(crate) fn show(command: &mut Command) -> Result<ExitStatus> {
    println!("$ {}", line(command));
    let (mut child, _running) = spawn_alone(command)?;
    child.wait().map_err(|error| Error::new(format!("{}: {error}", line(command))))
}

/// Like [`show`], with the standard output copied to `out` and handed to `each`, line by line as it comes.
pub(crate) fn watch(
    command: &mut Command,
    out: &mut dyn Write,
    each: &mut dyn FnMut(&str),
) -> Result<ExitStatus> {
    println!("$ {}", line(command));
    let (mut child, _running) = spawn_alone(command.stdout(Stdio::piped()))?;
    let mut reader = child.stdout.take().map(BufReader::new);
    let mut bytes = Vec::new();
    while let Some(reader) = &mut reader {
        bytes.clear();
        // An output that cannot be read any more has ended, whatever the reason; the exit status tells the
        // rest.
        if !matches!(reader.read_until(b'\n', &mut bytes), Ok(1..)) {
            break;
        }
        // A closed terminal is no reason to stop counting tests.
        _ = out.write_all(&bytes).and_then(|()| out.flush());
        each(String::from_utf8_lossy(&bytes).trim_end());
    }
    child.wait().map_err(|error| Error::new(format!("{}: {error}", line(command))))
}

/// Runs a command without showing it, and takes its standard output.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let (child, _running) = spawn_alone(command.stdout(Stdio::piped()))?;
    let output =
        child.wait_with_output().map_err(|error| Error::new(format!("{}: {error}", line(command))))?;
    if !output.status.success() {
        return Err(failed(command, output.status));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Starts a command that the caller waits for, in a group of its own so that Ctrl-C ends all that it starts.
fn spawn_alone(command: &mut Command) -> Result<(Child, Running)> {
    let child = spawn(command.process_group(0))?;
    let running = stop::running(child.id());
    Ok((child, running))
}

/// Starts a command, with words for a program that is not there.
pub(crate) fn spawn(command: &mut Command) -> Result<Child> {
    command.spawn().map_err(|error| Error::new(format!("cannot start `{}`: {error}", line(command))))
}

/// A command as it would be typed.
fn line(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let program = program.rsplit('/').next().unwrap_or_default().to_owned();
    let arguments = command.get_args().map(|argument| quoted(&argument.to_string_lossy()));
    std::iter::once(program).chain(arguments).collect::<Vec<_>>().join(" ")
}

fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-._=,:@+".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

fn failed(command: &Command, status: ExitStatus) -> Error {
    Error::new(format!("`{}` failed ({status}); its own words are above", line(command)))
}

#[cfg(test)]
mod tests {
    use super::{line, output, run, watch};
    use std::process::Command;

    #[test]
    fn a_command_is_shown_so_that_it_can_be_typed() {
        let mut command = Command::new("/usr/bin/cargo");
        command.args(["test", "--test=web", "it's", "a b", ""]);
        assert_eq!(line(&command), r"cargo test --test=web 'it'\''s' 'a b' ''");
    }

    #[test]
    fn every_line_is_seen_and_the_end_is_told() {
        let (mut shown, mut seen) = (Vec::new(), Vec::new());
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two; printf three; exit 3"]);
        let status = watch(&mut command, &mut shown, &mut |line| seen.push(line.to_owned())).unwrap();
        assert_eq!(shown, b"one\ntwo\nthree");
        assert_eq!(seen, ["one", "two", "three"]);
        assert_eq!(status.code(), Some(3));
    }

    #[test]
    fn failures_name_the_command() {
        let error = run(Command::new("sh").args(["-c", "exit 7"])).unwrap_err().to_string();
        assert!(error.contains("`sh -c 'exit 7'` failed (exit status: 7)"), "{error}");
        let error = output(&mut Command::new("/nowhere/at/all")).unwrap_err().to_string();
        assert!(error.contains("cannot start `all`"), "{error}");
    }
}
