//! The notices that the licences of the linked crates ask for: `THIRD-PARTY.txt` in the files to host.
//!
//! Cargo says which crates are linked; some of them are only asked for by a macro or by a target that is not the
//! browser, and one notice more does no harm. Equal texts are there once.

use crate::bundle::Bundle;
use crate::error::{self, Error, Result};
use crate::linked::{self, Crate};
use crate::project::Project;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// The file.
pub(crate) const FILE: &str = "THIRD-PARTY.txt";

/// What files with such texts are called.
const NAMES: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE"];

/// The copyright in Rust's standard library for WebAssembly, and in what that links. All of it is under the MIT licence, most
/// of it under Apache-2.0 as well (`COPYRIGHT-library.html` of Rust 1.95.0).
const RUST: &str = "Copyright (c) The Rust Project Contributors (the standard library)
Copyright (c) 2014 Alex Crichton (cfg-if, dlmalloc, rustc-demangle)
Copyright (c) 2016 Amanieu d'Antras (hashbrown)
Copyright (c) 2016 Jorge Aparicio, 2009-2016 the contributors of LLVM's compiler-rt (compiler-builtins)";

/// The MIT licence below its copyright, for crates that name it and come without a file.
const MIT: &str =
    "Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the \"Software\"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software.

THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT
OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.";

/// Writes the file into a bundle.
pub(crate) fn write(project: &Project, bundle: &mut Bundle) -> Result<()> {
    let path = project.root.join("LICENSE");
    let own = std::fs::read_to_string(&path).map_err(|error| error::file("read", &path, &error))?;
    let mut texts =
        BTreeMap::from([(format!("{RUST}\n\n{MIT}"), vec!["Rust's standard library".to_owned()])]);
    for one in linked::crates(project)? {
        for text in texts_of(&one)? {
            texts.entry(text).or_default().push(format!("{} {} ({})", one.name, one.version, one.licence));
        }
    }
    bundle.write(FILE, &joined(&own, texts))?;
    bundle.files.push(FILE.to_owned());
    bundle.files.sort();
    Ok(())
}

/// The console's own licence, then each text below the names of the crates that have it, by the first of them.
fn joined(own: &str, texts: BTreeMap<String, Vec<String>>) -> String {
    let mut all = format!("The SWR permission console\n\n{}\n", own.trim());
    let mut sorted: Vec<_> = texts.into_iter().map(|(text, crates)| (crates, text)).collect();
    sorted.sort();
    for (crates, text) in sorted {
        // Writing to a String cannot fail.
        _ = write!(all, "\n{}\n\n{}\n\n{text}\n", "=".repeat(80), crates.join("\n"));
    }
    all
}

/// The texts of a crate: of MIT alone where its user may choose that, or else all that it has.
fn texts_of(one: &Crate) -> Result<Vec<String>> {
    let mut files = files(&one.folder)?;
    let may_be_mit = one.licence.contains("MIT") && !one.licence.contains("AND");
    if files.is_empty() {
        if may_be_mit {
            return Ok(vec![format!("Copyright (c) {}\n\n{MIT}", one.authors)]);
        }
        let what =
            format!("{} {} is under {} and has no file that says so", one.name, one.version, one.licence);
        return Err(Error::new(what).remedy("add its text to xtask/src/notices.rs"));
    }
    if may_be_mit && files.iter().any(|(name, _)| name.contains("MIT")) {
        let is_needed =
            |name: &str| name.contains("MIT") || name.starts_with("NOTICE") || name.starts_with("COPYRIGHT");
        files.retain(|(name, _)| is_needed(name));
    }
    Ok(files.into_iter().map(|(_, text)| text).collect())
}

/// The files of a folder that have such texts: their names in capitals, and their texts.
fn files(folder: &Path) -> Result<Vec<(String, String)>> {
    let failed = |error: std::io::Error| error::file("list", folder, &error);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if path.is_file() && NAMES.iter().any(|start| name.starts_with(start)) {
            let text = std::fs::read_to_string(&path).map_err(|error| error::file("read", &path, &error))?;
            files.push((name, text.replace("\r\n", "\n").trim().to_owned()));
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::{MIT, joined, texts_of};
    use crate::linked::Crate;
    use std::collections::BTreeMap;

    fn one(licence: &str, files: &[(&str, &str)]) -> Crate {
        let folder =
            std::env::temp_dir().join(format!("xtask-notices-{}-{}", std::process::id(), files.len()));
        _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        for (name, text) in files {
            std::fs::write(folder.join(name), text).unwrap();
        }
        Crate {
            name: "a".to_owned(),
            version: "1.0.0".to_owned(),
            licence: licence.to_owned(),
            authors: "Ada, Bob".to_owned(),
            folder,
        }
    }

    #[test]
    fn of_a_choice_the_text_of_mit_is_enough() {
        let both = [("LICENSE-MIT", "mit\r\n"), ("LICENSE-APACHE", "apache"), ("NOTICE", "notice")];
        assert_eq!(texts_of(&one("MIT OR Apache-2.0", &both)).unwrap(), ["mit", "notice"]);
        assert_eq!(texts_of(&one("MIT/Apache-2.0", &both)).unwrap(), ["mit", "notice"]);
        let all = texts_of(&one("(MIT OR Apache-2.0) AND Unicode-3.0", &both)).unwrap();
        assert_eq!(all, ["apache", "mit", "notice"]);
        assert_eq!(texts_of(&one("Zlib", &[("LICENSE.md", "z"), ("readme.md", "r")])).unwrap(), ["z"]);
    }

    #[test]
    fn without_a_file_the_licence_is_written_out_if_it_is_known() {
        let [text] = &texts_of(&one("MIT", &[])).unwrap()[..] else { panic!("one text") };
        assert!(text.starts_with("Copyright (c) Ada, Bob\n\nPermission"), "{text}");
        assert!(text.ends_with(MIT));
        assert!(texts_of(&one("Zlib", &[])).unwrap_err().to_string().contains("a 1.0.0 is under Zlib"));
    }

    #[test]
    fn a_text_is_there_once_below_all_that_have_it() {
        let texts = BTreeMap::from([
            ("z".to_owned(), vec!["a 1".to_owned(), "c 1".to_owned()]),
            ("y".to_owned(), vec!["b 1".to_owned()]),
        ]);
        let line = "=".repeat(80);
        assert_eq!(
            joined("own\n", texts),
            format!("The SWR permission console\n\nown\n\n{line}\n\na 1\nc 1\n\nz\n\n{line}\n\nb 1\n\ny\n")
        );
    }
}
