//! What a table says where rows are missing.

use crate::view::prelude::*;

use crate::components::empty::Empty;
use crate::words::{Text, Words, use_locale};

use super::ClearFilter;

/// How many records of a list could not be read. Nothing if all could.
#[component]
pub fn Unreadable(
    /// How many.
    count: Signal<usize>,
    /// What that means for the list.
    text: fn(&'static Words) -> fn(usize) -> String,
) -> impl IntoView {
    let t = use_locale();
    dynamic(move || {
        let count = count.get();
        (count > 0).then(|| view! { <p class="note note--warning">{text(t.words())(count)}</p> })
    })
}

/// Why a table has no row; nothing where it has. A list with entries that could not be read is not called empty.
#[component]
pub fn NoRows(
    /// How many rows are visible.
    visible: Signal<usize>,
    /// How many there are without search and filter.
    all: Signal<usize>,
    /// How many entries of the list could not be read.
    unreadable: Signal<usize>,
    /// That the list is empty.
    title: Text,
    /// What that means.
    text: Text,
) -> impl IntoView {
    let t = use_locale();
    dynamic(move || match (visible.get(), all.get(), unreadable.get()) {
        (0, 0, 0) => view! { <Empty title text/> }.into_any(),
        (0, 1.., _) => view! {
            <Empty title=t.prop(|w| w.lists.no_match)>
                <ClearFilter/>
            </Empty>
        }
        .into_any(),
        _ => ().into_any(),
    })
}
