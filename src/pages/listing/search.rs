//! The search of a table, which is a part of the address, and the way back to all rows.

use crate::view::prelude::*;

use crate::components::heading::focus_search;
use crate::state::navigation::Navigation;
use crate::words::{Text, use_locale};

/// The search field of a table. What is typed is a part of the URL.
#[component]
pub fn SearchField(
    /// Its name.
    label: Text,
) -> impl IntoView {
    let navigation = expect_context::<Navigation>();
    let typed = move |text: String| navigation.refine(|query| query.search = text);
    view! {
        <input
            type="search"
            class="input search"
            autocomplete="off"
            spellcheck="false"
            aria-label=move || label.get()
            placeholder=move || label.get()
            prop:value=move || navigation.query().with(|query| query.search.clone())
            on:input:target=move |event| typed(event.target().value())
        />
    }
}

/// The button that shows every row again. It leaves the page by its own click, so the focus goes to the search.
#[component]
pub fn ClearFilter() -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    let clear = move |_| {
        focus_search();
        clear_filters(navigation);
    };
    view! {
        <button type="button" class="button" on:click=clear>
            {t.label(|w| w.lists.clear_filter)}
        </button>
    }
}

/// Takes search, level and so on out of the URL.
pub fn clear_filters(navigation: Navigation) {
    navigation.refine(|query| {
        query.search.clear();
        query.level = None;
        query.show.clear();
    });
}
