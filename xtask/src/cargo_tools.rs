//! The Rust side of the toolchain: the wasm target, trunk and wasm-bindgen, each put on this machine when it
//! is missing.
//!
//! A version that the user has installed is never replaced; ours then goes into `target/tools`. What comes
//! from npm is in `npm`, the browser in `browser`.

use crate::error::{Error, Result};
use crate::project::Project;
use crate::shell;
use std::path::{Path, PathBuf};

/// What the console is compiled for.
const WASM: &str = "wasm32-unknown-unknown";

/// Newer releases of trunk ask for a newer Rust than this repository's.
const TRUNK: &str = "0.21.14";

/// A tool that Cargo installs.
struct Tool {
    package: &'static str,
    version: String,
    programs: &'static [&'static str],
    /// Whether the package's own Cargo.lock is to be kept to.
    locked: bool,
}

/// The standard library for WebAssembly. `rust-toolchain.toml` names it, but rustup may be set not to install
/// by itself.
pub(crate) fn wasm_target(project: &Project) -> Result<()> {
    let mut rustc = project.command("rustc");
    let library = shell::output(rustc.args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    println!("Rust cannot compile for {WASM} yet; rustup adds that now (under a minute).");
    if project.which("rustup").is_none() {
        return Err(Error::new(format!("rustup is not installed, and this Rust has no target {WASM}"))
            .remedy(
                "install Rust by rustup (https://rustup.rs), or install the target with the package manager \
             that your Rust came from, and start again",
            ));
    }
    shell::run(project.command("rustup").args(["target", "add", WASM]))
        .map_err(|error| error.remedy("rustup needs the network once; start again when there is one"))
}

/// trunk, which builds and serves the console.
pub(crate) fn trunk(project: &mut Project) -> Result<()> {
    let tool = Tool { package: "trunk", version: TRUNK.to_owned(), programs: &["trunk"], locked: true };
    ensure(project, &tool)
}

/// wasm-bindgen and its test runner. They read what the compiled crate of the same name writes, so the
/// versions must be the same to the last digit.
pub(crate) fn wasm_bindgen(project: &mut Project) -> Result<()> {
    let version = project.locked_version("wasm-bindgen")?;
    let programs = &["wasm-bindgen", "wasm-bindgen-test-runner"];
    // Not every registry mirror serves all that the lock file of 0.2.130 pins.
    ensure(project, &Tool { package: "wasm-bindgen-cli", version, programs, locked: false })
}

fn ensure(project: &mut Project, tool: &Tool) -> Result<()> {
    if tool.is_in(project, &project.search_path()) {
        return Ok(());
    }
    let ours = project.target.join("tools");
    let home = cargo_home();
    let known = home.iter().chain([&ours]).map(|root| root.join("bin"));
    if let Some(directory) =
        known.into_iter().find(|directory| tool.is_in(project, std::slice::from_ref(directory)))
    {
        project.prefer(directory);
        return Ok(());
    }
    let taken = |home: &PathBuf| {
        let mut directories = project.search_path();
        directories.push(home.join("bin"));
        tool.programs
            .iter()
            .any(|program| directories.iter().any(|directory| directory.join(program).exists()))
    };
    let root = home.filter(|home| !taken(home)).unwrap_or(ours);
    install(project, tool, &root)?;
    project.prefer(root.join("bin"));
    Ok(())
}

fn install(project: &Project, tool: &Tool, root: &Path) -> Result<()> {
    let Tool { package, version, .. } = tool;
    println!("{package} {version} is missing; Cargo builds it into {} now.", root.join("bin").display());
    println!("That happens once and takes 5 to 15 minutes on two cores.");
    // One build directory for all tools, since they have many crates in common.
    let build = project.target.join("tools-build");
    let locked = if tool.locked { "--locked " } else { "" };
    let mut cargo = project.cargo(&format!("install {locked}{package} --version {version} --root"));
    shell::run(cargo.arg(root).env("CARGO_TARGET_DIR", build)).map_err(|error| {
        error.remedy(format!(
            "if there is no network, start again when there is; otherwise try by hand: \
             cargo install {package} --version {version}"
        ))
    })
}

impl Tool {
    /// Whether each program, where it is first found in these directories, has the right version.
    fn is_in(&self, project: &Project, directories: &[PathBuf]) -> bool {
        self.programs.iter().all(|program| {
            let found =
                directories.iter().map(|directory| directory.join(program)).find(|path| path.is_file());
            let answer = found.and_then(|path| shell::output(project.command(path).arg("--version")).ok());
            answer.is_some_and(|answer| version_in(&answer) == Some(&self.version))
        })
    }
}

/// The second word, as in `trunk 0.21.14` and `wasm-bindgen 0.2.130 (1234567)`.
fn version_in(answer: &str) -> Option<&str> {
    answer.split_whitespace().nth(1)
}

/// Where `cargo install` puts programs unless told otherwise.
fn cargo_home() -> Option<PathBuf> {
    let home = || std::env::home_dir().map(|home| home.join(".cargo"));
    std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(home)
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn versions_are_read_with_and_without_a_commit() {
        assert_eq!(version_in("trunk 0.21.14\n"), Some("0.21.14"));
        assert_eq!(version_in("wasm-bindgen 0.2.130 (f0ecf1bf6)\n"), Some("0.2.130"));
        assert_eq!(version_in(""), None);
    }
}
