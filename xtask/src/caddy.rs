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
    let program = "usr/bin/caddy";
    let folder =
        apt::unpacked(project, "caddy", &["caddy"], program).map_err(|error| error.remedy(remedy))?;
    Ok(folder.join(program))
}
