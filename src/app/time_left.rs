//! The last minutes of a session, in the header: a calm line that is said twice, and the way to go on.

use crate::view::prelude::*;

use crate::components::announcer::Announce;
use crate::pages::parts::use_parts;
use crate::state::session::heartbeat::Heartbeat;
use crate::words::use_locale;

/// What the countdown shows, in seconds, when it is said a second time.
const LAST_MINUTE: u32 = 60;

#[component]
pub(super) fn TimeLeft() -> impl IntoView {
    let t = use_locale();
    let announce = expect_context::<Announce>();
    let expiry = expect_context::<Heartbeat>().expiry;
    // Said when it begins and when the last minute does, and not for a session that begins with less.
    let mut before = None;
    let dialogs = use_parts().changing;
    effect(move || {
        let shown = expiry.shown();
        if shown.is_some() {
            dialogs.fetch_ahead();
        }
        if let (Some(before), Some(seconds)) = (before.replace(shown), shown) {
            let was_longer = before.is_none_or(|before| before > LAST_MINUTE);
            let is_news =
                if seconds > LAST_MINUTE { before.is_none() } else { before.is_some() && was_longer };
            if is_news {
                announce.aloud((t.untracked().session.ends_in)(seconds));
            }
        }
    });
    view! {
        <Show when=Signal::derive(move || expiry.shown().is_some())>
            <span class="header__countdown" translate="no">
                {dynamic(move || expiry.shown().map(|seconds| (t.words().session.ends_in)(seconds)))}
            </span>
            <button type="button" class="button button--quiet" on:click=move |_| expiry.renew(true)>
                {t.label(|w| w.sign_in.again)}
            </button>
        </Show>
    }
}
