//! A native `<select>` with its label.

use crate::view::prelude::*;

use crate::words::{Text, Words, use_locale};

use crate::view::ids::unique;

/// A choice of a few values.
#[component]
pub fn Choice<T>(
    /// What is chosen.
    label: Text,
    /// The values.
    options: Vec<T>,
    /// The word for a value.
    word: fn(T, &'static Words) -> String,
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
    let values = StoredValue::new(options.clone());
    let at = move |index: usize| values.with_value(|values| values.get(index).copied());
    let choose = Callback::new(move |index| {
        if let Some(chosen) = at(index) {
            on_choose.run(chosen);
        }
    });
    let chosen = Signal::derive(move || {
        let value = value.get();
        values.with_value(|values| values.iter().position(|option| *option == value)).unwrap_or_default()
    });
    let word = Callback::new(move |(index, words): (usize, &'static Words)| {
        at(index).map(|option| word(option, words)).unwrap_or_default()
    });
    view! { <Select label count=options.len() word chosen on_choose=choose label_hidden/> }
}

/// The element itself: options by number, so that it is compiled once for all kinds of values, and for words that are known
/// only at run time.
#[component]
pub fn Select(
    /// What is chosen.
    label: Text,
    /// How many options there are.
    count: usize,
    /// The word for an option.
    word: Callback<(usize, &'static Words), String>,
    /// The option chosen.
    chosen: Signal<usize>,
    /// Another one was chosen.
    on_choose: Callback<usize>,
    /// Whether the label is seen, or only said.
    #[prop(optional)]
    label_hidden: bool,
) -> impl IntoView {
    let t = use_locale();
    let id = unique("choice");
    let choose = move |index: String| {
        if let Ok(index) = index.parse() {
            on_choose.run(index);
        }
    };
    let option = move |index: usize| {
        view! {
            <option value=index.to_string() selected=move || chosen.get() == index>
                {dynamic(move || word.run((index, t.words())))}
            </option>
        }
    };
    view! {
        <span class="choice">
            <label class=if label_hidden { "visually-hidden" } else { "field__label" } for=id.clone()>
                {label}
            </label>
            <select
                id=id
                class="select"
                prop:value=move || chosen.get().to_string()
                on:change:target=move |event| choose(event.target().value())
            >
                {(0..count).map(option).collect_view()}
            </select>
        </span>
    }
}
