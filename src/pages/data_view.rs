//! The part of a page that shows loaded data: the one place where the states of a loader are drawn.

use crate::view::prelude::*;

use crate::components::countdown::Countdown;
use crate::components::heading::focus_heading;
use crate::components::moment::lately;
use crate::components::problem::ProblemView;
use crate::components::waiting::{StillWorking, Waiting};
use crate::state::clock::now;
use crate::state::load::{Fresh, Load, Status};
use crate::state::loader::{Loader, Reader};
use crate::state::navigation::Navigation;
use crate::words::use_locale;
use domain::model::operation::Operation;
use domain::paths::Route;

/// Draws whatever state a loader is in. `content` is drawn once when there is data, and follows newer data by
/// itself; a failed refresh keeps it and says so above.
pub fn data_view<K, V, I>(
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
    let state = Memo::new(move |_| reader.status());
    // The data is drawn once, however often its age changes.
    let without_data = Memo::new(move |_| Some(state.get()).filter(|state| state.data().is_none()));
    let waits = move || {
        let next_try = reader.next_try()?;
        let seconds = (next_try.since(now()) + 999) / 1000;
        Some(view! { <Countdown seconds on_try=retry on_cancel=cancel/> })
    };
    let body = move || match without_data.get() {
        None => aged(state, operation, retry, cancel, content()),
        Some(Load::First) => view! { <Waiting on_cancel=cancel/> }.into_any(),
        Some(Load::Failed(error)) if error.is_denied() || error.is_missing() => view! {
            <ProblemView operation error/>
            <WayBack/>
        }
        .into_any(),
        Some(Load::Failed(error)) => view! { <ProblemView operation error on_retry=retry/> }.into_any(),
        // The dialog above says all there is to say.
        Some(Load::Ended | Load::Ready(_) | Load::Refreshing(_) | Load::Stale(..)) => ().into_any(),
    };
    view! {
        {dynamic(waits)}
        {dynamic(body)}
    }
    .into_any()
}

/// Data, and what is to be said of its age.
fn aged(
    state: Memo<Status>,
    operation: Operation,
    on_retry: Callback<()>,
    on_cancel: Callback<()>,
    content: AnyView,
) -> AnyView {
    let is_stale = move || matches!(state.get(), Load::Stale(..));
    let problem = move || match state.get() {
        Load::Stale(_, error) => Some(view! { <ProblemView operation error on_retry/> }),
        _ => None,
    };
    let is_refreshing = Signal::derive(move || matches!(state.get(), Load::Refreshing(_)));
    view! {
        {dynamic(problem)}
        <Show when=is_refreshing>
            <StillWorking on_cancel/>
        </Show>
        <div class="region" class:region--stale=is_stale>
            {content}
        </div>
    }
    .into_any()
}

/// A way on from what can't be shown.
#[component]
fn WayBack() -> impl IntoView {
    let t = use_locale();
    let navigation = expect_context::<Navigation>();
    view! {
        <p>
            <a class="link" href=move || navigation.href(&Route::Organizations)>
                {t.label(|w| w.connection.to_organizations)}
            </a>
        </p>
    }
}

/// The button that reads again.
#[component]
pub fn RefreshButton(
    /// What is read.
    reader: Reader,
) -> impl IntoView {
    let t = use_locale();
    let busy = move || reader.status().is_loading();
    view! {
        <button
            type="button"
            class="button"
            class:button--busy=busy
            aria-busy=move || busy().to_string()
            on:click=move |_| reader.refresh()
        >
            {t.label(|w| w.lists.refresh)}
        </button>
    }
}

/// "updated 10:32", with the day where that is not today's, or that it is older than the last attempt to read.
#[component]
pub fn Freshness(
    /// What is read.
    reader: Reader,
) -> impl IntoView {
    let t = use_locale();
    dynamic(move || {
        let status = reader.status();
        let words = &t.words().lists;
        let time = lately(*status.data()?);
        Some(if matches!(status, Status::Stale(..)) { (words.stale)(&time) } else { (words.updated)(&time) })
    })
}
