//! A field for a day: the browser's own one. Its text is `2026-12-31` in every language.

use crate::view::prelude::*;
use leptos::html;

use crate::components::field::FieldMessage;
use crate::view::ids::unique;
use crate::words::Text;

#[component]
pub(in crate::pages) fn DayField(
    label: Text,
    value: RwSignal<String>,
    /// A line below.
    hint: Text,
    /// What is wrong, below it.
    error: Signal<Option<String>>,
) -> impl IntoView {
    let id = unique("field");
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described_by = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || if error.with(Option::is_some) { format!("{error_id} {hint_id}") } else { hint_id.clone() }
    };
    // While a part of the day is missing, the field says nothing. Writing that back would take the other parts too.
    let node = NodeRef::<html::Input>::new();
    effect(move || {
        let value = value.get();
        if let Some(input) = node.get().filter(|input| input.value() != value) {
            input.set_value(&value);
        }
    });
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>
                {label}
            </label>
            <input
                id=id
                class="input"
                type="date"
                aria-describedby=described_by
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                node_ref=node
                on:input=move |event| value.set(event_target_value(&event))
            />
            <FieldMessage id=error_id text=error warns=Signal::stored(false)/>
            <p class="field__hint" id=hint_id>{hint}</p>
        </div>
    }
}
