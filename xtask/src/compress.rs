//! Compressed copies beside the files to host, for web servers that hand out what lies there: as small as it gets, and
//! at no cost when somebody asks.
//!
//! Node compresses, which every build needs for wasm-opt anyway: it has the brotli that web servers have, and
//! a Rust one would take half a minute in an unoptimised xtask.

use crate::bundle::Bundle;
use crate::error::Result;
use crate::project::Project;
use crate::shell;

/// The endings of the copies.
pub(crate) const ENDINGS: [&str; 2] = [".br", ".gz"];

/// The endings of files that compression makes smaller.
const COMPRESSIBLE: [&str; 6] = [".html", ".js", ".css", ".wasm", ".svg", ".json"];

/// Whoever hosts the console writes this file anew, and web servers would go on handing out the copies of the old one.
const REWRITTEN: &str = "config.json";

/// Writes the copies of all files that are finished.
pub(crate) fn compress(project: &Project, bundle: &Bundle) -> Result<()> {
    let mut node = project.command("node");
    node.arg(project.root.join("xtask/npm/compress.mjs"));
    node.args(bundle.files.iter().filter(|file| has_copies(file))).current_dir(&bundle.directory);
    shell::run(&mut node)
}

/// Whether a file has compressed copies beside it.
pub(crate) fn has_copies(file: &str) -> bool {
    file != REWRITTEN && COMPRESSIBLE.iter().any(|ending| file.ends_with(ending))
}

/// Whether a file is the compressed copy of another.
pub(crate) fn is_copy(file: &str) -> bool {
    ENDINGS.iter().any(|ending| file.strip_suffix(ending).is_some_and(has_copies))
}

#[cfg(test)]
mod tests {
    use super::{has_copies, is_copy};

    #[test]
    fn what_a_host_rewrites_or_compression_does_not_help_has_no_copies() {
        let files = ["index.html", "a-1.js", "a-1_bg.wasm", "a-1.css", "icon-1.svg", "sub/page.html"];
        assert!(files.iter().all(|file| has_copies(file)));
        assert!(!["config.json", "picture.png", "font.woff2"].iter().any(|file| has_copies(file)));
    }

    #[test]
    fn a_copy_is_told_from_a_file_that_is_hosted_for_itself() {
        assert!(is_copy("index.html.br") && is_copy("a-1_bg.wasm.gz"));
        assert!(!["index.html", "archive.tar.gz", "config.json.br"].iter().any(|file| is_copy(file)));
    }
}
