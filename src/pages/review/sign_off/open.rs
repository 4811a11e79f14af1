//! Decisions that can change: how many there are, the two tables, and what follows from them.

use crate::view::prelude::*;
use leptos::html;

use crate::components::announcer::Announce;
use crate::components::choice::Choice;
use crate::components::moment::day_and_time;
use crate::components::switch::switch;
use crate::pages::listing::SearchField;
use crate::pages::plan::say_staged;
use crate::state::navigation::Navigation;
use crate::state::plan::Planning;
use crate::state::review::{Review, Reviewed};
use crate::words::use_locale;

use super::asking::Asking;
use super::decide::DecideDialog;
use super::groups::Groups;
use super::sign::SignDialog;
use super::singles::Singles;

/// What the table shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Singles,
    Together,
}

impl Shown {
    /// The word in the address.
    const fn key(self) -> &'static str {
        match self {
            Shown::Singles => "",
            Shown::Together => "together",
        }
    }
}

#[component]
pub(super) fn Open(review: Review, reviewed: Reviewed) -> impl IntoView {
    let (t, navigation) = (use_locale(), expect_context::<Navigation>());
    let progress = NodeRef::<html::Div>::new();
    let asking = Asking::new(review, progress);
    let only_undecided = RwSignal::new(false);
    let is_signing = RwSignal::new(false);
    let shown = Memo::new(move |_| {
        let is_together = navigation.query().with(|query| query.show == Shown::Together.key());
        if is_together { Shown::Together } else { Shown::Singles }
    });
    let table = move || {
        let reviewed = reviewed.clone();
        match shown.get() {
            Shown::Singles => view! { <Singles asking reviewed only_undecided/> }.into_any(),
            Shown::Together => view! { <Groups asking reviewed only_undecided/> }.into_any(),
        }
    };
    let means = move || match shown.get() {
        Shown::Singles => t.words().sign_off().singles_means,
        Shown::Together => t.words().sign_off().together_means,
    };
    view! {
        <Stale review/>
        <Decided review node=progress/>
        <div class="toolbar">
            <StageDecisions review/>
            <button type="button" class="button button--primary" on:click=move |_| is_signing.set(true)>
                {t.label(|w| w.sign_off().sign)}
            </button>
        </div>
        <div class="toolbar">
            <SearchField label=t.prop(|w| w.access().search)/>
            <Choice
                label=t.prop(|w| w.sign_off().show_label)
                label_hidden=true
                options=vec![Shown::Singles, Shown::Together]
                word=|shown, words| match shown {
                    Shown::Singles => words.sign_off().singles.to_owned(),
                    Shown::Together => words.sign_off().together.to_owned(),
                }
                value=shown
                on_choose=Callback::new(move |shown: Shown| {
                    navigation.refine(|query| shown.key().clone_into(&mut query.show));
                })
            />
            {switch(
                |w| w.sign_off().only_undecided,
                move || only_undecided.get(),
                move || only_undecided.update(|on| *on = !*on),
            )}
        </div>
        <p class="field__hint">{dynamic(means)}</p>
        {dynamic(table)}
        <DecideDialog asking/>
        <SignDialog review is_signing/>
    }
}

/// That the review has read more since, and the way to decide on that.
#[component]
fn Stale(review: Review) -> impl IntoView {
    let (t, announce) = (use_locale(), expect_context::<Announce>());
    let is_stale = Memo::new(move |_| !review.is_present());
    let renew = move |_| {
        let kept = review.renew_decisions();
        announce.toast((t.untracked().sign_off().renewed)(kept));
    };
    let said = move || {
        let ended = review.signing().reviewed().map(|reviewed| reviewed.snapshot.ended)?;
        Some((t.words().sign_off().stale)(&day_and_time(ended)))
    };
    view! {
        <Show when=is_stale>
            <p class="note note--warning">
                {dynamic(said)} " "
                <button type="button" class="button button--row" on:click=renew>
                    {t.label(|w| w.sign_off().renew)}
                </button>
            </p>
        </Show>
    }
}

/// "312 of 418 decided".
#[component]
fn Decided(review: Review, node: NodeRef<html::Div>) -> impl IntoView {
    let t = use_locale();
    let counts = Memo::new(move |_| review.signing().counts());
    let said = move || {
        let counts = counts.get();
        (t.words().sign_off().progress)(counts.decided(), counts.all())
    };
    view! {
        <div class="review" tabindex="-1" node_ref=node>
            <progress
                aria-label=t.label(|w| w.sign_off().progress_label)
                max=move || counts.get().all().max(1).to_string()
                value=move || counts.get().decided().to_string()
            ></progress>
            <p class="count">{dynamic(said)}</p>
        </div>
    }
}

/// "Stage decisions": what is lowered or removed goes into the plan.
#[component]
pub(super) fn StageDecisions(review: Review) -> impl IntoView {
    let (t, planning, announce) = (use_locale(), Planning::of_session(), expect_context::<Announce>());
    let stage = move |_| {
        let edits = review.signing().edits();
        if edits.is_empty() {
            return announce.toast(t.untracked().sign_off().nothing_to_stage.to_owned());
        }
        let staging = planning.stage(edits);
        say_staged(planning, announce, t, staging.added + staging.replaced + staging.taken_back);
    };
    view! {
        <button type="button" class="button" on:click=stage>{t.label(|w| w.sign_off().stage)}</button>
    }
}
