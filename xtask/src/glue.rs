//! A program and the JavaScript between it and the page, as wasm-bindgen writes them and trunk names them: found, made
//! smaller, and the program named after what it holds.
//!
//! How the program is made smaller is in `npm/shorten.mjs`; trunk's own minifier does not understand that JavaScript and
//! leaves it as it is. What happens to the JavaScript is in `start`.

use crate::bundle::Bundle;
use crate::error::{self, Error, Result};
use crate::project::Project;
use crate::shell;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::path::PathBuf;

/// What trunk calls the two files: `<stem>-<hash>.js` and `<stem>-<hash>_bg.wasm`.
#[derive(Debug, PartialEq, Eq)]
struct Names<'a> {
    stem: &'a str,
    hash: &'a str,
}

impl Names<'_> {
    /// The JavaScript.
    fn glue(&self) -> String {
        format!("{}-{}.js", self.stem, self.hash)
    }

    /// The WebAssembly.
    fn program(&self) -> String {
        format!("{}-{}_bg.wasm", self.stem, self.hash)
    }
}

/// A program as it will be hosted, and its JavaScript as it will not be.
pub(crate) struct Program {
    /// The file with the program, in its bundle.
    pub(crate) wasm: String,
    /// What the browser holds the program against.
    pub(crate) integrity: String,
    /// Where the JavaScript lies.
    pub(crate) glue: PathBuf,
}

/// Makes the program that trunk has put into a bundle smaller, and gives it its name.
pub(crate) fn shorten(project: &Project, bundle: &mut Bundle) -> Result<Program> {
    let files = bundle.files.clone();
    let old = names(&files).ok_or_else(|| {
        Error::new("trunk has not written one `…-<hash>.js` with its `…-<hash>_bg.wasm`")
            .remedy("see what it has written, and teach `names` in xtask/src/glue.rs")
    })?;
    let mut node = project.command("node");
    node.arg(project.root.join("xtask/npm/shorten.mjs")).args([old.glue(), old.program()]);
    shell::run(node.current_dir(&bundle.directory))?;
    let bytes = bundle.read(&old.program())?;
    // trunk's hash is of what went into wasm-opt. The name has to change with what came out too, or a browser that
    // holds the file of an earlier build takes that for this one, and refuses it by its checksum.
    let wasm = Names { stem: old.stem, hash: &hash(&bytes) }.program();
    bundle.rename(&old.program(), &wasm)?;
    Ok(Program { wasm, integrity: integrity(&bytes), glue: bundle.directory.join(old.glue()) })
}

impl Program {
    /// Takes the JavaScript away from what is hosted, once it has gone into a module.
    pub(crate) fn remove_glue(&self, bundle: &mut Bundle) -> Result<()> {
        std::fs::remove_file(&self.glue).map_err(|error| error::file("remove", &self.glue, &error))?;
        bundle.files.retain(|file| bundle.directory.join(file) != self.glue);
        Ok(())
    }
}

/// The names of the only pair among the files.
fn names(files: &[String]) -> Option<Names<'_>> {
    let mut pairs = files.iter().filter_map(|file| {
        let (stem, hash) = file.strip_suffix("_bg.wasm")?.rsplit_once('-')?;
        let names = Names { stem, hash };
        files.contains(&names.glue()).then_some(names)
    });
    pairs.next().filter(|_| pairs.next().is_none())
}

/// What a file that never changes is named after.
pub(crate) fn hash(content: &[u8]) -> String {
    sha256(content).chars().take(16).collect()
}

/// A checksum in hexadecimal, as `sha256sum` prints it.
pub(crate) fn sha256(content: &[u8]) -> String {
    Sha256::digest(content).iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        _ = write!(text, "{byte:02x}");
        text
    })
}

/// The checksum by which a page names a file. A longer one adds 16 bytes for each file to the first load, and guards no better.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::{Names, Program, hash, integrity, names};
    use crate::bundle::Bundle;

    fn files(names: &[&str]) -> Vec<String> {
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_pair_is_found_among_all_files() {
        let list = files(&["a-b-0f_bg.wasm", "a-b-0f.js", "c-1.css", "index.html", "x.js"]);
        let found = names(&list).unwrap();
        assert_eq!(found, Names { stem: "a-b", hash: "0f" });
        assert_eq!((found.glue(), found.program()), ("a-b-0f.js".to_owned(), "a-b-0f_bg.wasm".to_owned()));
    }

    #[test]
    fn anything_but_one_pair_is_refused() {
        for list in [
            files(&["a-0f.js"]),
            files(&["a-0f_bg.wasm", "a-10.js"]),
            files(&["a-0_bg.wasm", "a-0.js", "b-1_bg.wasm", "b-1.js"]),
        ] {
            assert_eq!(names(&list), None, "{list:?}");
        }
    }

    #[test]
    fn the_name_changes_with_the_file() {
        assert_eq!(hash(b"a").len(), 16);
        assert_eq!(hash(b"a"), hash(b"a"));
        assert_ne!(hash(b"a"), hash(b"b"));
    }

    #[test]
    fn checksums_are_those_that_browsers_compute() {
        // The text of the example in the specification (Subresource Integrity, section 3.1).
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
        );
    }

    #[test]
    fn the_javascript_of_a_program_is_not_hosted() {
        let directory = std::env::temp_dir().join(format!("xtask-glue-{}", std::process::id()));
        std::fs::create_dir_all(&directory).unwrap();
        std::fs::write(directory.join("a-0f.js"), "").unwrap();
        let glue = directory.join("a-0f.js");
        let mut bundle = Bundle { directory, files: files(&["a-0f.js", "index.html"]) };
        let program = Program { wasm: String::new(), integrity: String::new(), glue };
        assert_eq!(program.remove_glue(&mut bundle), Ok(()));
        assert_eq!(bundle.files, ["index.html"]);
        assert!(!program.glue.exists());
        std::fs::remove_dir_all(&bundle.directory).unwrap();
    }
}
