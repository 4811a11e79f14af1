//! The layers of `src/`: who may use whom, and what each may know. `docs/architecture.md` says why.
//!
//! The test reads the source as text. That is crude, and enough: a forbidden `use` has to be written down.
#![expect(clippy::unwrap_used, reason = "a test that can't read the source has failed")]

use std::fs;
use std::path::{Path, PathBuf};

/// A layer: its name, the layers it may use, and the crates of the outside that it may name.
struct Layer {
    name: &'static str,
    uses: &'static [&'static str],
    knows: &'static [&'static str],
}

const WEB: &[&str] =
    &["leptos", "web_sys", "wasm_bindgen", "wasm_bindgen_futures", "js_sys", "gloo_net", "gloo_timers"];
const OUTSIDE: &[&str] = &[
    "leptos",
    "web_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "js_sys",
    "gloo_net",
    "gloo_timers",
    "serde",
    "serde_json",
    "sha2",
];

/// Each layer may use only those above it.
const LAYERS: &[Layer] = &[
    Layer { name: "config", uses: &[], knows: &["serde_json"] },
    Layer {
        name: "api",
        uses: &["config"],
        knows: &[
            "gloo_net",
            "gloo_timers",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "serde",
            "serde_json",
            "sha2",
        ],
    },
    Layer { name: "view", uses: &[], knows: &["leptos"] },
    Layer { name: "words", uses: &["config", "api", "view"], knows: &["leptos"] },
    Layer { name: "by_name", uses: &[], knows: &["js_sys", "wasm_bindgen"] },
    Layer { name: "state", uses: &["config", "api", "words", "by_name", "view"], knows: WEB },
    Layer { name: "components", uses: &["api::error", "words", "by_name", "view"], knows: WEB },
    Layer {
        name: "pages",
        uses: &["config", "api", "words", "view", "state", "components"],
        knows: &["leptos", "web_sys", "wasm_bindgen"],
    },
    Layer {
        name: "app",
        uses: &["config", "api", "words", "view", "state", "components", "pages"],
        knows: &["leptos"],
    },
    Layer {
        name: "start",
        uses: &["app", "api", "pages::parts", "state"],
        knows: &["leptos", "web_sys", "wasm_bindgen"],
    },
];

fn sources(root: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn source_root() -> PathBuf {
    root().join("src")
}

/// The sources of the page: its own and the domain's, which Cargo keeps from knowing anything of this crate.
fn all_sources() -> Vec<PathBuf> {
    [sources(&source_root()), sources(&root().join("domain/src"))].concat()
}

fn inside(path: &Path) -> String {
    path.strip_prefix(source_root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// The layer of a file: its first folder, or its own name.
fn layer_of(path: &Path) -> Option<&'static Layer> {
    let place = inside(path);
    let name = place.split('/').next().unwrap().trim_end_matches(".rs");
    LAYERS.iter().find(|layer| layer.name == name)
}

/// The code without comments and without its tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The paths behind every `crate::` in a text.
fn own_paths(code: &str) -> Vec<String> {
    code.split("crate::")
        .skip(1)
        .map(|rest| {
            let end =
                rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(rest.len());
            rest.get(..end).unwrap_or_default().to_owned()
        })
        .collect()
}

fn names_crate(code: &str, name: &str) -> bool {
    code.match_indices(&format!("{name}::")).any(|(at, _)| {
        let before = code.get(..at).and_then(|before| before.chars().next_back());
        before.is_none_or(|c| !(c.is_alphanumeric() || c == '_' || c == ':'))
    })
}

#[test]
fn every_file_belongs_to_a_layer() {
    let loose: Vec<String> = sources(&source_root())
        .iter()
        .filter(|path| layer_of(path).is_none())
        .map(|path| inside(path))
        .collect();
    assert_eq!(loose, ["lib.rs", "main.rs", "split.rs"]);
}

#[test]
fn layers_use_only_layers_above_them() {
    let mut wrong = Vec::new();
    for path in sources(&source_root()) {
        let Some(layer) = layer_of(&path) else { continue };
        for used in own_paths(&code(&path)) {
            let top = used.split("::").next().unwrap_or_default();
            let allowed = top == layer.name
                || layer.uses.iter().any(|may| used == *may || used.starts_with(&format!("{may}::")));
            if !allowed {
                wrong.push(format!(
                    "{} uses crate::{used}, but {} may use only {:?}",
                    inside(&path),
                    layer.name,
                    layer.uses
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn layers_know_only_what_they_need_of_the_outside() {
    let mut wrong = Vec::new();
    for path in sources(&source_root()) {
        let Some(layer) = layer_of(&path) else { continue };
        let code = code(&path);
        for outside in OUTSIDE.iter().filter(|name| !layer.knows.contains(name)) {
            if names_crate(&code, outside) {
                wrong.push(format!("{} names {outside}, which {} must not know", inside(&path), layer.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whether a layer writes views.
fn writes_views(layer: &Layer) -> bool {
    ["components", "pages", "app"].contains(&layer.name)
}

/// The reactive parts of views go through `dynamic`, which costs nothing; a bare closure works just as well, and costs
/// kilobytes.
#[test]
fn views_have_no_bare_closures() {
    for path in sources(&source_root()) {
        if layer_of(&path).is_some_and(writes_views) {
            let code = code(&path);
            let bare: Vec<_> = code.lines().filter(|line| line.trim_start().starts_with("{move |")).collect();
            assert!(bare.is_empty(), "{}: {bare:?}", inside(&path));
            assert!(!code.contains("leptos::prelude"), "{} imports leptos' prelude", inside(&path));
        }
    }
}

/// The domain needs nothing but `std`, so that its rules hold anywhere.
#[test]
fn the_domain_depends_on_nothing() {
    let manifest = fs::read_to_string(root().join("domain/Cargo.toml")).unwrap();
    assert!(!manifest.contains("\n[dependencies]"), "{manifest}");
}

#[test]
fn every_module_says_what_lives_in_it() {
    for path in all_sources() {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//!"), "{} does not open with //!", inside(&path));
    }
}

#[test]
fn nothing_that_the_policy_of_the_page_forbids_is_written() {
    for path in all_sources() {
        let code = code(&path);
        for forbidden in ["inner_html", " style=\"", " style=move", "eval(", "document.write"] {
            assert!(!code.contains(forbidden), "{} contains {forbidden}", inside(&path));
        }
    }
}

/// The words of a part of the console are one table: every text is declared, English and Chinese, in one file, so that
/// no language is forgotten. It is as long as there is much to say, and so has more room.
#[test]
fn files_stay_small() {
    for path in all_sources() {
        let most = if inside(&path).starts_with("words/") { 400 } else { 330 };
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= most, "{} has {lines} lines: is it one idea?", inside(&path));
    }
}

#[test]
fn the_rules_themselves_are_in_order() {
    for (index, layer) in LAYERS.iter().enumerate() {
        for used in layer.uses {
            let top = used.split("::").next().unwrap();
            let above = LAYERS.iter().position(|other| other.name == top).unwrap();
            assert!(above < index, "{} may not use {used}: it is not above", layer.name);
        }
    }
    assert!(names_crate("use leptos::prelude::*;", "leptos") && !names_crate("my_leptos::x", "leptos"));
    assert_eq!(own_paths("use crate::api::{A, B}; crate::words::x()"), ["api::", "words::x"]);
}
