//! `cargo xtask dist`: the files to host, built, minified, searched, locked down, compressed and weighed; and
//! what a web server has to say with them.

use crate::bundle::Bundle;
use crate::error::{self, Error, Result};
use crate::options::{DistOptions, Form, HeadersOptions};
use crate::project::Project;
use crate::{budget, compress, csp, headers, notices, programs, sizes, traces};
use std::path::PathBuf;

/// Builds `dist/`.
pub(crate) fn dist(project: &mut Project, options: &DistOptions) -> Result<()> {
    let directory = project.root.join("dist");
    let (mut bundle, mut later) = programs::build(project, &directory, &options.build.base, options.form)?;
    traces::of_the_emulator(project, &bundle)?;
    traces::of_this_machine(project, &bundle)?;
    bundle.lock_down()?;
    notices::write(project, &mut bundle)?;
    later.push(notices::FILE.to_owned());
    compress::compress(project, &bundle)?;
    let servers = project.root.join("dist-server");
    headers::write(&bundle, &servers)?;
    headers::check(&bundle, &servers)?;
    let weights = sizes::weigh(&bundle, &later)?;
    println!("\n{}\n", sizes::table(&weights));
    if options.form == Form::Parts {
        println!("{}\n", budget::visits(&weights));
        budget::check(&weights)?;
    }
    println!("dist/ is ready to be hosted under {}; dist-server/ has the headers for it", options.build.base);
    Ok(())
}

/// Builds the console in one file, beside `dist/`: the way out where the program can't be cut has to be open.
pub(crate) fn try_unsplit(project: &mut Project) -> Result<()> {
    let directory = project.scratch()?.join("unsplit");
    let (bundle, _) = programs::build(project, &directory, "/", Form::Whole)?;
    bundle.lock_down()
}

/// Builds the console for a path, beside `dist/`: the tests put both on one origin. `browser_tests` passes it on.
pub(crate) fn build_second(project: &mut Project) -> Result<()> {
    let directory = second(project)?;
    let (bundle, _) = programs::build(project, &directory, "/console/", Form::Parts)?;
    bundle.lock_down()
}

/// Where the console for a path is built.
pub(crate) fn second(project: &Project) -> Result<PathBuf> {
    Ok(project.scratch()?.join("second"))
}

/// Prints the headers for `dist/`.
pub(crate) fn headers(project: &Project, options: &HeadersOptions) -> Result<()> {
    let bundle = Bundle::open(&project.root.join("dist"))
        .map_err(|error| error.remedy("build the console first: cargo xtask dist"))?;
    let page = bundle.text("index.html")?;
    let config = match &options.config {
        Some(path) => std::fs::read_to_string(path).map_err(|error| error::file("read", path, &error))?,
        None => bundle.text("config.json")?,
    };
    print!("{}", headers::print(&page, &config, options.server, options.hsts)?);
    // The page obeys both, its own policy and the server's.
    if csp::is_locked_down(&page, &config)? {
        return Ok(());
    }
    Err(Error::new("the policy in dist/index.html itself allows other hosts than this configuration names")
        .remedy("put that configuration in the place of config.json in the repository: cargo xtask dist"))
}
