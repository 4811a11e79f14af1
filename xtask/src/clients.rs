//! Other people's clients of SWR, against the emulator: each of them goes through the life of a permission that `tests/clients/`
//! describes.
//!
//! Their packages come from Python's index into an environment of their own below Cargo's target directory.

use crate::counts::{self, Judged};
use crate::error::{self, Error, Result};
use crate::project::Project;
use crate::{run, shell};
use std::path::{Path, PathBuf};

const FOLDER: &str = "tests/clients";

/// Runs all of them.
pub(crate) fn live(project: &Project) -> Result<Judged> {
    run::emulator(project)?;
    let python = environment(project)?;
    let mut command = project.command(python);
    command.arg(project.root.join(FOLDER).join("life.py")).arg(project.target.join("release/swr-emulator"));
    // The repository stays as it is.
    counts::run(command.env("PYTHONDONTWRITEBYTECODE", "1"))
}

/// The Python that has the packages, which are installed when they are missing or their list has changed.
fn environment(project: &Project) -> Result<PathBuf> {
    let folder = project.scratch()?.join("clients");
    let python = folder.join("bin/python");
    let list = project.root.join(FOLDER).join("requirements.txt");
    let listed = std::fs::read_to_string(&list).map_err(|error| error::file("read", &list, &error))?;
    // A copy of the list, written only after pip has succeeded, tells what the environment holds.
    let stamp = folder.join("installed.txt");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == listed) {
        return Ok(python);
    }
    println!("Installing the Python packages of {FOLDER} (a minute or two).");
    install(project, &folder, &python, &list)?;
    std::fs::write(&stamp, listed).map_err(|error| error::file("write", &stamp, &error))?;
    Ok(python)
}

fn install(project: &Project, folder: &Path, python: &Path, list: &Path) -> Result<()> {
    let remedy = "install Python 3.11 or newer with its venv module (on Debian: sudo apt-get install python3-venv), and \
                  start again; or run the other steps: cargo xtask test --only LIST";
    if project.which("python3").is_none() {
        return Err(Error::new("Python is not installed").remedy(remedy));
    }
    let mut venv = project.command("python3");
    shell::run(venv.args(["-m", "venv", "--clear"]).arg(folder)).map_err(|error| error.remedy(remedy))?;
    let mut pip = project.command(python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]).arg(list);
    shell::run(&mut pip).map_err(|error| error.remedy("if there is no network, start again when there is"))
}
