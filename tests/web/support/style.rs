//! The console's own style, since what can be seen, and how high a row is, follows from it.

use std::cell::Cell;

use leptos::prelude::document;

const SHEETS: [&str; 9] = [
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/base.css"),
    include_str!("../../../style/page.css"),
    include_str!("../../../style/button.css"),
    include_str!("../../../style/field.css"),
    include_str!("../../../style/table.css"),
    include_str!("../../../style/dialog.css"),
    include_str!("../../../style/problem.css"),
    include_str!("../../../style/print.css"),
];

thread_local! {
    static IS_THERE: Cell<bool> = const { Cell::new(false) };
}

/// Puts the style into the document, once.
pub fn install() {
    if IS_THERE.replace(true) {
        return;
    }
    let style = document().create_element("style").unwrap();
    style.set_text_content(Some(&SHEETS.concat()));
    document().head().unwrap().append_child(&style).unwrap();
}
