//! A button that lets the user pick a file. The browser's own field is hidden: its name and its text can't be chosen.

use crate::view::prelude::*;
use leptos::html;

use crate::words::Text;

use super::file::{File, picked};

/// See the module.
#[component]
pub fn FileButton(
    /// Its name.
    label: Text,
    /// What the browser offers, as the attribute `accept` has it.
    accept: &'static str,
    /// A file was picked; `None` if the browser has none.
    on_pick: Callback<Option<File>>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let click = move |_| {
        if let Some(input) = node.get_untracked() {
            input.click();
        }
    };
    view! {
        <button type="button" class="button" on:click=click>{label}</button>
        <input
            type="file"
            hidden=true
            accept=accept
            node_ref=node
            on:change=move |event| on_pick.run(picked(&event))
        />
    }
}
