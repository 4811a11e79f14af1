//! The live region: what is said aloud, and shown for a while to those who see.

use leptos::prelude::*;

/// Lets a component say something, and hear what is said. The app provides it.
#[derive(Clone, Copy)]
pub struct Announce {
    /// Says and shows a sentence.
    pub say: Callback<String>,
    /// Only says it.
    pub whisper: Callback<String>,
    /// What is being said; empty for silence.
    pub text: Signal<String>,
}

impl Announce {
    /// Says and shows a sentence.
    pub fn say(self, text: impl Into<String>) {
        self.say.run(text.into());
    }

    /// Only says it: what happened can be seen where it happened.
    pub fn whisper(self, text: impl Into<String>) {
        self.whisper.run(text.into());
    }
}

/// The one polite live region. It is always in the document, since a region that appears together with its text
/// is often not read.
#[component]
pub fn AnnouncerRegion(
    /// Whether the sentence is shown too.
    #[prop(into)]
    shown: Signal<bool>,
) -> impl IntoView {
    let announce = expect_context::<Announce>();
    view! {
        <div class="announcer" class:announcer--said=move || !shown.get() role="status" aria-atomic="true">
            {move || announce.text.get()}
        </div>
    }
}

/// What is said, again, inside a modal dialog: everything outside one is mute.
#[component]
pub fn AnnouncerEcho() -> impl IntoView {
    let announce = expect_context::<Announce>();
    view! {
        <p class="visually-hidden" aria-live="polite">
            {move || announce.text.get()}
        </p>
    }
}
