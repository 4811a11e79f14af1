//! `cargo xtask doctor`: the checks of `tests/e2e/hosts/` that can be made from outside, against a live installation.

use crate::error::Result;
use crate::options::DoctorOptions;
use crate::project::Project;
use crate::{headers, shell};

/// Examines an installation; `false` means that it has faults, which were printed with what to change.
pub(crate) fn examine(project: &Project, options: &DoctorOptions) -> Result<bool> {
    let mut node = project.command("node");
    node.arg(project.root.join("xtask/npm/doctor/doctor.mjs"))
        .arg(&options.url)
        .arg(headers::of_every_build());
    Ok(shell::show(&mut node)?.success())
}
