//! What the front shows in the place of a page that only the whole has.

use crate::prelude::*;

use crate::components::live::live;
use crate::components::must_reload::MustReload;
use crate::components::waiting::Waiting;
use crate::follow::follow;
use crate::state::handover::{FAILED, WANTED, tell};
use crate::words::use_speech;

/// What stands in the place of a page of the whole until it comes.
#[component]
pub(super) fn Rest() -> impl IntoView {
    let t = use_speech();
    let failed = RwSignal::new(false);
    let listener = window_event_listener_untyped(FAILED, move |_| {
        let _ = failed.try_set(true);
    });
    on_cleanup(move || listener.remove());
    follow(|| tell(WANTED));
    let back = Callback::new(|()| {
        if let Ok(history) = window().history() {
            let _ = history.back();
        }
    });
    live(move || {
        if failed.get() {
            // A browser may keep the failure of a file in mind; a fresh page does not, and asks for the files that the
            // web server has now.
            view! { <MustReload headline=t.text(|w| w.start.part) text=t.text(|w| w.start.part_means)/> }
                .into_any()
        } else {
            view! { <Waiting on_cancel=back/> }.into_any()
        }
    })
}
