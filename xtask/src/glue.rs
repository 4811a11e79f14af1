//! The program and the JavaScript between it and the page, as wasm-bindgen writes them: made smaller, and named
//! after what they hold.
//!
//! How they are made smaller is in `npm/minify.mjs`; trunk's own minifier does not understand that JavaScript and
//! leaves it as it is. What trunk has written about the files into the page, names and checksums, is put right
//! here; so this comes before the policy, which has the hash of the script that names the files.

use crate::bundle::Bundle;
use crate::error::{Error, Result};
use crate::project::Project;
use crate::shell;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256, Sha384};
use std::fmt::Write as _;

/// What trunk calls the two files: `<stem>-<hash>.js` and `<stem>-<hash>_bg.wasm`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Names<'a> {
    stem: &'a str,
    hash: &'a str,
}

impl Names<'_> {
    /// The JavaScript.
    pub(crate) fn glue(&self) -> String {
        format!("{}-{}.js", self.stem, self.hash)
    }

    /// The WebAssembly.
    pub(crate) fn program(&self) -> String {
        format!("{}-{}_bg.wasm", self.stem, self.hash)
    }
}

/// Makes the two files of a bundle smaller, and renames them.
pub(crate) fn minify(project: &Project, bundle: &mut Bundle) -> Result<()> {
    let files = bundle.files.clone();
    let old = names(&files).ok_or_else(|| {
        Error::new("trunk has not written one `…-<hash>.js` with its `…-<hash>_bg.wasm`")
            .remedy("see what it has written, and teach `names` in xtask/src/glue.rs")
    })?;
    let read = |bundle: &Bundle| Ok((bundle.read(&old.glue())?, bundle.read(&old.program())?));
    let before = read(bundle)?;
    let mut node = project.command("node");
    node.arg(project.root.join("xtask/npm/minify.mjs")).args([old.glue(), old.program()]);
    shell::run(node.current_dir(&bundle.directory))?;
    let after = read(bundle)?;
    let hash = hash(&[&after.0, &after.1]);
    let new = Names { stem: old.stem, hash: &hash };
    let page = replace(&bundle.text("index.html")?, &integrity(&before.0), &integrity(&after.0))?;
    let page = replace(&page, &integrity(&before.1), &integrity(&after.1))?;
    let page = replace(&page, &old.glue(), &new.glue())?;
    let page = replace(&page, &old.program(), &new.program())?;
    bundle.write("index.html", &page)?;
    bundle.rename(&old.glue(), &new.glue())?;
    bundle.rename(&old.program(), &new.program())
}

/// The names of the only pair among the files.
pub(crate) fn names(files: &[String]) -> Option<Names<'_>> {
    let mut pairs = files.iter().filter_map(|file| {
        let (stem, hash) = file.strip_suffix("_bg.wasm")?.rsplit_once('-')?;
        let names = Names { stem, hash };
        files.contains(&names.glue()).then_some(names)
    });
    pairs.next().filter(|_| pairs.next().is_none())
}

/// trunk's hash is of what went into wasm-opt. The name has to change with what came out too, or a browser that
/// holds the file of an earlier build takes that for this one, and refuses it by its checksum. One hash is
/// enough, since the two files only fit each other.
fn hash(contents: &[&[u8]]) -> String {
    let digest = contents.iter().fold(Sha256::new(), Sha256::chain_update).finalize();
    digest.iter().take(8).fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        _ = write!(text, "{byte:02x}");
        text
    })
}

/// The checksum by which the page names a file, as trunk writes it.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The page with another text in place of one that has to be there.
fn replace(page: &str, old: &str, new: &str) -> Result<String> {
    if !page.contains(old) {
        return Err(Error::new(format!("index.html does not name `{old}`"))
            .remedy("trunk writes names and checksums in another way now: see xtask/src/glue.rs"));
    }
    Ok(page.replace(old, new))
}

#[cfg(test)]
mod tests {
    use super::{Names, hash, integrity, names, replace};

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
    fn the_name_changes_with_either_file() {
        assert_eq!(hash(&[b"a", b"b"]).len(), 16);
        assert_eq!(hash(&[b"a", b"b"]), hash(&[b"a", b"b"]));
        assert_ne!(hash(&[b"a", b"b"]), hash(&[b"a", b"c"]));
        assert_ne!(hash(&[b"a", b"b"]), hash(&[b"c", b"b"]));
    }

    #[test]
    fn checksums_are_those_that_browsers_compute() {
        // The example of the specification (Subresource Integrity, section 3.1).
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn every_place_is_put_right_and_a_missing_one_is_told() {
        assert_eq!(replace("a-1.js a-1.js", "a-1.js", "a-2.js"), Ok("a-2.js a-2.js".to_owned()));
        assert!(replace("", "a-1.js", "a-2.js").unwrap_err().to_string().contains("`a-1.js`"));
    }
}
