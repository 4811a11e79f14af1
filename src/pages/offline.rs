//! The line that stands above every page while there is no network.

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::state::signed_in::use_signed_in;
use crate::words::use_speech;

/// Says that there is no network, and once that it is back.
#[component]
pub fn OfflineNotice() -> impl IntoView {
    let t = use_speech();
    let announce = expect_context::<Announce>();
    let connection = use_signed_in().connection();
    let mut was_lost = false;
    effect(move || {
        let is_lost = connection.is_lost();
        match (std::mem::replace(&mut was_lost, is_lost), is_lost) {
            (false, true) => announce.whisper(t.now().connection.lost),
            (true, false) => announce.say(t.now().connection.back),
            _ => {}
        }
    });
    view! {
        <Show when=Signal::derive(move || connection.is_lost())>
            <div class="banner banner--warning">
                <p>
                    <strong>{t.say(|w| w.connection.lost)}</strong>
                    " "
                    {t.say(|w| w.connection.lost_means)}
                </p>
                <button type="button" class="button" on:click=move |_| connection.probe()>
                    {t.say(|w| w.connection.look)}
                </button>
            </div>
        </Show>
    }
}
