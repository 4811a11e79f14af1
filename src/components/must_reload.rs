//! A failure that a fresh start of the page may repair.

use crate::view::prelude::*;

use crate::words::{Text, use_locale};

/// What is wrong, what to do, and the button that reloads the page; where it may help, one that tries again before it.
#[component]
pub fn MustReload(
    /// What is wrong.
    headline: Text,
    /// Why, and what to do.
    text: Text,
    /// Tries again without a reload.
    #[prop(optional_no_strip, into)]
    on_retry: Option<Callback<()>>,
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
            {on_retry
                .map(|retry| {
                    view! {
                        <button type="button" class="button" on:click=move |_| retry.run(())>
                            {t.label(|w| w.problem.try_again)}
                        </button>
                    }
                })}
            <button type="button" class="button" on:click=reload>
                {t.label(|w| w.start.reload)}
            </button>
        </div>
    }
}
