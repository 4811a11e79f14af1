//! What starts the program of a page: one short script in its head and one module, made from `start/` and
//! from the JavaScript of the program (`npm/start.mjs`), in the place of what trunk writes.
//!
//! The page names the module with its checksum, by which the policy allows it and nothing else
//! (`docs/decisions/0013-one-module.md`); so this comes before the policy.

use crate::bundle::Bundle;
use crate::error::{self, Error, Result};
use crate::glue::{self, Program};
use crate::notices;
use crate::project::Project;
use crate::shell;
use crate::split::Part;
use serde_json::json;

/// A text in each script that trunk puts into the page from `index.html`: the one in the head,
/// those that the module takes the place of, and the one that trunk starts a program with.
const HEAD: &str = "no-start";
const REPLACED: [&str; 2] = ["createPolicy", "light-dark("];
const STARTS: &str = "TrunkApplicationStarted";

/// The place of the console in the page, as trunk minifies it.
const CONSOLE: &str = "<div id=console></div>";

/// What a page is to start.
pub(crate) struct Start<'a> {
    /// The program, or its main part.
    pub(crate) program: &'a Program,
    /// The parts that are fetched later, if there are any.
    pub(crate) parts: &'a [Part],
    /// The main part's name for the table that all share.
    pub(crate) table: Option<&'a str>,
    /// The parts of the script in the head.
    pub(crate) head: &'a [&'a str],
    /// The part of the module that names all others.
    pub(crate) module: &'a str,
}

/// Writes both scripts into a bundle that has the programs already.
pub(crate) fn write(project: &Project, bundle: &mut Bundle, base: &str, start: &Start<'_>) -> Result<()> {
    let out = project.scratch()?.join("start");
    let mut node = project.command("node");
    node.arg(project.root.join("xtask/npm/start.mjs"));
    let part = |name: &str| project.root.join("start").join(name);
    let url = |file: &str| format!("{base}{file}");
    let parts = start.parts.iter().map(|part| {
        let Part { name, file, integrity, imports } = part;
        json!({ "name": name, "url": url(file), "integrity": integrity, "imports": imports })
    });
    let main = start.program;
    node.arg(
        json!({
            "main": { "glue": main.glue, "url": url(&main.wasm), "integrity": main.integrity },
            "parts": parts.collect::<Vec<_>>(),
            "table": start.table,
            "config": format!("{base}config.json"),
            "head": start.head.iter().map(|name| part(name)).collect::<Vec<_>>(),
            "module": part(start.module),
            "out": out,
        })
        .to_string(),
    );
    shell::run(&mut node)?;
    let read = |name: &str| {
        let path = out.join(name);
        std::fs::read_to_string(&path).map_err(|error| error::file("read", &path, &error))
    };
    let (head, module) = (read("head.js")?, read("module.js")?);
    let build = glue::hash(module.as_bytes());
    let name = format!("swr-console-{build}.js");
    println!("The script in the head has {} bytes.", head.trim_end().len());
    let scripts =
        Scripts { head: head.trim_end(), url: &url(&name), module: &module, program: &url(&main.wasm) };
    let page = page(&bundle.text("index.html")?, &scripts)?;
    let page = with_build(&page, &url(notices::FILE), &build)?;
    bundle.write("index.html", &page)?;
    bundle.write(&name, &module)?;
    bundle.files.push(name);
    bundle.files.sort();
    Ok(())
}

/// What the page names.
struct Scripts<'a> {
    head: &'a str,
    /// Where the module is.
    url: &'a str,
    module: &'a str,
    /// Where the program is, or its main part.
    program: &'a str,
}

