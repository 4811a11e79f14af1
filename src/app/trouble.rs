//! The notice of what goes wrong in the page beside everything that the program knows of.

use crate::prelude::*;

use crate::components::live::live;
use crate::state::trouble::{Trouble, watch};
use crate::words::use_speech;

#[component]
pub(super) fn TroubleNotice() -> impl IntoView {
    let t = use_speech();
    let trouble = watch();
    live(move || {
        let Trouble { is_policy, details } = trouble.get()?;
        let means = move || {
            let words = &t.words().connection;
            if is_policy { words.blocked_means } else { words.trouble_means }
        };
        Some(view! {
            <div class="banner banner--warning" role="alert">
                <div>
                    <p>
                        <strong>{t.say(|w| w.connection.trouble)}</strong>
                        " "
                        {live(means)}
                    </p>
                    <details class="details">
                        <summary>{t.say(|w| w.problem.details)}</summary>
                        <p><bdi>{details}</bdi></p>
                    </details>
                </div>
                <button type="button" class="button" on:click=move |_| trouble.set(None)>
                    {t.say(|w| w.connection.dismiss)}
                </button>
            </div>
        })
    })
}
