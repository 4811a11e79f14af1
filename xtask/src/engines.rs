//! Firefox and WebKit, for the tests that run in engines other than Chromium's: found, or installed where Debian's packages
//! are at hand.

use crate::apt::Apt;
use crate::error::{Error, Result};
use crate::project::Project;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program that the tests start.
struct Program {
    /// The variable by which the tests know it.
    variable: &'static str,
    /// The package that has it.
    package: &'static str,
    find: fn(&Project) -> Option<PathBuf>,
}

/// All of them. WebKit's browser can't do without a display.
const PROGRAMS: [Program; 4] = [
    Program { variable: "SWR_FIREFOX", package: "firefox-esr", find: firefox },
    Program { variable: "SWR_WEBKIT", package: DRIVER, find: |project| project.which("WebKitWebDriver") },
    Program { variable: "SWR_MINIBROWSER", package: DRIVER, find: |_| minibrowser() },
    Program { variable: "SWR_XVFB", package: "xvfb", find: |project| project.which("Xvfb") },
];

const DRIVER: &str = "webkit2gtk-driver";

/// Finds the programs, and installs those that are missing where apt-get can be used. Passes them to the tests.
pub(crate) fn pass_to(command: &mut Command, project: &Project) -> Result<()> {
    let mut missing: Vec<_> = PROGRAMS.iter().filter(|program| (program.find)(project).is_none()).collect();
    missing.dedup_by_key(|program| program.package);
    let missing: Vec<_> = missing.into_iter().map(|program| program.package).collect();
    if let (Some(apt), false) = (Apt::find(project), missing.is_empty()) {
        println!("apt-get installs {} now (a minute or two).", missing.join(", "));
        apt.install(project, &missing)?;
    }
    for Program { variable, package, find } in PROGRAMS {
        let found = find(project).ok_or_else(|| {
            Error::new(format!("the tests in other engines need {package}, which was not found")).remedy(
                "on Debian: sudo apt-get install firefox-esr webkit2gtk-driver xvfb; elsewhere run the other steps: \
                 cargo xtask test --only LIST",
            )
        })?;
        command.env(variable, found);
    }
    Ok(())
}

fn firefox(project: &Project) -> Option<PathBuf> {
    ["firefox-esr", "firefox"].iter().find_map(|name| project.which(name))
}

/// The browser of WebKitGTK, which Debian keeps out of PATH: `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser`.
fn minibrowser() -> Option<PathBuf> {
    let entries = |of: &Path| std::fs::read_dir(of).into_iter().flatten().flatten().map(|entry| entry.path());
    let of_machines =
        entries(Path::new("/usr/lib")).flat_map(|machine| entries(&machine).collect::<Vec<_>>());
    let is_webkit = |folder: &PathBuf| {
        folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk"))
    };
    of_machines.filter(is_webkit).map(|folder| folder.join("MiniBrowser")).find(|program| program.is_file())
}
