//! A switch: a button that is on or off.

use crate::view::prelude::*;

use crate::words::Text;

/// See the module.
#[component]
pub fn Switch(
    /// Its name.
    label: Text,
    /// Whether it is on.
    is_on: Signal<bool>,
    /// It was pressed.
    on_toggle: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="switch"
            role="switch"
            aria-checked=move || is_on.get().to_string()
            on:click=move |_| on_toggle.run(())
        >
            <span class="switch__track" aria-hidden="true"></span>
            {label}
        </button>
    }
}