/// The page with these scripts instead of trunk's, and with a link by which the browser asks for the program instead of
/// trunk's.
fn page(page: &str, scripts: &Scripts<'_>) -> Result<String> {
    let Scripts { head, url, module, program } = scripts;
    let integrity = glue::integrity(module.as_bytes());
    let module =
        format!(r#"<script type="module" src="{url}" integrity="{integrity}" crossorigin></script>"#);
    let preload = format!(r#"<link rel="preload" as="fetch" href="{program}" crossorigin>"#);
    let page = without_preloads(page);
    // Both are asked for as early as can be.
    let page = replace_script(&page, HEAD, &format!("{preload}<script>{head}</script>{module}"))?;
    let starts = page.contains(STARTS).then_some(STARTS);
    REPLACED.into_iter().chain(starts).try_fold(page, |page, mark| replace_script(&page, mark, ""))
}

/// The page with the version and the id of the build below the console: the hash of the module, which names all other files
/// by their checksums. It leads to the licences of what is shipped.
fn with_build(page: &str, licences: &str, build: &str) -> Result<String> {
    let version = env!("CARGO_PKG_VERSION");
    let footer = format!(
        r#"<footer class="footer" translate="no"><a class="link" href="{licences}" target="_blank">© swr-console {version} ({build})</a></footer>"#
    );
    if !page.contains(CONSOLE) {
        return Err(Error::new(format!("the page that trunk has written has no `{CONSOLE}`"))
            .remedy("it writes that in another way now: see xtask/src/start.rs"));
    }
    Ok(page.replacen(CONSOLE, &format!("{CONSOLE}{footer}"), 1))
}

/// The page with something else in the place of the one script that holds a text.
fn replace_script(page: &str, mark: &str, new: &str) -> Result<String> {
    let unknown = || {
        Error::new(format!("cannot find the one script with `{mark}` in the page that trunk has written"))
            .remedy("it writes that in another way now: see xtask/src/start.rs")
    };
    let mut scripts = page.match_indices("<script").filter_map(|(from, _)| {
        let script = page.get(from..)?;
        let until = script.find("</script>")? + "</script>".len();
        script.get(..until).filter(|script| script.contains(mark))
    });
    let script = scripts.next().filter(|_| scripts.next().is_none()).ok_or_else(unknown)?;
    Ok(page.replacen(script, new, 1))
}

fn without_preloads(page: &str) -> String {
    let mut kept = String::new();
    let mut rest = page;
    while let Some(start) = rest.find("<link ") {
        let (before, link) = rest.split_at(start);
        let (tag, after) = link.split_at(link.find('>').map_or(link.len(), |end| end + 1));
        kept.push_str(before);
        if !tag.contains("preload") {
            kept.push_str(tag);
        }
        rest = after;
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::{CONSOLE, Scripts, page, replace_script, with_build};
    use crate::glue;

    const PAGE: &str = "<meta charset=utf-8><script>no-start</script><link rel=icon href=i>\
         <script type=module>createPolicy</script><script type=module>light-dark(</script>\
         <script type=module>import a;\ndispatchEvent(new CustomEvent(\"TrunkApplicationStarted\"))</script>\
         <link rel=modulepreload href=a><link as=fetch rel=preload href=b><body>";

    const SCRIPTS: Scripts<'_> = Scripts {
        head: "head()",
        url: "/console/a-0f.js",
        module: "module()",
        program: "/console/m-0f.wasm",
    };

    #[test]
    fn the_build_is_below_the_console_and_leads_to_the_licences() {
        let page = format!("<body>{CONSOLE}<p>");
        let page = with_build(&page, "/console/THIRD-PARTY.txt", "0f1e").unwrap();
        let (before, after) = page.split_once(CONSOLE).unwrap();
        assert_eq!(before, "<body>");
        assert!(after.starts_with("<footer") && after.ends_with("</footer><p>"), "{after}");
        assert!(after.contains("href=\"/console/THIRD-PARTY.txt\"") && after.contains("(0f1e)"), "{after}");
        assert!(with_build("<body>", "", "").is_err());
    }

    #[test]
    fn trunks_scripts_and_preloads_give_way() {
        let integrity = glue::integrity(b"module()");
        let expected = format!(
            "<meta charset=utf-8><link rel=\"preload\" as=\"fetch\" href=\"/console/m-0f.wasm\" crossorigin>\
             <script>head()</script><script type=\"module\" src=\"/console/a-0f.js\" \
             integrity=\"{integrity}\" crossorigin></script><link rel=icon href=i><body>"
        );
        assert_eq!(page(PAGE, &SCRIPTS).unwrap(), expected);
        let without_program = PAGE.replace("TrunkApplicationStarted", "").replace("import a;", "");
        assert!(page(&without_program, &SCRIPTS).is_ok(), "trunk starts nothing where there is no program");
    }

    #[test]
    fn a_page_that_lacks_a_script_or_has_it_twice_is_refused() {
        for mark in ["no-start", "createPolicy"] {
            let other = PAGE.replace(mark, "");
            assert!(page(&other, &SCRIPTS).unwrap_err().to_string().contains(mark), "{mark}");
        }
        assert!(replace_script("<script>a</script><script>a</script>", "a", "").is_err());
        assert!(replace_script("<script>a", "a", "").is_err());
        assert_eq!(replace_script("<script>a</script>b", "a", "$0").unwrap(), "$0b");
    }
}
