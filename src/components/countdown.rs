//! A wait that the service has asked for, with its end in sight.

use std::time::Duration;

use crate::view::prelude::*;

use crate::words::use_locale;

use super::announcer::Announce;

/// "The service is busy. Retrying in 12 s." Only the first sentence is said aloud: a number each second would
/// drown everything else.
#[component]
pub fn Countdown(
    /// Seconds until the next try.
    seconds: i64,
    /// Tries at once.
    on_try: Callback<()>,
    /// Gives up.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let t = use_locale();
    expect_context::<Announce>().aloud(t.untracked().connection.asks_to_wait);
    let left = RwSignal::new(seconds);
    let timer = set_interval_with_handle(
        move || {
            let _ = left.try_update(|left| *left = (*left - 1).max(0));
        },
        Duration::from_secs(1),
    );
    on_cleanup(move || {
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
    view! {
        <div class="waiting__long">
            <p>
                {t.label(|w| w.connection.asks_to_wait)}
                " "
                <span class="waiting__seconds">{dynamic(move || (t.words().connection.next_try_in)(left.get()))}</span>
            </p>
            <button type="button" class="button button--quiet" on:click=move |_| on_try.run(())>
                {t.label(|w| w.connection.try_now)}
            </button>
            <button type="button" class="button button--quiet" on:click=move |_| on_cancel.run(())>
                {t.label(|w| w.lists.cancel)}
            </button>
        </div>
    }
}
