//! A field for a whole number from 1 on.

use crate::view::prelude::*;

use crate::by_name::property;

/// The field. What is no such number changes nothing, and the field shows the present one again.
#[component]
pub fn NumberInput(
    /// The present number.
    value: Signal<u32>,
    /// The largest one.
    most: u32,
    /// Another one was typed.
    on_choose: Callback<u32>,
) -> impl IntoView {
    // What was typed and is no number has to go away, too.
    let shown = RwSignal::new(());
    let choose = move |input: web_sys::HtmlInputElement| {
        let number = property(&input, "valueAsNumber").as_f64().unwrap_or_default();
        if (1.0..=f64::from(most)).contains(&number) {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "it is from 1 to the largest"
            )]
            on_choose.run(number as u32);
        }
        shown.set(());
    };
    let text = move || {
        shown.track();
        value.get().to_string()
    };
    view! {
        <input
            type="number"
            class="input"
            min="1"
            max=most.to_string()
            prop:value=text
            on:change:target=move |event| choose(event.target())
        />
    }
}
