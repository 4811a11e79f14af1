//! The two programs of the console in one bundle: the front, with which a visit begins, and the whole, which takes its
//! place when more is needed (`src/app/programs.rs`).
//!
//! trunk builds one program per page, so it builds twice, from two pages that differ in one name. What starts the
//! programs is a script that is written here; so this comes before the policy, which has that script's hash.

use crate::bundle::Bundle;
use crate::error::{self, Error, Result};
use crate::project::Project;
use crate::{glue, trunk};
use std::path::Path;

/// How `index.html` names the whole, and what stands there for the front.
const WHOLE: &str = r#"data-bin="swr-console""#;
const FRONT: &str = r#"data-bin="swr-console-front""#;

/// The page that names something else. It lies beside `index.html`, since all paths in it are relative to that; it is
/// removed again.
const OTHER_PAGE: &str = "index.other.html";

/// Two files of one program.
struct Program {
    glue: String,
    wasm: String,
    /// What the browser holds the files against.
    glue_integrity: String,
    wasm_integrity: String,
}

impl Program {
    fn of(bundle: &Bundle) -> Result<Self> {
        let names = glue::names(&bundle.files)
            .ok_or_else(|| Error::new("a bundle does not have one program with its JavaScript"))?;
        let (glue, wasm) = (names.glue(), names.program());
        let glue_integrity = glue::integrity(&bundle.read(&glue)?);
        let wasm_integrity = glue::integrity(&bundle.read(&wasm)?);
        Ok(Self { glue, wasm, glue_integrity, wasm_integrity })
    }

    /// As the arguments of the script's function that starts it.
    fn arguments(&self, base: &str) -> String {
        format!("'{base}{}', '{base}{}', '{}'", self.glue, self.wasm, self.wasm_integrity)
    }
}

/// Adds the front to a bundle that holds the whole, and tells which files a first visit does not need.
pub(crate) fn add_front(project: &mut Project, bundle: &mut Bundle, base: &str) -> Result<Vec<String>> {
    let whole = Program::of(bundle)?;
    let directory = project.scratch()?.join("front");
    build_front(project, &directory, base)?;
    let mut built = Bundle::open(&directory)?;
    glue::minify(project, &mut built)?;
    let front = Program::of(&built)?;
    for file in [&front.glue, &front.wasm] {
        let (from, to) = (built.directory.join(file), bundle.directory.join(file));
        std::fs::copy(&from, &to).map_err(|error| error::file("copy", &from, &error))?;
    }
    let page = with_start(&bundle.text("index.html")?, &script(&front, &whole, base))?;
    bundle.write("index.html", &page)?;
    *bundle = Bundle::open(&bundle.directory.clone())?;
    Ok(vec![whole.glue, whole.wasm])
}

fn build_front(project: &mut Project, directory: &Path, base: &str) -> Result<()> {
    build_with(project, FRONT, directory, base, None)
}

/// Builds an example instead of a program; trunk looks for it only where the page names no program.
pub(crate) fn build_example(project: &mut Project, name: &str, directory: &Path, base: &str) -> Result<()> {
    build_with(project, "", directory, base, Some(name))
}

/// Builds from the same page with something else in the place of the program's name.
fn build_with(
    project: &mut Project,
    named: &str,
    directory: &Path,
    base: &str,
    example: Option<&str>,
) -> Result<()> {
    let original = project.root.join("index.html");
    let text = std::fs::read_to_string(&original).map_err(|error| error::file("read", &original, &error))?;
    if !text.contains(WHOLE) {
        return Err(Error::new(format!("index.html does not name its program by {WHOLE}"))
            .remedy("xtask/src/programs.rs builds the front from the same page with another name there"));
    }
    let page = project.root.join(OTHER_PAGE);
    std::fs::write(&page, text.replace(WHOLE, named)).map_err(|error| error::file("write", &page, &error))?;
    let result = trunk::build_page(project, &page, directory, base, example);
    // A file that is left behind is written anew by the next build.
    _ = std::fs::remove_file(&page);
    result
}

/// What starts the programs: the front, or the whole where the address needs it; and the whole when the front asks
/// for it. A program and its JavaScript are asked for at the same time; if both fail, the failure is told once.
fn script(front: &Program, whole: &Program, base: &str) -> String {
    let map = format!(
        r#"{{"integrity":{{"{base}{}":"{}","{base}{}":"{}"}}}}"#,
        front.glue, front.glue_integrity, whole.glue, whole.glue_integrity
    );
    let (front, whole) = (front.arguments(base), whole.arguments(base));
    format!(
        r#"<script type="importmap">{map}</script><script type="module">
const start = async (glue, program, integrity) => {{
  const body = fetch(program, {{ integrity }});
  body.catch(() => {{}});
  const {{ default: run }} = await import(glue);
  await run({{ module_or_path: body }});
}};
const whole = () => start({whole});
const needsWhole = /\/(journal|members|images\/[^\/]+)\/?$/.test(location.pathname);
addEventListener("swr-console:whole", () => {{
  whole().catch(() => dispatchEvent(new Event("swr-console:whole-failed")));
}}, {{ once: true }});
await (needsWhole ? whole() : start({front}));
</script>"#
    )
}

/// The page with another script in the place of trunk's, and without the links by which trunk asks for its one program.
fn with_start(page: &str, script: &str) -> Result<String> {
    let unknown = || {
        Error::new("cannot find what starts the program in index.html")
            .remedy("trunk writes that in another way now: see xtask/src/programs.rs")
    };
    let mark = page.find("TrunkApplicationStarted").ok_or_else(unknown)?;
    let from = page.get(..mark).and_then(|before| before.rfind("<script")).ok_or_else(unknown)?;
    let end = page.get(mark..).and_then(|after| after.find("</script>")).ok_or_else(unknown)?;
    let until = mark + end + "</script>".len();
    let (before, after) = (page.get(..from).ok_or_else(unknown)?, page.get(until..).ok_or_else(unknown)?);
    Ok(without_preloads(&format!("{before}{script}{after}")))
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
    use super::{Program, script, with_start};

    fn program(name: &str) -> Program {
        Program {
            glue: format!("{name}.js"),
            wasm: format!("{name}_bg.wasm"),
            glue_integrity: format!("sha384-{name}-js"),
            wasm_integrity: format!("sha384-{name}-wasm"),
        }
    }

    #[test]
    fn trunks_script_and_preloads_give_way() {
        let page = "<link rel=icon href=i><script>theme()</script><script type=module>import a;\ndispatchEvent(\
                    new CustomEvent(\"TrunkApplicationStarted\"))</script><link rel=modulepreload href=a><link \
                    as=fetch rel=preload href=b><body>";
        assert_eq!(
            with_start(page, "<NEW>").unwrap(),
            "<link rel=icon href=i><script>theme()</script><NEW><body>"
        );
        assert!(with_start("<script>other()</script>", "").is_err());
    }

    #[test]
    fn both_programs_are_named_with_their_checksums() {
        let script = script(&program("front"), &program("whole"), "/console/");
        for part in [
            r#""/console/front.js":"sha384-front-js","/console/whole.js":"sha384-whole-js""#,
            "start('/console/front.js', '/console/front_bg.wasm', 'sha384-front-wasm')",
            "start('/console/whole.js', '/console/whole_bg.wasm', 'sha384-whole-wasm')",
        ] {
            assert!(script.contains(part), "{part}\n{script}");
        }
    }
}
