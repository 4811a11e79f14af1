//! Debian's packages: installed on this machine, or unpacked into a folder of ours.
//!
//! Which packages those are, and what to do where there is no apt-get, is known to those who want them.

use crate::error::{self, Error, Result};
use crate::project::Project;
use crate::shell;
use std::path::{Path, PathBuf};
use std::process::Command;

/// In which way apt-get can change this machine.
#[derive(Clone, Copy)]
pub(crate) enum Apt {
    AsRoot,
    BySudo,
}

impl Apt {
    /// How to use apt-get on this machine, if it can be.
    pub(crate) fn find(project: &Project) -> Option<Self> {
        project.which("apt-get")?;
        let answer = |command: &mut Command| shell::output(command).ok();
        if answer(project.command("id").arg("-u"))?.trim() == "0" {
            return Some(Self::AsRoot);
        }
        project.which("sudo")?;
        // `-n` fails instead of asking for a password, which a test run must not do.
        answer(project.command("sudo").args(["-n", "true"])).map(|_| Self::BySudo)
    }

    /// Installs packages.
    pub(crate) fn install(self, project: &Project, packages: &[&str]) -> Result<()> {
        self.update(project)?;
        let mut command = self.command(project);
        command.args(["install", "--yes", "--quiet", "--no-install-recommends"]).args(packages);
        shell::run(&mut command)
    }

    /// Fetches the lists of packages again.
    fn update(self, project: &Project) -> Result<()> {
        shell::run(self.command(project).args(["update", "--quiet"]))
    }

    fn command(self, project: &Project) -> Command {
        let mut command = match self {
            Self::AsRoot => project.command("apt-get"),
            Self::BySudo => project.command("sudo"),
        };
        if let Self::BySudo = self {
            command.args(["-n", "apt-get"]);
        }
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    }
}

/// The folder of this project's own that packages are unpacked in, which is done where `program` is not in it yet.
pub(crate) fn unpacked(project: &Project, name: &str, packages: &[&str], program: &str) -> Result<PathBuf> {
    let folder = project.scratch()?.join(name);
    if !folder.join(program).is_file() {
        println!("{} is missing; apt-get fetches it now (some seconds).", packages.join(" or "));
        println!("It is unpacked into {} and not installed.", folder.display());
        unpack(project, packages, &folder)?;
    }
    Ok(folder)
}

/// Unpacks packages into a folder, without installing them: a web server that is installed starts by itself, now and at
/// every boot. What the packages need beside themselves has to be there.
fn unpack(project: &Project, packages: &[&str], folder: &Path) -> Result<()> {
    // A folder from an attempt that broke off may hold another version.
    _ = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).map_err(|error| error::file("make", folder, &error))?;
    let mut download = project.command("apt-get");
    download.args(["download", "--quiet"]).args(packages).current_dir(folder);
    if let Err(error) = shell::run(&mut download) {
        // A machine that is new has no lists yet, and one that is old has lists of packages that are gone.
        Apt::find(project).ok_or(error)?.update(project)?;
        shell::run(&mut download)?;
    }
    let entries = std::fs::read_dir(folder).map_err(|error| error::file("list", folder, &error))?;
    let mut archives: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    archives.retain(|path| path.extension().is_some_and(|extension| extension == "deb"));
    if archives.len() != packages.len() {
        return Err(Error::new(format!("apt-get did not fetch {}", packages.join(", "))));
    }
    for archive in archives {
        shell::run(project.command("dpkg-deb").arg("--extract").arg(archive).arg(folder))?;
    }
    Ok(())
}
