//! How trunk is called: for the files to host, and for a development server on ports of the user's choice.
//!
//! What happens to the files afterwards is in `bundle`; what the page is made of is in `index.html`.

use crate::cargo_tools;
use crate::error::{self, Error, Result};
use crate::project::Project;
use crate::{npm, rustflags, shell};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The variable from which the console learns, when it is compiled, under which path it will be hosted.
pub(crate) const BASE: &str = "SWR_CONSOLE_BASE";

/// The line of `Trunk.toml` above everything about builds.
const BUILD: &str = "[build]\n";

/// Where `Trunk.toml` looks for the emulator.
const EMULATOR: &str = "http://127.0.0.1:8081";

/// Sets up what every build of the console needs.
pub(crate) fn prepare(project: &mut Project) -> Result<()> {
    cargo_tools::wasm_target(project)?;
    cargo_tools::bundlers(project)?;
    cargo_tools::clean_up(project);
    Ok(())
}

/// Builds what a page names, or an example instead.
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

/// `Trunk.toml` for one run: with the emulator on the port of this run, and with a policy for the page. It is beside the original, since
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
        std::fs::write(&ours.0, with_nonces(&with_emulator_at(&text, emulator_port)?)?)
            .map_err(|error| error::file("write", &ours.0, &error))?;
        Ok(ours)
    }
}

impl Drop for RunConfig {
    fn drop(&mut self) {
        // A file that is left behind is written again by the next run.
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
    let folders =
        ["target", "dist", "dist-demo", "dist-server", "docs", "deploy", "emulator", "tests", "xtask"];
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

/// `Trunk.toml` with trunk's marking of its scripts, without which it sends no policy. What is built to be hosted can't
/// have it: trunk leaves the place of the number open, for a server to fill.
fn with_nonces(config: &str) -> Result<String> {
    let (before, after) = config.split_once(BUILD).ok_or_else(|| {
        Error::new(format!("Trunk.toml has no line {}", BUILD.trim())).remedy("see xtask/src/trunk.rs")
    })?;
    Ok(format!("{before}{BUILD}create_nonce = true\n{after}"))
}

#[cfg(test)]
mod tests {
    use super::{with_emulator_at, with_nonces};
    use crate::{csp, headers};

    const CONFIG: &str = include_str!("../../Trunk.toml");

    /// The texts in quotes on the lines between two others.
    fn lines(from: &str, until: &str) -> Vec<Vec<&'static str>> {
        let inside = CONFIG.split_once(from).unwrap().1.split_once(until).unwrap().0;
        inside.trim().lines().map(|line| line.split('"').map(str::trim).collect()).collect()
    }

    #[test]
    fn the_development_server_has_the_policy_of_the_page_but_for_its_own_way_to_scripts() {
        let sent = lines("\ncsp = [", "\n]").into_iter().filter_map(|line| line.get(1).copied());
        let page = "<meta charset=utf-8><script>a()</script>";
        let policy = csp::policy(page, r#"{"regions":[]}"#).unwrap();
        let policy = format!("{policy}; frame-ancestors 'none'");
        let hash = policy.split('\'').find(|part| part.starts_with("sha256-")).unwrap();
        let expected = policy.replace(hash, "nonce-{{NONCE}}");
        assert_eq!(sent.collect::<Vec<_>>(), expected.split("; ").collect::<Vec<_>>());
    }

    #[test]
    fn its_other_headers_say_what_servers_say() {
        let said = headers::print(
            "<meta charset=utf-8>",
            r#"{"regions":[]}"#,
            headers::Server::Plain,
            headers::Hsts::Host,
        )
        .unwrap();
        let sent = lines("\n[serve.headers]\n", "\n\n");
        assert_eq!(sent.len(), 5);
        for line in sent {
            let [name, value, _] = line[..] else { panic!("{line:?}") };
            let header = format!("{}: {value}", name.trim_end_matches([' ', '=']));
            assert!(said.lines().any(|line| line == header), "{header}");
        }
    }

    #[test]
    fn nonces_are_for_a_run_alone() {
        assert!(!CONFIG.contains("create_nonce"));
        assert!(with_nonces(CONFIG).unwrap().contains("\n[build]\ncreate_nonce = true\ntarget = "));
        assert!(with_nonces("[serve]\n").unwrap_err().to_string().contains("[build]"));
    }

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
