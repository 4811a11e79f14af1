//! `cargo xtask dist`: the files to host, built, minified, searched, locked down and weighed.

use crate::args::BuildOptions;
use crate::bundle::Bundle;
use crate::error::Result;
use crate::project::Project;
use crate::{glue, programs, sizes, traces, trunk};

/// Builds `dist/`.
pub(crate) fn dist(project: &mut Project, options: &BuildOptions) -> Result<()> {
    let directory = project.root.join("dist");
    trunk::build(project, &directory, &options.base)?;
    let mut bundle = Bundle::open(&directory)?;
    glue::minify(project, &mut bundle)?;
    let later = programs::add_front(project, &mut bundle, &options.base)?;
    traces::of_the_emulator(project, &bundle)?;
    traces::of_this_machine(project, &bundle)?;
    bundle.lock_down()?;
    let weights = sizes::weigh(project, &bundle, &later)?;
    println!("\n{}\n", sizes::table(&weights));
    sizes::check(&weights)?;
    println!("dist/ is ready to be hosted under {}", options.base);
    Ok(())
}
