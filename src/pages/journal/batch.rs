//! The writes of one click: a single one as it is, several behind a heading that opens.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::view::prelude::*;

use crate::components::moment::Moment;
use crate::pages::parts::{use_parts, view_of};
use crate::state::journal::{Entry, Undoes};
use crate::words::use_locale;
use domain::text::reveal::visible;

use super::entry::{EntryView, planned_by};
use super::more::{More, use_more};
use super::undo::UndoButton;

/// How many entries of a batch are drawn at first.
const STEP: usize = 50;

#[component]
pub(super) fn BatchView(entries: Vec<Arc<Entry>>) -> impl IntoView {
    match <[_; 1]>::try_from(entries) {
        Ok([entry]) => view! { <EntryView entry/> }.into_any(),
        Err(entries) => view! { <Several entries/> }.into_any(),
    }
}

/// A batch of several writes. They are drawn once the user opens it.
#[component]
fn Several(entries: Vec<Arc<Entry>>) -> impl IntoView {
    let t = use_locale();
    let is_open = RwSignal::new(false);
    let (first, last) = (entries.first().cloned(), entries.last().cloned());
    let users: usize = entries.iter().map(|entry| entry.recorded.count()).sum();
    let applied: usize = entries.iter().map(|entry| entry.recorded.applied()).sum();
    // Only the run of a plan has several targets.
    let targets = entries.iter().map(|entry| entry.recorded.target()).collect::<BTreeSet<_>>().len();
    let target = first.as_ref().map(|entry| visible(entry.recorded.target().to_string())).unwrap_or_default();
    let numbers = first.as_ref().zip(last.as_ref()).map(|(first, last)| (first.number, last.number));
    let count = entries.len();
    let heading = move || {
        let (words, numbers) = (t.words().journal(), numbers.unwrap_or_default());
        if targets > 1 {
            (words.run)(numbers, count, users, targets)
        } else {
            (words.batch)(numbers, count, users, &target)
        }
    };
    let undo = first.as_ref().filter(|_| targets == 1).map(|entry| Undoes::Batch(entry.batch));
    // The plan knows what each edit of it has come to.
    let planning = use_parts().planning;
    let undo_run = first.as_ref().filter(|_| targets > 1).map(|entry| {
        let batch = entry.batch;
        view_of(planning, move |planning| (planning.undo_run)(batch))
    });
    let means =
        (targets > 1).then(|| view! { <p class="field__hint">{t.label(|w| w.journal().run_means)}</p> });
    let all = StoredValue::new(entries.clone());
    let list = move || is_open.get().then(|| view! { <Entries entries=all.get_value()/> });
    view! {
        <li class="journal__entry">
            <div class="journal__head">
                <h2 class="journal__title">{dynamic(heading)}</h2>
                {undo.map(|undoes| view! { <UndoButton entries=entries undoes/> })}
                {undo_run}
            </div>
            <p class="facts">
                {first.map(|entry| view! { <Moment at=entry.at/> {planned_by(&entry)} })}
                <span>{dynamic(move || (t.words().journal().applied)(applied, users))}</span>
            </p>
            {means}
            <button
                type="button"
                class="button button--row"
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| is_open.update(|open| *open = !*open)
            >
                {dynamic(move || (t.words().journal().requests)(count))}
            </button>
            {dynamic(list)}
        </li>
    }
}

#[component]
fn Entries(entries: Vec<Arc<Entry>>) -> impl IntoView {
    let more = use_more(entries.len(), STEP);
    let entries = StoredValue::new(entries);
    let drawn = move || {
        entries.with_value(|entries| entries.iter().take(more.shown.get()).cloned().collect::<Vec<_>>())
    };
    view! {
        <ol class="journal journal--inner">
            <For each=drawn key=|entry| entry.number children=|entry| view! { <EntryView entry/> }/>
        </ol>
        <More more/>
    }
}
