//! `cargo xtask release`: what somebody needs who hosts the console without building it, and can check. The console is built
//! twice, from two fresh clones of the same commit in two folders; the files have to be the same to the last byte.
//!
//! `docs/release.md` says what is in each file, and how a release is checked.

use crate::error::{self, Error, Result};
use crate::options::DistOptions;
use crate::project::Project;
use crate::provenance::{self, Source};
use crate::{bundle, cargo_tools, dist, glue, shell};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// Where the files of a release go.
const OUT: &str = "dist-release";

/// The two folders. Their names are of different lengths, so that a path in a file would not go unnoticed.
const CLONES: [&str; 2] = ["first", "the-second-build"];

/// What is in the archive: what a host needs, and the words about it.
const PACKED: [&str; 6] = ["dist", "dist-server", "deploy", "docs", "CHANGELOG.md", "LICENSE"];

/// Builds a release of the commit that is checked out.
pub(crate) fn release(project: &mut Project) -> Result<()> {
    let source = source(project)?;
    println!("Release {} of commit {}", source.name, source.commit);
    cargo_tools::cyclonedx(project)?;
    let scratch = project.scratch()?.join("release");
    let [first, second] = CLONES.map(|name| scratch.join(name));
    for folder in [&first, &second] {
        build(project, folder, &source.commit)?;
    }
    compare(&first, &second)?;
    let out = project.root.join(OUT);
    _ = std::fs::remove_dir_all(&out);
    std::fs::create_dir_all(&out).map_err(|error| error::file("make", &out, &error))?;
    pack(project, &first, &out, &source)?;
    bill_of_materials(project, &second, &out, &source)?;
    let clone = Project::at(&first);
    let statement = provenance::statement(&clone, &source, &sums(&out)?, &sums(&first.join("dist"))?)?;
    write(&out.join(format!("{}.provenance.json", source.name)), &statement)?;
    let list = sums(&out)?.iter().fold(String::new(), |mut list, (file, sum)| {
        // Writing to a String cannot fail.
        _ = writeln!(list, "{sum}  {file}");
        list
    });
    write(&out.join("SHA256SUMS"), &list)?;
    println!("\nBoth builds are the same to the last byte. {OUT}/ has the release:\n{list}");
    Ok(())
}

/// What the release is made of. Only what is committed can be built again by somebody else.
fn source(project: &Project) -> Result<Source> {
    let git = |line: &str| {
        shell::output(project.command("git").args(line.split(' '))).map(|text| text.trim().to_owned())
    };
    if !git("status --porcelain")?.is_empty() {
        return Err(Error::new("the working tree has changes that are not committed")
            .remedy("commit them, or release from a fresh clone"));
    }
    let (commit, time) = (git("rev-parse HEAD")?, git("show -s --format=%ct HEAD")?);
    let version = env!("CARGO_PKG_VERSION");
    let tags = git("tag --points-at HEAD")?;
    let is_tagged = tags.lines().any(|tag| tag == format!("v{version}"));
    let path = project.root.join("CHANGELOG.md");
    let changes = std::fs::read_to_string(&path).map_err(|error| error::file("read", &path, &error))?;
    let name = name(version, &commit, is_tagged, &changes)?;
    Ok(Source { name, version, commit, time })
}

/// What the files are called: after the version where the commit has its tag, or else after the commit too.
fn name(version: &str, commit: &str, is_tagged: bool, changes: &str) -> Result<String> {
    if !is_tagged {
        return Ok(format!("swr-console-{version}-{}", commit.get(..12).unwrap_or(commit)));
    }
    let heading = format!("## {version}");
    if changes.lines().any(|line| line == heading || line.starts_with(&format!("{heading} "))) {
        return Ok(format!("swr-console-{version}"));
    }
    Err(Error::new(format!("the commit has the tag v{version}, and CHANGELOG.md has no `{heading}`"))
        .remedy("rename `## Unreleased`, commit, and set the tag again"))
}

/// Builds the commit in a fresh clone.
fn build(project: &Project, folder: &Path, commit: &str) -> Result<()> {
    // A folder from an attempt that broke off may hold anything.
    _ = std::fs::remove_dir_all(folder);
    shell::run(
        project.command("git").args(["clone", "--quiet", "--no-hardlinks"]).arg(&project.root).arg(folder),
    )?;
    shell::run(project.command("git").args(["checkout", "--quiet", "--detach", commit]).current_dir(folder))?;
    dist::dist(&mut Project::at(folder), &DistOptions::at_root())
}

