//! How far a scan is, what it waits for, and the buttons that pause, resume and stop it.

use crate::view::prelude::*;
use leptos::html;

use crate::components::announcer::Announce;
use crate::components::focus::nobody_has_focus;
use crate::state::clock::now;
use crate::state::review::{Review, Status};
use crate::words::{Locale, use_locale};
use domain::review::scan::State;

/// Screen readers hear of the progress at most this often, in milliseconds.
const SAID_EVERY: i64 = 10_000;

#[component]
pub(super) fn ScanProgress(review: Review) -> impl IntoView {
    let t = use_locale();
    announce(t, review);
    let node = NodeRef::<html::Div>::new();
    let state = Memo::new(move |_| review.status().map(|status| status.state));
    let known = move || review.status().map_or(1, |status| status.progress.known.max(1)).to_string();
    let done = move || review.status().map_or(0, |status| status.progress.done).to_string();
    let said = move || review.status().map(|status| so_far(&status, t));
    let waits = move || {
        let status = review.status()?;
        let words = t.words().review();
        let is_running = status.state == State::Running;
        let slowed = (is_running && status.is_asked_to_wait).then(|| (words.slowed)(None));
        let slowed = slowed
            .or_else(|| status.pace.filter(|_| is_running).map(|pace| (words.slowed)(Some(tenths(pace)))));
        slowed.map(|text| view! { <p class="note note--warning">{text}</p> })
    };
    let says = move || state.get().map(|state| (t.words().review().state)(state));
    let buttons = move || {
        match state.get() {
        Some(State::Running) => view! {
            <button type="button" class="button" on:click=move |_| review.pause()>{t.label(|w| w.review().pause)}</button>
            <button type="button" class="button" on:click=move |_| review.stop()>{t.label(|w| w.review().stop)}</button>
        }
        .into_any(),
        Some(State::Paused(_)) => view! {
            <button type="button" class="button button--primary" on:click=move |_| review.resume()>
                {t.label(|w| w.review().resume)}
            </button>
            <button type="button" class="button" on:click=move |_| review.stop()>{t.label(|w| w.review().stop)}</button>
        }
        .into_any(),
        Some(State::Stopped(_) | State::Finished) | None => ().into_any(),
    }
    };
    keep_focus(state, State::Running, node);
    view! {
        <div class="review" tabindex="-1" node_ref=node>
            <p>{dynamic(says)}</p>
            <progress aria-label=t.label(|w| w.review().progress) max=known value=done></progress>
            <p class="count">{dynamic(said)}</p>
            {dynamic(waits)}
            <div class="toolbar">{dynamic(buttons)}</div>
        </div>
    }
}

/// The button that changed the state is gone by it. The focus stays here, and not on nothing.
pub(in crate::pages) fn keep_focus<T: Copy + PartialEq + Send + Sync + 'static>(
    state: Memo<Option<T>>,
    running: T,
    node: NodeRef<html::Div>,
) {
    let mut earlier = None;
    effect(move || {
        let present = state.get();
        let is_new = |earlier: Option<T>| earlier != present;
        // It begins to run by a button, too.
        if earlier.replace(present).map_or(present == Some(running), is_new) {
            request_animation_frame(move || {
                if let Some(here) = node.try_get_untracked().flatten().filter(|_| nobody_has_focus()) {
                    let _ = here.focus();
                }
            });
        }
    });
}

fn so_far(status: &Status, t: Locale) -> String {
    (t.words().review().so_far)(status.progress, whole(status.per_second))
}

/// Announces a change of state at once, and the progress now and then.
fn announce(t: Locale, review: Review) {
    let announce = expect_context::<Announce>();
    let mut earlier = None;
    effect(move || {
        let Some(status) = review.status() else { return };
        let at = now();
        let is_due = match earlier {
            Some((state, said)) => state != status.state || at.since(said) >= SAID_EVERY,
            // Coming back to the page is no news.
            None => status.state == State::Running,
        };
        if is_due {
            let state = (untrack(|| t.words()).review().state)(status.state);
            announce.aloud(format!("{state} {}", untrack(|| so_far(&status, t))));
        }
        if is_due || earlier.is_none() {
            earlier = Some((status.state, at));
        }
    });
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rate is small and positive")]
fn whole(rate: f64) -> u64 {
    rate.max(0.0).round() as u64
}

/// A rate in tenths.
fn tenths(rate: f64) -> u64 {
    whole(rate * 10.0)
}
