//! Saving what is on the screen as a file.

use crate::prelude::*;
use leptos::ev::KeyboardEvent;
use leptos::html;

use crate::words::use_speech;

use super::announcer::Announce;
use super::download::download;
use super::ids::unique;
use super::when::When;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// For spreadsheets.
    Csv,
    /// For programs.
    Json,
}

impl FileKind {
    const fn name(self) -> &'static str {
        match self {
            FileKind::Csv => "CSV",
            FileKind::Json => "JSON",
        }
    }

    const fn extension(self) -> &'static str {
        match self {
            FileKind::Csv => "csv",
            FileKind::Json => "json",
        }
    }

    const fn mime(self) -> &'static str {
        match self {
            FileKind::Csv => "text/csv;charset=utf-8",
            FileKind::Json => "application/json",
        }
    }
}

/// "Export", which shows "CSV" and "JSON".
#[component]
pub fn ExportButton(
    /// The file's name without its extension. Signs that some system does not like in names are replaced.
    name: String,
    /// The file's text, and how many rows it has.
    text: Callback<FileKind, (String, usize)>,
) -> impl IntoView {
    let t = use_speech();
    let announce = expect_context::<Announce>();
    let open = RwSignal::new(false);
    let id = unique("export");
    let list_id = id.clone();
    let name = StoredValue::new(file_name(&name));
    let opener = NodeRef::<html::Button>::new();
    // The button that had the focus goes with the list.
    let close = move || {
        open.set(false);
        if let Some(opener) = opener.get_untracked() {
            let _ = opener.focus();
        }
    };
    let save = move |kind: FileKind| {
        let (text, rows) = text.run(kind);
        download(&name.with_value(|name| format!("{name}.{}", kind.extension())), kind.mime(), &text);
        announce.say((t.now().journal().exported)(rows));
        close();
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.prevent_default();
            close();
        }
    };
    let item = move |kind: FileKind| {
        view! {
            <button type="button" class="button" on:click=move |_| save(kind)>
                {kind.name()}
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
                {t.say(|w| w.journal().export)}
            </button>
            <span class="export__kinds" id=list_id>
                <When holds=open>{item(FileKind::Csv)} {item(FileKind::Json)}</When>
            </span>
        </span>
    }
}

fn file_name(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-') { c } else { '-' };
    name.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_holds_nothing_that_a_system_could_mistake() {
        assert_eq!(file_name("group/team:web*镜像\n.json"), "group-team-web----.json");
    }
}
