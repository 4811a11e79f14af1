//! Chromium's headless shell: the same engine without windows, tabs and menus. It opens a page in half the time that
//! Chromium itself needs, so the end-to-end tests run in it. `cargo xtask test --full` runs them in Chromium itself.

use crate::apt;
use crate::project::Project;
use std::path::PathBuf;

const NAME: &str = "chromium-headless-shell";
/// The program, and the package with the files that it shares with Chromium.
const PACKAGES: [&str; 2] = [NAME, "chromium-common"];
/// Where Debian puts it.
const PROGRAM: &str = "usr/lib/chromium/chromium-headless-shell";

/// Finds it, or fetches it with apt-get. `None` where neither works.
pub(crate) fn find_or_fetch(project: &Project) -> Option<PathBuf> {
    if let Some(installed) = project.which(NAME) {
        return Some(installed);
    }
    project.which("apt-get")?;
    match apt::unpacked(project, "headless-shell", &PACKAGES, PROGRAM) {
        Ok(folder) => Some(folder.join(PROGRAM)),
        Err(error) => {
            println!("Without Chromium's headless shell the end-to-end tests take twice the time: {error}");
            None
        }
    }
}
