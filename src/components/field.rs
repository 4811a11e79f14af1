//! A text field with its label, hint and errors.

use crate::view::prelude::*;
use leptos::html;

use crate::words::Text;

use crate::view::ids::unique;

/// What kind of text a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FieldKind {
    /// Ordinary text.
    #[default]
    Text,
    /// A password, shown as dots.
    Password,
    /// Another secret, shown as dots. Browsers offer to save and sync what is in a field for passwords, also where
    /// `autocomplete` says no.
    Masked,
    /// An id, in a monospaced font.
    Code,
    /// A code of digits: phones show their numeric keyboard.
    Digits,
}

/// A text field.
#[component]
pub fn TextField(
    /// What the field is called.
    label: Text,
    /// Its text.
    value: RwSignal<String>,
    /// The kind of text.
    #[prop(optional)]
    kind: FieldKind,
    /// Helps password managers: `username`, `current-password`, `off`.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// A line below that is always there.
    #[prop(optional)]
    hint: Option<Text>,
    /// A line below that says what is wrong; `None` while nothing is.
    #[prop(optional, into)]
    error: Option<Signal<Option<String>>>,
    /// Whether the line below is only a warning.
    #[prop(optional, into)]
    only_warning: Option<Signal<bool>>,
    /// Whether it is given and can't be changed.
    #[prop(optional)]
    fixed: bool,
    /// Whether it takes the focus when the dialog around it opens.
    #[prop(optional)]
    focused: bool,
    /// For setting the focus.
    #[prop(optional)]
    node: NodeRef<html::Input>,
) -> impl IntoView {
    let id = unique("field");
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let has_error = move || error.is_some_and(|error| error.with(Option::is_some));
    let warns = move || only_warning.is_some_and(Signal::get);
    let described_by = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || {
            let hint = hint.is_some().then(|| hint_id.clone());
            let error = has_error().then(|| error_id.clone());
            let ids: Vec<String> = error.into_iter().chain(hint).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    let class = match kind {
        FieldKind::Text | FieldKind::Password => "input",
        FieldKind::Masked => "input input--masked",
        FieldKind::Code | FieldKind::Digits => "input input--code",
    };
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>
                {label}
            </label>
            <input
                id=id
                class=class
                type=if kind == FieldKind::Password { "password" } else { "text" }
                inputmode=if kind == FieldKind::Digits { "numeric" } else { "text" }
                autocomplete=autocomplete
                autocapitalize="none"
                spellcheck="false"
                readonly=fixed
                autofocus=focused
                aria-describedby=described_by
                aria-invalid=move || (has_error() && !warns()).then_some("true")
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
                node_ref=node
            />
            <FieldMessage id=error_id text=Signal::derive(move || error.and_then(Signal::get)) warns=Signal::derive(warns)/>
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
        </div>
    }
}

/// What is wrong with a field, below it.
#[component]
pub fn FieldMessage(
    /// The id that the field points to.
    id: String,
    /// What is wrong; `None` while nothing is.
    #[prop(into)]
    text: Signal<Option<String>>,
    /// Whether it is only a warning.
    #[prop(into)]
    warns: Signal<bool>,
) -> impl IntoView {
    dynamic(move || {
        let id = id.clone();
        text.get().map(|text| {
            let class = if warns.get() { "field__message field__message--warning" } else { "field__message" };
            view! { <p class=class id=id>{text}</p> }
        })
    })
}
