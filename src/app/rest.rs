//! The way from the front to the whole. The script that starts the programs (`xtask/src/programs.rs` writes it into the
//! page) hears an event, fetches the whole and starts it; the whole says when it takes over, and the front leaves.

use leptos::prelude::*;
use web_sys::Event;

use crate::api::ApiError;
use crate::api::error::{Kind, Operation};
use crate::components::live::live;
use crate::components::problem::ProblemView;
use crate::components::waiting::Waiting;

/// The whole is wanted.
const WANTED: &str = "swr-console:whole";

/// It could not be fetched.
const FAILED: &str = "swr-console:whole-failed";

/// The whole is there and takes over.
pub(crate) const TAKE_OVER: &str = "swr-console:take-over";

/// Tells something to whoever listens in this page.
pub(crate) fn tell(name: &str) {
    if let Ok(event) = Event::new(name) {
        let _ = window().dispatch_event(&event);
    }
}

/// What stands in the place of a page of the whole until it comes.
#[component]
pub(super) fn Rest() -> impl IntoView {
    let failed = RwSignal::new(false);
    let listener = window_event_listener_untyped(FAILED, move |_| {
        let _ = failed.try_set(true);
    });
    on_cleanup(move || listener.remove());
    Effect::new(|_| tell(WANTED));
    // A browser may keep the failure of a module in mind; a fresh page does not.
    let retry = Callback::new(|()| drop(window().location().reload()));
    let back = Callback::new(|()| {
        if let Ok(history) = window().history() {
            let _ = history.back();
        }
    });
    let operation = Operation::QueryAccess(Kind::Image);
    live(move || {
        if failed.get() {
            view! { <ProblemView operation error=ApiError::Network on_retry=retry/> }.into_any()
        } else {
            view! { <Waiting on_cancel=back/> }.into_any()
        }
    })
}
