//! The line above every page while there is no network.

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::state::session::signed_in::use_signed_in;
use crate::words::use_locale;

/// Says that there is no network, and once that it is back.
#[component]
pub fn OfflineNotice() -> impl IntoView {
    let t = use_locale();
    let announce = expect_context::<Announce>();
    let connection = use_signed_in().connection();
    let mut was_offline = false;
    effect(move || {
        let is_offline = connection.is_offline();
        match (std::mem::replace(&mut was_offline, is_offline), is_offline) {
            (false, true) => announce.aloud(t.untracked().connection.no_connection),
            (true, false) => announce.toast(t.untracked().connection.back),
            _ => {}
        }
    });
    view! {
        <Show when=Signal::derive(move || connection.is_offline())>
            <div class="banner banner--warning">
                <p>
                    <strong>{t.label(|w| w.connection.no_connection)}</strong>
                    " "
                    {t.label(|w| w.connection.lost_means)}
                </p>
                <button type="button" class="button" on:click=move |_| connection.probe()>
                    {t.label(|w| w.connection.look)}
                </button>
            </div>
        </Show>
    }
}
