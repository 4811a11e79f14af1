//! A field for several lines, with its label, hint and error.

use crate::view::ids::unique;
use crate::view::prelude::*;
use crate::words::Text;

use super::field::FieldMessage;

/// See the module. It takes the focus when the dialog around it opens.
#[component]
pub fn TextArea(
    /// What the field is called.
    label: Text,
    /// Its text.
    value: RwSignal<String>,
    /// A line below that is always there.
    hint: Text,
    /// A line below that says what is wrong; `None` while nothing is.
    error: Signal<Option<String>>,
) -> impl IntoView {
    let id = unique("area");
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let has_error = move || error.with(Option::is_some);
    let described_by = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || if has_error() { format!("{error_id} {hint_id}") } else { hint_id.clone() }
    };
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>
                {label}
            </label>
            <textarea
                id=id
                class="input input--code input--lines"
                rows="6"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                autofocus=true
                aria-describedby=described_by
                aria-invalid=move || has_error().then_some("true")
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            ></textarea>
            <FieldMessage id=error_id text=error warns=Signal::stored(false)/>
            <p class="field__hint" id=hint_id>{hint}</p>
        </div>
    }
}
