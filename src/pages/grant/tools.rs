//! What helps with many rows: how many there are of each kind, filters, one level for all, and the way back.

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::components::choice::Choice;
use crate::words::use_locale;
use domain::grant::draft::{Category, Remark, Summary};
use domain::model::level::Level;

use super::form::DraftForm;

/// So many rows are surveyed at a glance.
const FEW: usize = 4;

/// The summary of a long draft, whose parts are filters, and the level for all rows that are shown.
#[component]
pub(super) fn DraftTools(form: DraftForm) -> impl IntoView {
    let t = use_locale();
    let announce = expect_context::<Announce>();
    let level = RwSignal::new(Level::Read);
    let summary = Memo::new(move |_| Summary::of(form.categories()));
    let filter = move |category: Option<Category>| {
        let count = move || {
            summary.with(|summary| category.map_or(summary.all(), |category| summary.count(category)))
        };
        let text = move || {
            let words = t.words().grant();
            category.map_or_else(|| (words.all_rows)(count()), |category| (words.category)(category, count()))
        };
        let is_there = Signal::derive(move || category.is_none() || count() > 0 || form.filter() == category);
        view! {
            <Show when=is_there>
                <button
                    type="button"
                    class="button button--row"
                    aria-pressed=move || (form.filter() == category).to_string()
                    on:click=move |_| form.set_filter(category)
                >
                    {dynamic(text)}
                </button>
            </Show>
        }
    };
    let set = move |_| {
        let chosen = level.get_untracked();
        let count = form.set_level(chosen);
        let words = t.untracked();
        announce.aloud((words.grant().applied_to)(words.levels.name(chosen), count));
    };
    let filters = std::iter::once(None).chain(Category::ALL.map(Some)).map(filter).collect_view();
    view! {
        <div class="grant-tools" role="group" aria-label=t.label(|w| w.grant().filters)>{filters}</div>
        <div class="grant-tools">
            <Choice
                label=t.prop(|w| w.grant().level_for_all)
                options=Level::ALL.to_vec()
                word=|level: Level, words| words.levels.name(level).to_owned()
                value=level
                on_choose=Callback::new(move |chosen| level.set(chosen))
            />
            <button type="button" class="button" on:click=set>
                {dynamic(move || (t.words().grant().apply_to)(form.shown().len()))}
            </button>
        </div>
    }
}

/// Whether there are enough rows for them.
pub(super) fn are_many(form: DraftForm) -> Signal<bool> {
    Signal::derive(move || form.len() > FEW)
}

/// Offers to take out the people who hold a permission already.
#[component]
pub(super) fn LeaveOut(form: DraftForm) -> impl IntoView {
    let t = use_locale();
    let announce = expect_context::<Announce>();
    let holders = move || form.rows_with(|remark| matches!(remark, Remark::AlreadyHas(_)));
    let leave_out = move |_| {
        let numbers = untrack(holders);
        announce.aloud((t.untracked().grant().was_left_out)(numbers.len()));
        form.remove(&numbers);
    };
    view! {
        <Show when=Signal::derive(move || !holders().is_empty())>
            <button type="button" class="button button--quiet" on:click=leave_out>
                {dynamic(move || (t.words().grant().leave_out)(holders().len()))}
            </button>
        </Show>
    }
}

/// Takes the last change of many rows back.
#[component]
pub(super) fn UndoRows(form: DraftForm) -> impl IntoView {
    let t = use_locale();
    let announce = expect_context::<Announce>();
    let undo = move |_| {
        form.undo();
        announce.aloud(t.untracked().grant().undone);
    };
    view! {
        <Show when=Signal::derive(move || form.can_undo())>
            <button type="button" class="button button--quiet" on:click=undo>
                {t.label(|w| w.grant().undo)}
            </button>
        </Show>
    }
}
