//! The heading of a page. After a change of page it takes the focus, which gives a screen reader what a page load
//! would.

use crate::view::prelude::*;
use leptos::html;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Whether a page is the first one of this visit; the app provides it. The first page leaves the focus alone.
#[derive(Clone, Copy)]
pub struct FirstPage(pub StoredValue<bool>);

/// A page's heading.
#[component]
pub fn PageHeading(children: Children) -> impl IntoView {
    let node = NodeRef::<html::H1>::new();
    let first = expect_context::<FirstPage>();
    effect(move || {
        let Some(heading) = node.get() else { return };
        if first.0.get_value() {
            first.0.set_value(false);
        } else {
            let _ = heading.focus();
        }
    });
    view! {
        <h1 class="heading" tabindex="-1" node_ref=node>
            {children()}
        </h1>
    }
}

/// Moves the focus to the page's heading: for a control that leaves the page because of its own click.
pub fn focus_heading() {
    focus_first("main h1");
}

/// Moves the focus to the page's search field, where the next word is likely to be typed.
pub fn focus_search() {
    focus_first("main input[type=search]");
}

fn focus_first(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
