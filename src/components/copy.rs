//! Copying a text with one click. A browser that forbids it is met with advice instead.

use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::words::{Text, use_speech};

use super::announcer::Announce;
use super::icon::{Drawing, Icon};

/// How long the sign of success stays, in milliseconds.
const SIGN_MS: u64 = 1500;

/// A button that copies.
#[component]
pub fn CopyButton(
    /// What is copied.
    #[prop(into)]
    text: Signal<String>,
    /// What the button is called.
    label: Text,
    /// Whether the label stands on the button; otherwise only its sign does.
    #[prop(optional)]
    worded: bool,
) -> impl IntoView {
    let t = use_speech();
    let announce = expect_context::<Announce>();
    let copied = RwSignal::new(false);
    let copy = move |_| {
        let promise = window().navigator().clipboard().write_text(&text.get_untracked());
        let words = t.now();
        leptos::task::spawn_local_scoped(async move {
            if JsFuture::from(promise).await.is_ok() {
                announce.whisper(words.shell.copied);
                let _ = copied.try_set(true);
                set_timeout(
                    move || {
                        let _ = copied.try_set(false);
                    },
                    std::time::Duration::from_millis(SIGN_MS),
                );
            } else {
                announce.say(words.shell.copy_failed);
            }
        });
    };
    let sign = move || if copied.get() { Drawing::Tick } else { Drawing::Copy };
    view! {
        <button
            type="button"
            class=if worded { "button button--quiet" } else { "icon-button" }
            aria-label=move || (!worded).then(|| label.get())
            title=move || (!worded).then(|| label.get())
            on:click=copy
        >
            <Icon drawing=Signal::derive(sign)/>
            {move || worded.then(|| label.get())}
        </button>
    }
}
