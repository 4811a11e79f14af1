//! The crates that are linked into the program: those that the console and its dependencies name for the browser, without
//! what only builds or tests them.

use crate::error::{Error, Result};
use crate::project::Project;
use crate::shell;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A crate from the registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Crate {
    pub(crate) name: String,
    pub(crate) version: String,
    /// As it names it: an SPDX expression, or the older `MIT/Apache-2.0`.
    pub(crate) licence: String,
    /// Its authors, or else its repository, which every crate here has.
    pub(crate) authors: String,
    pub(crate) folder: PathBuf,
}

/// The crates by name and version; Cargo must have fetched them.
pub(crate) fn crates(project: &Project) -> Result<Vec<Crate>> {
    let line = "metadata --format-version 1 --locked --offline --filter-platform wasm32-unknown-unknown";
    let text = shell::output(&mut project.cargo(line))?;
    let metadata: Value = serde_json::from_str(&text)
        .map_err(|error| Error::new(format!("cannot read what `cargo metadata` answers: {error}")))?;
    of(&metadata).ok_or_else(|| Error::new("`cargo metadata` does not name the console and its dependencies"))
}

fn of(metadata: &Value) -> Option<Vec<Crate>> {
    let packages: BTreeMap<&str, &Value> = by_id(metadata.get("packages")?)?;
    let nodes: BTreeMap<&str, &Value> = by_id(metadata.pointer("/resolve/nodes")?)?;
    let mut open: Vec<&str> = packages
        .iter()
        .filter(|(_, package)| text(package, "name") == "swr-console")
        .map(|(id, _)| *id)
        .collect();
    let mut linked = BTreeSet::new();
    while let Some(id) = open.pop() {
        if linked.insert(id) {
            let links = nodes.get(id)?.get("deps")?.as_array()?.iter().filter(|link| is_linked(link));
            let ids = links.filter_map(|link| link.get("pkg")?.as_str());
            open.extend(ids.filter(|id| packages.get(id).is_some_and(|package| !is_macro(package))));
        }
    }
    let mut crates: Vec<Crate> = linked
        .iter()
        .filter_map(|id| packages.get(id))
        // Those of this repository have no source.
        .filter(|package| package.get("source").is_some_and(Value::is_string))
        .map(|package| one(package))
        .collect::<Option<_>>()?;
    crates.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    Some(crates)
}

fn by_id(list: &Value) -> Option<BTreeMap<&str, &Value>> {
    list.as_array()?.iter().map(|one| Some((one.get("id")?.as_str()?, one))).collect()
}

/// Whether a dependency is an ordinary one, for the target that was asked for.
fn is_linked(link: &Value) -> bool {
    let kinds = link.get("dep_kinds").and_then(Value::as_array);
    kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind.get("kind").is_none_or(Value::is_null)))
}

/// Whether a package is a macro, which runs in the compiler.
fn is_macro(package: &Value) -> bool {
    let targets = package.get("targets").and_then(Value::as_array);
    targets.is_some_and(|targets| targets.iter().any(|target| target.to_string().contains("proc-macro")))
}

fn one(package: &Value) -> Option<Crate> {
    let authors = package.get("authors")?.as_array()?.iter().filter_map(Value::as_str).collect::<Vec<_>>();
    let authors =
        if authors.is_empty() { text(package, "repository").to_owned() } else { authors.join(", ") };
    Some(Crate {
        name: text(package, "name").to_owned(),
        version: text(package, "version").to_owned(),
        licence: text(package, "license").to_owned(),
        authors,
        folder: Path::new(text(package, "manifest_path")).parent()?.to_path_buf(),
    })
}

fn text<'a>(package: &'a Value, key: &str) -> &'a str {
    package.get(key).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::crates;
    use crate::project::Project;

    #[test]
    fn what_the_browser_runs_is_there_and_what_builds_or_tests_it_is_not() {
        let crates = crates(&Project::find().unwrap()).unwrap();
        let names: Vec<_> = crates.iter().map(|one| one.name.as_str()).collect();
        for name in ["leptos", "wasm-bindgen", "serde_json", "web-sys", "gloo-net"] {
            assert!(names.contains(&name), "{name}");
        }
        for name in
            ["proptest", "swr-console", "swr-domain", "leptos_macro", "serde_derive", "walrus", "tokio"]
        {
            assert!(!names.contains(&name), "{name}");
        }
        assert!(crates.iter().all(|one| !one.licence.is_empty() && one.folder.is_dir()));
    }
}
