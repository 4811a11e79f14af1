//! The page that a bundle is built from: `index.html`, or the same with another program or without one.

use crate::error::{self, Error, Result};
use crate::project::Project;
use crate::trunk;
use std::path::Path;

/// How the link begins and ends by which `index.html` names its program for trunk.
const PROGRAM: (&str, &str) = ("<link\n      data-trunk\n      rel=\"rust\"", "/>");

/// How it says which of the package's programs that is.
const NAME: &str = r#"data-bin="swr-console""#;

/// How it says what wasm-opt is to do.
const OPTIONS: (&str, &str) = ("data-wasm-opt-params=\"", "\"");

/// A page that names no program by its name, beside `index.html`, since all paths in it are relative to that.
const BESIDE: &str = "index.other.html";

/// A page without a program: beside a `Cargo.toml`, trunk would build that.
const BARE: &str = "start/index.bare.html";

/// Builds the page with its program in one file.
pub(crate) fn build_whole(project: &mut Project, directory: &Path, base: &str) -> Result<()> {
    trunk::build_page(project, Path::new("index.html"), directory, base, None)
}

/// Builds the page with an example as its program; trunk looks for one only where the page names no program.
pub(crate) fn build_example(project: &mut Project, name: &str, directory: &Path, base: &str) -> Result<()> {
    let text = text(project)?;
    if !text.contains(NAME) {
        return Err(unknown(NAME));
    }
    build_from(project, BESIDE, &text.replace(NAME, ""), directory, base, Some(name))
}

/// Builds the page without a program, and returns the options of wasm-opt that it has for one.
pub(crate) fn build_bare(project: &mut Project, directory: &Path, base: &str) -> Result<String> {
    let whole = text(project)?;
    let options = between(&whole, OPTIONS)?.to_owned();
    let text = without_program(&whole)?.replace("href=\"", "href=\"../");
    build_from(project, BARE, &text, directory, base, None)?;
    Ok(options)
}

/// Builds from a page of this text, which is there meanwhile.
fn build_from(
    project: &mut Project,
    page: &str,
    text: &str,
    directory: &Path,
    base: &str,
    example: Option<&str>,
) -> Result<()> {
    let path = project.root.join(page);
    std::fs::write(&path, text).map_err(|error| error::file("write", &path, &error))?;
    let result = trunk::build_page(project, &path, directory, base, example);
    // A file that is left behind is written again by the next build.
    _ = std::fs::remove_file(&path);
    result
}

fn text(project: &Project) -> Result<String> {
    let path = project.root.join("index.html");
    std::fs::read_to_string(&path).map_err(|error| error::file("read", &path, &error))
}

fn without_program(page: &str) -> Result<String> {
    let link = between(page, PROGRAM)?;
    Ok(page.replacen(&format!("{}{link}{}", PROGRAM.0, PROGRAM.1), "", 1))
}

/// What is between two texts.
fn between<'a>(page: &'a str, (start, end): (&str, &str)) -> Result<&'a str> {
    let after = page.split_once(start).map(|(_, after)| after);
    after.and_then(|after| after.split_once(end)).map(|(between, _)| between).ok_or_else(|| unknown(start))
}

fn unknown(text: &str) -> Error {
    Error::new(format!("index.html does not have `{text}`"))
        .remedy("write it that way, or teach xtask/src/page.rs")
}

#[cfg(test)]
mod tests {
    use super::{NAME, OPTIONS, between, without_program};

    const PAGE: &str = include_str!("../../index.html");

    #[test]
    fn the_page_has_one_program_that_can_be_left_out() {
        assert_eq!(PAGE.matches(NAME).count(), 1);
        let bare = without_program(PAGE).unwrap();
        assert!(!bare.contains("rel=\"rust\"") && bare.contains("rel=\"css\"") && bare.contains("</html>"));
        assert!(without_program(&bare).unwrap_err().to_string().contains("index.html"));
    }

    #[test]
    fn the_options_are_those_of_the_page() {
        assert!(between(PAGE, OPTIONS).unwrap().split(' ').all(|option| option.starts_with('-')));
    }
}
