//! What a release was made of, and by what: the commit, the tools with their versions, the flags, and the checksums of what
//! came out. Whoever builds the commit with the same tools gets the same files.

use crate::error::{self, Error, Result};
use crate::project::Project;
use crate::{cargo_tools, rustflags, shell};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The commit that is released.
pub(crate) struct Source {
    /// What the files of the release are called, without their endings.
    pub(crate) name: String,
    pub(crate) version: &'static str,
    pub(crate) commit: String,
    /// When it was committed: seconds since 1970.
    pub(crate) time: String,
}

/// The statement, as JSON. `files` and `dist` are checksums, of the release's files and of those to host.
pub(crate) fn statement(
    project: &Project,
    source: &Source,
    files: &BTreeMap<String, String>,
    dist: &BTreeMap<String, String>,
) -> Result<String> {
    let path = project.root.join("xtask/npm/package.json");
    let text = std::fs::read_to_string(&path).map_err(|error| error::file("read", &path, &error))?;
    let packages: Value = serde_json::from_str(&text)
        .map_err(|error| Error::new(format!("{} is no JSON: {error}", path.display())))?;
    let npm = |package: &str| packages.pointer(&format!("/dependencies/{package}"));
    let said = |program: &str, argument: &str| {
        shell::output(project.command(program).arg(argument)).map(|text| text.trim().to_owned())
    };
    let statement = json!({
        "name": source.name,
        "version": source.version,
        "build": build_id(dist),
        "commit": source.commit,
        "commit_time": source.time,
        "command": "cargo xtask release",
        "tools": {
            "rustc": said("rustc", "-vV")?.lines().collect::<Vec<_>>(),
            "cargo": said("cargo", "--version")?,
            "node": said("node", "--version")?,
            "trunk": cargo_tools::TRUNK,
            "wasm-bindgen": project.locked_version("wasm-bindgen")?,
            "wasm_split_cli_support": project.locked_version("wasm_split_cli_support")?,
            "binaryen": npm("binaryen"),
            "esbuild": npm("esbuild"),
        },
        "rustflags": rustflags::of_repository(project)?,
        "files": object(files),
        "dist": object(dist),
    });
    Ok(format!("{}\n", serde_json::to_string_pretty(&statement).unwrap_or_default()))
}

/// The id that the page shows: the hash in the module's name.
fn build_id(dist: &BTreeMap<String, String>) -> Option<&str> {
    dist.keys().find_map(|file| file.strip_prefix("swr-console-")?.strip_suffix(".js"))
}

fn object(sums: &BTreeMap<String, String>) -> Map<String, Value> {
    sums.iter().map(|(file, sum)| (file.clone(), Value::from(sum.as_str()))).collect()
}

#[cfg(test)]
mod tests {
    use super::build_id;
    use std::collections::BTreeMap;

    #[test]
    fn the_build_is_named_by_its_module() {
        let files =
            ["index.html", "swr-console-0f1e.js", "swr-console-0f1e.js.br", "swr-console-main-2d.wasm"];
        let dist: BTreeMap<_, _> = files.iter().map(|file| ((*file).to_owned(), String::new())).collect();
        assert_eq!(build_id(&dist), Some("0f1e"));
        assert_eq!(build_id(&BTreeMap::new()), None);
    }
}
