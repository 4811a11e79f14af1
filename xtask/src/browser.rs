//! The browser that tests run in, and the driver that steers it: found, or installed where Debian's packages
//! are at hand.
//!
//! Only Chromium and its kin; nothing here starts one.

use crate::error::{Error, Result};
use crate::project::Project;
use crate::shell;
use std::path::PathBuf;
use std::process::Command;

/// A browser and its driver.
pub(crate) struct Browser {
    /// The browser's program.
    pub(crate) chrome: PathBuf,
    /// The driver's program.
    pub(crate) driver: PathBuf,
}

const CHROMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC_CHROME: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// Finds a browser with its driver; where apt-get can be used, installs them when they are missing.
pub(crate) fn find_or_install(project: &Project) -> Result<Browser> {
    if let Some(browser) = find(project) {
        return Ok(browser);
    }
    let Some(apt) = apt(project) else { return Err(missing()) };
    println!("Chromium or its driver is missing; apt-get installs both now (a minute or two).");
    apt_get(project, apt, &["update", "--quiet"])?;
    apt_get(
        project,
        apt,
        &["install", "--yes", "--quiet", "--no-install-recommends", "chromium", "chromium-driver"],
    )?;
    find(project).ok_or_else(missing)
}

fn find(project: &Project) -> Option<Browser> {
    let given = |variable: &str| std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file());
    let installed = || CHROMES.iter().find_map(|name| project.which(name));
    let mac = || Some(PathBuf::from(MAC_CHROME)).filter(|path| path.is_file());
    let chrome = given("CHROME").or_else(installed).or_else(mac)?;
    // GitHub's machines have their driver outside of PATH.
    let hosted =
        || std::env::var_os("CHROMEWEBDRIVER").map(|directory| PathBuf::from(directory).join("chromedriver"));
    let driver = given("CHROMEDRIVER")
        .or_else(|| hosted().filter(|path| path.is_file()))
        .or_else(|| project.which("chromedriver"))?;
    Some(Browser { chrome, driver })
}

/// In which way apt-get can be used.
#[derive(Clone, Copy)]
enum Apt {
    AsRoot,
    BySudo,
}

/// How to use apt-get on this machine, if it can be.
fn apt(project: &Project) -> Option<Apt> {
    project.which("apt-get")?;
    let answer = |command: &mut Command| shell::output(command).ok();
    if answer(project.command("id").arg("-u"))?.trim() == "0" {
        return Some(Apt::AsRoot);
    }
    project.which("sudo")?;
    // `-n` fails instead of asking for a password, which a test run must not do.
    answer(project.command("sudo").args(["-n", "true"])).map(|_| Apt::BySudo)
}

fn apt_get(project: &Project, apt: Apt, arguments: &[&str]) -> Result<()> {
    let mut command = match apt {
        Apt::AsRoot => project.command("apt-get"),
        Apt::BySudo => project.command("sudo"),
    };
    if let Apt::BySudo = apt {
        command.args(["-n", "apt-get"]);
    }
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    shell::run(&mut command).map_err(|error| error.remedy(INSTRUCTION))
}

const INSTRUCTION: &str = "\
    on Debian: sudo apt-get install chromium chromium-driver; \
    on macOS: brew install --cask google-chrome chromedriver; \
    elsewhere install Chrome and the ChromeDriver of the same version, and name them by the variables CHROME and \
    CHROMEDRIVER";

fn missing() -> Error {
    Error::new("the tests need Chrome or Chromium and its ChromeDriver, and not both were found")
        .remedy(INSTRUCTION)
}
