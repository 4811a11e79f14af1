//! A switch: a button that is on or off.

use crate::view::prelude::*;

use crate::words::{Words, use_locale};

/// See the module. `label` is its name, `is_on` whether it is on; `toggle` is called when it is pressed.
pub fn switch(
    label: fn(&'static Words) -> &'static str,
    is_on: impl Fn() -> bool + Send + 'static,
    toggle: impl Fn() + 'static,
) -> AnyView {
    view! {
        <button
            type="button"
            class="switch"
            role="switch"
            aria-checked=move || is_on().to_string()
            on:click=move |_| toggle()
        >
            <span class="switch__track" aria-hidden="true"></span>
            {use_locale().label(label)}
        </button>
    }
    .into_any()
}
