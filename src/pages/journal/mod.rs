//! `/journal`: every write of this session, and the way back from each.

mod entry;
mod export;
mod undo;

use crate::view::prelude::*;

use crate::components::empty::Empty;
use crate::components::heading::PageHeading;
use crate::domain::export::Table;
use crate::pages::save::{Export, about};
use crate::state::journal::Journal;
use crate::words::use_locale;

use entry::EntryView;

/// The page.
#[component]
pub fn JournalPage() -> impl IntoView {
    let t = use_locale();
    let journal = expect_context::<Journal>();
    let is_empty = Signal::derive(move || journal.entries().is_empty());
    // The newest first. An entry is drawn again when something about it becomes known.
    let entries = move || journal.entries().into_iter().rev();
    view! {
        <PageHeading>{t.label(|w| w.shell.journal)}</PageHeading>
        <p class="lead">{t.label(|w| w.journal().means)}</p>
        <Show when=is_empty>
            <Empty title=t.prop(|w| w.journal().empty) text=t.prop(|w| w.journal().empty_means)/>
        </Show>
        <Show when=Signal::derive(move || !is_empty.get())>
            <div class="toolbar">
                <Export of=String::new() table=Callback::new(move |()| table(journal))/>
            </div>
            <ol class="journal" reversed>
                <For each=entries key=|entry| (entry.number, entry.outcomes.clone(), entry.answer.is_awaited()) children=|entry| view! { <EntryView entry/> }/>
            </ol>
        </Show>
    }
}

/// The journal as a table for a file.
fn table(journal: Journal) -> Table {
    let entries = untrack(|| journal.entries());
    let rows = entries.iter().map(|entry| entry.write.edits.len()).sum();
    export::table(&entries, about(None, rows))
}
