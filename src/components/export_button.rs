//! The button that opens the kinds of files in which a table can be saved.

use crate::view::prelude::*;
use leptos::ev::KeyboardEvent;
use leptos::html;

use crate::view::ids::unique;
use crate::words::use_locale;

/// "Export", which shows the kinds of files.
#[component]
pub fn ExportButton(
    /// Draws the kinds, given what hides them again.
    kinds: Callback<Callback<()>, AnyView>,
) -> impl IntoView {
    let t = use_locale();
    let open = RwSignal::new(false);
    let id = unique("export");
    let list_id = id.clone();
    let opener = NodeRef::<html::Button>::new();
    // The button that had the focus goes with the list.
    let close = Callback::new(move |()| {
        open.set(false);
        if let Some(opener) = opener.get_untracked() {
            let _ = opener.focus();
        }
    });
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.prevent_default();
            close.run(());
        }
    };
    view! {
        <span class="export" on:keydown=key>
            <button
                type="button"
                class="button"
                aria-expanded=move || open.get().to_string()
                aria-controls=id
                node_ref=opener
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {t.label(|w| w.lists.export)}
            </button>
            <span class="export__kinds" id=list_id>
                <Show when=open>{kinds.run(close)}</Show>
            </span>
        </span>
    }
}
