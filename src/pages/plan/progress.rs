//! How far a run is, what it waits for, and the buttons that pause, resume and stop it.

use crate::view::prelude::*;
use leptos::html;

use crate::components::announcer::Announce;
use crate::pages::review::keep_focus;
use crate::state::clock::now;
use crate::state::plan::{Planning, Status};
use crate::words::{Locale, use_locale};
use domain::plan::run::State;

/// Screen readers hear of the progress at most this often, in milliseconds.
const SAID_EVERY: i64 = 10_000;

#[component]
pub(super) fn RunProgress(planning: Planning) -> impl IntoView {
    let t = use_locale();
    announce(t, planning);
    let node = NodeRef::<html::Div>::new();
    let state = Memo::new(move |_| planning.status().map(|status| status.state));
    let of = move || planning.status().map_or(1, |status| status.progress.of.max(1)).to_string();
    let ended = move || planning.status().map_or(0, |status| status.progress.done).to_string();
    let so_far = move || planning.status().map(|status| so_far(&status, t));
    let says = move || {
        let words = t.words().run();
        let at = planning.status().and_then(|status| status.progress.stage);
        let at = at.filter(|_| state.get() == Some(State::Running)).map(words.stage);
        state
            .get()
            .map(|state| [Some((words.state)(state)), at].into_iter().flatten().collect::<Vec<_>>().join(" "))
    };
    let waits = move || {
        let status = planning.status()?;
        let waits = status.state == State::Running && status.is_asked_to_wait;
        waits.then(|| view! { <p class="note note--warning">{t.label(|w| w.run().asked_to_wait)}</p> })
    };
    keep_focus(state, State::Running, node);
    view! {
        <div class="review" tabindex="-1" node_ref=node>
            <p>{dynamic(says)}</p>
            <progress aria-label=t.label(|w| w.run().progress) max=of value=ended></progress>
            <p class="count">{dynamic(so_far)}</p>
            {dynamic(waits)}
            <div class="toolbar">{dynamic(move || buttons(planning, state.get()))}</div>
        </div>
    }
}

fn buttons(planning: Planning, state: Option<State>) -> AnyView {
    let t = use_locale();
    let stop = move || {
        view! {
            <button type="button" class="button" on:click=move |_| planning.stop()>{t.label(|w| w.run().stop)}</button>
        }
    };
    match state {
        Some(State::Running) => view! {
            <button type="button" class="button" on:click=move |_| planning.pause()>{t.label(|w| w.run().pause)}</button>
            {stop()}
        }
        .into_any(),
        Some(State::Paused(_)) => view! {
            <button type="button" class="button button--primary" on:click=move |_| planning.resume()>
                {t.label(|w| w.run().resume)}
            </button>
            {stop()}
        }
        .into_any(),
        Some(State::Stopped(_) | State::Finished) | None => ().into_any(),
    }
}

fn so_far(status: &Status, t: Locale) -> String {
    (t.words().run().so_far)(status.progress, status.counts)
}

/// Announces a change of state at once, and the progress now and then.
fn announce(t: Locale, planning: Planning) {
    let announce = expect_context::<Announce>();
    let mut earlier = None;
    effect(move || {
        let Some(status) = planning.status() else { return };
        let at = now();
        let is_due = match earlier {
            Some((state, said)) => state != status.state || at.since(said) >= SAID_EVERY,
            // Coming back to the page is no news.
            None => status.state == State::Running,
        };
        if is_due {
            let state = (untrack(|| t.words()).run().state)(status.state);
            announce.aloud(format!("{state} {}", untrack(|| so_far(&status, t))));
        }
        if is_due || earlier.is_none() {
            earlier = Some((status.state, at));
        }
    });
}
