//! A region of a page that shows loaded data: the one place where its states become something to see.

use leptos::prelude::*;

use crate::api::Operation;
use crate::components::heading::focus_heading;
use crate::components::moment::time_of_day;
use crate::components::problem::ProblemView;
use crate::components::waiting::Waiting;
use crate::state::load::{Fresh, Load};
use crate::state::loader::Loader;
use crate::words::use_speech;

/// Draws whatever state a loader is in. `content` is drawn once when there is data, and follows newer data by
/// itself; a failed refresh keeps it and says so above.
pub fn region<K, V, C, I>(loader: Loader<K, V>, operation: Operation, content: C) -> impl IntoView
where
    K: Clone + PartialEq + Send + Sync + 'static,
    V: Send + Sync + 'static,
    C: Fn(Memo<Fresh<V>>) -> I + Send + Sync + 'static,
    I: IntoView + 'static,
{
    let retry = Callback::new(move |()| {
        focus_heading();
        loader.refresh();
    });
    let cancel = Callback::new(move |()| {
        focus_heading();
        loader.cancel();
    });
    let phase = Memo::new(move |_| match loader.state() {
        Load::First => Phase::First,
        Load::Failed(error) => Phase::Failed(error),
        Load::Ready(_) | Load::Refreshing(_) | Load::Stale(..) => Phase::Data,
    });
    move || match phase.get() {
        Phase::First => view! { <Waiting on_cancel=cancel/> }.into_any(),
        Phase::Failed(error) => view! { <ProblemView operation error on_retry=retry/> }.into_any(),
        Phase::Data => {
            let Some(first) = untrack(|| loader.state().fresh().cloned()) else { return ().into_any() };
            let fresh = Memo::new(move |earlier: Option<&Fresh<V>>| {
                let present = loader.state().fresh().cloned();
                present.or_else(|| earlier.cloned()).unwrap_or_else(|| first.clone())
            });
            let stale = move || match loader.state() {
                Load::Stale(_, error) => Some(view! { <ProblemView operation error on_retry=retry/> }),
                _ => None,
            };
            view! {
                {stale}
                <div class="region" class:region--stale=move || matches!(loader.state(), Load::Stale(..))>
                    {content(fresh)}
                </div>
            }
            .into_any()
        }
    }
}

#[derive(Clone, PartialEq)]
enum Phase {
    First,
    Failed(crate::api::ApiError),
    Data,
}

/// The button that reads again.
pub fn refresh_button<K, V>(loader: Loader<K, V>) -> impl IntoView
where
    K: Clone + PartialEq + Send + Sync + 'static,
    V: Send + Sync + 'static,
{
    let t = use_speech();
    let busy = move || loader.state().is_loading();
    view! {
        <button
            type="button"
            class="button"
            class:button--busy=busy
            aria-busy=move || busy().to_string()
            on:click=move |_| loader.refresh()
        >
            {t.say(|w| w.lists.refresh)}
        </button>
    }
}

/// "as of 10:32", or that it is older than the last attempt to read.
pub fn freshness<K, V>(loader: Loader<K, V>) -> impl IntoView
where
    K: Clone + PartialEq + Send + Sync + 'static,
    V: Send + Sync + 'static,
{
    let t = use_speech();
    move || {
        let state = loader.state();
        let words = &t.words().lists;
        let time = state.fresh().map(|fresh| time_of_day(fresh.at))?;
        Some(if matches!(state, Load::Stale(..)) { (words.stale)(&time) } else { (words.as_of)(&time) })
    }
}
