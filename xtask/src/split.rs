//! The program in parts (`docs/decisions/0010-parts.md`): compiled with what the linker knows of it, cut by `xtask-split` where
//! `src/split.rs` says, each part made smaller by itself. trunk knows nothing of this.

use crate::bundle::Bundle;
use crate::error::{self, Error, Result};
use crate::glue::{self, Program};
use crate::project::Project;
use crate::{imports, rustflags, shell, trunk};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The parts, in the order in which a visit needs them. What some of them share is in the first of those.
pub(crate) const PARTS: [&str; 8] =
    ["tables", "granting", "outside", "changing", "reports", "review", "planning", "evidence"];

/// A part as it will be hosted.
pub(crate) struct Part {
    /// Its name in `src/split.rs`.
    pub(crate) name: &'static str,
    /// Its file, in the bundle.
    pub(crate) file: String,
    /// What the browser holds it against.
    pub(crate) integrity: String,
    /// What it takes from the main program: its names for that, each with the main program's.
    pub(crate) imports: Value,
}

/// A program in parts.
pub(crate) struct Split {
    /// What a visit begins with.
    pub(crate) main: Program,
    /// The rest.
    pub(crate) parts: Vec<Part>,
    /// The main program's name for the table of functions that all share.
    pub(crate) table: String,
}

/// Builds the program into a bundle. `options` are what the page has wasm-opt do beside `-Os`.
pub(crate) fn build(project: &Project, bundle: &mut Bundle, base: &str, options: &str) -> Result<Split> {
    let program = compile(project, base)?;
    let folder = project.scratch()?.join("split");
    // No file of an earlier build may be taken for one of this.
    _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).map_err(|error| error::file("make", &folder, &error))?;
    let mut cut = project.cargo("run --quiet --locked --package xtask-split --");
    shell::run(cut.arg(program).arg(&folder)).map_err(|error| {
        error.remedy("`cargo xtask dist --unsplit` builds the program in one file, without this tool")
    })?;
    let mut node = project.command("node");
    node.arg(project.root.join("xtask/npm/split.mjs")).arg(&folder).arg(PARTS.join(","));
    node.arg(format!("-Os {options}"));
    shell::run(&mut node)?;
    collect(bundle, &folder, &project.root)
}

/// Compiles the program with its relocations, which tell the cutting tool what needs what. Only the program itself is
/// compiled in another way than by trunk, so no package is built anew.
fn compile(project: &Project, base: &str) -> Result<PathBuf> {
    let mut command = project.cargo(
        "rustc --package swr-console --bin swr-console --profile web --target wasm32-unknown-unknown \
         --locked --offline -- --cfg split -C link-arg=--emit-relocs",
    );
    command.env(trunk::BASE, base).env(rustflags::VARIABLE, rustflags::of_release(project)?);
    shell::run(&mut command)?;
    Ok(project.target.join("wasm32-unknown-unknown/web/swr-console.wasm"))
}

/// Puts the files into the bundle, each named after what it holds.
fn collect(bundle: &mut Bundle, folder: &Path, root: &Path) -> Result<Split> {
    let path = folder.join("imports.json");
    let text = std::fs::read_to_string(&path).map_err(|error| error::file("read", &path, &error))?;
    let known: Value =
        serde_json::from_str(&text).map_err(|error| Error::new(format!("{}: {error}", path.display())))?;
    let main = add(bundle, &folder.join("main_bg.wasm"), "main")?;
    let parts = PARTS.map(|name| {
        let (file, integrity) = add(bundle, &folder.join(format!("{name}.wasm")), name)?;
        let imports = known.pointer(&format!("/imports/{name}")).cloned();
        Ok(Part { name, file, integrity, imports: imports.ok_or_else(|| lacks(&path, name))? })
    });
    let asked = known.get("asks").and_then(Value::as_array).ok_or_else(|| lacks(&path, "asks"))?;
    let asked: Vec<_> = asked.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    imports::check(root, &asked)?;
    let table = known.get("table").and_then(Value::as_str).ok_or_else(|| lacks(&path, "table"))?.to_owned();
    bundle.files.sort();
    Ok(Split {
        main: Program { wasm: main.0, integrity: main.1, glue: folder.join("main.js") },
        parts: parts.into_iter().collect::<Result<_>>()?,
        table,
    })
}

fn lacks(path: &Path, what: &str) -> Error {
    Error::new(format!("{} does not name `{what}`", path.display()))
        .remedy("see xtask/npm/split.mjs, which writes it")
}

fn add(bundle: &mut Bundle, path: &Path, name: &str) -> Result<(String, String)> {
    let bytes = std::fs::read(path).map_err(|error| error::file("read", path, &error))?;
    let file = format!("swr-console-{name}-{}.wasm", glue::hash(&bytes));
    let to = bundle.directory.join(&file);
    std::fs::write(&to, &bytes).map_err(|error| error::file("write", &to, &error))?;
    bundle.files.push(file.clone());
    Ok((file, glue::integrity(&bytes)))
}
