//! Names with characters that can't be seen: nowhere on any page may one of them hide, reorder or overlay anything.

use domain::text::reveal::is_hidden;
use leptos::prelude::document;
use swr_emulator::store::Grant;
use swr_emulator::{Level, UserId, UserName};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, Node};

use super::grant::TEST;
use crate::support::console::request_in;
use crate::support::{Console, Find, appears, until};

/// Names that look like others, or like nothing.
const NAMES: [&str; 7] = [
    "ad\u{200B}min",
    "user\u{202E}nimda",
    "\u{FEFF}admin",
    " ",
    "admin ",
    "line\nbreak",
    "z\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
];

/// A console in which people of these names hold a permission on `group/test`.
fn console(address: &str) -> Console {
    let mut cloud = crate::support::console::small();
    for (number, name) in (0..).zip(NAMES) {
        let user_id = UserId::new(format!("0{number}\u{200B}"));
        let grant = Grant { user_id, user_name: UserName::new(name), level: Level::Read };
        cloud.store_mut().image_mut("group", "test").unwrap().grants.grant(grant).unwrap();
    }
    Console::set_up(cloud, crate::support::console::one_region(), Some("admin"), address)
}

/// Every text that someone sees or hears: texts, labels and titles of the whole document.
fn texts() -> Vec<String> {
    let mut texts = vec![document().title()];
    gather(&document().body().unwrap(), &mut texts);
    texts
}

fn gather(node: &Node, texts: &mut Vec<String>) {
    if let Some(element) = node.dyn_ref::<Element>() {
        // The tests' own styles and programs are no texts.
        if matches!(element.tag_name().as_str(), "STYLE" | "SCRIPT") {
            return;
        }
        let labels = ["aria-label", "title", "placeholder", "data-label", "aria-description"];
        texts.extend(labels.iter().filter_map(|label| element.get_attribute(label)));
    } else if node.node_type() == Node::TEXT_NODE {
        texts.extend(node.text_content());
    }
    let children = node.child_nodes();
    for index in 0..children.length() {
        gather(&children.get(index).unwrap(), texts);
    }
}

/// Fails if anything on the page can't be seen. A line break between the lines of a request is none of these.
fn assert_all_seen(place: &str) {
    for text in texts() {
        let hidden = text.chars().find(|c| is_hidden(*c) && *c != '\n');
        assert_eq!(hidden, None, "{place}: {text:?}");
    }
}

#[wasm_bindgen_test]
async fn nothing_hides_on_any_page_or_in_any_dialog() {
    let console = console(TEST);
    let row = console.row("ad⟨U+200B⟩min").await;
    assert!(console.find_row("⟨U+0020⟩").is_some() && console.find_row("admin⟨U+0020⟩").is_some());
    assert_all_seen("the list");
    row.button("Revoke ad⟨U+200B⟩min").click();
    let dialog = console.dialog("Revoke permission").await;
    let request = request_in(&dialog).await.text();
    assert_all_seen("the dialog");
    assert!(request.contains(r#"["00\u200b"]"#), "{request}");
    dialog.button("Revoke").click();
    until("the announcement", || console.announced().contains("ad⟨U+200B⟩min")).await;
    assert_all_seen("the announcement");
    console.called("header a", "Journal").click();
    console.heading("Journal").await;
    assert_all_seen("the journal");
}

#[wasm_bindgen_test]
async fn nothing_hides_in_effective_access() {
    let console = console(TEST);
    console.row("ad⟨U+200B⟩min").await;
    console.called("[role=switch]", "Effective access").click();
    appears("the table", || console.find(".table--effective")).await;
    console.row("ad⟨U+200B⟩min").await;
    assert_all_seen("effective access");
}

#[wasm_bindgen_test]
async fn an_address_names_nobody_in_disguise() {
    for address in [
        "/organizations/gro%E2%80%AEup/images/te%E2%80%8Bst",
        "/organizations/gro%E2%80%AEup/members",
        "/organizations/gro%E2%80%AEup",
    ] {
        let console = console(address);
        appears("the answer", || console.alert()).await;
        assert_all_seen(address);
        assert!(document().title().contains("gro⟨U+202E⟩up"), "{}", document().title());
    }
}
