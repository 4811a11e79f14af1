//! The programs of a page, built from the one `index.html`: the two of the console, the front, with which a visit begins,
//! and the whole, which takes its place when more is needed (`src/app/programs.rs`); or an example.
//!
//! trunk builds one program per page, so it builds twice, from two pages that differ in one name. What starts the
//! programs is in `start`.

use crate::bundle::Bundle;
use crate::error::{self, Error, Result};
use crate::glue;
use crate::project::Project;
use crate::start::{self, Start};
use crate::trunk;
use std::path::Path;

/// How `index.html` names the whole, and what replaces that for the front.
const WHOLE: &str = r#"data-bin="swr-console""#;
const FRONT: &str = r#"data-bin="swr-console-front""#;

/// The page that names something else. It is beside `index.html`, since all paths in it are relative to that; it is
/// removed again.
const OTHER_PAGE: &str = "index.other.html";

/// Builds the console into a folder, and returns which files a first visit does not need.
pub(crate) fn build(project: &mut Project, directory: &Path, base: &str) -> Result<(Bundle, Vec<String>)> {
    trunk::build(project, directory, base)?;
    let mut bundle = Bundle::open(directory)?;
    let whole = glue::shorten(project, &mut bundle)?;
    let beside = project.scratch()?.join("front");
    build_with(project, FRONT, &beside, base, None)?;
    let mut built = Bundle::open(&beside)?;
    let front = glue::shorten(project, &mut built)?;
    let (from, to) = (built.directory.join(&front.wasm), bundle.directory.join(&front.wasm));
    std::fs::copy(&from, &to).map_err(|error| error::file("copy", &from, &error))?;
    bundle.files.push(front.wasm.clone());
    let programs = [("front", &front), ("whole", &whole)];
    let scripts = Start { programs: &programs, head: &["head.js", "preload.js"], module: "programs.js" };
    start::write(project, &mut bundle, base, &scripts)?;
    whole.remove_glue(&mut bundle)?;
    Ok((bundle, vec![whole.wasm]))
}

/// Builds an example instead of the console; trunk looks for it only where the page names no program.
pub(crate) fn build_example(
    project: &mut Project,
    name: &str,
    directory: &Path,
    base: &str,
) -> Result<Bundle> {
    build_with(project, "", directory, base, Some(name))?;
    let mut bundle = Bundle::open(directory)?;
    let program = glue::shorten(project, &mut bundle)?;
    let scripts = Start { programs: &[("whole", &program)], head: &["head.js"], module: "program.js" };
    start::write(project, &mut bundle, base, &scripts)?;
    program.remove_glue(&mut bundle)?;
    Ok(bundle)
}

/// Builds from the same page with something else in the place of the program's name.
fn build_with(
    project: &mut Project,
    named: &str,
    directory: &Path,
    base: &str,
    example: Option<&str>,
) -> Result<()> {
    let original = project.root.join("index.html");
    let text = std::fs::read_to_string(&original).map_err(|error| error::file("read", &original, &error))?;
    if !text.contains(WHOLE) {
        return Err(Error::new(format!("index.html does not name its program by {WHOLE}"))
            .remedy("xtask/src/programs.rs builds the front from the same page with another name there"));
    }
    let page = project.root.join(OTHER_PAGE);
    std::fs::write(&page, text.replace(WHOLE, named)).map_err(|error| error::file("write", &page, &error))?;
    let result = trunk::build_page(project, &page, directory, base, example);
    // A file that is left behind is written again by the next build.
    _ = std::fs::remove_file(&page);
    result
}
