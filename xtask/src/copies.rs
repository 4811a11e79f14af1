//! Names of files and of their compressed copies, which lie beside them.

/// The endings of the copies.
pub(crate) const ENDINGS: [&str; 2] = [".br", ".gz"];

/// The endings of files that compression makes smaller.
const COMPRESSIBLE: [&str; 7] = [".html", ".js", ".css", ".wasm", ".svg", ".json", ".txt"];

/// Anyone who hosts the console writes this file again, and web servers would go on handing out the copies of the old one.
const REWRITTEN: &str = "config.json";

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
