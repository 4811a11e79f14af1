//! The program of a page: in parts (`split`), or in one file. What starts it is in `start`.

use crate::bundle::Bundle;
use crate::error::Result;
use crate::glue;
use crate::options::Form;
use crate::page;
use crate::project::Project;
use crate::split;
use crate::start::{self, Start};
use std::path::Path;

/// Builds the console into a folder, and returns which files a first visit does not need.
pub(crate) fn build(
    project: &mut Project,
    directory: &Path,
    base: &str,
    form: Form,
) -> Result<(Bundle, Vec<String>)> {
    if form == Form::Whole {
        page::build_whole(project, directory, base)?;
        return Ok((finish(project, directory, base)?, Vec::new()));
    }
    let options = page::build_bare(project, directory, base)?;
    let mut bundle = Bundle::open(directory)?;
    let split = split::build(project, &mut bundle, base, &options)?;
    let scripts = Start {
        program: &split.main,
        parts: &split.parts,
        table: Some(&split.table),
        head: &["head.js", "preload.js"],
        module: "console.js",
    };
    start::write(project, &mut bundle, base, &scripts)?;
    Ok((bundle, split.parts.into_iter().map(|part| part.file).collect()))
}

/// Builds an example instead of the console.
pub(crate) fn build_example(
    project: &mut Project,
    name: &str,
    directory: &Path,
    base: &str,
) -> Result<Bundle> {
    page::build_example(project, name, directory, base)?;
    finish(project, directory, base)
}

/// Makes of a folder that trunk has built one to host.
fn finish(project: &Project, directory: &Path, base: &str) -> Result<Bundle> {
    let mut bundle = Bundle::open(directory)?;
    let program = glue::shorten(project, &mut bundle)?;
    let scripts =
        Start { program: &program, parts: &[], table: None, head: &["head.js"], module: "program.js" };
    start::write(project, &mut bundle, base, &scripts)?;
    program.remove_glue(&mut bundle)?;
    Ok(bundle)
}
