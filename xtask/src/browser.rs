//! The browser that tests run in, and the driver that steers it: found, or installed where Debian's packages
//! are at hand.
//!
//! Only Chromium and its kin; nothing here starts one.

use crate::apt::Apt;
use crate::error::{Error, Result};
use crate::project::Project;
use std::path::PathBuf;

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
    let Some(apt) = Apt::find(project) else { return Err(missing()) };
    println!("Chromium or its driver is missing; apt-get installs both now (a minute or two).");
    apt.install(project, &["chromium", "chromium-driver"]).map_err(|error| error.remedy(INSTRUCTION))?;
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

const INSTRUCTION: &str = "\
    on Debian: sudo apt-get install chromium chromium-driver; \
    on macOS: brew install --cask google-chrome chromedriver; \
    elsewhere install Chrome and the ChromeDriver of the same version, and name them by the variables CHROME and \
    CHROMEDRIVER";

fn missing() -> Error {
    Error::new("the tests need Chrome or Chromium and its ChromeDriver, and not both were found")
        .remedy(INSTRUCTION)
}
