//! `cargo xtask dist`: the files to host, built, minified, searched, locked down and weighed.

use crate::args::BuildOptions;
use crate::bundle::Bundle;
use crate::error::Result;
use crate::project::Project;
use crate::{glue, sizes, traces, trunk};

/// Builds `dist/`.
pub(crate) fn dist(project: &mut Project, options: &BuildOptions) -> Result<()> {
    let directory = project.root.join("dist");
    trunk::build(project, &directory, &options.base, None)?;
    let mut bundle = Bundle::open(&directory)?;
    glue::minify(project, &mut bundle)?;
    traces::of_the_emulator(project, &bundle)?;
    traces::of_this_machine(project, &bundle)?;
    bundle.lock_down()?;
    let weights = sizes::weigh(project, &bundle)?;
    println!("\n{}\n", sizes::table(&weights));
    sizes::check(&weights)?;
    println!("dist/ is ready to be hosted under {}", options.base);
    Ok(())
}
