//! The writes of one click: a single one as it is, several behind a heading that opens.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::moment::Moment;
use crate::pages::parts::{use_parts, view_of};
use crate::state::journal::{Entry, Undoes};
use crate::words::use_locale;
use domain::change::recorded::Recorded;
use domain::text::reveal::visible;

use super::entry::{EntryView, planned_by};
use super::more::{More, use_more};
use super::undo::UndoButton;

/// How many entries of a batch are drawn at first.
const STEP: usize = 50;

/// A batch. It stays on the page while it grows and its answers come, with what is open in it.
pub(super) fn batch_view(entries: Memo<Vec<Arc<Entry>>>, is_several: bool) -> AnyView {
    if is_several {
        return view! { <Several entries/> }.into_any();
    }
    let only = move || entries.with(|entries| entries.first().cloned());
    dynamic(move || only().map(|entry| view! { <EntryView entry/> })).into_any()
}

/// What is known of a batch as a whole.
#[derive(Clone, PartialEq)]
struct Summary {
    numbers: (usize, usize),
    count: usize,
    users: usize,
    applied: usize,
    /// Only the run of a plan has several.
    targets: usize,
    target: String,
}

impl Summary {
    fn of(entries: &[Arc<Entry>]) -> Self {
        let target = |entry: &Arc<Entry>| entry.recorded.target();
        let first = entries.first();
        Self {
            numbers: first
                .zip(entries.last())
                .map(|(first, last)| (first.number, last.number))
                .unwrap_or_default(),
            count: entries.len(),
            users: entries.iter().map(|entry| entry.recorded.count()).sum(),
            applied: entries.iter().map(|entry| entry.recorded.applied()).sum(),
            targets: entries.iter().map(target).collect::<BTreeSet<_>>().len(),
            target: first.map(|first| visible(target(first).to_string())).unwrap_or_default(),
        }
    }
}

/// A batch of several writes. They are drawn once the user opens it.
#[component]
fn Several(entries: Memo<Vec<Arc<Entry>>>) -> impl IntoView {
    let t = use_locale();
    let is_open = RwSignal::new(false);
    let summary = Memo::new(move |_| entries.with(|entries| Summary::of(entries)));
    let is_run = Memo::new(move |_| summary.with(|summary| summary.targets > 1));
    let heading = move || {
        let (words, Summary { numbers, count, users, targets, target, .. }) =
            (t.words().journal(), summary.get());
        if targets > 1 {
            (words.run)(numbers, count, users, targets)
        } else {
            (words.batch)(numbers, count, users, &target)
        }
    };
    let applied = move || {
        let Summary { applied, users, .. } = summary.get();
        (t.words().journal().applied)(applied, users)
    };
    // The plan knows what each edit of it has come to.
    let planning = use_parts().planning;
    let first = untrack(|| entries.with(|entries| entries.first().cloned()));
    let batch = first.as_ref().map(|first| first.batch);
    let undo = move || {
        let batch = batch?;
        Some(if is_run.get() {
            view_of(planning, move |planning| (planning.undo_run)(batch))
        } else {
            view! { <UndoButton entries=entries.get() undoes=Undoes::Batch(batch)/> }.into_any()
        })
    };
    let means = move || {
        is_run.get().then(|| view! { <p class="field__hint">{t.label(|w| w.journal().run_means)}</p> })
    };
    let list = move || is_open.get().then(|| view! { <Entries entries/> });
    view! {
        <li class="journal__entry">
            <div class="journal__head">
                <h2 class="journal__title">{dynamic(heading)}</h2>
                {dynamic(undo)}
            </div>
            <p class="facts">
                {first.map(|entry| view! { <Moment at=entry.at/> {planned_by(&entry)} })}
                <span>{dynamic(applied)}</span>
            </p>
            {dynamic(means)}
            <button
                type="button"
                class="button button--row"
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| is_open.update(|open| *open = !*open)
            >
                {dynamic(move || (t.words().journal().requests)(summary.with(|summary| summary.count)))}
            </button>
            {dynamic(list)}
        </li>
    }
}

#[component]
fn Entries(entries: Memo<Vec<Arc<Entry>>>) -> impl IntoView {
    let more = use_more(Signal::derive(move || entries.with(Vec::len)), STEP);
    let drawn =
        move || entries.with(|entries| entries.iter().take(more.shown.get()).cloned().collect::<Vec<_>>());
    view! {
        <ol class="journal journal--inner">
            <For each=drawn key=|entry| key(entry) children=|entry| view! { <EntryView entry/> }/>
        </ol>
        <More more/>
    }
}

/// What an entry is drawn again for.
fn key(entry: &Entry) -> (usize, bool, u64) {
    let mut outcomes = DefaultHasher::new();
    match &entry.recorded {
        Recorded::Permissions { outcomes: of, .. } => of.hash(&mut outcomes),
        Recorded::Outside { outcome, .. } => outcome.hash(&mut outcomes),
    }
    (entry.number, entry.answer.is_awaited(), outcomes.finish())
}
