//! A console that can't be configured.

use crate::prelude::*;

use crate::api::host::ConfigError;
use crate::components::live::live;
use crate::words::use_speech;

/// Says what is wrong with `config.json`, and what to do.
#[component]
pub fn StartFailed(
    /// What is wrong.
    error: ConfigError,
) -> impl IntoView {
    let t = use_speech();
    let reload = move |_| {
        let _ = window().location().reload();
    };
    view! {
        <main class="page page--narrow" id="content">
            <h1 class="heading">{t.say(|w| w.start.failed)}</h1>
            <div class="problem">
                <div role="alert">
                    <p class="problem__headline">{live(move || (t.words().start.fault)(&error))}</p>
                    <p class="problem__text">{t.say(|w| w.start.remedy)}</p>
                </div>
                <button type="button" class="button" on:click=reload>
                    {t.say(|w| w.start.reload)}
                </button>
            </div>
        </main>
    }
}
