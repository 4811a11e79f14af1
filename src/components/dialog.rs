//! A modal dialog. The browser keeps the focus inside and the page behind inert; this sees to the name, to Escape,
//! and to where the focus goes afterwards.

use crate::view::prelude::*;
use leptos::html;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

use crate::words::{Text, use_locale};

use super::announcer::{speak_inside, speak_outside};
use super::focus::nobody_has_focus;
use crate::view::ids::unique;

/// A modal dialog, open for as long as it is in the document.
#[component]
pub fn Dialog(
    /// Its name and heading.
    title: Text,
    /// A line under the heading.
    #[prop(optional)]
    subtitle: Option<Text>,
    /// Escape was pressed, or the browser's own "back" gesture. `None` for a dialog that can't be put off.
    #[prop(optional_no_strip, into)]
    on_dismiss: Option<Callback<()>>,
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let title_id = unique("dialog");
    let labelled_by = title_id.clone();
    let opener = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let opener = StoredValue::new(opener);
    effect(move || {
        if let Some(dialog) = node.get()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
            speak_inside(&dialog);
        }
    });
    on_cleanup(move || {
        if let Some(dialog) = node.try_get_untracked().flatten() {
            speak_outside(&dialog);
        }
        if let Some(opener) = opener.try_get_value().flatten() {
            // Only once the dialog is gone is the page no longer inert.
            request_animation_frame(move || {
                if opener.is_connected() && nobody_has_focus() {
                    let _ = opener.focus();
                }
            });
        }
    });
    let cancel = move |event: Event| {
        // The dialog closes by leaving the document, never by itself: what it shows is the program's state.
        event.prevent_default();
        if let Some(on_dismiss) = on_dismiss {
            let _ = on_dismiss.try_run(());
        }
    };
    let closed = move |_| {
        // Some browsers close on a second Escape whatever the page says.
        if let Some(on_dismiss) = on_dismiss {
            let _ = on_dismiss.try_run(());
        }
        // Who was not let go (a request is under way, the session has ended) has the dialog back.
        request_animation_frame(move || {
            if let Some(dialog) = node.try_get_untracked().flatten()
                && dialog.is_connected()
                && !dialog.open()
            {
                let _ = dialog.show_modal();
            }
        });
    };
    view! {
        <dialog
            class="dialog"
            aria-labelledby=labelled_by
            closedby=if on_dismiss.is_some() { "closerequest" } else { "none" }
            node_ref=node
            on:cancel=cancel
            on:close=closed
        >
            <div class="dialog__head">
                <h2 class="dialog__title" id=title_id>
                    {title}
                </h2>
                {subtitle.map(|subtitle| view! { <p class="dialog__subtitle">{subtitle}</p> })}
            </div>
            {children()}
        </dialog>
    }
}

/// The buttons at the end of a dialog that sends something.
#[component]
pub fn DialogFoot(
    /// What the button is called that sends nothing.
    cancel: Text,
    /// What the button is called that sends.
    verb: Text,
    /// Whether an answer is awaited.
    #[prop(default = Signal::stored(false))]
    busy: Signal<bool>,
    /// Whether nothing can be sent, since there is no network.
    #[prop(default = Signal::stored(false))]
    is_offline: Signal<bool>,
    /// Whether something is taken away.
    #[prop(optional)]
    danger: bool,
    /// Nothing is to be sent.
    on_cancel: Callback<()>,
) -> impl IntoView {
    let t = use_locale();
    let why_id = unique("why-not");
    let why_of = why_id.clone();
    view! {
        <Show when=is_offline>
            <p class="note--warning" id=why_id.clone()>
                {t.label(|w| w.connection.cannot_send)}
            </p>
        </Show>
        <div class="dialog__foot">
            <button type="button" class="button" aria-disabled=move || busy.get().to_string() on:click=move |_| on_cancel.run(())>
                {cancel}
            </button>
            <button
                type="submit"
                class=if danger { "button button--primary button--danger" } else { "button button--primary" }
                class:button--busy=move || busy.get()
                aria-disabled=move || (busy.get() || is_offline.get()).to_string()
                aria-describedby=move || is_offline.get().then(|| why_of.clone())
            >
                {verb}
            </button>
        </div>
    }
}