/// Fails unless both clones have the same files to host, and the same headers for them.
fn compare(first: &Path, second: &Path) -> Result<()> {
    for folder in ["dist", "dist-server"] {
        let (one, other) = (sums(&first.join(folder))?, sums(&second.join(folder))?);
        let differs = |file: &&String| one.get(*file) != other.get(*file);
        let mut different: Vec<_> =
            one.keys().chain(other.keys()).filter(differs).map(String::as_str).collect();
        different.sort_unstable();
        different.dedup();
        if !different.is_empty() {
            let what = format!("two builds of one commit differ in {folder}/: {}", different.join(", "));
            return Err(
                Error::new(what).remedy("both clones are in target/xtask/release: compare the files there")
            );
        }
    }
    Ok(())
}

/// Packs what a host needs into one archive, which is the same whoever makes it.
fn pack(project: &Project, clone: &Path, out: &Path, source: &Source) -> Result<()> {
    let tar = ["gtar", "tar"].into_iter().find(|name| is_gnu(project, name)).ok_or_else(|| {
        Error::new("GNU tar was not found")
            .remedy("on macOS: brew install gnu-tar; other tars write archives that differ")
    })?;
    let archive = out.join(format!("{}.tar", source.name));
    let mut command = project.command(tar);
    command.args(["--create", "--sort=name", "--format=ustar", "--owner=0", "--group=0", "--numeric-owner"]);
    command.args(["--mode=go=rX,u=rwX", &format!("--mtime=@{}", source.time)]);
    command.arg(format!("--transform=s,^,{}/,", source.name)).arg("--file").arg(&archive).args(PACKED);
    shell::run(command.current_dir(clone))?;
    shell::run(project.command("gzip").args(["--no-name", "--best"]).arg(&archive))
}

fn is_gnu(project: &Project, program: &str) -> bool {
    project.which(program).is_some()
        && shell::output(project.command(program).arg("--version")).is_ok_and(|text| text.contains("GNU tar"))
}

/// The crates that the program is made of, in the form of `CycloneDX`. No npm package is shipped.
fn bill_of_materials(project: &Project, clone: &Path, out: &Path, source: &Source) -> Result<()> {
    let mut command = project.cargo(
        "cyclonedx --format json --spec-version 1.5 --target wasm32-unknown-unknown --no-build-deps --quiet \
         --override-filename bill-of-materials",
    );
    // It writes a file beside the Cargo.toml of each package, so it runs in a clone.
    shell::run(command.current_dir(clone).env("SOURCE_DATE_EPOCH", &source.time))?;
    let (from, to) = (clone.join("bill-of-materials.json"), out.join(format!("{}.cdx.json", source.name)));
    std::fs::copy(&from, &to).map(|_| ()).map_err(|error| error::file("copy", &from, &error))
}

/// The SHA-256 of every file below a folder, in hexadecimal, by its path there.
fn sums(folder: &Path) -> Result<BTreeMap<String, String>> {
    let sum = |file: String| {
        let path = folder.join(&file);
        let bytes = std::fs::read(&path).map_err(|error| error::file("read", &path, &error))?;
        Ok((file, glue::sha256(&bytes)))
    };
    bundle::files_below(folder)?.into_iter().map(sum).collect()
}

fn write(path: &Path, text: &str) -> Result<()> {
    std::fs::write(path, text).map_err(|error| error::file("write", path, &error))
}

#[cfg(test)]
mod tests {
    use super::{compare, name};
    use std::path::PathBuf;

    #[test]
    fn a_version_is_released_with_its_tag_and_its_changes_alone() {
        let commit = "0123456789abcdef";
        assert_eq!(name("1.2.0", commit, false, "").unwrap(), "swr-console-1.2.0-0123456789ab");
        assert_eq!(name("1.2.0", commit, true, "## 1.2.0 – 2026-12-01\n").unwrap(), "swr-console-1.2.0");
        let error = name("1.2.0", commit, true, "## Unreleased\n## 1.2.0-rc.1\n").unwrap_err().to_string();
        assert!(error.contains("no `## 1.2.0`"), "{error}");
    }

    #[test]
    fn every_file_that_differs_or_is_missing_is_named() {
        let root = std::env::temp_dir().join(format!("xtask-release-{}", std::process::id()));
        let clone = |of: &str, files: &[(&str, &str)]| -> PathBuf {
            let clone = root.join(of);
            std::fs::create_dir_all(clone.join("dist-server")).unwrap();
            std::fs::create_dir_all(clone.join("dist/sub")).unwrap();
            for (file, text) in files {
                std::fs::write(clone.join("dist").join(file), text).unwrap();
            }
            clone
        };
        let one = clone("one", &[("a", "1"), ("b", "1"), ("sub/c", "1")]);
        let same = clone("same", &[("a", "1"), ("b", "1"), ("sub/c", "1")]);
        let other = clone("other", &[("a", "2"), ("b", "1"), ("d", "1")]);
        assert_eq!(compare(&one, &same), Ok(()));
        let error = compare(&one, &other).unwrap_err().to_string();
        assert!(error.contains("differ in dist/: a, d, sub/c"), "{error}");
        std::fs::remove_dir_all(root).unwrap();
    }
}
