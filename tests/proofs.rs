//! What `docs/security.md` names as proof has to be there: a table of promises is worth as much as its tests.

use std::path::{Path, PathBuf};

const SECURITY: &str = include_str!("../docs/security.md");

/// The text between backticks.
fn named() -> impl Iterator<Item = &'static str> {
    SECURITY.split('`').skip(1).step_by(2)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Where a name may lead: the repository, or the end-to-end tests, which the table names without their folder.
fn is_there(name: &str) -> bool {
    ["", "tests/e2e", "tests/e2e/specs"].iter().any(|folder| root().join(folder).join(name).exists())
}

#[test]
fn every_file_that_the_table_names_is_there() {
    let is_file = |name: &&str| {
        name.ends_with(".spec.ts")
            || ["src/", "tests/", "xtask/", "emulator/", "deny.toml"]
                .iter()
                .any(|start| name.starts_with(start))
    };
    let files: Vec<_> = named().filter(is_file).collect();
    assert!(files.len() > 40, "the table is read: {files:?}");
    let missing: Vec<_> = files.into_iter().filter(|name| !is_there(name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// The titles after the name of an end-to-end test: `name.spec.ts` “one” “another”.
fn titles() -> Vec<(&'static str, &'static str)> {
    let mut titles = Vec::new();
    for (index, part) in SECURITY.split('`').enumerate().filter(|(index, _)| index % 2 == 1) {
        let after = SECURITY.split('`').nth(index + 1).unwrap_or_default();
        if part.ends_with(".spec.ts") {
            let quoted = after.split('“').skip(1).filter_map(|text| text.split_once('”'));
            titles.extend(quoted.map(|(title, _)| (part, title)));
        }
    }
    titles
}

#[test]
fn every_test_that_the_table_names_is_in_its_file() {
    let titles = titles();
    assert!(titles.len() > 40, "the table is read: {titles:?}");
    let is_there = |(file, title): &(&str, &str)| {
        ["tests/e2e", "tests/e2e/specs"].iter().any(|folder| {
            std::fs::read_to_string(root().join(folder).join(file)).is_ok_and(|text| text.contains(title))
        })
    };
    let missing: Vec<_> = titles.iter().filter(|named| !is_there(named)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let table = SECURITY.split("| item |").nth(1).unwrap_or_default();
    for line in table.lines().filter(|line| line.starts_with("| ") && line.contains(".spec.ts`")) {
        assert!(line.contains('“'), "no test is named: {line}");
    }
}

#[test]
fn every_line_of_the_table_names_its_proof_or_says_that_there_is_none() {
    let table = SECURITY.split("| item |").nth(1).unwrap_or_default();
    let lines: Vec<_> =
        table.lines().filter(|line| line.starts_with("| ") && line.matches('|').count() == 5).collect();
    assert!(lines.len() > 30, "{lines:?}");
    for line in lines {
        let proof = line.trim_end_matches('|').rsplit('|').next().unwrap_or_default().trim();
        assert!(proof.contains('`') || proof == "–", "{line}");
    }
}
