//! `/journal`: every write of this session, and the way back from each.

mod audit_file;
mod batch;
mod entry;
mod export;
mod more;
mod undo;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::empty::Empty;
use crate::components::heading::PageHeading;
use crate::pages::discard::DiscardQuestion;
use crate::pages::save::{Export, about};
use crate::state::journal::{Entry, Journal};
use crate::words::use_locale;
use domain::change::recorded::Recorded;
use domain::text::export::Table;

use audit_file::{AuditHash, SaveAuditFile};
use batch::BatchView;
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
    let more = use_more(Signal::derive(move || batches.with(Vec::len)), STEP);
    // The newest first. A batch is drawn again when something about it becomes known.
    let drawn = move || {
        batches.with(|batches| batches.iter().rev().take(more.shown.get()).cloned().collect::<Vec<_>>())
    };
    view! {
        <DiscardQuestion/>
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
                <For each=drawn key=|entries| key(entries) children=|entries| view! { <BatchView entries/> }/>
            </ol>
            <More more/>
        </Show>
    }
}

/// What a batch is drawn again for.
fn key(entries: &[Arc<Entry>]) -> Vec<(usize, bool, u64)> {
    let of = |entry: &Arc<Entry>| {
        let mut outcomes = DefaultHasher::new();
        match &entry.recorded {
            Recorded::Permissions { outcomes: of, .. } => of.hash(&mut outcomes),
            Recorded::Outside { outcome, .. } => outcome.hash(&mut outcomes),
        }
        (entry.number, entry.answer.is_awaited(), outcomes.finish())
    };
    entries.iter().map(of).collect()
}

/// The journal as a table for a file.
fn table(journal: Journal) -> Table {
    let entries = untrack(|| journal.entries());
    let rows = entries.iter().map(|entry| entry.recorded.count()).sum();
    export::table(&entries, about(None, None, rows))
}
