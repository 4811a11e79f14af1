//! The Node side of the toolchain: packages by lock file, installed when they are missing or the lock file
//! has changed.
//!
//! The packages are listed in the `package.json` files; nothing is ever installed without a lock
//! file.

use crate::error::{self, Error, Result};
use crate::project::Project;
use crate::shell;
use std::path::{Path, PathBuf};

/// The oldest Node that all packages here run on.
const NODE: u32 = 20;

/// Installs the packages of `directory` (relative to the repository) and gives the directory of their
/// programs.
pub(crate) fn install(project: &Project, directory: &str) -> Result<PathBuf> {
    node(project)?;
    let directory = project.root.join(directory);
    let programs = directory.join("node_modules/.bin");
    let lock = read(&directory.join("package-lock.json"))?;
    // A copy of the lock file, written only after npm has succeeded, tells what the folder holds.
    let stamp = directory.join("node_modules/.installed-lock.json");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(programs);
    }
    println!("Installing the npm packages of {} (under a minute).", directory.display());
    let mut npm = project.command("npm");
    // No package has to run anything of its own to be installed.
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(&directory);
    // The browser of this machine is used; Playwright must not bring its own.
    shell::run(npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")).map_err(|error| {
        error.remedy(format!(
            "if there is no network, start again when there is; otherwise try by hand: npm ci in {}",
            directory.display()
        ))
    })?;
    std::fs::write(&stamp, lock).map_err(|error| error::file("write", &stamp, &error))?;
    Ok(programs)
}

fn node(project: &Project) -> Result<()> {
    let wanted =
        format!("install Node.js {NODE} or newer with its npm (https://nodejs.org), and start again");
    if project.which("node").is_none() || project.which("npm").is_none() {
        return Err(Error::new("Node.js or npm is not installed").remedy(wanted));
    }
    let version = shell::output(project.command("node").arg("--version"))?;
    if major(&version).is_some_and(|major| major >= NODE) {
        return Ok(());
    }
    Err(Error::new(format!("Node.js {} is too old", version.trim())).remedy(wanted))
}

/// The `20` of `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).map_err(|error| error::file("read", path, &error))
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("20.20.2"), None);
        assert_eq!(major("v"), None);
    }
}
