//! Caddy, for the checks of `deploy/caddy/`: found, or fetched where Debian's packages are at hand.

use crate::apt;
use crate::error::{Error, Result};
use crate::project::Project;
use std::path::PathBuf;

/// Finds the program; where there is apt-get, fetches it when it is missing.
pub(crate) fn find_or_fetch(project: &Project) -> Result<PathBuf> {
    if let Some(installed) = project.which("caddy") {
        return Ok(installed);
    }
    let remedy = "install Caddy (https://caddyserver.com), and start again";
    if project.which("apt-get").is_none() {
        return Err(Error::new("Caddy is not installed").remedy(remedy));
    }
    let folder = project.scratch()?.join("caddy");
    let fetched = folder.join("usr/bin/caddy");
    if !fetched.is_file() {
        println!("Caddy is missing; apt-get fetches it now, into {} (some seconds).", folder.display());
        apt::unpack(project, &["caddy"], &folder).map_err(|error| error.remedy(remedy))?;
    }
    Ok(fetched)
}
