//! A native `<select>` with its label.

use leptos::prelude::*;

use crate::words::Text;

use super::ids::unique;

/// A choice of a few values.
#[component]
pub fn Choice<T>(
    /// What is chosen.
    label: Text,
    /// The values.
    options: Vec<T>,
    /// The word for a value.
    word: fn(T, &'static crate::words::Words) -> String,
    /// The value chosen.
    #[prop(into)]
    value: Signal<T>,
    /// Another one was chosen.
    on_choose: Callback<T>,
    /// Whether the label is seen, or only said.
    #[prop(optional)]
    label_hidden: bool,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let t = crate::words::use_speech();
    let id = unique("choice");
    let values = StoredValue::new(options.clone());
    let choose = move |index: String| {
        let chosen =
            index.parse::<usize>().ok().and_then(|index| values.with_value(|v| v.get(index).copied()));
        if let Some(chosen) = chosen {
            on_choose.run(chosen);
        }
    };
    let position = move || {
        let value = value.get();
        values
            .with_value(|values| values.iter().position(|option| *option == value))
            .unwrap_or_default()
            .to_string()
    };
    let options = options
        .into_iter()
        .enumerate()
        .map(|(index, option)| {
            view! {
                <option value=index.to_string() selected=move || value.get() == option>
                    {move || word(option, t.words())}
                </option>
            }
        })
        .collect_view();
    view! {
        <span class="choice">
            <label class="field__label" class:visually-hidden=label_hidden for=id.clone()>
                {move || label.get()}
            </label>
            <select id=id class="select" prop:value=position on:change:target=move |event| choose(event.target().value())>
                {options}
            </select>
        </span>
    }
}
