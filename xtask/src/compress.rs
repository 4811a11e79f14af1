//! Compressed copies beside the files to host, for web servers that send such files: as small as possible, and
//! at no cost when someone asks.
//!
//! Node compresses, which every build needs for wasm-opt anyway: it has the brotli that web servers have, and
//! a Rust one would take half a minute in an unoptimised xtask.

use crate::bundle::Bundle;
use crate::copies::has_copies;
use crate::error::Result;
use crate::project::Project;
use crate::shell;

/// Writes the copies of all files that are finished.
pub(crate) fn compress(project: &Project, bundle: &Bundle) -> Result<()> {
    let mut node = project.command("node");
    node.arg(project.root.join("xtask/npm/compress.mjs"));
    node.args(bundle.files.iter().filter(|file| has_copies(file))).current_dir(&bundle.directory);
    shell::run(&mut node)
}
