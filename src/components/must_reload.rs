//! A failure that only a fresh start of the page mends.

use crate::view::prelude::*;

use crate::words::{Text, use_locale};

/// What is wrong, what to do, and the button that reloads the page.
#[component]
pub fn MustReload(
    /// What is wrong.
    headline: Text,
    /// Why, and what to do.
    text: Text,
) -> impl IntoView {
    let t = use_locale();
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
                {t.label(|w| w.start.reload)}
            </button>
        </div>
    }
}
