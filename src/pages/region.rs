//! A region of a page that shows loaded data: the one place where its states become something to see.

use leptos::prelude::*;

use crate::api::{ApiError, Operation};
use crate::components::heading::focus_heading;
use crate::components::live::live;
use crate::components::moment::time_of_day;
use crate::components::problem::ProblemView;
use crate::components::waiting::Waiting;
use crate::state::load::{Fresh, Status};
use crate::state::loader::{Loader, Reader};
use crate::words::use_speech;

/// Draws whatever state a loader is in. `content` is drawn once when there is data, and follows newer data by
/// itself; a failed refresh keeps it and says so above.
pub fn region<K, V, I>(
    loader: Loader<K, V>,
    operation: Operation,
    content: impl Fn(Memo<Fresh<V>>) -> I + Send + 'static,
) -> AnyView
where
    K: Clone + PartialEq + Send + Sync + 'static,
    V: Send + Sync + 'static,
    I: IntoView + 'static,
{
    let content = move || {
        let Some(first) = untrack(|| loader.fresh()) else { return ().into_any() };
        let fresh = Memo::new(move |earlier: Option<&Fresh<V>>| {
            loader.fresh().or_else(|| earlier.cloned()).unwrap_or_else(|| first.clone())
        });
        content(fresh).into_any()
    };
    frame(loader.reader(), operation, Box::new(content))
}

/// What is around the data.
fn frame(reader: Reader, operation: Operation, content: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    let retry = Callback::new(move |()| {
        focus_heading();
        reader.refresh();
    });
    let cancel = Callback::new(move |()| {
        focus_heading();
        reader.cancel();
    });
    let phase = Memo::new(move |_| match reader.status() {
        Status::First => Phase::First,
        Status::Failed(error) => Phase::Failed(error),
        Status::Ready(_) | Status::Refreshing(_) | Status::Stale(..) => Phase::Data,
    });
    live(move || match phase.get() {
        Phase::First => view! { <Waiting on_cancel=cancel/> }.into_any(),
        Phase::Failed(error) => view! { <ProblemView operation error on_retry=retry/> }.into_any(),
        Phase::Data => {
            let stale = move || match reader.status() {
                Status::Stale(_, error) => Some(view! { <ProblemView operation error on_retry=retry/> }),
                _ => None,
            };
            view! {
                {live(stale)}
                <div class="region" class:region--stale=move || matches!(reader.status(), Status::Stale(..))>
                    {content()}
                </div>
            }
            .into_any()
        }
    })
}

#[derive(Clone, PartialEq)]
enum Phase {
    First,
    Failed(ApiError),
    Data,
}

/// The button that reads again.
#[component]
pub fn RefreshButton(
    /// What is read.
    reader: Reader,
) -> impl IntoView {
    let t = use_speech();
    let busy = move || reader.status().is_loading();
    view! {
        <button
            type="button"
            class="button"
            class:button--busy=busy
            aria-busy=move || busy().to_string()
            on:click=move |_| reader.refresh()
        >
            {t.say(|w| w.lists.refresh)}
        </button>
    }
}

/// "as of 10:32", or that it is older than the last attempt to read.
#[component]
pub fn Freshness(
    /// What is read.
    reader: Reader,
) -> impl IntoView {
    let t = use_speech();
    live(move || {
        let status = reader.status();
        let words = &t.words().lists;
        let time = time_of_day(status.read_at()?);
        Some(if matches!(status, Status::Stale(..)) { (words.stale)(&time) } else { (words.as_of)(&time) })
    })
}
