//! What the front shows in the place of a page that only the whole has.

use crate::prelude::*;

use crate::api::ApiError;
use crate::api::error::Operation;
use crate::components::live::live;
use crate::components::problem::ProblemView;
use crate::components::waiting::Waiting;
use crate::follow::follow;
use crate::state::handover::{FAILED, WANTED, tell};

/// What stands in the place of a page of the whole until it comes.
#[component]
pub(super) fn Rest() -> impl IntoView {
    let failed = RwSignal::new(false);
    let listener = window_event_listener_untyped(FAILED, move |_| {
        let _ = failed.try_set(true);
    });
    on_cleanup(move || listener.remove());
    follow(|| tell(WANTED));
    // A browser may keep the failure of a module in mind; a fresh page does not.
    let retry = Callback::new(|()| drop(window().location().reload()));
    let back = Callback::new(|()| {
        if let Ok(history) = window().history() {
            let _ = history.back();
        }
    });
    // Whatever is wanted, a file of the console is what did not come.
    let operation = Operation::ListImages;
    live(move || {
        if failed.get() {
            view! { <ProblemView operation error=ApiError::Network on_retry=retry/> }.into_any()
        } else {
            view! { <Waiting on_cancel=back/> }.into_any()
        }
    })
}
