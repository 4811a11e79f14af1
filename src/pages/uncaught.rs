//! The notice of what goes wrong in the page beside everything that the program knows of.

use crate::view::prelude::*;

use crate::state::uncaught::UncaughtError;
use crate::words::use_locale;

/// The notice, until the user has seen it.
#[component]
pub fn UncaughtNotice(
    /// What was noticed.
    uncaught: RwSignal<Option<UncaughtError>>,
) -> impl IntoView {
    let t = use_locale();
    dynamic(move || {
        let UncaughtError { is_policy, details } = uncaught.get()?;
        let means = move || {
            let words = t.words().uncaught();
            if is_policy { words.blocked_means } else { words.trouble_means }
        };
        Some(view! {
            <div class="banner banner--warning" role="alert">
                <div>
                    <p>
                        <strong>{t.label(|w| w.uncaught().uncaught)}</strong>
                        " "
                        {dynamic(means)}
                    </p>
                    <details class="details">
                        <summary>{t.label(|w| w.problem.details)}</summary>
                        <p><bdi>{details}</bdi></p>
                    </details>
                </div>
                <button type="button" class="button" on:click=move |_| uncaught.set(None)>
                    {t.label(|w| w.uncaught().dismiss)}
                </button>
            </div>
        })
    })
}
