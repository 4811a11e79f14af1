//! The part of the console that the front does not have, and that may not come.

use crate::view::prelude::*;

use crate::components::must_reload::MustReload;
use crate::state::session::handover::FAILED;
use crate::words::use_locale;

/// Whether the whole program could not be fetched, from now on.
pub fn whole_failed() -> RwSignal<bool> {
    let failed = RwSignal::new(false);
    let listener = window_event_listener_untyped(FAILED, move |_| {
        let _ = failed.try_set(true);
    });
    on_cleanup(move || listener.remove());
    failed
}

/// A page or action needs the whole program, which could not be fetched. A browser may keep the failure of a file in mind;
/// a fresh page does not, and asks for the files that the web server has now.
pub fn part_is_missing() -> AnyView {
    let t = use_locale();
    view! { <MustReload headline=t.prop(|w| w.start.part) text=t.prop(|w| w.start.part_means)/> }.into_any()
}
