//! The Rust side of the toolchain: the wasm target, trunk, wasm-bindgen and cargo-deny, each put on this machine
//! when it is missing.
//!
//! A version that the user has installed is never replaced; ours then goes into `target/tools`. What comes
//! from npm is in `npm`, the browser in `browser`.

use crate::error::{Error, Result};
use crate::project::{self, Project};
use crate::shell;
use std::path::{Path, PathBuf};

/// What the console is compiled for.
const WASM: &str = "wasm32-unknown-unknown";

/// Newer releases of trunk ask for a newer Rust than this repository's.
pub(crate) const TRUNK: &str = "0.21.14";

/// The newest that this repository's Rust builds.
const CARGO_DENY: &str = "0.20.2";

/// What writes the bill of materials of a release.
const CYCLONEDX: &str = "0.5.9";

/// Their packages ask for link-time optimisation, which takes longer than the tools ever run: with these, trunk and
/// wasm-bindgen are there after 7 minutes on two cores.
const FAST_BUILD: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];

/// How most programs are asked for their version.
const VERSION: &[&str] = &["--version"];

/// A tool that Cargo installs.
struct Tool {
    package: &'static str,
    version: String,
    programs: &'static [&'static str],
    /// What its programs are asked for their version by.
    asked: &'static [&'static str],
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
    if project.which("rustup").is_none() {
        let remedy = "install Rust by rustup (https://rustup.rs), or install the target with the package manager \
                      that your Rust came from, and start again";
        let what = format!("rustup is not installed, and this Rust has no target {WASM}");
        return Err(Error::new(what).remedy(remedy));
    }
    println!("Rust cannot compile for {WASM} yet; rustup adds that now (under a minute).");
    shell::run(project.command("rustup").args(["target", "add", WASM]))
        .map_err(|error| error.remedy("rustup needs the network once; start again when there is one"))
}

/// What builds and serves the console: trunk, and wasm-bindgen.
pub(crate) fn bundlers(project: &mut Project) -> Result<()> {
    let trunk = Tool {
        package: "trunk",
        version: TRUNK.to_owned(),
        programs: &["trunk"],
        asked: VERSION,
        locked: true,
    };
    let wasm_bindgen = wasm_bindgen_tool(project)?;
    ensure(project, &[trunk, wasm_bindgen])
}

/// wasm-bindgen and its test runner.
pub(crate) fn wasm_bindgen(project: &mut Project) -> Result<()> {
    let tool = wasm_bindgen_tool(project)?;
    ensure(project, &[tool])
}

/// The programs read what the compiled crate of the same name writes, so the versions must be the same to the last
/// digit.
fn wasm_bindgen_tool(project: &Project) -> Result<Tool> {
    let version = project.locked_version("wasm-bindgen")?;
    let programs = &["wasm-bindgen", "wasm-bindgen-test-runner"];
    // Not every registry mirror serves all that the lock file of 0.2.130 pins.
    Ok(Tool { package: "wasm-bindgen-cli", version, programs, asked: VERSION, locked: false })
}

/// cargo-deny, which judges the dependencies by `deny.toml`.
pub(crate) fn cargo_deny(project: &mut Project) -> Result<()> {
    let version = CARGO_DENY.to_owned();
    ensure(
        project,
        &[Tool { package: "cargo-deny", version, programs: &["cargo-deny"], asked: VERSION, locked: true }],
    )
}

/// cargo-cyclonedx, which writes the bill of materials of a release.
pub(crate) fn cyclonedx(project: &mut Project) -> Result<()> {
    let version = CYCLONEDX.to_owned();
    // It takes its options only as Cargo passes them on.
    let (programs, asked) = (&["cargo-cyclonedx"], &["cyclonedx", "--version"]);
    ensure(project, &[Tool { package: "cargo-cyclonedx", version, programs, asked, locked: true }])
}

/// Chooses each tool where this machine has it in the right version, and builds those that it has not.
fn ensure(project: &mut Project, tools: &[Tool]) -> Result<()> {
    let ours = project.target.join("tools");
    let home = cargo_home();
    let mut directories = project::user_path();
    directories.extend(home.iter().chain([&ours]).map(|root| root.join("bin")));
    let mut missing = Vec::new();
    for tool in tools {
        match directories.iter().find(|directory| tool.is_in(project, directory)) {
            Some(directory) => tool.choose(project, directory)?,
            None => missing.push(tool),
        }
    }
    for (index, tool) in missing.iter().enumerate() {
        // If the user has installed another version, ours goes into a folder of its own.
        let is_free = |program| directories.iter().all(|directory| !directory.join(program).exists());
        let free = tool.programs.iter().all(is_free);
        let root = home.as_ref().filter(|_| free).unwrap_or(&ours);
        println!("{} {} is missing ({} of {} tools).", tool.package, tool.version, index + 1, missing.len());
        install(project, tool, root)?;
        tool.choose(project, &root.join("bin"))?;
    }
    Ok(())
}

/// Removes what building the tools has left, once all of them are there: a gigabyte or more.
pub(crate) fn clean_up(project: &Project) {
    // What cannot be removed does no harm.
    _ = std::fs::remove_dir_all(build_directory(project));
}

/// One build directory for all tools, since they have many crates in common.
fn build_directory(project: &Project) -> PathBuf {
    project.target.join("tools-build")
}

fn install(project: &Project, tool: &Tool, root: &Path) -> Result<()> {
    let Tool { package, version, .. } = tool;
    println!(
        "Cargo builds it into {} once; that takes 2 to 6 minutes on two cores.",
        root.join("bin").display()
    );
    let locked = if tool.locked { "--locked " } else { "" };
    let mut cargo = project.cargo(&format!("install {locked}{package} --version {version} --root"));
    cargo.arg(root).env("CARGO_TARGET_DIR", build_directory(project)).envs(FAST_BUILD);
    shell::run(&mut cargo).map_err(|error| {
        error.remedy(format!(
            "if there is no network, start again when there is; otherwise try by hand: \
             cargo install {package} --version {version}"
        ))
    })
}

impl Tool {
    /// Whether all programs are in a directory, in the right version.
    fn is_in(&self, project: &Project, directory: &Path) -> bool {
        self.programs.iter().map(|program| directory.join(program)).all(|path| {
            let answer = path.is_file().then(|| shell::output(project.command(&path).args(self.asked)).ok());
            answer.flatten().is_some_and(|answer| version_in(&answer) == Some(&self.version))
        })
    }

    /// Has the programs of a directory used from here on.
    fn choose(&self, project: &mut Project, directory: &Path) -> Result<()> {
        self.programs.iter().try_for_each(|program| project.choose(&directory.join(program)))
    }
}

/// The second word, as in `trunk 0.21.14` and `wasm-bindgen 0.2.130 (1234567)`.
fn version_in(answer: &str) -> Option<&str> {
    answer.split_whitespace().nth(1)
}

/// Where `cargo install` puts programs unless told otherwise.
pub(crate) fn cargo_home() -> Option<PathBuf> {
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
