//! `/journal`: every write of this session, and the way back from each.

mod audit_file;
mod batch;
mod entry;
mod export;
mod more;
mod undo;

use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::empty::Empty;
use crate::components::heading::PageHeading;
use crate::pages::save::{Export, about};
use crate::state::journal::{BatchId, Entry, Journal};
use crate::words::use_locale;
use domain::text::export::Table;

use audit_file::{AuditHash, SaveAuditFile};
use batch::batch_view;
use more::{More, use_more};

/// How many batches are drawn at first.
const STEP: usize = 50;

/// The page.
#[component]
pub fn JournalPage() -> impl IntoView {
    let t = use_locale();
    let journal = expect_context::<Journal>();
    let is_empty = Signal::derive(move || journal.entries().is_empty());
    let batches = Memo::new(move |_| journal.batches());
    let file = Callback::new(move |()| table(journal));
    let last = RwSignal::new(None);
    // "More" is about the batches of before this page: what comes later is drawn, and pushes nothing off the page.
    let before = untrack(|| batches.with(Vec::len));
    let more = use_more(before, STEP);
    // The newest first.
    let drawn = move || {
        let rest = before.saturating_sub(more.shown.get());
        let drawn = |entries: &Vec<Arc<Entry>>| Some((entries.first()?.batch, entries.len() > 1));
        batches.with(|batches| batches.iter().skip(rest).rev().filter_map(drawn).collect::<Vec<_>>())
    };
    view! {
        <PageHeading>{t.label(|w| w.shell.journal)}</PageHeading>
        <p class="lead">{t.label(|w| w.journal().means)}</p>
        <Show when=is_empty>
            <Empty title=t.prop(|w| w.journal().empty) text=t.prop(|w| w.journal().empty_means)/>
        </Show>
        <Show when=Signal::derive(move || !is_empty.get())>
            <div class="toolbar">
                <Export of=String::new() table=file/>
                <SaveAuditFile table=file last/>
            </div>
            <AuditHash last/>
            <ol class="journal" reversed>
                <For
                    each=drawn
                    key=|drawn| *drawn
                    children=move |(batch, is_several)| {
                        let entries = Memo::new(move |_| entries_of(batches, batch));
                        batch_view(entries, is_several)
                    }
                />
            </ol>
            <More more/>
        </Show>
    }
}

/// The entries of a batch as they are now.
fn entries_of(batches: Memo<Vec<Vec<Arc<Entry>>>>, batch: BatchId) -> Vec<Arc<Entry>> {
    let is_own = |entries: &&Vec<Arc<Entry>>| entries.first().is_some_and(|first| first.batch == batch);
    batches.with(|batches| batches.iter().find(is_own).cloned().unwrap_or_default())
}

/// The journal as a table for a file.
fn table(journal: Journal) -> Table {
    let entries = untrack(|| journal.entries());
    let rows = entries.iter().map(|entry| entry.recorded.count()).sum();
    export::table(&entries, about(None, None, rows))
}
