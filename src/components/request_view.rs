//! The request behind a form, in the form that someone needs it in.

use crate::view::prelude::*;

use crate::words::use_locale;
use domain::text::request_format::RequestFormat;

use super::choice::Choice;
use super::copy::CopyButton;

/// "Request", closed at first. What is inside is drawn when the user opens it for the first time.
#[component]
pub fn RequestFold(
    /// Draws what is inside.
    inside: Callback<(), AnyView>,
) -> impl IntoView {
    let t = use_locale();
    let is_opened = RwSignal::new(false);
    view! {
        <details class="details" on:toggle=move |_| is_opened.set(true)>
            <summary>{t.label(|w| w.grant().request)}</summary>
            <Show when=is_opened>{inside.run(())}</Show>
        </details>
    }
}

/// The request as text, and the choice of its form.
#[component]
pub fn RequestText(
    /// The text in a form, reading what it depends on: empty while there is no request yet and where the form can't
    /// express it. [`RequestFormat::Http`] can express every request.
    shown: Callback<RequestFormat, String>,
) -> impl IntoView {
    let t = use_locale();
    let format = RwSignal::new(RequestFormat::Http);
    let text: Signal<String> = Memo::new(move |_| shown.run(format.get())).into();
    let label = t.prop(|w| w.snippets().format);
    let present = move || {
        let (text, words) = (text.get(), t.words());
        if !text.is_empty() {
            text
        } else if shown.run(RequestFormat::Http).is_empty() {
            words.grant().no_request.to_owned()
        } else {
            (words.snippets().not_in)(words.snippets().name(format.get()))
        }
    };
    view! {
        <Choice
            label
            options=RequestFormat::ALL.to_vec()
            word=|format, words| words.snippets().name(format).to_owned()
            value=format
            on_choose=Callback::new(move |chosen| format.set(chosen))
        />
        <pre class="request" translate="no" tabindex="0" role="group" aria-label=move || t.words().grant().request>
            {dynamic(present)}
        </pre>
        <Show when=Signal::derive(move || !text.with(String::is_empty))>
            {dynamic(move || t.words().snippets().hint(format.get()).map(|hint| view! { <p class="field__hint">{hint}</p> }))}
            <CopyButton text label=t.prop(|w| w.shell.copy) worded=true/>
        </Show>
    }
}
