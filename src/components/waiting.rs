//! Waiting for data: nothing at first, then the outline of a table, then the offer to give up.

use std::time::Duration;

use crate::view::prelude::*;

use crate::words::use_locale;

/// After this long the wait is unusual, in milliseconds.
const LONG_MS: u64 = 4000;

/// The wait for the first data of a region. The outline appears after 300 ms (see the style): most answers are
/// faster, and a flash of grey is worse than nothing.
#[component]
pub fn Waiting(
    /// Give up.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let t = use_locale();
    view! {
        <div class="waiting" aria-busy="true">
            <p class="visually-hidden">{t.label(|w| w.lists.loading)}</p>
            <div class="skeleton" aria-hidden="true">
                {(0..6).map(|_| view! { <span class="skeleton__row"></span> }).collect_view()}
            </div>
            <StillWorking on_cancel/>
        </div>
    }
}

/// What is said when a wait gets long, be there data already or not.
#[component]
pub fn StillWorking(
    /// Give up.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let t = use_locale();
    let long = RwSignal::new(false);
    let timer = set_timeout_with_handle(
        move || {
            let _ = long.try_set(true);
        },
        Duration::from_millis(LONG_MS),
    );
    on_cleanup(move || {
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
    view! {
        <Show when=Signal::derive(move || long.get())>
            <p class="waiting__long" aria-live="polite">
                {t.label(|w| w.lists.still_working)}
                <button type="button" class="button button--quiet" on:click=move |_| on_cancel.run(())>
                    {t.label(|w| w.lists.cancel)}
                </button>
            </p>
        </Show>
    }
}
