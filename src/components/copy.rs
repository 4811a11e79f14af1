//! Copying a text with one click. A browser that forbids it is met with advice instead.

use std::time::Duration;

use crate::view::prelude::*;
use js_sys::{Promise, Reflect};
use wasm_bindgen_futures::JsFuture;

use crate::words::{Text, use_locale};

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
    /// Whether the button shows the label; otherwise it shows only its sign.
    #[prop(optional)]
    worded: bool,
) -> impl IntoView {
    let t = use_locale();
    let announce = expect_context::<Announce>();
    let copied = RwSignal::new(false);
    let copy = move |_| {
        let writing = write(&text.get_untracked());
        let words = t.untracked();
        leptos::task::spawn_local_scoped(async move {
            let done = match writing {
                Some(writing) => JsFuture::from(writing).await.is_ok(),
                None => false,
            };
            if !done {
                return announce.toast(words.shell.copy_failed);
            }
            announce.aloud(words.shell.copied);
            let _ = copied.try_set(true);
            set_timeout(
                move || {
                    let _ = copied.try_set(false);
                },
                Duration::from_millis(SIGN_MS),
            );
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
            {dynamic(move || worded.then(|| label.get()))}
        </button>
    }
}

/// Begins to write to the clipboard; `None` where the browser has none for this page, as over plain http.
fn write(text: &str) -> Option<Promise> {
    let navigator = window().navigator();
    let there =
        Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| !clipboard.is_undefined());
    there.then(|| navigator.clipboard().write_text(text))
}
