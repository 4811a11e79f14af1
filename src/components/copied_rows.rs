//! Copying several rows of a table: one line for each, without the words of buttons and marks.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Node};

use crate::view::prelude::*;

use crate::by_name::property;

/// Puts one line for each selected row on the clipboard, where the selection goes beyond one cell; otherwise the browser
/// copies what is selected. Rows between the first and the last count, whether they are drawn or not.
pub fn copy_rows(event: &ClipboardEvent, line: Callback<usize, String>) {
    let Some((first, last)) = selected_rows() else { return };
    let lines: Vec<String> = (first..=last).map(|row| line.run(row)).collect();
    let text = lines.join("\n");
    if event.clipboard_data().is_some_and(|data| data.set_data("text/plain", &text).is_ok()) {
        event.prevent_default();
    }
}

/// The first and the last row of the selection; `None` where it is inside of one cell, or begins or ends elsewhere.
fn selected_rows() -> Option<(usize, usize)> {
    let selection = window().get_selection().ok()??;
    let end = |key| property(&selection, key).dyn_into::<Node>().ok();
    let (from, to) = (end("anchorNode")?, end("focusNode")?);
    let cell = closest(&from, "td")?;
    if cell.contains(Some(&to)) {
        return None;
    }
    let (from, to) = (row_of(&from)?, row_of(&to)?);
    Some((from.min(to), from.max(to)))
}

fn row_of(node: &Node) -> Option<usize> {
    closest(node, "tr[data-row]")?.get_attribute("data-row")?.parse().ok()
}

fn closest(node: &Node, selector: &str) -> Option<Element> {
    let parent = || node.parent_node()?.dyn_into().ok();
    let element: Element = node.dyn_ref::<Element>().cloned().or_else(parent)?;
    element.closest(selector).ok().flatten()
}
