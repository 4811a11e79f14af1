//! The flags of rustc for the files to host: those of `.cargo/config.toml`, and that no path of the building
//! machine is kept.
//!
//! Panics carry the file they happened in. As rustc finds it, that is a path of anyone who built the console; the
//! remapped ones say as much to a developer, nothing to anyone else, and are the same on every machine.

use crate::cargo_tools;
use crate::error::{self, Error, Result};
use crate::project::Project;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// The variable that Cargo takes flags from. It *replaces* the flags of `.cargo/config.toml` and of `RUSTFLAGS`,
/// so that the files to host are the same whatever the builder has set for other work.
pub(crate) const VARIABLE: &str = "CARGO_ENCODED_RUSTFLAGS";

/// Separates two flags there; unlike a space, no path has it.
const SEPARATOR: &str = "\x1f";

/// The value of [`VARIABLE`] for the files to host. Cargo must have fetched the packages.
pub(crate) fn of_release(project: &Project) -> Result<OsString> {
    let flags = of_repository(project)?;
    let home = cargo_tools::cargo_home();
    let sources = home.iter().flat_map(|home| folders(&home.join("registry/src"))).collect::<Vec<_>>();
    // The last prefix that matches counts, so the longer ones come later.
    let prefixes = home.iter().map(|home| remap(home, "cargo"));
    let prefixes = prefixes.chain([remap(&project.root, "."), remap(&project.target, "target")]);
    let prefixes = prefixes.chain(sources.iter().map(|folder| remap(folder, "")));
    let flags = flags.into_iter().map(OsString::from).chain(prefixes).collect::<Vec<_>>();
    Ok(flags.join(OsStr::new(SEPARATOR)))
}

/// The flags of `.cargo/config.toml`.
pub(crate) fn of_repository(project: &Project) -> Result<Vec<String>> {
    let path = project.root.join(".cargo/config.toml");
    let text = std::fs::read_to_string(&path).map_err(|error| error::file("read", &path, &error))?;
    configured(&text).ok_or_else(|| {
        Error::new(".cargo/config.toml does not have its one line `rustflags = [\"…\", …]`")
            .remedy("write the flags of the wasm target on one line, in double quotes: xtask reads them")
    })
}

/// The flag that makes rustc write something else for the beginning of a path.
fn remap(from: &Path, to: &str) -> OsString {
    let mut flag = OsString::from("--remap-path-prefix=");
    flag.push(from);
    flag.push("=");
    flag.push(to);
    flag
}

/// The flags in the text of `.cargo/config.toml`. A list of strings in TOML is one in JSON too, if it keeps to
/// one line and double quotes.
fn configured(config: &str) -> Option<Vec<String>> {
    let mut lines = config.lines().filter_map(|line| line.strip_prefix("rustflags = "));
    let flags = serde_json::from_str(lines.next()?).ok()?;
    lines.next().is_none().then_some(flags)
}

/// One folder for each registry that Cargo has unpacked packages of.
fn folders(directory: &Path) -> Vec<PathBuf> {
    // Nothing there means that no package comes from a registry.
    let entries = std::fs::read_dir(directory).into_iter().flatten().flatten();
    let mut folders = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect::<Vec<_>>();
    // In whatever order they are read, the flags stay the same, and nothing is built twice.
    folders.sort();
    folders
}

#[cfg(test)]
mod tests {
    use super::{configured, of_release, remap};
    use crate::project::Project;
    use std::path::Path;

    #[test]
    fn the_flags_of_the_configuration_are_read() {
        let config = "[a]\nx = 1\nrustflags = [\"--cfg\", \"b c\"]\n";
        assert_eq!(configured(config), Some(vec!["--cfg".to_owned(), "b c".to_owned()]));
        for config in ["", "rustflags = [\n", "rustflags = \"-x\"", "rustflags = []\nrustflags = []\n"] {
            assert_eq!(configured(config), None, "{config}");
        }
    }

    #[test]
    fn a_path_with_spaces_stays_one_flag() {
        assert_eq!(remap(Path::new("/home/a b"), "x"), "--remap-path-prefix=/home/a b=x");
    }

    #[test]
    fn paths_are_remapped_beside_the_flags_of_the_repository() {
        let project = Project::find().unwrap();
        let value = of_release(&project).unwrap().into_string().unwrap();
        assert!(value.starts_with("--cfg\x1ferase_components\x1f--remap-path-prefix="), "{value}");
        assert!(value.contains(&format!("--remap-path-prefix={}=.", project.root.display())), "{value}");
    }
}
