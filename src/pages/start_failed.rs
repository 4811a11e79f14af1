//! A console that can't be configured.

use crate::view::prelude::*;

use crate::api::host::ConfigError;
use crate::components::must_reload::MustReload;
use crate::words::use_locale;

/// Says what is wrong with `config.json`, and what to do.
#[component]
pub fn StartFailed(
    /// What is wrong.
    error: ConfigError,
) -> impl IntoView {
    let t = use_locale();
    view! {
        <main class="page page--narrow" id="content">
            <h1 class="heading">{t.label(|w| w.start.failed)}</h1>
            <MustReload headline=t.format(move |w| (w.start.fault)(&error)) text=t.prop(|w| w.start.remedy) on_retry=None/>
        </main>
    }
}
