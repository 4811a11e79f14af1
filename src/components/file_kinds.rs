//! The kinds of files in which a table can be saved.

use crate::view::prelude::*;
use leptos::html;

use crate::words::use_locale;
use domain::text::export::FileKind;

use super::announcer::Announce;
use super::download::download;

/// What is saved.
pub struct Saved {
    /// The file's name without its ending.
    pub name: String,
    /// Its text.
    pub text: String,
    /// How many rows it has.
    pub rows: usize,
}

/// One button for each kind.
#[component]
pub fn FileKinds(
    /// The kind that was chosen last.
    remembered: Callback<(), FileKind>,
    /// Makes the file of a kind.
    save: Callback<FileKind, Saved>,
    /// A file was saved.
    on_saved: Callback<()>,
) -> impl IntoView {
    let t = use_locale();
    let announce = expect_context::<Announce>();
    let choose = move |kind: FileKind| {
        let Saved { name, text, rows } = save.run(kind);
        download(&format!("{name}.{}", kind.extension()), kind.mime(), &text);
        announce.toast((t.untracked().journal().exported)(rows));
        on_saved.run(());
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
    FileKind::ALL.map(item).into_iter().collect_view()
}

/// The separator that Excel expects in CSV: a semicolon where the reader's locale has a comma in numbers.
pub fn excel_separator() -> char {
    let locale = window().navigator().languages().get(0).as_string().unwrap_or_default();
    let half = js_sys::Number::from(0.5).to_locale_string(&locale);
    if String::from(half).contains(',') { ';' } else { ',' }
}
