//! What the program may ask of the browser: its imports. The list is committed, in `docs/imports.txt`,
//! so that a dependency that begins to ask for more is seen before it is shipped.

use crate::error::{self, Error, Result};
use std::collections::BTreeSet;
use std::path::Path;

/// Fails unless the program asks for exactly what the list below `root` says.
pub(crate) fn check(root: &Path, asked: &[String]) -> Result<()> {
    let path = root.join("docs/imports.txt");
    let list = std::fs::read_to_string(&path).map_err(|error| error::file("read", &path, &error))?;
    match difference(&list, asked) {
        None => Ok(()),
        Some(what) => {
            Err(Error::new(format!("the program's imports are not those of docs/imports.txt:\n{what}"))
                .remedy("find out which change asks for it; if that is meant, change the list"))
        }
    }
}

/// The lines to add (`+`) and to remove (`-`); `None` if there are none.
fn difference(list: &str, asked: &[String]) -> Option<String> {
    let asked: BTreeSet<_> = asked.iter().map(String::as_str).collect();
    let listed: BTreeSet<_> =
        list.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    let more = asked.difference(&listed).map(|name| format!("+ {name}"));
    let gone = listed.difference(&asked).map(|name| format!("- {name}"));
    let lines: Vec<_> = more.chain(gone).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::difference;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn only_the_same_list_passes() {
        assert_eq!(difference("# why\n\nfetch\nnow\n", &names(&["now", "fetch", "now"])), None);
        assert_eq!(difference("fetch\n", &names(&["fetch", "open"])).as_deref(), Some("+ open"));
        assert_eq!(difference("fetch\nnow\n", &names(&["fetch"])).as_deref(), Some("- now"));
    }
}
