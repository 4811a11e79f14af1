//! Where things are: the repository, Cargo's target directory, and the directories that programs are looked
//! up in.
//!
//! Nothing is installed here, and nothing but `cargo metadata` is run.

use crate::error::{self, Error, Result};
use crate::shell;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The variables that make the tests a full run: those in a browser by name, the laws by how often each is tried.
const FULL: [(&str, &str); 2] = [("SWR_FULL", "1"), ("PROPTEST_CASES", "10000")];

/// How long the long tests are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    /// For every change.
    Ordinary,
    /// For a release.
    Full,
}

/// The repository on this machine.
pub(crate) struct Project {
    /// The repository's root.
    pub(crate) root: PathBuf,
    /// Cargo's target directory; absolute, wherever the user's Cargo configuration has put it.
    pub(crate) target: PathBuf,
    /// How long the long tests are.
    pub(crate) size: Size,
    /// Directories that come before all others when a program is looked up, the last one first.
    programs: Vec<PathBuf>,
}

impl Project {
    /// Finds the repository that this program was built from.
    pub(crate) fn find() -> Result<Self> {
        let package =
            std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&package).parent().map(Path::to_path_buf).unwrap_or_default();
        let mut project = Self::at(&root);
        let mut metadata = project.cargo("metadata --no-deps --format-version 1");
        metadata.env_remove("CARGO_TARGET_DIR");
        // A relative CARGO_TARGET_DIR means relative to the user's folder.
        if let Some(given) = std::env::var_os("CARGO_TARGET_DIR") {
            let given = std::path::absolute(given)
                .map_err(|error| Error::new(format!("CARGO_TARGET_DIR: {error}")))?;
            metadata.env("CARGO_TARGET_DIR", given);
        }
        let answer: serde_json::Value = serde_json::from_str(&shell::output(&mut metadata)?)
            .map_err(|error| Error::new(format!("cannot read what `cargo metadata` answers: {error}")))?;
        if let Some(target) = answer.get("target_directory").and_then(serde_json::Value::as_str) {
            project.target = target.into();
        }
        Ok(project)
    }

    /// A clone of the repository, with a target directory of its own.
    pub(crate) fn at(root: &Path) -> Self {
        Self { target: root.join("target"), root: root.into(), size: Size::Ordinary, programs: Vec::new() }
    }

    /// A directory of this program's own for generated files, made when it is missing.
    pub(crate) fn scratch(&self) -> Result<PathBuf> {
        let path = self.target.join("xtask");
        std::fs::create_dir_all(&path).map_err(|error| error::file("make", &path, &error))?;
        Ok(path)
    }

    /// Puts a directory before all others that programs are looked up in.
    pub(crate) fn prefer(&mut self, directory: PathBuf) {
        self.programs.push(directory);
    }

    /// Makes its name stand for this very program, whatever else has that name on this machine.
    pub(crate) fn choose(&mut self, program: &Path) -> Result<()> {
        let Some(name) = program.file_name() else { return Ok(()) };
        let directory = self.scratch()?.join("bin");
        let link = directory.join(name);
        if !std::fs::read_link(&link).is_ok_and(|target| target == program) {
            _ = std::fs::remove_file(&link);
            std::fs::create_dir_all(&directory)
                .and_then(|()| std::os::unix::fs::symlink(program, &link))
                .map_err(|error| error::file("link", &link, &error))?;
        }
        if !self.programs.contains(&directory) {
            self.prefer(directory);
        }
        Ok(())
    }

    /// The directories that programs are looked up in, in order.
    pub(crate) fn search_path(&self) -> Vec<PathBuf> {
        self.programs.iter().rev().cloned().chain(user_path()).collect()
    }

    /// The file that a program's name stands for, if there is one.
    pub(crate) fn which(&self, program: &str) -> Option<PathBuf> {
        self.search_path().into_iter().map(|directory| directory.join(program)).find(|path| path.is_file())
    }

    /// A command of another program: in the repository's root, without input, and with this project's search
    /// path.
    pub(crate) fn command(&self, program: impl AsRef<Path>) -> Command {
        let program = program.as_ref();
        let by_name = program.components().count() == 1;
        let found = program.to_str().filter(|_| by_name).and_then(|name| self.which(name));
        let mut command = Command::new(found.as_deref().unwrap_or(program));
        command.current_dir(&self.root).stdin(Stdio::null()).env("CARGO_TARGET_DIR", &self.target);
        if self.size == Size::Full {
            command.envs(FULL);
        }
        // A path with a colon in it cannot be put on PATH at all; then the user's own has to do.
        if let Ok(path) = std::env::join_paths(self.search_path()) {
            command.env("PATH", path);
        }
        // What `cargo run` tells this program about its own package is no business of a Cargo below it: build
        // scripts that watch these variables would run again whenever the two alternate.
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy();
            if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
                command.env_remove(name.as_ref());
            }
        }
        command
    }

    /// A command of Cargo, written as it would be typed; no argument of it may have a space inside.
    pub(crate) fn cargo(&self, line: &str) -> Command {
        let mut command = self.command("cargo");
        command.args(line.split_whitespace());
        command
    }

    /// The version of a package in `Cargo.lock`.
    pub(crate) fn locked_version(&self, package: &str) -> Result<String> {
        let path = self.root.join("Cargo.lock");
        let lock = std::fs::read_to_string(&path).map_err(|error| error::file("read", &path, &error))?;
        version_in(&lock, package)
            .map(str::to_owned)
            .ok_or_else(|| Error::new(format!("Cargo.lock does not name the package `{package}`")))
    }
}

/// The directories on the user's `PATH`.
pub(crate) fn user_path() -> Vec<PathBuf> {
    std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()).collect()
}

fn version_in<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::{Project, Size, version_in};
    use std::path::PathBuf;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n";

    #[test]
    fn a_locked_version_is_found_by_the_whole_name() {
        assert_eq!(version_in(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in(LOCK, "bindgen"), None);
    }

    #[test]
    fn what_was_chosen_last_is_found_first() {
        let target = std::env::temp_dir().join(format!("xtask-project-{}", std::process::id()));
        let mut project =
            Project { root: "/".into(), target: target.clone(), size: Size::Ordinary, programs: Vec::new() };
        project.prefer("/bin".into());
        for program in ["/nowhere/sh", "/bin/sh", "/bin/sh"] {
            project.choose(program.as_ref()).unwrap();
        }
        let found = project.which("sh").unwrap();
        assert_eq!(found, target.join("xtask/bin/sh"));
        assert_eq!(std::fs::read_link(found).unwrap(), PathBuf::from("/bin/sh"));
        assert_eq!(project.search_path()[1], PathBuf::from("/bin"));
        std::fs::remove_dir_all(target).unwrap();
    }
}
