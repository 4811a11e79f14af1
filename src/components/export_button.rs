//! Saving what is on the screen as a file.

use crate::view::prelude::*;
use leptos::ev::KeyboardEvent;
use leptos::html;

use crate::words::use_locale;
use domain::text::export::FileKind;

use super::announcer::Announce;
use super::download::download;
use crate::view::ids::unique;

/// What is saved.
pub struct Saved {
    /// The file's name without its ending.
    pub name: String,
    /// Its text.
    pub text: String,
    /// How many rows it has.
    pub rows: usize,
}

/// "Export", which shows the kinds of files.
#[component]
pub fn ExportButton(
    /// The kind that was chosen last.
    remembered: Callback<(), FileKind>,
    /// Whether the kinds are open from the start.
    #[prop(optional)]
    is_open: bool,
    /// Makes the file of a kind.
    save: Callback<FileKind, Saved>,
) -> impl IntoView {
    let t = use_locale();
    let announce = expect_context::<Announce>();
    let open = RwSignal::new(is_open);
    let id = unique("export");
    let list_id = id.clone();
    let opener = NodeRef::<html::Button>::new();
    // The button that had the focus goes with the list.
    let close = move || {
        open.set(false);
        if let Some(opener) = opener.get_untracked() {
            let _ = opener.focus();
        }
    };
    let choose = move |kind: FileKind| {
        let Saved { name, text, rows } = save.run(kind);
        download(&format!("{name}.{}", kind.extension()), kind.mime(), &text);
        announce.toast((t.untracked().journal().exported)(rows));
        close();
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.prevent_default();
            close();
        }
    };
    let item = move |kind: FileKind| {
        let node = NodeRef::<html::Button>::new();
        // The one that was chosen last is chosen again by Enter.
        effect(move || {
            if let Some(button) = node.get()
                && remembered.run(()) == kind
            {
                let _ = button.focus();
            }
        });
        view! {
            <button type="button" class="button" node_ref=node on:click=move |_| choose(kind)>
                {dynamic(move || t.words().journal().file_kind(kind))}
            </button>
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
                <Show when=open>{FileKind::ALL.map(item).into_iter().collect_view()}</Show>
            </span>
        </span>
    }
}

/// The separator that Excel expects in CSV: a semicolon where the reader's locale has a comma in numbers.
pub fn excel_separator() -> char {
    let locale = window().navigator().languages().get(0).as_string().unwrap_or_default();
    let half = js_sys::Number::from(0.5).to_locale_string(&locale);
    if String::from(half).contains(',') { ';' } else { ',' }
}
