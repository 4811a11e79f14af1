//! The buttons under a plan: run, save, open, clear, undo the last staging.

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::config::WritePolicy;
use crate::state::journal::BatchId;
use crate::state::plan::Planning;
use crate::words::use_locale;
use domain::plan::staging::Plan;

pub(super) use super::files::{OpenPlan, SavePlan};
use super::paste::PasteList;
use super::say::undo_and_say;

#[component]
pub(super) fn Buttons(
    planning: Planning,
    /// Whether the user wants to run the plan.
    is_asked: RwSignal<bool>,
) -> impl IntoView {
    let t = use_locale();
    let is_read_only = planning.policy() == WritePolicy::ReadOnly;
    let can_run = Signal::derive(move || !is_read_only && !planning.is_under_way());
    view! {
        {is_read_only.then(|| view! { <p class="note">{t.label(|w| w.run().read_only)}</p> })}
        <div class="toolbar">
            <Show when=can_run>
                <button type="button" class="button button--primary" on:click=move |_| is_asked.set(true)>
                    {t.label(|w| w.run().run)}
                </button>
            </Show>
            <SavePlan planning/>
            <OpenPlan planning/>
            <PasteList/>
            <UndoStaging planning/>
            <button type="button" class="button" on:click=move |_| planning.clear()>
                {t.label(|w| w.plan().clear)}
            </button>
        </div>
    }
}

/// "Undo staging", while there is a staging to undo.
#[component]
pub(in crate::pages) fn UndoStaging(planning: Planning) -> impl IntoView {
    let (t, announce) = (use_locale(), expect_context::<Announce>());
    let can_undo = Signal::derive(move || planning.with(Plan::can_undo));
    view! {
        <Show when=can_undo>
            <button type="button" class="button" on:click=move |_| undo_and_say(planning, announce, t)>
                {t.label(|w| w.plan().undo_staging)}
            </button>
        </Show>
    }
}

/// "Undo run": stages the way back from a run that is over.
pub(in crate::pages) fn undo_run(planning: Planning, batch: BatchId) -> AnyView {
    let (t, announce) = (use_locale(), expect_context::<Announce>());
    let undo = move |_| {
        let (count, cannot) = planning.undo_run(batch);
        let words = t.untracked().run();
        let nothing = count == 0 && cannot.is_empty();
        let said =
            if nothing { words.nothing_to_undo.to_owned() } else { (words.undo_staged)(count, cannot.len()) };
        announce.toast(said);
    };
    view! { <button type="button" class="button" on:click=undo>{t.label(|w| w.run().undo)}</button> }
        .into_any()
}
