//! A failure that only a fresh start of the page mends.

use crate::prelude::*;

use crate::state::handover::FAILED;
use crate::words::{Text, use_speech};

/// What is wrong, what to do, and the button that reloads the page.
#[component]
pub fn MustReload(
    /// What is wrong.
    headline: Text,
    /// Why, and what to do.
    text: Text,
) -> impl IntoView {
    let t = use_speech();
    let reload = move |_| {
        let _ = window().location().reload();
    };
    view! {
        <div class="problem">
            <div role="alert">
                <p class="problem__headline">{headline}</p>
                <p class="problem__text">{text}</p>
            </div>
            <button type="button" class="button" on:click=reload>
                {t.say(|w| w.start.reload)}
            </button>
        </div>
    }
}

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
    let t = use_speech();
    view! { <MustReload headline=t.text(|w| w.start.part) text=t.text(|w| w.start.part_means)/> }.into_any()
}
