//! How trunk is called: for the files to host, and for a development server on ports of the user's choice.
//!
//! What happens to the files afterwards is in `bundle`; what the page is made of stands in `index.html`.

use crate::cargo_tools;
use crate::error::{self, Error, Result};
use crate::project::Project;
use crate::{npm, rustflags, shell};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The variable from which the console learns, when it is compiled, under which path it will be hosted.
const BASE: &str = "SWR_CONSOLE_BASE";

/// Where `Trunk.toml` looks for the emulator.
const EMULATOR: &str = "http://127.0.0.1:8081";

/// Sets up what every build of the console needs.
pub(crate) fn prepare(project: &mut Project) -> Result<()> {
    cargo_tools::wasm_target(project)?;
    cargo_tools::trunk(project)?;
    cargo_tools::wasm_bindgen(project)?;
    cargo_tools::clean_up(project);
    Ok(())
}

/// Builds the console as it will be hosted.
pub(crate) fn build(project: &mut Project, dist: &Path, base: &str) -> Result<()> {
    build_page(project, Path::new("index.html"), dist, base, None)
}

/// Builds what a page beside `index.html` names, or an example of it.
pub(crate) fn build_page(
    project: &mut Project,
    page: &Path,
    dist: &Path,
    base: &str,
    example: Option<&str>,
) -> Result<()> {
    // If this build fails, no files of an earlier one may be taken for its own.
    remove(dist)?;
    prepare(project)?;
    let programs = npm::install(project, "xtask/npm")?;
    project.prefer(programs);
    // trunk works offline below, so that it fetches no tool of its own; Cargo gets its packages before.
    shell::run(&mut project.cargo("fetch --locked --target wasm32-unknown-unknown"))
        .map_err(|error| error.remedy("if there is no network, start again when there is"))?;
    let mut command = trunk(project, "build");
    command.arg(page).args(["--release", "--offline", "--locked", "--public-url", base, "--dist"]).arg(dist);
    command.args(example.iter().flat_map(|name| ["--example", name])).env(BASE, base);
    command.env(rustflags::VARIABLE, rustflags::of_release(project)?);
    shell::run(&mut command)
}

/// `Trunk.toml` for one run, with the emulator on the port of this run. It lies beside the original, since
/// trunk takes the folder of its configuration for the one that all paths and hooks are relative to; dropping
/// it removes it.
pub(crate) struct RunConfig(PathBuf);

impl RunConfig {
    /// Writes the file.
    pub(crate) fn write(project: &Project, emulator_port: u16) -> Result<Self> {
        let original = project.root.join("Trunk.toml");
        let text =
            std::fs::read_to_string(&original).map_err(|error| error::file("read", &original, &error))?;
        let ours = Self(project.root.join("Trunk.run.toml"));
        std::fs::write(&ours.0, with_emulator_at(&text, emulator_port)?)
            .map_err(|error| error::file("write", &ours.0, &error))?;
        Ok(ours)
    }
}

impl Drop for RunConfig {
    fn drop(&mut self) {
        // A file that is left behind is written anew by the next run.
        _ = std::fs::remove_file(&self.0);
    }
}

/// The command of a development server for the console, with the emulator behind the API's paths.
pub(crate) fn serve(project: &Project, config: &RunConfig, port: u16) -> Result<Command> {
    // What `cargo xtask dist` has built is left alone.
    let dist = project.scratch()?.join("serve");
    remove(&dist)?;
    let mut command = trunk(project, "serve");
    command.arg("--config").arg(&config.0).arg("--dist").arg(dist);
    command.args(["--address", "127.0.0.1", "--disable-address-lookup", "--port", &port.to_string()]);
    // Nothing in these folders is part of the page. trunk stops at a folder to ignore that does not exist, and
    // builds for ever if it sees what a build writes into target/, which Cargo may not have made.
    let built = project.root.join("target");
    std::fs::create_dir_all(&built).map_err(|error| error::file("make", &built, &error))?;
    let folders = ["target", "dist", "dist-demo", "docs", "deploy", "emulator", "tests", "xtask"];
    let folders = folders.iter().map(|name| project.root.join(name)).chain([project.target.clone()]);
    for folder in folders.filter(|folder| folder.exists()) {
        command.arg("--ignore").arg(folder);
    }
    command.env(BASE, "/");
    Ok(command)
}

fn remove(directory: &Path) -> Result<()> {
    if !directory.exists() {
        return Ok(());
    }
    std::fs::remove_dir_all(directory).map_err(|error| error::file("remove", directory, &error))
}

fn trunk(project: &Project, action: &str) -> Command {
    let mut command = project.command("trunk");
    command.args([action, "--skip-version-check"]);
    // trunk takes NO_COLOR for a flag of its own and stops at the customary `NO_COLOR=1`.
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        command.args(["--color", "never"]);
    }
    command.env_remove("NO_COLOR");
    // A failed build would end with where in trunk that was noticed, and push the compiler's words off the screen.
    command.env("RUST_BACKTRACE", "0");
    command
}

/// `Trunk.toml` with the emulator on another port.
fn with_emulator_at(config: &str, port: u16) -> Result<String> {
    if !config.contains(EMULATOR) {
        return Err(Error::new(format!("Trunk.toml proxies nothing to {EMULATOR}"))
            .remedy("give each [[proxy]] of the API a `backend` that begins with that address"));
    }
    Ok(config.replace(EMULATOR, &format!("http://127.0.0.1:{port}")))
}

#[cfg(test)]
mod tests {
    use super::with_emulator_at;

    #[test]
    fn every_proxy_moves_with_the_emulator() {
        let config = "backend = \"http://127.0.0.1:8081/v2/\"\nbackend = \"http://127.0.0.1:8081/v3\"\n";
        let moved = with_emulator_at(config, 9000).unwrap();
        assert_eq!(moved.matches("http://127.0.0.1:9000/v").count(), 2);
        assert!(!moved.contains("8081"));
    }

    #[test]
    fn a_configuration_without_the_emulator_is_an_error() {
        assert!(with_emulator_at("[build]\n", 9000).unwrap_err().to_string().contains("8081"));
    }
}
