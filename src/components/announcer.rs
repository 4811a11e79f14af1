//! The live region: what is said aloud, and shown for a while to those who see.

use leptos::prelude::*;

/// Lets a component say something. The app provides it.
#[derive(Clone, Copy)]
pub struct Announce(pub Callback<String>);

impl Announce {
    /// Says a sentence.
    pub fn say(self, text: impl Into<String>) {
        self.0.run(text.into());
    }
}

/// The one polite live region. It is always in the document, since a region that appears together with its text
/// is often not read.
#[component]
pub fn AnnouncerRegion(
    /// The sentence; empty for silence.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    view! {
        <div class="announcer" role="status" aria-live="polite" aria-atomic="true">
            {move || text.get()}
        </div>
    }
}
